"""The rules of the code that no linter knows: what may touch the outside, and what templates do."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

FILES = sorted((ROOT / "generator").rglob("*.py"))
KEYS = [path.relative_to(ROOT / "generator").with_suffix("").as_posix() for path in FILES]
NEVER = {"socket", "urllib", "requests", "random", "time", "locale", "click"}


def imports(path: Path) -> set[str]:
    """The names of all modules that a file imports, those of functions and classes too."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=KEYS)
def test_no_module_prints_or_reads_the_clock(path: Path) -> None:
    names = {node.id for node in ast.walk(parsed(path)) if isinstance(node, ast.Name)}
    calls = [node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    called = {function.attr for function in calls if isinstance(function, ast.Attribute)}

    assert names & {"print", "input", "exec", "eval"} == set()
    assert called & {"today", "now", "utcnow"} == set()
    assert {name.split(".")[0] for name in imports(path)} & NEVER == set()


@pytest.mark.parametrize("path", FILES, ids=KEYS)
def test_nothing_imports_the_command_line_or_the_tests(path: Path) -> None:
    assert not {n for n in imports(path) if n.startswith(("site_build", "commands", "tests"))}


def test_templates_only_lay_out() -> None:
    templates = sorted((ROOT / "templates").rglob("*.j2"))
    text = "".join(path.read_text(encoding="utf-8") for path in templates)

    assert len(templates) > 15
    for work in ("|sort", "|selectattr", "|groupby", "|replace", "|map(", "|safe", "{% set"):
        assert work not in text.replace(" ", ""), work
