"""The names of the rules for the content and mkdocs.yml, which their messages end with."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.checks import acceptance, configuration
from generator.checks.runner import (
    CONTENT_RULES,
    DATED_RULES,
    DATED_WARNING_RULES,
    NUMBERING_RULES,
    RECORDING_RULES,
    WARNING_RULES,
)
from generator.site.pages import menu
from tests.conftest import ROOT

GENERATOR = ROOT / "generator"
LISTED: tuple[tuple[str, object], ...] = (
    *CONTENT_RULES,
    *DATED_RULES,
    *RECORDING_RULES,
    *NUMBERING_RULES,
    *WARNING_RULES,
    *DATED_WARNING_RULES,
)
"""All rules in the lists, with their names."""
RULE_POSITIONS = {"Problem": 4, "problem": 2, "key_problem": 2, "_refuse": 2, "outdated": 3}
"""The functions that report a problem, with the position of the argument that names its rule."""


def rules_in_the_code() -> set[str]:
    """The rules for the content and mkdocs.yml: the listed ones, and those that loading reports."""
    paths = [*(GENERATOR / "parsing").glob("*.py"), *(GENERATOR / "dossier").glob("*.py")]
    # The content in the tests is text, so it cannot break the rules about files that are not text.
    loading_rules = {*_reported_rules(p for p in paths if p.stem != "content_files")}
    return _listed_rules() | loading_rules | {menu.RULE, configuration.RULE}


def all_rules() -> set[str]:
    """The rules for the content, its files, the menu and generated files."""
    return _listed_rules() | {*_reported_rules(GENERATOR.rglob("*.py"))}


def _listed_rules() -> set[str]:
    return {rule for rule, _ in LISTED} | {acceptance.RULE}


def _reported_rules(paths: Iterable[Path]) -> Iterator[str]:
    """The rules that calls in these modules name, as a string or as a constant of the module."""
    for path in paths:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = dict(_constants(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (argument := _rule_argument(node)):
                if isinstance(argument, ast.Constant):
                    yield str(argument.value)
                elif isinstance(argument, ast.Name) and argument.id in constants:
                    yield constants[argument.id]


def _rule_argument(call: ast.Call) -> ast.expr | None:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    position = RULE_POSITIONS.get(name)
    return call.args[position] if position is not None and len(call.args) > position else None


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))):
                yield name, value
