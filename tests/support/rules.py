"""Every rule of the content and of mkdocs.yml, by the name that its messages end with."""

import ast
from collections.abc import Iterator
from pathlib import Path

from generator.checks import configuration
from generator.checks.runner import CONTENT_RULES, RECORDING_RULES
from generator.site.pages import menu
from tests.conftest import ROOT

TELLERS = {"Problem", "problem", "key_problem", "_refuse"}
"""The functions that make a problem; the rule is their last argument."""


def rules_in_the_code() -> set[str]:
    """The rules of CHECKS, those that the readers of files name, and those of mkdocs.yml."""
    packages = ("parsing", "dossier")
    given = {rule for package in packages for rule in rules_given(ROOT / "generator" / package)}
    return (
        {rule for rule, _ in (*CONTENT_RULES, *RECORDING_RULES)}
        | given
        | {menu.RULE, configuration.RULE}
    )


def rules_given(folder: Path) -> Iterator[str]:
    """The last argument of every call that makes a problem."""
    trees = (
        ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.py"))
        if path.stem != "content_files"
    )  # its problems are found on a disk: no edit to a text brings them about
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            last = node.args[-1] if node.args else None
            if name in TELLERS and isinstance(last, ast.Constant):
                yield str(last.value)
