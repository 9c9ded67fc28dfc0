"""The laws of the house: who may import whom, and who may touch the outside."""

import ast
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = (
    ("steps", "problem", "errors", "stop_words", "scalars", "page", "grouping", "lookups", "difference", "days"),
    ("dictionary", "drawing", "syntax"),
    ("model",),
    ("fields", "urls", "names", "dutch"),
    ("source", "links", "page_numbers"),
    ("edits", "kamerstukken", "parsed", "places", "pointers", "validating"),
    ("wording",),
    ("register", "backlinks"),
    ("dossier", "markdown", "paging"),
    ("facts", "templates"),
    ("published", "citation", "finish"),
    ("laws", "reading", "linking", "menu"),
    ("checks", "recording", "history"),
    ("former_addresses", "progress", "deadlines", "renaming", "scaffolding", "marks"),
    ("statements", "permalinks", "feeds", "agenda", "poster", "memory", "tracing"),
    ("tables", "pictures", "findable", "telling"),
    ("lexicon", "report", "shards"),
    ("pages", "schema"),
    ("output", "proposal"),
    ("beside", "disk", "folders", "git", "watching"),
    ("standing",),
    ("checking", "indexing", "kept", "publishing"),
    ("generating", "landing", "plugins", "searching"),
    ("site",),
    ("build",),
    ("preview", "proposing"),
)
"""From the ground up; a room imports from lower floors only, rooms within a folder apart."""

FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
OUTSIDE = {
    "build",
    "checking",
    "disk",
    "folders",
    "generating",
    "git",
    "indexing",
    "kept",
    "plugins",
    "preview",
    "publishing",
    "site",
    "standing",
}
FILES = sorted((ROOT / "generator").rglob("*.py"))
KEYS = [path.relative_to(ROOT / "generator").with_suffix("").as_posix() for path in FILES]

ONLY_IN = {
    "yaml": {"source"},
    "icalendar": {"agenda"},
    "simplemma": {"dictionary"},
    "PIL": {"poster"},
    "jinja2": {"generating", "markdown", "plugins", "templates"},
    "pathspec": {"menu"},
    "mkdocs": {"plugins", "preview", "site"},
    "shutil": {"folders", "publishing"},
    "os": {"beside", "disk", "folders", "publishing", "site"},
    "subprocess": {"git", "indexing"},
    "pagefind_bin_extended": {"indexing"},
    "logging": {"plugins"},
    "multiprocessing": {"beside"},
    "watchdog": {"watching"},
    "threading": {"beside", "preview"},
    "pathlib": {
        "build",
        "checking",
        "disk",
        "folders",
        "generating",
        "git",
        "indexing",
        "kept",
        "landing",
        "plugins",
        "preview",
        "proposing",
        "publishing",
        "reading",
        "renaming",
        "schema",
        "searching",
        "site",
        "standing",
        "validating",
        "watching",
    },
}
NEVER = {"socket", "urllib", "requests", "random", "time", "locale", "click"}


def imports(path: Path) -> set[str]:
    """The names of all modules that a file imports, those of functions and classes too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms(path: Path) -> set[str]:
    """The rooms of generator/ that a file imports from."""
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("generator.")}
    return ours - {room_of(path)}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT / "generator").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=KEYS)
def test_a_room_imports_from_lower_floors_only(path: Path) -> None:
    here = room_of(path)
    if here == "__init__":
        assert not rooms(path)
        return

    assert {room for room in rooms(path) if FLOOR_OF[room] >= FLOOR_OF[here]} == set()


@pytest.mark.parametrize("folder", ["laws", "pages", "pictures"])
def test_rooms_in_a_folder_stand_apart(folder: str) -> None:
    files = sorted((ROOT / "generator" / folder).glob("[a-z]*.py"))
    inside = f"generator.{folder}."

    assert len(files) > 2
    for path in files:
        siblings = {f"{inside}{each.stem}" for each in files}
        named = imports(path) | {name.rpartition(".")[0] for name in imports(path)}
        assert not named & siblings, path


def test_every_room_has_a_floor() -> None:
    assert {room_of(path) for path in FILES} - {"__init__"} == set(FLOOR_OF)


@pytest.mark.parametrize("path", FILES, ids=KEYS)
def test_only_the_named_rooms_touch_the_outside(path: Path) -> None:
    tops = {name.split(".")[0] for name in imports(path)}

    assert {top for top in tops & set(ONLY_IN) if room_of(path) not in ONLY_IN[top]} == set()
    assert tops & NEVER == set()


@pytest.mark.parametrize("path", FILES, ids=KEYS)
def test_pure_rooms_open_print_and_look_at_no_clock(path: Path) -> None:
    names = {node.id for node in ast.walk(parsed(path)) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute)}
    calls = [node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    called = {function.attr for function in calls if isinstance(function, ast.Attribute)}

    assert names & {"print", "input", "exec", "eval"} == set()
    assert called & {"today", "now", "utcnow"} == set()
    if room_of(path) not in OUTSIDE:
        assert names & {"open"} == set()
        assert attributes & {"read_text", "write_text", "read_bytes", "write_bytes"} == set()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=KEYS)
def test_nothing_imports_the_door_or_the_tests(path: Path) -> None:
    assert not {name for name in imports(path) if name.startswith(("site_build", "tests"))}


def test_no_room_is_for_odds_and_ends() -> None:
    assert {room_of(path) for path in FILES} & {
        "utils",
        "helpers",
        "common",
        "base",
        "misc",
    } == set()


def test_templates_only_lay_out() -> None:
    templates = sorted((ROOT / "templates").rglob("*.j2"))
    text = "".join(path.read_text(encoding="utf-8") for path in templates)

    assert len(templates) > 15
    for work in ("|sort", "|selectattr", "|groupby", "|replace", "|map(", "|safe", "{% set"):
        assert work not in text.replace(" ", ""), work


def test_the_house_stands_on_python_alone_where_it_says_so() -> None:
    """Third parties come in by few doors: each is named above, or is one of these."""
    everywhere = {"generator", "pydantic", "pydantic_core", "markupsafe"} | sys.stdlib_module_names
    tops = {name.split(".")[0] for path in FILES for name in imports(path)}

    assert tops - everywhere - set(ONLY_IN) == set()
