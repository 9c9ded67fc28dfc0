"""A quoted document is added with its text and a first chapter, or nothing changes."""

from pathlib import Path

import pytest

from generator.checks.runner import CHECKED_LAST
from generator.parsing.content_files import MAX_BYTES
from tests.conftest import problems_at
from tests.support.command_line import run
from tests.support.trees import changed_lines, tree

DAY = ("--today", "2026-11-23")
TEXT = "Brief aan de Kamer\n\n- De provincies en EZK gaan verder. Dat is goed.\n"
CHAPTER = "content/chapters/brief-tekst.yml"


def add(project: Path, content: str | bytes, *options: str, slug: str = "brief") -> tuple[int, str]:
    """The exit code and the messages of the command, given what the file holds."""
    file = project.parent / "gegeven.txt"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    given = ("--title", "Een brief", "--file", str(file), *options)
    result = run(project, "new", "document", slug, *given, *DAY)
    return result.returncode, result.stdout + result.stderr


def rules(project: Path) -> set[str]:
    return {problem.rule for problem in problems_at(project)}


def test_without_statements_the_check_names_every_line(project: Path) -> None:
    before = tree(project)

    code, said = add(project, TEXT)

    after = tree(project)
    assert code == 0
    assert "python site_build.py check" in said
    assert [*changed_lines(before, after)] == ["+       - Een brief: document/brief-tekst.md\n"]
    assert after["content/sources/brief.txt"].decode() == TEXT
    found = [each.message for each in problems_at(project) if each.rule == "dekking"]
    assert [message.partition(" van")[0] for message in found] == ["regel 1", "regel 3"]


def test_with_statements_only_recording_is_left(project: Path) -> None:
    code, said = add(project, TEXT, "--statements", "--date", "2021-02")

    assert code == 0
    assert "2 uitspraken" in said
    assert rules(project) <= CHECKED_LAST
    chapter = (project / CHAPTER).read_text(encoding="utf-8")
    assert "  - id: HRE-095\n    line: 3\n    kind: inhoud\n" in chapter
    assert '    text: "De provincies en EZK gaan verder. Dat is goed."\n' in chapter
    assert "    parties: [provincies, ezk]\n" in chapter


def test_a_line_that_is_too_long_is_left_to_the_editor(project: Path) -> None:
    code, said = add(project, f"Een zin.\n{'woord ' * 300}\n", "--statements")

    assert code == 0
    assert "verdeel zelf: regel 2" in said
    assert {"dekking"} == rules(project) - CHECKED_LAST


def test_an_unseen_character_is_reported_with_its_place(project: Path) -> None:
    code, said = add(project, "Dit is \u202everborgen.\n", "--statements")

    assert code == 0
    assert "content/sources/brief.txt:1:8: hier staat een onzichtbaar teken (U+202E)" in said


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9\n", "gegeven.txt:1:4: dit teken is geen UTF-8"),
        ("\ufeffx".encode("utf-16"), "dit bestand is UTF-16"),
        (b"x" * (MAX_BYTES + 1), "dit bestand is groter dan 5 MB"),
        ("", "in het bestand staat geen tekst"),
        (" \n\n", "in het bestand staat geen tekst"),
    ],
)
def test_a_file_that_is_no_text_changes_nothing(
    project: Path, content: str | bytes, message: str
) -> None:
    before = tree(project)

    code, said = add(project, content)

    assert code in (1, 2)
    assert message in said
    assert tree(project) == before


def test_the_same_text_is_not_added_twice(project: Path) -> None:
    assert add(project, TEXT)[0] == 0
    before = tree(project)

    code, said = add(project, TEXT.replace("\n", "\r\n"), slug="nog-een")

    assert (code, said) == (
        2,
        "Niets gewijzigd: deze tekst staat al in content/sources/brief.txt.\n",
    )
    assert tree(project) == before


@pytest.mark.parametrize(
    ("slug", "options", "message"),
    [
        ("slides", (), "content/sources/slides.yml bestaat al"),
        ("rvo-mit", (), "zet de tekst zelf in content/sources/rvo-mit.txt"),
        ("Brief", (), "'Brief' kan geen naam zijn"),
        ("brief", ("--chapter", "mkb-deals"), "[dubbele-naam]"),
        ("brief", ("--title", "Human capital"), "[dubbele-titel]"),
    ],
)
def test_a_name_that_is_taken_changes_nothing(
    project: Path, slug: str, options: tuple[str, ...], message: str
) -> None:
    before = tree(project)

    code, said = add(project, TEXT, *options, slug=slug)

    assert code == 2
    assert message in said
    assert tree(project) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "geef ook een naam op"),
        (("brief",), "geef met --file ook het bestand"),
        (("brief", "--file", "weg.txt"), "er is geen bestand 'weg.txt'"),
    ],
)
def test_what_is_missing_is_named(project: Path, arguments: tuple[str, ...], message: str) -> None:
    result = run(project, "new", "document", *arguments, *DAY)

    assert result.returncode == 2
    assert message in result.stderr


def test_a_comparison_is_added_with_a_statement(project: Path) -> None:
    assert add(project, "Een zin.\n")[0] == 0
    words = ("--line", "1", "--kind", "inhoud", "--text", "Een zin.")
    comparison = ("--compared", "slides", "nieuw", "", "", "")

    result = run(project, "new", "statement", "brief-tekst", *words, *comparison, *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    chapter = (project / CHAPTER).read_text(encoding="utf-8")
    assert chapter.endswith("    compared:\n      - document: slides\n        how: nieuw\n")
    assert rules(project) <= CHECKED_LAST
