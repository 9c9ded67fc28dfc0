"""Any bytes in any file give a dossier, or problems that are located and can be shown.

An input that went wrong once is kept in ``found/content``, a file each, and is tried in every file.
"""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build.check import CheckedContent, Content, check
from generator.checks import problem_text
from generator.checks.problem_json import report
from generator.dossier import register_files
from generator.dossier.loader import read
from generator.model import characters
from generator.parsing.content_files import CONFIGURATION, decode_files
from generator.parsing.yaml_cache import YamlCache
from tests.conftest import TODAY, WORLD, world_texts
from tests.support.frozen import configuration

FOUND = sorted((Path(__file__).parent / "found/content").iterdir())
FILES = {
    **{path: text.encode() for path, text in world_texts().items()},
    CONFIGURATION: configuration(WORLD).encode(),
}
REGISTER = "content/register/WAT-014-8f1f81fb.jsonl"
PLACES = [
    "content/dossier.yml",
    "content/terms.yml",
    "content/terms/steen.yml",
    "content/follow-up.yml",
    "content/parties/gemeente.yml",
    "content/themes/groen.yml",
    "content/sources/notulen.txt",
    "content/sources/notulen.yml",
    REGISTER,
    CONFIGURATION,
]
CACHE = YamlCache()
SNIPPETS = [
    *(path.read_bytes() for path in FOUND),
    *(text.encode() for text in ("\x85", "\xad", "\u2028", "\u202e")),
    *(text.encode() for text in ("\u0301", "\ufeff", "\U000e0041", "\u200d", "\U0001f333")),
    *(b"\x00", b"\r", b"\r\n", b"\t", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"\n---\n"),
    *(b"- ", b": ", b"? ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!python/name:os.system "),
    *(b"!ENV [A, b]", b"<<: ", b"|\n", b">-\n", b"%YAML 1.1\n", b'"', b"'", b"\\u202e", b"\\x"),
    *(b"null", b"~", b"true", b"1", b"1" * 5000, b"-1", b"1e400", b"NaN", b"Infinity"),
    *(b"9999-12-31", b"0000-00-00", b"2020-02-30"),
    *(b"WAT-001", b"WAT-999999999", b"[a](b)", b"](", b"/"),
    *(b"Kamerstukken II 2020/21, 35420, nr. 131", b"gemeente", b"constructor", b"__proto__"),
    *(b"https://a.example/", b"javascript:a", b"x" * 101, b"a " * 600, b"id", b"slug", b"line: 1"),
]  # fmt: skip


def checked(path: str, content: bytes) -> CheckedContent:
    """The small world with other bytes in one file."""
    files = {**FILES, path: content}
    menu = decode_files({CONFIGURATION: files.pop(CONFIGURATION)})
    tree = decode_files(files)
    return check(Content(tree, menu, read(tree.texts, tree.problems, CACHE.parse), CACHE), TODAY)


def assert_located(found: CheckedContent) -> None:
    for problem in (*found.problems, *found.notices):
        line = problem_text.line_of(problem, found.texts)
        lines = characters.lines(found.texts.get(problem.path, ""))
        assert 1 <= problem.line <= len(lines) + 1
        assert 1 <= problem.column <= len(line) + 1
        assert problem.message.strip()
        assert problem.rule
        assert characters.first_unseen(str(problem)) is None
        assert "\n" not in problem_text.github_annotation(problem)
    assert problem_text.format_all(found.problems, found.texts).encode() or not found.problems
    assert json.loads(report(found.problems, found.texts, found.notices).encode())


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("found", FOUND, ids=lambda path: path.stem)
def test_what_went_wrong_once_is_read_or_reported(path: str, found: Path) -> None:
    assert_located(checked(path, found.read_bytes()))


@st.composite
def changed_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the small world in which pieces are replaced, repeated or left out."""
    path = draw(st.sampled_from(PLACES))
    content = FILES[path]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 0, 1, 2, 10, 200])))
        new = draw(st.sampled_from(SNIPPETS) | st.binary(max_size=8) | text_as_bytes())
        content = content[:start] + new * draw(st.sampled_from([1, 1, 2, 60])) + content[end:]
    return path, content


def text_as_bytes() -> st.SearchStrategy[bytes]:
    return st.text(max_size=8).map(str.encode)


@given(changed_files())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_changed_file_is_read_or_reported(change: tuple[str, bytes]) -> None:
    assert_located(checked(*change))


@given(st.sampled_from(PLACES), st.binary() | text_as_bytes())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_are_read_or_reported(path: str, content: bytes) -> None:
    assert_located(checked(path, content))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
EVENTS = [
    json.loads(line)
    for path, content in FILES.items()
    if register_files.is_register_file(path)
    for line in content.decode().split("\n")[:-1]
]


@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.sampled_from([*EVENTS[0], "x"]), VALUES)))
def test_a_register_with_any_values_is_read_or_reported(
    changes: list[tuple[dict[str, object], str, object]],
) -> None:
    events = [{**event, name: value} for event, name, value in changes]
    for ascii_only in (True, False):
        text = "".join(json.dumps(event, ensure_ascii=ascii_only) + "\n" for event in events)
        found = register_files.parse({REGISTER: text})

        assert_located(CheckedContent(None, found.problems, {REGISTER: text}))
        read = {document.position(())[0] for document in found.documents.values()}
        assert read | {each.line for each in found.problems} == {*range(1, len(events) + 1)}


@given(st.binary())
def test_a_register_of_any_bytes_is_read_or_reported(content: bytes) -> None:
    tree = decode_files({REGISTER: content})
    problems = register_files.parse(tree.texts).problems

    assert_located(CheckedContent(None, (*tree.problems, *problems), tree.displayable))


def test_the_world_itself_has_no_problems() -> None:
    assert checked(PLACES[0], FILES[PLACES[0]]).problems == ()
