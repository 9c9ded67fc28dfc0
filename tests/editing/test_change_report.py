"""The change report is complete, in Dutch and safe: values cannot add markup, links or commands."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.dossier.loader import read
from generator.editing import change_report
from generator.editing.change_report import Side
from generator.site import files
from generator.site.views.linker import Linker
from tests.conftest import world_texts
from tests.support.changes import edit
from tests.support.command_line import run

DAY = dt.date(2020, 6, 1)
NOTHING = "## Wat dit voorstel wijzigt\n\nNiets aan de inhoud of aan de site.\n"
GROEN = "content/themes/groen.yml"
FOLLOW_UP = "content/follow-up.yml"
NOTULEN = "content/sources/notulen.txt"


def side(texts: dict[str, str], templates: dict[str, str]) -> Side:
    dossier = read(texts).dossier
    assert dossier
    return Side(Linker(dossier, DAY), files.render(dossier, templates, DAY))


def report_sections(
    templates: dict[str, str], *edits: tuple[str, str, str]
) -> dict[str, list[str]]:
    """The lines of the report by heading; an edit replaces a text in a file of the world."""
    texts = world_texts()
    for path, old, new in edits:
        assert old in texts[path]
        texts[path] = texts[path].replace(old, new)
    text = change_report.render(side(world_texts(), templates), side(texts, templates))
    sections = (each.split("\n\n", 1) for each in text.split("### ")[1:])
    return {title: body.strip().splitlines() for title, body in sections}


def test_a_report_without_changes_says_so(templates: dict[str, str]) -> None:
    same = side(world_texts(), templates)

    assert change_report.render(same, side(world_texts(), templates)) == NOTHING


def test_changed_words_are_marked(templates: dict[str, str]) -> None:
    old, new = "kan een regenton krijgen", "mag een regenton lenen"

    found = report_sections(templates, (GROEN, old, new), (NOTULEN, old, new))

    assert found["Teksten gewijzigd"] == [
        (
            "- **WAT-008**: elke bewoner <del>kan</del><ins>mag</ins> een regenton "
            "<del>krijgen</del><ins>lenen</ins> (nog niet vastgelegd)"
        )
    ]
    assert "- `/afspraken/WAT-008/`" in found["Pagina’s die veranderen"]
    assert "- `/voortgang/`" not in found["Pagina’s die veranderen"]
    assert "Gepubliceerde adressen geraakt" not in found


def test_added_and_removed_statements_are_reported(templates: dict[str, str]) -> None:
    found = report_sections(
        templates,
        (FOLLOW_UP, "  - id: WAT-009\n", "  - id: WAT-015\n"),
    )

    assert found["Uitspraken toegevoegd"] == ["- **WAT-015** op ‘Vervolg’: Vervolg"]
    assert found["Uitspraken vervallen"] == [
        "- **WAT-009**: <del>Vervolg</del> (nog niet vastgelegd)"
    ]
    assert found["Gepubliceerde adressen geraakt"] == [
        "- `/vervolgproces/#WAT-009`: het staat er niet meer; nog niet vastgelegd"
    ]


def test_a_recorded_withdrawal_is_reported_with_its_note(templates: dict[str, str]) -> None:
    texts = world_texts()
    (line,) = (
        each
        for each in texts["content/register.jsonl"].splitlines()
        if '"WAT-009", "event": "nieuw"' in each
    )
    ended = line.replace('"nieuw", "date": "2020-03-04"', '"vervallen", "date": "2020-06-01"')
    noted = ended.replace('"fingerprint"', '"note": "Dubbel.", "fingerprint"')

    found = report_sections(
        templates,
        (FOLLOW_UP, "  - id: WAT-009\n    line: 13\n    kind: kop\n    text: Vervolg\n", ""),
        ("content/register.jsonl", line, f"{line}\n{noted}"),
    )

    assert found["Uitspraken vervallen"] == [
        "- **WAT-009**: <del>Vervolg</del> (vervallen: Dubbel.)"
    ]
    assert found["Gepubliceerde adressen geraakt"] == [
        "- `/vervolgproces/#WAT-009`: het staat er niet meer; het oude adres leidt door"
    ]


def test_a_move_is_reported_with_both_addresses(templates: dict[str, str]) -> None:
    block = "  - id: WAT-005\n    line: 8\n    kind: titel\n    text: Thema Groen\n"

    found = report_sections(
        templates,
        (GROEN, block, ""),
        ("content/chapters/aanloop.yml", "statements:\n", f"statements:\n{block}\n"),
    )

    assert found["Uitspraken verplaatst"] == [
        "- **WAT-005**: van `/themas/groen/` naar `/document/aanloop/`"
    ]
    assert found["Gepubliceerde adressen geraakt"] == [
        (
            "- `/themas/groen/#WAT-005`: het staat nu op `/document/aanloop/#WAT-005`; "
            "nog niet vastgelegd"
        )
    ]


def test_changed_statuses_deadlines_and_facts_are_reported(templates: dict[str, str]) -> None:
    fact = (
        "\n  - slug: tweede-boom\n    date: 2020-02\n    statements: [WAT-007]\n"
        "    what: Er staat [een boom](regenton).\n    sources: [krant]\n    status: uitgevoerd\n"
    )
    progress = "content/progress.yml"
    shifted_deadline = ("content/deadlines.yml", "        end: 2019-06\n", "        end: 2019-08\n")

    found = report_sections(
        templates, (progress, "door de provincie\n", f"door de provincie\n{fact}"), shifted_deadline
    )

    assert found["Feiten over de voortgang toegevoegd"] == [
        "- februari 2020, over WAT-007: Er staat een boom."
    ]
    assert found["Statussen gewijzigd"] == ["- **WAT-007**: van ‘in uitvoering’ naar ‘uitgevoerd’"]
    assert found["Termijnen gewijzigd"] == [
        (
            "- Bijeenkomen: van uiterlijk 30 juni 2019 (te laat) "
            "naar uiterlijk 31 augustus 2019 (op tijd)"
        )
    ]


def test_changes_to_other_fields_are_reported(templates: dict[str, str]) -> None:
    found = report_sections(
        templates,
        (GROEN, "    note: Hoeveel bomen, staat er niet.\n", ""),
        ("content/parties/buurt.yml", "group: overig", "group: overheid"),
    )

    assert found["Uitspraken anders ingedeeld of toegelicht"] == ["- **WAT-007**: `note`"]
    assert found["Overige inhoud"] == ["- gewijzigd: De buurt, `group`"]


# Safety of values ---------------------------------------------------------------------------------

UNSAFE_VALUES = [
    "@octocat",
    "zie @org/team nu",
    "#12 en GH-12 en org/repo#12",
    "!12 %1 ~fout &3 $9 :tada:",
    "https://kwaad.example www.kwaad.example",
    "![x](https://kwaad.example/x.png)",
    "<img src=x onerror=1><!-- voorstel -->",
    "`code` **vet** _schuin_ ~~weg~~",
    "# kop",
    "1. punt",
    "- punt",
    "> citaat",
    "/close",
    "a\n\n## Kop\n\n/approve",
    "\u202eneerev",
    "</del></ins><script>",
]


def rendered(markdown: str) -> BeautifulSoup:
    """Markdown as a code hosting site renders it."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(f"- {markdown}\n")
    return BeautifulSoup(html, "html.parser")


