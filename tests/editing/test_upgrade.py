"""Content of an earlier version is converted without changing what it says."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import pytest

from generator.dossier.kind import Kind
from generator.dossier.kinds import ENTRIES
from generator.dossier.register_files import FORMER_FILE, is_register_file, parse
from generator.editing.conversion import ConversionError
from generator.editing.upgrade import upgrade
from generator.parsing import content_files, yaml_reader
from tests.conftest import WORLD, problems_in, world_texts
from tests.support.command_line import run
from tests.support.frozen import FROZEN

LINE = (
    '{"id": "steen", "event": "nieuw", "date": "2020-04-02", "fingerprint": "'
    + "0" * 64
    + '", "text": "steen", "place": "/begrippen/#steen"}\n'
)


def former(texts: Mapping[str, str]) -> dict[str, str]:
    """The same content as the earlier version wrote it."""
    found = {path: text for path, text in texts.items() if not is_new(path)}
    found[FORMER_FILE] = "".join(texts[path] for path in sorted(texts) if is_register_file(path))
    for kind in ENTRIES:
        found[f"content/{kind.file}"] += f"{kind.items}:\n" + "\n".join(former_items(kind, texts))
    for path in texts:
        if path.startswith("content/pages/") or path == "content/dossier.yml":
            found[path] = re.sub(r"- slug: .*\n +", "- ", texts[path])
    return found


def is_new(path: str) -> bool:
    """Whether the earlier version had no such file."""
    folder = str(PurePosixPath(path).parent)
    return is_register_file(path) or folder in {kind.content_path for kind in ENTRIES}


def former_items(kind: Kind, texts: Mapping[str, str]) -> Iterator[str]:
    for path, text in texts.items():
        if PurePosixPath(path).parent == PurePosixPath(kind.content_path):
            _, _, *fields = text.splitlines()  # the schema and the day of change
            first = [] if kind.key == "milestone" else [f"slug: {PurePosixPath(path).stem}"]
            lines = "\n".join(f"    {line}".rstrip() for line in [*first, *fields])
            yield re.sub(r"(reported_by): \[(.*)\]", r"\1: \2", f"  - {lines.lstrip()}\n")


def upgraded(texts: Mapping[str, str]) -> dict[str, str]:
    """All content after the conversion."""
    result = upgrade(texts)
    return {
        path: text for path, text in {**texts, **result.texts}.items() if path not in result.removed
    }


@pytest.mark.parametrize("dossier", [WORLD, FROZEN], ids=["world", "frozen"])
def test_content_is_what_it_was_after_the_conversion(dossier: Path) -> None:
    texts = content_files.read_tree(dossier, "content").texts
    before = former(texts)

    after = upgraded(before)

    assert before.keys() != texts.keys()
    assert after == texts
    assert problems_in(after) == []


def test_every_line_of_the_register_stays_and_keeps_its_order() -> None:
    texts = content_files.read_tree(FROZEN, "content").texts
    before = former(texts)
    lines = before[FORMER_FILE].splitlines()

    register = parse(upgrade(before).texts)

    assert register.problems == ()
    assert len(register.written) == len(lines)
    assert dict(register.history) == dict(parse(texts).history)


def test_a_second_conversion_changes_nothing() -> None:
    again = upgrade(upgraded(former(world_texts())))

    assert (again.texts, again.removed) == ({}, frozenset())


UNUSUAL = {
    "in braces": "[{slug: steen, term: 'steen', sources: [krant, notulen], ordinary: true}]\n",
    "in braces on lines": """
  - {slug: steen, term: steen, ordinary: true,
     sources: [krant, notulen]}
""",
    "quoted": """
  - "slug": "steen"
    'term': "steen"
    sources:
      - krant
      - notulen
    ordinary: true
""",
    "another order": """
- term: steen
  sources: [krant, notulen]
  ordinary: true
  slug: steen
""",
    "a dash on its own": """
  -
    slug: steen
    term: steen
    sources: [krant, notulen]
    ordinary: true
