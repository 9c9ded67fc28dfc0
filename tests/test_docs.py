"""The guides name what there is."""

import re

import pytest

from generator.checks.runner import CONTENT_RULES
from tests.conftest import ROOT
from tests.support.models import all_models
from tests.support.rules import rules_in_the_code

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FIELDS = sorted({name for model in all_models() for name in model.model_fields} - {"slug"})
RULES = sorted(
    rules_in_the_code() | {"codering", "onleesbaar-bestand", "gekrompen", "verouderd-schema"}
)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_explained(field: str) -> None:
    assert f"`{field}`" in CONTRIBUTING


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule: str) -> None:
    assert f"`{rule}`" in CONTRIBUTING


def test_no_rule_is_explained_that_is_none() -> None:
    table = CONTRIBUTING.split("## Wat de controle zegt")[1]

    assert set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)) == set(RULES)
    assert len(RULES) > len(CONTENT_RULES)


def test_the_two_commands_come_first() -> None:
    first_block = README.split("```")[1]

    assert "make site" in first_block
    assert "make test" in first_block


@pytest.mark.parametrize("path", re.findall(r"^([a-z_./]+)  +[A-Z]", README, re.MULTILINE))
def test_the_layout_in_the_readme_exists(path: str) -> None:
    assert (ROOT / path).exists()
