"""A dossier with lists on several pages: the limits per page are lowered and content is added."""

import datetime as dt
from pathlib import Path

import pytest

from benchmarks import synthetic
from generator.build.build import build
from generator.build.check import check_content
from generator.dossier import page_numbers
from generator.dossier.dossier import Dossier
from generator.editing import events
from generator.editing.apply import append_events
from generator.site.pages import entities, home
from tests.support.pages import BuiltPages, Pages
from tests.support.sharing import made_once

DAY = dt.date(2026, 11, 23)
LIMITS = {"BLOCKS": 4, "ROWS": 10, "LINKS": 6, "FACTS": 10, "LINES": 25, "EVENTS": 100}


@pytest.fixture
def lowered_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits so low that every kind of list continues on further pages."""
    lower_limits(monkeypatch)


def lower_limits(patch: pytest.MonkeyPatch) -> None:
    for name, limit in LIMITS.items():
        patch.setattr(page_numbers, name, limit)
    patch.setattr(home, "MAX_CARDS", 4)
    patch.setattr(entities, "MAX_CHAPTERS", 4)


@pytest.fixture(scope="session")
def longer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of the larger dossier, recorded and built with lowered limits."""
    return made_once(tmp_path_factory, "longer", build_longer)


def build_longer(root: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        lower_limits(patch)
        synthetic.write(root, 300)
        dossier = check_content(root, DAY).dossier
        assert dossier
        append_events(root, events.moved_items(dossier, DAY), DAY)
        assert build(root, DAY).problems == ()


@pytest.fixture(scope="session")
def long_dossier(longer: Path) -> Dossier:
    with pytest.MonkeyPatch.context() as patch:
        lower_limits(patch)
        dossier = check_content(longer, DAY).dossier
    assert dossier
    return dossier


@pytest.fixture(scope="session")
def long_pages(longer: Path) -> Pages:
    """Every page of the larger site, by its address."""
    return BuiltPages(longer / "site")