@given(st.one_of(st.sampled_from(UNSAFE_VALUES), st.text(max_size=60)))
def test_a_value_is_shown_literally_and_adds_no_markup(value: str) -> None:
    page = rendered(f"x {change_report.literal_markdown(value)} y")

    assert {tag.name for tag in page.find_all()} == {"ul", "li"}
    visible = page.get_text().replace("\u2060", "")
    letters = "".join(each for each in value if each.isalnum())
    assert "".join(each for each in visible if each.isalnum()) == f"x{letters}y"
    assert visible.count("\n") == rendered("x y").get_text().count("\n")


@pytest.mark.parametrize("value", UNSAFE_VALUES)
def test_a_value_creates_no_mention_reference_or_link(value: str) -> None:
    text = rendered(change_report.literal_markdown(value)).get_text()

    for sign in ("@o", "#1", "GH-1", "!1", "%1", "~f", "&3", "$9", ":t", "://", "www.", "\u202e"):
        assert sign not in text, sign


def test_a_long_report_is_cut_off_and_says_how_much_is_left_out(templates: dict[str, str]) -> None:
    texts = world_texts()
    long = f"{'é' * 90} " * 10
    many = "".join(
        f"\n  - slug: woord-{at}\n    term: woord {at} {long}\n    meaning: Iets.\n"
        for at in range(300)
    )
    texts["content/terms.yml"] += many

    text = change_report.render(side(world_texts(), templates), side(texts, templates))

    assert 50_000 < len(text.encode()) < 65_536
    shown = sum(line.startswith("- ") for line in text.splitlines())
    pages = 2  # the page of terms, and the index from A to Z
    assert f"Dit overzicht is te lang: {300 + pages - shown} regels zijn weggelaten." in text


