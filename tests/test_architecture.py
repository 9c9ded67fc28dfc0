"""The rules of the code that import-linter does not know.

Which package may import which is in ``.importlinter``. Here: input and output, the clock and the
environment belong to folders, each library has its place, and templates only lay out.
"""

import ast
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CODE = ROOT / "generator"
FILES = sorted(CODE.rglob("*.py"))
MODULE_IDS = [path.relative_to(CODE).with_suffix("").as_posix() for path in FILES]

WITH_IO = (
    "build/",
    "parsing/content_files",
    "editing/apply",
    "editing/change_check",
    "editing/git",
    "editing/sheet_files",
    "web/",
)
"""The folders and the modules that touch files, processes, git or the network; all else is pure."""
IO_MODULES = {"ctypes", "logging", "multiprocessing", "os", "shutil", "subprocess", "threading"}
IO_METHODS = {"read_text", "write_text", "read_bytes", "write_bytes", "open", "mkdir", "unlink"}
NETWORK_MODULES = {"http", "requests", "socket", "ssl", "urllib"}
FORBIDDEN_MODULES = {
    "random",
    "time",
    "locale",
    "click",
    "tempfile",
}
LIBRARIES = {
    "annotated_types": ("editing/reference",),
    "brotli": ("build/compression",),
    "certifi": ("web/fetching",),
    "filelock": ("build/lock",),
    "fontpkg_source_sans_3": ("site/exports/card_text",),
    "icalendar": ("site/exports/calendar",),
    "jinja2": ("build/", "site/views/"),
    "markupsafe": ("site/",),
    "mkdocs": ("build/mkdocs_run", "build/serve"),
    "openpyxl": ("editing/sheets/",),
    "pathspec": ("site/pages/menu",),
    "PIL": ("site/exports/card_", "site/exports/status_shapes"),
    "pikepdf": ("build/typesetting",),
    "pypdf": ("text/saved_file",),
    "pydantic": ("model/", "parsing/", "dossier/", "checks/problem_json", "editing/", "site/api"),
    "pydantic_core": ("model/", "parsing/", "editing/schema"),
    "simplemma": ("search/dictionary",),
    "typst": ("build/typesetting",),
    "urllib3": ("web/fetching",),
    "warcio": ("text/saved_file",),
    "watchdog": ("build/file_watcher",),
    "xlsxwriter": ("editing/sheets/workbook", "site/exports/workbooks"),
    "yaml": ("parsing/",),
}
"""Where each library may be imported: a change of library touches these places alone."""


def imports(path: Path) -> set[str]:
    """The names of all modules that a file imports, those of functions and classes too."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def top_level(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def called(path: Path) -> set[str]:
    """The names of the functions and methods that a file calls."""
    functions = [node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    return {getattr(each, "attr", getattr(each, "id", "")) for each in functions}


@pytest.mark.parametrize(("path", "key"), [*zip(FILES, MODULE_IDS, strict=True)], ids=MODULE_IDS)
def test_input_and_output_belong_to_folders(path: Path, key: str) -> None:
    if not key.startswith(WITH_IO):
        assert top_level(path) & IO_MODULES == set()
        assert called(path) & IO_METHODS == set()
        assert "pathlib.Path" not in imports(path), "a pure module knows paths as text alone"


@pytest.mark.parametrize(("path", "key"), [*zip(FILES, MODULE_IDS, strict=True)], ids=MODULE_IDS)
def test_the_network_belongs_to_one_folder(path: Path, key: str) -> None:
    if not key.startswith("web/"):
        assert top_level(path) & NETWORK_MODULES == set()


@pytest.mark.parametrize("path", FILES, ids=MODULE_IDS)
def test_no_module_prints_or_reads_the_clock(path: Path) -> None:
    assert called(path) & {"print", "input", "exec", "eval", "today", "now", "utcnow"} == set()
    assert top_level(path) & FORBIDDEN_MODULES == set()


@pytest.mark.parametrize(("path", "key"), [*zip(FILES, MODULE_IDS, strict=True)], ids=MODULE_IDS)
def test_each_library_is_imported_in_its_place(path: Path, key: str) -> None:
    others = top_level(path) - sys.stdlib_module_names - {"generator"}

    assert {name for name in others if not key.startswith(LIBRARIES[name])} == set()


@pytest.mark.parametrize("path", FILES, ids=MODULE_IDS)
def test_nothing_imports_the_command_line_or_the_tests(path: Path) -> None:
    assert top_level(path) & {"site_build", "commands", "tests", "benchmarks"} == set()


def test_no_module_is_for_odds_and_ends() -> None:
    names = {part for key in MODULE_IDS for part in key.split("/")}

    assert names & {"utils", "helpers", "common", "base", "misc"} == set()


def test_templates_contain_no_logic() -> None:
    templates = sorted((ROOT / "templates").rglob("*.j2"))
    text = "".join(path.read_text(encoding="utf-8") for path in templates)

    assert len(templates) > 15
    for work in ("|sort", "|selectattr", "|groupby", "|replace", "|map(", "|safe", "{% set"):
        assert work not in text.replace(" ", ""), work
