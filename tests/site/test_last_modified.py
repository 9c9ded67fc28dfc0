"""The sitemap says when the content of a page changed, whatever the day of the build."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.build import build
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.register import Register
from generator.site import pages
from generator.site.pages import last_modified
from generator.site.views.linker import Linker
from tests.conftest import WORLD, world_texts
from tests.support.frozen import write_project

DAY = dt.date(2020, 6, 1)
RECORDED = dt.date(2020, 5, 30)


def days(dossier: Dossier, today: dt.date = DAY) -> dict[str, dt.date]:
    return dict(last_modified.days(Linker(dossier, today)))


def pages_changed_by(path: str, old: str, new: str) -> set[str]:
    """The pages with another day after a change to one file of the small world."""
    texts = world_texts()
    assert old in texts[path]
    before = read(texts).dossier
    after = read({**texts, path: texts[path].replace(old, new)}).dossier
    assert before
    assert after
    old_days = days(before)
    return {path for path, day in days(after).items() if day != old_days[path]}


def recorded_again(name: str, world: Dossier) -> set[str]:
    """The pages with another day if the last event of one name in the register were newer."""
    last = world.register.last(name)
    newer = tuple(
        each.model_copy(update={"date": RECORDED}) if each is last else each
        for each in world.register.events
    )
    old_days = days(world)
    after = replace(world, register=Register(newer))
    return {path for path, day in days(after).items() if day != old_days[path]}


def test_every_page_has_a_day(world: Dossier) -> None:
    found = days(world)

    assert set(found) == {page.path for page in pages.all_pages(Linker(world, DAY))}
    assert max(found.values()) < DAY


def test_the_day_of_the_build_does_not_matter(world: Dossier) -> None:
    assert days(world) == days(world, dt.date(2031, 1, 1))


def test_a_changed_file_changes_the_day_of_its_own_page_and_of_lists() -> None:
    changed = pages_changed_by("content/parties/buurt.yml", "2020-02-03", "2020-05-31")

    assert {"partijen/buurt.md", "partijen/index.md", "afspraken/index.md"} <= changed
    assert "partijen/gemeente.md" not in changed


@pytest.mark.parametrize(
    ("name", "shown_on", "not_on"),
    [
        ("WAT-007", {"index.md", "afspraken/WAT-007.md", "themas/groen.md"}, {"themas/water.md"}),
        ("eerste-boom", {"index.md", "voortgang.md", "wijzigingen.md"}, {"over.md"}),
        ("elke-maand", {"termijnen.md", "vervolgproces.md"}, {"themas/groen.md"}),
    ],
)
def test_an_event_changes_the_days_of_the_pages_that_show_it(
    name: str, shown_on: set[str], not_on: set[str], world: Dossier
) -> None:
    changed = recorded_again(name, world)

    assert shown_on <= changed
    assert not not_on & changed


def lastmod(root: Path) -> dict[str, str]:
    """The day of each address in the sitemap of a site."""
    sitemap = (root / "site/sitemap.xml").read_text(encoding="utf-8")
    return dict(re.findall(r"<loc>(.*)</loc>\s*<lastmod>(.*)</lastmod>", sitemap))


@pytest.mark.slow
def test_the_sitemap_has_these_days_in_every_build(tmp_path: Path) -> None:
    write_project(tmp_path, WORLD)
    assert build(tmp_path, DAY).problems == ()
    first = lastmod(tmp_path)
    (tmp_path / "build/site/over/index.html").unlink()

    assert build(tmp_path, dt.date(2020, 7, 1)).problems == ()

    assert lastmod(tmp_path) == first
    assert first["https://waterplein.example/over/"] == "2020-04-06"
    assert len(set(first.values())) > 3
