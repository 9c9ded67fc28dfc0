"""Every rule that the code gives a name."""

import ast
from collections.abc import Iterator
from pathlib import Path

from generator.checks.runner import CONTENT_RULES, RECORDING_RULES
from tests.conftest import ROOT

TELLERS = {"Problem", "problem", "key_problem", "_refuse"}
"""The functions by which a problem is told, its rule being their last argument."""


def rules_in_the_code() -> set[str]:
    """The rules of CHECKS, and those that the readers of files give by name."""
    packages = ("parsing", "dossier")
    given = {rule for package in packages for rule in rules_given(ROOT / "generator" / package)}
    return {rule for rule, _ in (*CONTENT_RULES, *RECORDING_RULES)} | given


def rules_given(folder: Path) -> Iterator[str]:
    """The last argument of every call that makes a problem."""
    trees = (
        ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.py"))
        if path.stem != "content_files"
    )  # a mistake here is a text, and those are not
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            last = node.args[-1] if node.args else None
            if name in TELLERS and isinstance(last, ast.Constant):
                yield str(last.value)
