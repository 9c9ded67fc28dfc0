"""Packs on a site: pages link to them if they are made, and only then."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

import commands.build
import site_build
from generator.build import typesetting
from generator.build.build import build
from tests.support.built import built_world
from tests.support.incremental import DAY, EDITS, files, record_changes, world_project

FILES = {
    "dossier.pdf",
    "partijen/bewoners/dossier.pdf",
    "partijen/buurt/dossier.pdf",
    "partijen/gemeente/dossier.pdf",
    "partijen/gw/dossier.pdf",
    "themas/groen/dossier.pdf",
    "themas/water/dossier.pdf",
}
LEFT = {"partijen/gw/dossier.pdf"}
"""At an address that was left, to which no page links."""


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_world(tmp_path_factory, tmp_path)


def published(root: Path) -> set[str]:
    site = root / "site"
    return {path.relative_to(site).as_posix() for path in site.rglob("*.pdf")}


def linked(root: Path) -> set[str]:
    """The PDFs to which pages link."""
    site, found = root / "site", set[str]()
    for page in site.rglob("*.html"):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for link in soup.find_all("a", href=True):
            if str(link["href"]).endswith(".pdf"):
                target = (page.parent / str(link["href"])).resolve()
                found.add(target.relative_to(site.resolve()).as_posix())
    return found


@pytest.mark.slow
def test_packs_come_and_go_with_the_option(built: Path) -> None:
    without = files(built / "site")
    assert published(built) == linked(built) == set()

    build(built, DAY, with_packs=True)
    assert published(built) == FILES
    assert linked(built) == FILES - LEFT

    build(built, DAY)
    assert files(built / "site") == without


@pytest.mark.slow
def test_an_incremental_build_with_packs_equals_a_clean_one(built: Path) -> None:
    build(built, DAY, with_packs=True)
    for name in ("a note", "a name", "a commitment"):
        EDITS[name](built)
        record_changes(built)
        assert build(built, DAY, with_packs=True).problems == ()
    incremental = files(built / "site")

    assert build(built, DAY, with_packs=True, clean=True).problems == ()
    assert files(built / "site") == incremental
    assert published(built) == FILES


@pytest.mark.slow
def test_a_change_of_other_templates_compiles_no_pdf(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(built, DAY, with_packs=True)
    monkeypatch.setattr(typesetting.Typesetter, "pdf", lambda *_: 1 / 0)
    EDITS["a page template"](built)

    assert build(built, DAY, with_packs=True).problems == ()
    assert published(built) == FILES


@pytest.mark.slow
def test_without_the_packages_the_site_is_built_and_the_command_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = world_project(tmp_path)
    monkeypatch.setattr(commands.build, "ROOT", root)
    monkeypatch.setattr(commands.build, "write_names", lambda *_: None)
    monkeypatch.setattr("commands._project_lock.ROOT", root)
    monkeypatch.setattr(typesetting, "PACKAGES", {"no_such_module": "typst"})

    options = ["build", "--pdf", "--today", DAY.isoformat()]
    result = CliRunner().invoke(site_build.main, options)

    assert result.exit_code == 0, result.output
    assert "Er worden geen pdf’s gemaakt: typst ontbreekt." in result.output
    assert "pip install --require-hashes -r requirements/pdf.txt" in result.output
    assert (root / "site/index.html").is_file()
    assert published(root) == linked(root) == set()
