"""Requirements for the content that are not rules of ``check``.

These tests check what editors write, so they contain no number, word or date that an editor may
change. Publishing does not depend on them. To check other copies of the content, give pytest the
option ``--content-root FOLDER``, once or more.
"""

import datetime as dt
from pathlib import Path

import pytest

from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing.change_check import check_change
from generator.parsing import content_files
from tests.support.source_units import UNITS, missing_units

pytestmark = pytest.mark.content


TODAY = dt.date.today()  # noqa: DTZ011  (an editor writes the local day)
NO_NUMBER = "Kamerstuknummer niet vastgesteld"
"""The text with which a source says that its number is not known."""


def dossier_at(root: Path) -> Dossier:
    dossier = read(content_files.read_tree(root, "content").texts).dossier
    assert dossier
    return dossier


def test_check_finds_no_problem(content_root: Path) -> None:
    assert [str(problem) for problem in check_change(content_root, TODAY).problems] == []


def test_every_unit_of_the_source_is_or_was_published(content_root: Path) -> None:
    assert missing_units(dossier_at(content_root), UNITS) == []


def test_no_number_of_a_parliamentary_paper_is_invented(content_root: Path) -> None:
    for source in dossier_at(content_root).sources:
        if NO_NUMBER in (source.uncertain or ""):
            assert "kst-" not in source.model_dump_json(), source.slug
