"""A new record is added next to the records of its kind, and nothing else changes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.dossier import register_files
from generator.dossier.register import line
from generator.dossier.register_files import is_register_file
from generator.editing import schema
from tests.support.changes import edit
from tests.support.command_line import run
from tests.support.registers import new_event
from tests.support.trees import changed_lines, tree

DAY = ("--today", "2026-11-25")
LINE = "- Ook de provincie Fryslân en het ministerie van EZK doen mee aan de MKB-deals."
TEXT = LINE.removeprefix("- ")

KINDS = {
    "progress": (
        ("nieuw-feit", "--date", "2022", "--statements", "HRE-046", "--statements", "HRE-050"),
        ("--what", 'Er kwam: "iets" – [hier](mit).', "--sources", "rvo-mit"),
    ),
    "deadline": (
        ("nieuwe-termijn", "--what", "Beginnen", "--statements", "HRE-089", "--end", "2021-05"),
        ("--words", "vanaf voorjaar 2021", "--derived", "Zo staat het er."),
    ),
    "milestone": (
        ("begin", "--title", "Begin", "--words", "vanaf voorjaar 2021", "--statements", "HRE-089"),
        (),
    ),
    "term": (("loket", "--term", "loket", "--meaning", "Een balie.", "--ordinary"), ()),
    "point": (
        ("nog-een-punt", "--kind", "verschil", "--title", "Een punt"),
        ("--found", "Er staat niets.", "--handled", "De site vult niets in."),
    ),
    "party": (("banen", "--name", "Banen", "--group", "regio", "--names", "banen"), ()),
    "body": (("banenoverleg", "--name", "Banenoverleg", "--names", "banen"), ()),
    "instrument": (("talenten", "--name", "Talenten", "--names", "talenten"), ()),
    "source": (
        ("een-bron", "--title", "no", "--date", "2021", "--url", "https://bron.example/?a=1#b"),
        ("--consulted", "2026-11-24", "--consulted-how", "Op papier."),
    ),
    "theme": (
        ("vijfde", "--title", "Vijfde: wel", "--source", "slides", "--number", "5"),
        ("--numbering", "Zonder nummer.", "--names", "bestuurlijk niveau", "--missing", "Alles."),
    ),
    "chapter": (("slot", "--title", "Slot", "--source", "slides"), ()),
    "page": (("dank", "--title", "Dank", "--sections", "Aan wie", "Aan u."), ()),
}


def reported_rules(project: Path) -> set[str]:
    """The rules of the problems that ``check`` reports; warnings are none."""
    lines = run(project, "check").stderr.splitlines()
    messages = [line for line in lines if not line.startswith("Let op: ")]
    return {line.rpartition("[")[2].rstrip("]") for line in messages if line.endswith("]")}


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_valid_and_nothing_else_changes(project: Path, kind: str) -> None:
    for path in (project / "content").glob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("intro:", "intro:   # inleiding\n ")
        path.write_text(f"# Vooraan.\n{text.rstrip()}\n# Achteraan.\n", encoding="utf-8")
    before = tree(project)

    result = run(project, "new", kind, *KINDS[kind][0], *KINDS[kind][1], *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    after = tree(project)
    lines = changed_lines(before, after)
    assert [line for line in lines if line[0] == "-"] == [
        "- changed: 2026-11-23\n" for line in lines if line == "+ changed: 2026-11-25\n"
    ]
    assert before.keys() <= after.keys()
    assert not any(is_register_file(path) for path in after if after[path] != before.get(path))
    assert reported_rules(project) == {
        "milestone": set(),
        "source": {"ongebruikte-bron"},
    }.get(kind, {"niet-vastgelegd"})


def test_a_fact_is_written_as_an_editor_would_write_it(project: Path) -> None:
    run(project, "new", "progress", *KINDS["progress"][0], *KINDS["progress"][1], *DAY)

    path = "content/progress/nieuw-feit.yml"
    assert (project / path).read_text(encoding="utf-8") == (
        f"{schema.modeline(path)}\n"
        "changed: 2026-11-25\n"
        'date: "2022"\n'
        "statements: [HRE-046, HRE-050]\n"
        'what: "Er kwam: \\"iets\\" – [hier](mit)."\n'
        "sources: [rvo-mit]\n"
    )


def test_a_new_party_is_added_to_the_statements_that_name_it(project: Path) -> None:
    before = tree(project)

    result = run(project, "new", "party", *KINDS["party"][0], *DAY)

    assert "Bijgewerkt: content/themes/human-capital.yml." in result.stdout
    assert changed_lines(before, tree(project)) == ["+     parties: [banen]\n"]


def test_a_new_file_begins_with_the_comment_that_names_its_schema(project: Path) -> None:
    run(project, "new", "party", *KINDS["party"][0], *DAY)

    assert (project / "content/parties/banen.yml").read_text(encoding="utf-8") == (
        f"{schema.modeline('content/parties/banen.yml')}\n"
        'name: "Banen"\nchanged: 2026-11-25\nnames: [banen]\ngroup: regio\n'
    )


def test_the_pieces_of_text_on_a_new_page_get_names_that_were_never_in_use(
    project: Path,
) -> None:
    headings = ("Dank", "Wat een afspraak is", "Een vraag?", "Een vraag?")
    sections = (word for each in headings for word in ("--sections", each, "Aan u."))

    result = run(project, "new", "page", "dank", "--title", "Dank", *sections, *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    text = (project / "content/pages/dank.yml").read_text(encoding="utf-8")
    assert re.findall(r"(?<=slug: ).*", text) == [
        "dank-2",
        "wat-een-afspraak-is-2",
        "een-vraag",
        "een-vraag-2",
    ]
    assert run(project, "record").returncode == 0
    assert run(project, "check").returncode == 0


def insert_in_source(project: Path, line: str) -> int:
    """Insert a line in the source, after a line of the theme human capital; returns its number."""
    path = project / "content/sources/slides.txt"
    text = path.read_text(encoding="utf-8")
    previous = "Ontwikkelen van banen en talenten van de toekomst.\n"
    assert text.count(previous) == 1
    path.write_text(text.replace(previous, f"{previous}{line}\n"), encoding="utf-8")
    number = text[: text.index(previous)].count("\n") + 2
    for each in (project / "content").rglob("*.yml"):
        lines = each.read_text(encoding="utf-8").splitlines(keepends=True)
        each.write_text(
            "".join(_with_next_line_number(each, number) for each in lines), encoding="utf-8"
        )
    return number


def _with_next_line_number(line: str, number: int) -> str:
    key, colon, value = line.partition("line: ")
    later = colon and key.strip(" -") == "" and int(value) >= number
    return f"{key}{colon}{int(value) + 1}\n" if later else line


def statement_command(project: Path, *options: str) -> tuple[str, ...]:
    number = insert_in_source(project, LINE)
    values = ("--line", str(number), "--text", TEXT, "--kind", "inhoud", "--commitment")
    return ("new", "statement", "human-capital", *values, *DAY, *options)


def test_a_new_statement_gets_its_position_number_and_named_entities(project: Path) -> None:
    path = project / "content/themes/human-capital.yml"
    command = statement_command(project)
    before = tree(project)

    result = run(project, *command)

    assert (result.returncode, result.stderr) == (0, "")
    expected = (
        "  - id: HRE-094\n"
        f"    line: {command[4]}\n"
        "    kind: inhoud\n"
        "    commitment: true\n"
        f'    text: "{TEXT}"\n'
        "    parties: [provincies, ezk]\n"
        "    instruments: [mkb-deals]\n"
        "\n"
    )
    assert f"{expected}  - id: HRE-069\n" in path.read_text(encoding="utf-8")
    assert sorted(changed_lines(before, tree(project))) == sorted(
        f"+ {line}" for line in expected.splitlines(keepends=True)
    )
    assert reported_rules(project) == {"niet-vastgelegd"}
    assert run(project, "record").returncode == 0
    assert run(project, "check").returncode == 0


def test_nested_records_are_created_with_their_record(project: Path) -> None:
    """Two relations of a statement (a list), and the outcome of a deadline (a single record)."""
    relations = ("--related", "HRE-068", "MKB-deals", "banen", "--related", "HRE-069")
    new_statement = run(
        project, *statement_command(project, *relations, "provincie", "sociaal pakket")
    )

    new_deadline = run(
        project,
        *("new", "deadline", *KINDS["deadline"][0], *KINDS["deadline"][1]),
        *("--shifts", "2021-06", "2022", "Later: [zo](mit)", "rvo-mit, slides"),
        *("--outcome", "2022-01", "Het begon.", "rvo-mit", *DAY),
    )

    assert (new_statement.stderr, new_deadline.stderr) == ("", "")
    assert (
        "    related:\n"
        "      - to: HRE-068\n"
        '        here: "MKB-deals"\n'
        "        there: banen\n"
        "      - to: HRE-069\n"
    ) in (project / "content/themes/human-capital.yml").read_text(encoding="utf-8")
    assert (
        (project / "content/deadlines/nieuwe-termijn.yml")
        .read_text(encoding="utf-8")
        .endswith(
            "shifts:\n"
            "  - date: 2021-06\n"
            '    end: "2022"\n'
            '    decision: "Later: [zo](mit)"\n'
            "    sources: [rvo-mit, slides]\n"
            "outcome:\n"
            "  date: 2022-01\n"
            '  what: "Het begon."\n'
            "  sources: [rvo-mit]\n"
        )
    )
    assert reported_rules(project) == {"niet-vastgelegd"}


def take_number(project: Path, name: str) -> None:
    """Use a number in the register, as a colleague did on the main branch."""
    event = new_event(name, "Een fontein.", f"/themas/human-capital/#{name}")
    (project / register_files.path_for(event)).write_text(line(event), encoding="utf-8")


@pytest.mark.parametrize("option", [("--base", "collega"), ()])
def test_a_number_in_use_on_the_main_branch_is_not_free(
    project: Path, git: Callable[..., str], option: tuple[str, ...]
) -> None:
    git("checkout", "-qb", "collega")
    take_number(project, "HRE-107")
    git("add", "content")
    git("commit", "-qm", "HRE-107")
    git("update-ref", "refs/remotes/origin/main", "collega")
    git("checkout", "-q", "main")

    result = run(project, *statement_command(project, *option))

    assert "uitspraak HRE-108 in content/themes/human-capital.yml" in result.stdout


def test_an_unknown_base_is_reported(project: Path, git: Callable[..., str]) -> None:
    git("status")

    result = run(project, "new", "term", *KINDS["term"][0], "--base", "bestaat-niet")

    assert result.returncode == 2
    assert "Git kent ‘bestaat-niet’ niet" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("party", "banen"), "geef ook --name en --group op"),
        (("party",), "geef ook een naam op"),
        (("statement",), "geef ook het hoofdstuk of thema op"),
        (("party", "Banen", *KINDS["party"][0][1:]), "'Banen' kan geen naam zijn"),
        (("party", "../banen", *KINDS["party"][0][1:]), "'../banen' kan geen naam zijn"),
        (("party", "ezk", *KINDS["party"][0][1:]), "content/parties/ezk.yml bestaat al"),
        (("party", "mit", *KINDS["party"][0][1:]), "'mit' bestaat al"),
        (
            ("party", "banen", "--name", "x", "--names", "banen", "--group", "reik"),
            "'reik' is geen groep partijen uit dossier.yml; bedoelde u 'rijk'? [onbekende-naam]",
        ),
        (
            ("party", "banen", "--name", "x", "--names", "Quark", "--group", "rijk"),
            "'Quark' staat in geen enkele brontekst [naam-niet-in-bron]",
        ),
        (
            ("statement", "human-kapital", "--line", "1", "--text", "x", "--kind", "inhoud"),
            "'human-kapital' is geen hoofdstuk of thema; bedoelde u 'human-capital'?",
        ),
        (
            ("statement", "human-capital", "--line", "een", "--text", "x", "--kind", "inhoud"),
            "'line' moet een geheel getal zijn",
        ),
        (
            ("statement", "human-capital", "--line", "0", "--text", "x", "--kind", "inhoud"),
            "'line': '0' moet minstens 1 zijn",
        ),
    ],
)
def test_an_invalid_record_is_reported_and_changes_nothing(
    project: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = tree(project)

    result = run(project, "new", *arguments)

    assert result.returncode == 2
    assert message in result.stderr
    assert result.stderr.startswith("Niets gewijzigd: ")
    assert "Traceback" not in result.stderr
    assert tree(project) == before


def test_a_mistake_elsewhere_does_not_prevent_a_new_record(project: Path) -> None:
    edit(project, "content/parties/ipo.yml", "group: ", "groep: ")

    assert run(project, "new", "term", *KINDS["term"][0]).returncode == 0


def test_unreadable_content_is_reported(project: Path) -> None:
    (project / "content/terms.yml").write_text("changed: [", encoding="utf-8")

    result = run(project, "new", "term", *KINDS["term"][0])

    assert result.returncode == 1
    assert "content/terms.yml:2:1: " in result.stderr
    assert "eerst moet de inhoud kloppen" in result.stderr


def test_invalid_encoding_is_reported_with_its_line_and_never_overwritten(project: Path) -> None:
    path = project / "content/parties/banen.yml"
    path.write_bytes("name: Één\n".encode("latin-1"))
    before = tree(project)

    result = run(project, "new", "party", *KINDS["party"][0], *DAY)

    assert result.returncode == 1
    assert "content/parties/banen.yml:1:7: dit teken is geen UTF-8" in result.stderr
    assert "\n          ^\n" in result.stderr
    assert tree(project) == before


def test_a_source_is_added_before_its_text_is_quoted(project: Path) -> None:
    (project / "content/sources/brief.txt").write_text("Eén zin. Nog een.\n\nSlot.\n", "utf-8")

    result = run(project, "new", "source", "brief", "--title", "Een brief", *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    assert "Zet nu elke regel van content/sources/brief.txt in een uitspraak" in result.stdout
    left = run(project, "check").stderr
    assert "regel 1 van de bron staat in geen uitspraak" in left
    assert run(project, "new", "term", *KINDS["term"][0], *DAY).returncode == 0


def test_a_first_sentence_of_a_line_is_added_before_the_others(project: Path) -> None:
    (project / "content/sources/brief.txt").write_text("Eén zin. Nog een.\n", "utf-8")
    run(project, "new", "source", "brief", "--title", "Een brief", *DAY)
    (project / "content/chapters/brief-tekst.yml").write_text(
        "title: De brief\nchanged: 2027-02-01\nsource: brief\n", "utf-8"
    )
    words = ("--line", "1", "--kind", "inhoud", "--text", "Eén zin.")

    result = run(project, "new", "statement", "brief-tekst", *words, *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    assert "regel 1 van de bron staat in geen uitspraak: 'Nog een.'" in (
        run(project, "check").stderr
    )


def test_a_party_that_the_source_does_not_name_is_added_before_it_is_used(project: Path) -> None:
    values = ("--name", "Een onderzoeksbureau", "--group", "rijk")

    result = run(project, "new", "party", "bureau", *values, *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    assert "[zonder-naam]" in run(project, "check").stderr


@pytest.mark.parametrize(
    ("kind", "line", "above"),
    [
        ("theme", '      - "Vijfde: wel": themas/vijfde.md', "themas/gebiedsontwikkeling.md"),
        ("chapter", "      - Slot: document/slot.md", "document/kamerbrief.md"),
        ("page", "      - Dank: dank.md", "privacy.md"),
    ],
)
def test_a_new_page_is_in_the_menu_below_the_last_of_its_kind(
    project: Path, kind: str, line: str, above: str
) -> None:
    run(project, "new", kind, *KINDS[kind][0], *KINDS[kind][1], *DAY)

    menu = (project / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    assert menu[menu.index(line) - 1].endswith(f": {above}")
