"""What an editor can mean wrongly is found: each row of ``mistakes_of_meaning.yml``.

The exact messages are in ``tests/mistakes/``.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build.check import Content, check
from generator.dossier.loader import read
from generator.parsing.content_files import CONFIGURATION, Tree
from generator.parsing.yaml_cache import YamlCache
from tests.checks.test_mistakes import edited
from tests.conftest import TODAY, WORLD, world_texts
from tests.support.frozen import configuration

CACHE = YamlCache()
TABLE = yaml.safe_load(Path(__file__).with_name("mistakes_of_meaning.yml").read_text("utf-8"))


def rows(kind: str) -> list[Any]:
    return [pytest.param(row, id=row["mistake"]) for row in TABLE[kind]]


def rules_after(edit: dict[str, Any]) -> tuple[set[str], set[str]]:
    """The rules of the problems and of the notices after an edit."""
    texts = edited(world_texts(), edit)
    menu = Tree({CONFIGURATION: configuration(WORLD)})
    checked = check(Content(Tree(texts), menu, read(texts, parse=CACHE.parse), CACHE), TODAY)
    return {each.rule for each in checked.problems}, {each.rule for each in checked.notices}


@pytest.mark.parametrize("row", rows("problems"))
def test_what_cannot_be_meant_is_a_problem(row: dict[str, Any]) -> None:
    problems, _ = rules_after(row)

    assert row["rule"] in problems


@pytest.mark.parametrize("row", rows("notices"))
def test_what_may_be_right_is_a_notice(row: dict[str, Any]) -> None:
    problems, notices = rules_after(row)

    assert row["rule"] in notices
    assert row["rule"] not in problems
