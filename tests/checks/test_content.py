"""The real content is right, and has all of its source."""

import json
from collections import Counter

import yaml

from generator.dossier.dossier import Dossier
from tests.conftest import ROOT
from tests.support.source_units import UNITS


def test_the_source_has_its_parts(real: Dossier) -> None:
    assert len(real.themes) == 4
    assert [theme.number for theme in real.themes] == [1, 2, 3, 4]
    assert len(real.open_points.points) == 33


def test_every_unit_is_a_statement_or_part_of_one(real: Dossier) -> None:
    texts = Counter(statement.text for statement in real.statements)
    skipped = {skip.text for source in real.sources for skip in source.skipped}

    assert len(UNITS) == 74
    assert [unit for unit in UNITS if unit not in texts] == ["53d"]
    assert skipped == {"53d"}


def test_ids_are_numbered_without_gaps(real: Dossier) -> None:
    numbers = sorted(int(statement.id.split("-")[1]) for statement in real.statements)

    assert numbers == list(range(1, len(numbers) + 1))


def test_a_theme_that_is_not_worked_out_says_so(real: Dossier) -> None:
    for theme in real.themes:
        assert theme.statements or theme.missing


def test_configuration_and_content_agree(real: Dossier) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = yaml.safe_load(text)

    assert config["site_name"] == real.settings.title
    assert config["site_url"] == real.settings.address
    assert config["site_description"] == real.settings.summary
    assert config["strict"] is True
    assert config["theme"]["language"] == "nl"


def test_no_kamerstuk_number_is_invented(real: Dossier) -> None:
    """The motion and the letter have no known number: none may stand with them."""
    for slug in ("motie-heerma-segers", "tk-brief"):
        record = json.dumps(real.record[slug].model_dump(mode="json"))

        assert "kst-" not in record
        assert "niet vastgesteld" in record
