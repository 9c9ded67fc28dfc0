"""Characters that nobody sees: which they are, and that every way in refuses them."""

import json
import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from playwright._impl._driver import compute_driver_executable

from commands._options import VisibleText
from generator.checks.problem_json import report
from generator.checks.problem_text import format_for_terminal, github_annotation
from generator.dossier import register_files
from generator.model import characters
from generator.parsing import content_files
from generator.parsing.problem import Problem, escape_invisible
from generator.parsing.yaml_reader import parse
from site_build import COMMANDS, main
from tests.conftest import world_texts

EVERY = map(chr, range(0x110000))
UNSEEN = [each for each in EVERY if characters.first_unseen(each)]
STARTS = [UNSEEN[0], *(after for before, after in pairwise(UNSEEN) if ord(after) > ord(before) + 1)]
"""One character of each range."""
IDS = [characters.code_point(each) for each in STARTS]
SCRIPT = r"""
const unseen = /[\p{DI}\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{NChar}]/u;
const found = [];
for (let code = 0; code < 0x110000; code++)
  if (unseen.test(String.fromCodePoint(code))) found.push(code);
console.log(JSON.stringify(found));
"""


def test_the_set_is_that_of_the_unicode_properties() -> None:
    node, _ = compute_driver_executable()
    result = subprocess.run([node, "-e", SCRIPT], capture_output=True, text=True, check=True)  # noqa: S603

    expected = {chr(code) for code in json.loads(result.stdout)} - {"\t", "\n"}
    others = set(UNSEEN) - expected
    assert expected - set(UNSEEN) == set()
    assert {ord(each) for each in others} == {*range(0xFFF9, 0xFFFC), *range(0x13430, 0x13440)}


@pytest.mark.parametrize(
    "text", ["👩\u200d👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3", "🏳\ufe0f\u200d🌈"]
)
def test_what_makes_an_emoji_is_seen(text: str) -> None:
    assert characters.first_unseen(text) is None
    assert escape_invisible(text) == text


@pytest.mark.parametrize(
    "text", ["a\u200db", "🌳\u200d", "\u200d🌳", "🌳\u200d\u200d🌳", "a\ufe0f"]
)
def test_what_makes_no_emoji_is_not_seen(text: str) -> None:
    assert characters.first_unseen(text)


MARKS = "\u0301\u0323"


def test_a_mark_on_top_of_thirty_others_is_not_seen() -> None:
    """The limit of the Stream-Safe Text Format in UAX 15."""
    assert characters.first_unseen("a" + MARKS * 15) is None
    assert [*characters.unseen("a" + MARKS * 16)] == [(31, MARKS[0]), (32, MARKS[1])]
    assert characters.readable("a" + MARKS * 16) == characters.composed("a" + MARKS * 15)


REGISTER = "content/register/WAT-001-6056ab11.jsonl"


def test_a_pile_of_marks_is_refused_in_a_register_in_escapes_too() -> None:
    for line in ('{"id": "a' + MARKS * 40_000, '{"id": "a' + r"\u0301\u0323" * 8_000):
        (problem,) = register_files.parse({REGISTER: line + '"}\n'}).problems

        assert problem.message == "hier staat een onzichtbaar teken (U+0301); haal het weg"


# Ways in ------------------------------------------------------------------------------------------

PLACES = [
    ("a: x{}y\n", (1, 5)),
    ("# x{}\na: b\n", (1, 4)),
    ("x{}: y\n", (1, 2)),
    ('a: "b{}"\n', (1, 6)),
    ("a: |\n  b{}\n", (2, 4)),
]


@pytest.mark.parametrize("character", STARTS, ids=IDS)
def test_yaml_with_an_unseen_character_is_refused_at_its_place(character: str) -> None:
    for text, place in PLACES:
        (problem,) = parse("a.yml", text.format(character)).problems

        assert (problem.line, problem.column) == place
        assert_named(problem, character)


@pytest.mark.parametrize("character", STARTS, ids=IDS)
def test_yaml_with_an_escaped_unseen_character_is_refused(character: str) -> None:
    escape = rf"\U{ord(character):08x}"
    for text in (f'a: "x{escape}y"\n', f'"x{escape}y": b\n'):
        (problem,) = parse("a.yml", text).problems

        assert problem.line == 1
        if not is_surrogate(character):  # the parser itself refuses to read these
            assert_named(problem, character)


@pytest.mark.parametrize("character", STARTS, ids=IDS)
def test_a_register_with_an_unseen_character_is_refused_at_its_place(character: str) -> None:
    line = world_texts()[REGISTER].split("\n")[0]
    escape = json.dumps(character)[1:-1]
    for written in (character, escape):
        for key in ('"id": "', '"place": "', '"no'):
            changed = (
                line.replace(key, key + written, 1) if key in line else f'{{{key}{written}": 1}}'
            )
            (problem,) = register_files.parse({REGISTER: changed + "\n"}).problems

            assert problem.column == changed.index(written) + 1
            assert_named(problem, character)


