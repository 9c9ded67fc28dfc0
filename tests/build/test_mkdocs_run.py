"""What MkDocs reports reaches the editor, and each page counts for the progress."""

import datetime as dt
from pathlib import Path
from typing import Self

import pytest

from generator.build import mkdocs_run
from generator.build.errors import SiteError
from generator.build.incremental.environment import SITE
from generator.build.progress import no_progress
from tests.support.incremental import files

DAY = dt.date(2020, 6, 1)
PAGES = 9
CONFIGURATION = """\
site_name: Proef
site_url: https://proef.example/
docs_dir: build/docs
site_dir: site
theme: mkdocs
markdown_extensions: [attr_list]
validation: {links: {anchors: warn}}
not_in_nav: "/bladen/*.md"
nav:
  - Begin: index.md
  - Slot: slot.md
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Pages in the menu and outside it, each of which links to the anchor of the next."""
    docs = tmp_path / "build/docs"
    (docs / "bladen").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for at in range(PAGES):
        following = f"[volgende](blad-{(at + 1) % PAGES}.md#deel)"
        text = f"# Blad {at}\n\n{following}\n\n## Deel\n\n**Vet** {at}.\n"
        (docs / f"bladen/blad-{at}.md").write_text(text, encoding="utf-8")
    for name in ("index", "slot"):
        (docs / f"{name}.md").write_text(f"# {name}\n\n[blad](bladen/blad-1.md#deel)\n", "utf-8")
    return tmp_path


def make(root: Path) -> dict[str, bytes]:
    mkdocs_run.make(root, DAY, None, no_progress)
    made = files(root / SITE)
    return {name: content for name, content in made.items() if name.endswith(".html")}


@pytest.mark.parametrize("at", range(2))
def test_a_link_that_leads_nowhere_is_told(project: Path, at: int) -> None:
    for link in ("blad-3.md#elders", "nergens.md"):
        page = project / f"build/docs/bladen/blad-{at}.md"
        page.write_text(f"# Blad {at}\n\n[daar]({link})\n\n## Deel\n", encoding="utf-8")

        with pytest.raises(SiteError, match=f"bladen/blad-{at}.md.*'{link}'") as told:
            make(project)
        assert str(told.value).count("Doc file") == 1


def test_each_page_counts_twice_for_the_progress(project: Path) -> None:
    told: list[int] = []

    class Bar:
        def __init__(self, _name: str, total: int) -> None:
            told.append(-total)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def __call__(self) -> None:
            told.append(1)

    mkdocs_run.make(project, DAY, None, Bar)

    assert sum(told) == 0
    assert len(told) == 2 * (PAGES + 2) + 1
