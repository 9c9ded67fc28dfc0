"""What MkDocs reports reaches the editor, and each page counts for the progress."""

import datetime as dt
import logging
from pathlib import Path
from typing import Self

import pytest

from generator.build.errors import SiteError
from generator.build.folders import Changes
from generator.build.mkdocs_run import ALWAYS_BUILT, MkDocs
from generator.build.progress import Progress, no_progress
from generator.build.publish import Names
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


def build(root: Path, changes: Changes | None = None, progress: Progress = no_progress) -> Names:
    return MkDocs(root, DAY, progress).build(root / "build/docs", root / "build/site", changes)


def change(root: Path, name: str, text: str) -> Changes:
    (root / "build/docs" / name).write_text(text, encoding="utf-8")
    return Changes(frozenset({name}), frozenset())


@pytest.mark.parametrize("at", range(2))
def test_a_link_that_leads_nowhere_is_told(project: Path, at: int) -> None:
    for link in ("blad-3.md#elders", "nergens.md"):
        page = project / f"build/docs/bladen/blad-{at}.md"
        page.write_text(f"# Blad {at}\n\n[daar]({link})\n\n## Deel\n", encoding="utf-8")

        with pytest.raises(SiteError, match=f"bladen/blad-{at}.md.*'{link}'") as raised:
            build(project)
        assert str(raised.value).count("Doc file") == 1


def test_each_page_counts_twice_for_the_progress(project: Path) -> None:
    steps: list[int] = []

    class Bar:
        def __init__(self, _name: str, total: int) -> None:
            steps.append(-total)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def __call__(self) -> None:
            steps.append(1)

    build(project, progress=Bar)

    assert sum(steps) == 0
    assert len(steps) == 2 * (PAGES + 2) + 1


def test_it_returns_what_it_built(project: Path) -> None:
    assert build(project) == files(project / "build/site").keys()

    changes = change(project, "slot.md", "# Slot\n\nAnders.\n")

    assert build(project, changes) == {"slot/index.html", *ALWAYS_BUILT}
    assert b"Anders." in files(project / "build/site")["slot/index.html"]


def test_only_what_changed_is_built(project: Path) -> None:
    build(project)
    before = (project / "build/site/index.html").stat().st_mtime_ns

    build(project, change(project, "slot.md", "# Slot\n\nAnders.\n"))

    assert (project / "build/site/index.html").stat().st_mtime_ns == before


def test_that_less_than_all_is_built_is_no_mistake_whatever_mkdocs_calls_it(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def reword(record: logging.LogRecord) -> bool:
        record.msg = record.msg.replace("A 'dirty' build", "Only a part")
        return True

    build(project)
    log = logging.getLogger("mkdocs.commands.build")
    log.addFilter(reword)
    try:
        build(project, change(project, "slot.md", "# Slot\n\nAnders.\n"))
    finally:
        log.removeFilter(reword)

    assert "Only a part" in caplog.text


@pytest.mark.parametrize(
    ("name", "text", "warning"),
    [
        ("slot.md", "# Slot\n\n[daar](nergens.md)\n", "'nergens.md'"),
        ("README.md", "# Begin\n", "Excluding 'README.md'"),
    ],
)
def test_any_other_warning_is_one_when_less_than_all_is_built(
    project: Path, name: str, text: str, warning: str
) -> None:
    build(project)

    with pytest.raises(SiteError, match=warning):
        build(project, change(project, name, text))


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        ("theme: nergens", "'nergens'"),
        ("onbekend: ja", "Unrecognised configuration name: onbekend"),
    ],
)
def test_a_mistake_in_the_configuration_is_told(
    project: Path, configuration: str, message: str
) -> None:
    menu = project / "mkdocs.yml"
    text = menu.read_text(encoding="utf-8")
    menu.write_text(text.replace("theme: mkdocs", configuration), encoding="utf-8")

    with pytest.raises(SiteError, match=message):
        build(project)


def test_a_backup_of_a_template_of_the_theme_is_not_published(project: Path) -> None:
    theme = project / "theme"
    theme.mkdir()
    for name in ("main.html.orig", "extra.css", "extra.css~"):
        (theme / name).write_text("x", encoding="utf-8")
    own = CONFIGURATION.replace("theme: mkdocs", "theme: {name: mkdocs, custom_dir: theme}")
    (project / "mkdocs.yml").write_text(own, encoding="utf-8")

    built = build(project)

    assert "extra.css" in built
    assert {"main.html.orig", "extra.css~"} & built == set()
