"""No address and no anchor that was ever published is lost by an edit of the content.

Every file of the built site and every id in it is collected before an edit, and looked up after it.
"""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.build.build import build
from tests.support import address_edits, ordinary_edits
from tests.support.built import built_world
from tests.support.incremental import DAY
from tests.support.pages import ids

pytestmark = pytest.mark.slow

EDITS = {**ordinary_edits.EDITS, **address_edits.EDITS}
LAST = max(DAY, dt.date.today())  # noqa: DTZ011  (edits are dated today)
OF_THE_THEME = "__"
"""How ids of the theme's own controls begin: no link leads to them."""


def addresses(site: Path) -> dict[str, frozenset[str]]:
    """Every published file, with the ids in it if it is a page."""
    files = (path for path in site.rglob("*") if path.is_file())
    found = ((path.relative_to(site).as_posix(), path) for path in files)
    return {
        name: _ids(path) for name, path in found if not name.startswith(("assets/", "zoekindex/"))
    }


def _ids(path: Path) -> frozenset[str]:
    if path.suffix != ".html":
        return frozenset()
    found = ids(path.read_text(encoding="utf-8"))
    return frozenset(each for each in found if not each.startswith(OF_THE_THEME))


def lost(site: Path, before: Mapping[str, frozenset[str]]) -> list[str]:
    """The addresses and anchors from before that lead nowhere now."""
    now = addresses(site)
    dead = [name for name in before if name not in now]
    gone = [
        f"{name}#{each}"
        for name, anchors in before.items()
        for each in anchors - now.get(name, frozenset())
        if name in now and not _leads_on(site / name)
    ]
    return sorted((*dead, *gone))


def _leads_on(path: Path) -> bool:
    """Whether a page says as a whole where to go: it leads on, or tells what became of it."""
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    root = page.html
    return bool(root and (root.get("data-forward") or page.select_one("main .notice")))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_world(tmp_path_factory, tmp_path_factory.mktemp("addresses") / "world")


def test_a_lost_address_and_a_lost_anchor_are_seen(world: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(world / "site", site)
    before = addresses(site)
    (site / "partijen/gemeente/index.html").unlink()
    page = site / "begrippen/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('id="steen"', ""), encoding="utf-8")

    assert lost(site, before) == ["begrippen/index.html#steen", "partijen/gemeente/index.html"]


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_loses_no_address(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, name: str
) -> None:
    project = built_world(tmp_path_factory, tmp_path / "world")
    before = addresses(project / "site")

    EDITS[name](project)
    checked = build(project, LAST)

    assert checked.problems == ()
    assert lost(project / "site", before) == []


def test_edits_one_after_another_lose_no_address(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    project = built_world(tmp_path_factory, tmp_path / "world")
    ever = addresses(project / "site")
    for number, (name, edit) in enumerate(EDITS.items(), 1):
        edit(project)
        if number % 5 and number < len(EDITS):
            continue  # a site in between need not be published
        assert build(project, LAST).problems == (), name
        assert lost(project / "site", ever) == [], name
        now = addresses(project / "site")
        ever = {each: ever.get(each, frozenset()) | anchors for each, anchors in now.items()}