def test_a_very_long_value_is_shortened() -> None:
    assert len(change_report.literal_markdown("woord " * 20_000)) < 2_000


# On the command line ------------------------------------------------------------------------------


@pytest.mark.usefixtures("git")
def test_a_proposal_is_compared_with_a_revision(project: Path) -> None:
    assert run(project, "diff", "HEAD").stdout == NOTHING
    edit(project, "content/parties/ezk.yml", "Zo heette", "Aldus heette")

    result = run(project, "diff", "HEAD")

    assert (result.returncode, result.stderr) == (0, "")
    assert "- `/partijen/ezk/`\n" in result.stdout


@pytest.mark.usefixtures("git")
def test_changes_that_cannot_be_compared_are_reported_with_the_reason(project: Path) -> None:
    (project / "content/parties/ezk.yml").unlink()
    for path in (project / "content").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("(ezk)", "(ipo)").replace("ezk, ", ""), encoding="utf-8")

    result = run(project, "diff", "HEAD")

    assert result.returncode == 1
    assert result.stdout.startswith("## Wat dit voorstel wijzigt\n\nDat is niet te zeggen: ")
    assert "ezk" in result.stdout
    assert "Traceback" not in result.stderr


def test_a_base_without_a_required_file_is_reported(project: Path, git: Callable[..., str]) -> None:
    git("rm", "-q", "--cached", "content/deadlines.yml")
    git("commit", "-qm", "zonder termijnen")

    result = run(project, "diff", "HEAD")

    assert result.returncode == 1
    assert "de inhoud van HEAD klopt niet (1 fout) of past niet" in result.stdout
    assert "content/deadlines.yml" in result.stdout.replace("\u2060", "")
    assert result.stderr == ""


def test_a_base_without_content_or_with_invalid_encoding_is_reported(
    project: Path, git: Callable[..., str]
) -> None:
    git("rm", "-rq", "--cached", "content")
    git("commit", "-qm", "leeg")
    assert run(project, "diff", "HEAD").returncode == 1
    path = project / "content/pages/over.yml"
    valid = path.read_bytes()
    path.write_bytes(valid + b"# caf\xe9\n")
    git("add", "content")
    git("commit", "-qm", "geen UTF-8")
    path.write_bytes(valid)

    result = run(project, "diff", "HEAD")

    assert result.returncode == 1
    assert "dit teken is geen UTF-8" in result.stdout
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("git")
def test_an_unknown_base_is_a_usage_error(project: Path) -> None:
    result = run(project, "diff", "bestaat-niet")

    assert result.returncode == 2
    assert "Git kent die versie niet" in result.stderr
    assert result.stdout == ""