@pytest.mark.parametrize("character", STARTS, ids=IDS)
def test_a_file_name_with_an_unseen_character_is_refused(character: str) -> None:
    tree = content_files.decode_files({f"content/parties/a{character}.yml": b"a: b\n"})

    assert tree.texts == {}
    (problem,) = tree.problems
    assert characters.first_unseen(str(problem)) is None


def assert_named(problem: Problem, character: str) -> None:
    name = characters.code_point(character)
    assert name in problem.message or "stuurteken" in problem.message
    assert ("stuurteken" in problem.message) == (ord(character) < 0x9F and character != "\x85")


def is_surrogate(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"


def params(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Parameter]]:
    for each in command.params:
        yield " ".join((*path, each.opts[0])), each
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            inner = command.get_command(click.Context(command), name)
            assert inner
            yield from params(inner, (*path, name))


PARAMS = dict(params(main))


def test_every_command_takes_only_visible_text() -> None:
    texts = [name for name, each in PARAMS.items() if isinstance(each.type, VisibleText)]

    assert not any(each.type is click.STRING for each in PARAMS.values())
    assert {"record --note", "record name", "rename new", "rename --note"} <= set(texts)
    assert {"new party --name", "new statement --text"} <= set(texts)
    assert len(texts) > 60
    assert set(COMMANDS) >= {name.split()[0] for name in texts}


@pytest.mark.parametrize(
    "arguments", [["record", "x", "--note"], ["rename", "a"], ["new", "source"]]
)
@pytest.mark.parametrize("character", ["\u2028", "\x85", "\x0b", "\u202e", "\U000e0041", "\udce9"])
def test_an_argument_with_an_unseen_character_is_refused(
    arguments: list[str], character: str
) -> None:
    result = CliRunner().invoke(main, [*arguments, f"a{character}b"])

    assert result.exit_code == 2
    assert "Niets gewijzigd" in result.output
    assert characters.first_unseen(result.output) is None


def test_an_argument_is_taken_in_composed_form() -> None:
    assert VisibleText().convert("cafe\u0301", None, None) == "café"


# Ways out -----------------------------------------------------------------------------------------


@given(st.text(alphabet=st.one_of(st.sampled_from(STARTS), st.characters(codec=None))))
def test_no_unseen_character_is_ever_shown(text: str) -> None:
    problem = Problem(f"content/{text}", 1, 1, text, "regel", 2)
    texts = {problem.path: text}
    terminal = format_for_terminal(problem, texts)

    shown = [terminal.message, *(terminal.excerpt or ()), github_annotation(problem)]
    shown += report([problem], texts, [problem]).split("\n")
    assert [each for each in shown if characters.first_unseen(each) or "\n" in each] == []
    assert json.loads(report([problem], texts))["problems"][0]["path"] == problem.path


# Composed form ------------------------------------------------------------------------------------


def test_values_and_keys_of_yaml_are_read_in_composed_form() -> None:
    document = parse("a.yml", "cafe\u0301: re\u0301sume\u0301\n")

    assert document.value == {"café": "résumé"}
    assert document.position(("café",)) == (1, 8)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cafe\u0301 en zo", (3, "e\u0301", "é")),
        ("\u212b", (0, "\u212b", "å".upper())),
        ("a\u0307\u0323b", (0, "a\u0307\u0323", "\u1ea1\u0307")),
        ("\u1100\u1161\u11a8", (0, "\u1100\u1161\u11a8", "\uac01")),
        ("café", None),
        ("", None),
    ],
)
def test_what_is_not_composed_is_found(text: str, found: object) -> None:
    assert characters.first_decomposed(text) == found


@given(st.text())
def test_what_is_not_composed_is_found_exactly_if_it_is_there(text: str) -> None:
    found = characters.first_decomposed(text)

    assert (found is None) == (characters.composed(text) == text)
    if found:
        at, written, composed = found
        assert text.startswith(written, at)
        assert composed != written


def test_a_register_that_is_not_composed_is_refused() -> None:
    line = world_texts()[REGISTER].split("\n")[0]
    decomposed, escape = (
        line.replace('"text": "', f'"text": "{text}') + "\n" for text in ("e\u0301", "e\\u0301")
    )
    (problem,) = register_files.parse({REGISTER: decomposed}).problems
    (escaped,) = register_files.parse({REGISTER: escape}).problems

    assert problem.column == line.index('"text": "') + len('"text": "') + 1
    assert problem.message == escaped.message
    assert re.search(r"'é' als U\+0065 U\+0301; schrijf het als U\+00E9", problem.message)


@given(st.text())
def test_lines_end_at_line_feeds_alone(text: str) -> None:
    """As ``wc -l`` and text editors count; a last line may lack its line feed."""
    lines = characters.lines(text)

    assert "\n".join(lines) + ("\n" if text.endswith("\n") else "") == text
    assert len(lines) == text.count("\n") + (bool(text) and not text.endswith("\n"))


def test_a_form_feed_does_not_shift_the_lines_of_a_source(tmp_path: Path) -> None:
    path = tmp_path / "content/sources/a.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes("een\x0c\u2028twee\r\ndrie\x85vier\n".encode())
    text = content_files.read_tree(tmp_path, "content").texts["content/sources/a.txt"]

    assert characters.lines(characters.readable(text)) == ["een  twee", "drie vier"]
