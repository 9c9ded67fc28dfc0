"""Every rule reports its mistake with the expected message at the expected position.

A file in ``mistakes/`` has the name of a rule and contains edits to the small world, each with all
messages that an editor must then see.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build.check import Content, check
from generator.dossier.loader import read
from generator.editing.events import RESOLVED_BY_RECORDING
from generator.parsing.content_files import CONFIGURATION, Tree
from generator.parsing.yaml_cache import YamlCache
from tests.conftest import ROOT, TODAY, WORLD, problems_in, world_texts
from tests.support.frozen import configuration
from tests.support.rules import LISTED, rules_in_the_code

UNRECORDED = tuple(f"[{rule}]" for rule in RESOLVED_BY_RECORDING)
MISTAKES = sorted((ROOT / "tests/mistakes").glob("*.yml"))
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{number}")
    for path in MISTAKES
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


def world_project() -> dict[str, str]:
    """The content of the small world, and its mkdocs.yml."""
    return {**world_texts(), CONFIGURATION: configuration(WORLD)}


def messages(texts: dict[str, str]) -> list[str]:
    """All problems and notices of some content and its mkdocs.yml, as ``check`` prints them."""
    content = {path: text for path, text in texts.items() if path != CONFIGURATION}
    loaded = Content(
        Tree(content), Tree({CONFIGURATION: texts[CONFIGURATION]}), read(content), YamlCache()
    )
    checked = check(loaded, TODAY)
    return [*map(str, checked.problems), *(f"Let op: {notice}" for notice in checked.notices)]


def edited(texts: dict[str, str], case: dict[str, Any]) -> dict[str, str]:
    """Content with one edit: a text replaced, or a file added, renamed or removed.

    With ``also``, a list of edits, these are made first.
    """
    for each in case.get("also", ()):
        texts = edited(texts, each)
    path = case["file"]
    if "replace" in case:
        assert texts[path].count(case["replace"]) == 1, (
            "the text to replace must occur exactly once"
        )
        return {**texts, path: texts[path].replace(case["replace"], case["with"])}
    if "with" in case:
        return {**texts, path: case["with"]}
    if "rename" in case:
        return {case["rename"] if name == path else name: text for name, text in texts.items()}
    return {name: text for name, text in texts.items() if name != path}


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_mistake_is_reported_with_the_expected_messages(rule: str, case: dict[str, Any]) -> None:
    found = messages(edited(world_project(), case))
    if case.get("recorded") is False:  # the messages about recording are those of another rule
        found = [each for each in found if not each.endswith(UNRECORDED)]

    assert found == case["messages"]
    assert any(message.endswith(f"[{rule}]") for message in found)


def test_every_rule_has_a_mistake() -> None:
    assert {path.stem for path in MISTAKES} == rules_in_the_code()


def test_rule_names_are_unique() -> None:
    names = [rule for rule, _ in LISTED]

    assert len(names) == len(set(names)) > 0


def test_the_small_world_is_valid() -> None:
    assert messages(world_project()) == []


def test_every_rule_is_stated_in_one_sentence() -> None:
    for name, rule in LISTED:
        assert re.fullmatch(r"[A-Z][^\n]*\.", rule.__doc__ or ""), name


def test_empty_content_is_refused() -> None:
    assert problems_in({}) != []


def test_the_folder_of_mistakes_has_only_yaml_files() -> None:
    folder = Path(ROOT / "tests/mistakes")

    assert sorted(path for path in folder.iterdir() if path.is_file()) == MISTAKES