""",
    "many spaces and no last line end": """
  -   slug:   steen
      term: steen
      sources: [krant, notulen]
      ordinary: true""",
}


@pytest.mark.parametrize("items", UNUSUAL.values(), ids=UNUSUAL.keys())
@pytest.mark.parametrize("below", ["", "intro: Woorden.\n"], ids=["last", "not last"])
def test_unusual_notation_keeps_its_values(items: str, below: str) -> None:
    text = f"changed: 2020-04-02\nterms: {items}"
    if below:
        text = text.rstrip("\n") + "\n" + below

    texts = upgrade({"content/terms.yml": text}).texts

    assert texts.keys() == {"content/terms.yml", "content/terms/steen.yml"}
    assert yaml_reader.parse("", texts["content/terms/steen.yml"]).value == {
        "changed": "2020-04-02",
        "term": "steen",
        "sources": ["krant", "notulen"],
        "ordinary": True,
    }
    assert texts["content/terms.yml"] == f"changed: 2020-04-02\n{below}"


def test_records_in_records_in_braces_keep_their_values() -> None:
    shifts = "[{date: 2019-05-02, end: 2019-06, decision: 'Dicht.', sources: [krant]}]"
    item = f"{{slug: a, what: A, shifts: {shifts}, outcome: {{date: '2020', what: B}}}}"

    texts = upgrade({"content/deadlines.yml": f"changed: 2020-04-02\nitems: [{item}]\n"}).texts

    assert yaml_reader.parse("", texts["content/deadlines/a.yml"]).value == {
        "changed": "2020-04-02",
        "what": "A",
        "shifts": [
            {"date": "2019-05-02", "end": "2019-06", "decision": "Dicht.", "sources": ["krant"]}
        ],
        "outcome": {"date": "2020", "what": "B"},
    }


def test_comments_stay_with_the_record_below_them() -> None:
    text = (
        "changed: 2020-04-02\n"
        "terms:   # op alfabet\n"
        "  # Uit de krant.\n"
        "  - slug: hulp  # niet steun\n"
        "    # Zie hieronder.\n"
        "    term: hulp\n"
        "    meaning: |\n"
        "      Meewerken.\n"
        "      # geen commentaar\n"
        "\n"
        "  # Van de straat.\n"
        "  - slug: steen\n"
        "    term: steen  # of kei\n"
        "# Onderaan.\n"
    )

    texts = upgrade({"content/terms.yml": text}).texts

    schema = "# yaml-language-server: $schema=../../schema/terms.json\nchanged: 2020-04-02\n"
    assert texts == {
        "content/terms.yml": "changed: 2020-04-02\n# op alfabet\n",
        "content/terms/hulp.yml": (
            f"{schema}# Uit de krant.\n# niet steun\n# Zie hieronder.\nterm: hulp\n"
            "meaning: |\n  Meewerken.\n  # geen commentaar\n"
        ),
        "content/terms/steen.yml": (
            f"{schema}# Van de straat.\nterm: steen  # of kei\n# Onderaan.\n"
        ),
    }


@pytest.mark.parametrize("items", ["[]\n", "\n"])
def test_a_list_without_records_is_left_out(items: str) -> None:
    texts = upgrade({"content/terms.yml": f"changed: 2020-04-02\nterms: {items}"}).texts

    assert texts == {"content/terms.yml": "changed: 2020-04-02\n"}


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ("- heading: Één kop\n  text: x\n", "- slug: een-kop\n  heading: Één kop\n  text: x\n"),
        ("- text: x\n  'heading': A\n", "- text: x\n  slug: a\n  'heading': A\n"),
        ("- {heading: A, text: x}\n", "- {slug: a, heading: A, text: x}\n"),
        ("- slug: b\n  heading: A\n", "- slug: b\n  heading: A\n"),
        (
            "- # eerst\n  heading: A\n- heading: B\n",
            "- # eerst\n  slug: a\n  heading: A\n- slug: b\n  heading: B\n",
        ),
    ],
)
def test_a_heading_gets_the_name_that_was_its_anchor(sections: str, expected: str) -> None:
    texts = {"content/pages/over.yml": f"title: Over\nsections:\n{sections}"}

    assert upgraded(texts)["content/pages/over.yml"] == f"title: Over\nsections:\n{expected}"


def test_a_register_that_came_back_after_the_conversion_loses_no_new_line() -> None:
    """As after a merge of a proposal that an earlier version made."""
    texts = world_texts()
    path = "content/register/WAT-003-ee74f850.jsonl"
    first, second = texts[path].splitlines(keepends=True)
    moved = second.replace("redactioneel", "verplaatst")

    result = upgrade({**texts, FORMER_FILE: first + moved})

    assert result.texts == {path: first + second + moved}
    assert result.removed == {FORMER_FILE}


# Mistakes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text", "place", "message"),
    [
        (FORMER_FILE, LINE + "{\n", (2, 2), "deze regel is geen JSON"),
        (FORMER_FILE, LINE + LINE.replace("nieuw", "verdampt"), (2, 1), "'verdampt' is niet een"),
        (FORMER_FILE, LINE.replace('"id": "steen", ', ""), (1, 1), "verplicht veld 'id' ontbreekt"),
        (FORMER_FILE, LINE + "[]\n", (2, 1), "moet uit velden bestaan"),
        (FORMER_FILE, LINE.rstrip("\n"), (1, 1), "de laatste regel is niet afgesloten"),
        (FORMER_FILE, f"{LINE}<<<<<<< HEAD\n{LINE}", (2, 1), "hier botsen twee voorstellen"),
        ("content/terms.yml", "terms: [\n", (2, 1), ""),
        ("content/terms.yml", "- a\n", (1, 1), "hier horen velden"),
        ("content/terms.yml", "changed: 2020-01-01\nterms: steen\n", (2, 8), "hoort een lijst"),
        ("content/terms.yml", "changed: 2020-01-01\nterms:\n  - steen\n", (3, 5), "horen velden"),
        ("content/terms.yml", "terms:\n  - slug: steen\n", (2, 3), "'changed' ontbreekt"),
        ("content/terms.yml", "changed: 2020-01-01\nterms:\n  - term: x\n", (3, 3), "'slug'"),
        ("content/pages/over.yml", "sections: {\n", (2, 1), ""),
    ],
)
def test_a_mistake_is_reported_at_its_place_and_nothing_is_converted(
    path: str, text: str, place: tuple[int, int], message: str
) -> None:
    with pytest.raises(ConversionError) as caught:
        upgrade({path: text})

    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == (path, *place)
    assert message in problem.message
    assert problem.rule


def test_a_record_that_has_a_file_already_is_not_overwritten() -> None:
    texts = {
        "content/terms.yml": "changed: 2020-01-01\nterms:\n  - slug: steen\n    term: kei\n",
        "content/terms/steen.yml": "changed: 2020-01-02\nterm: steen\n",
    }

    with pytest.raises(ConversionError) as caught:
        upgrade(texts)

    assert str(caught.value.problems[0]) == (
        "content/terms.yml:3:5: content/terms/steen.yml bestaat al; kies een van beide [adres]"
    )


# On the command line ------------------------------------------------------------------------------


def write_former(project: Path) -> None:
    """Let the content of a project be as the earlier version wrote it."""
    texts = content_files.read_tree(project, "content").texts
    before = former(texts)
    content_files.rewrite(project, before, deleted=texts.keys() - before.keys())


def test_the_message_about_the_former_register_names_the_command_that_works(project: Path) -> None:
    expected = content_files.read_tree(project, "content").texts
    write_former(project)

    refused = run(project, "check")
    result = run(project, "upgrade")

    assert "zet het over met: python site_build.py upgrade" in refused.stderr
    assert (result.returncode, result.stderr) == (0, "")
    assert f"Verwijderd: {FORMER_FILE}.\n" in result.stdout
    assert content_files.read_tree(project, "content").texts == expected
    assert run(project, "check").returncode == 0


def test_a_mistake_in_the_former_register_changes_nothing(project: Path) -> None:
    write_former(project)
    with (project / FORMER_FILE).open("a", encoding="utf-8") as file:
        file.write("geen JSON\n")
    before = content_files.read_tree(project, "content").texts

    result = run(project, "upgrade")

    assert result.returncode == 1
    assert re.search(rf"^{FORMER_FILE}:\d+:1: deze regel is geen JSON", result.stderr, re.MULTILINE)
    assert "Traceback" not in result.stderr
    assert content_files.read_tree(project, "content").texts == before
