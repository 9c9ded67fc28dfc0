"""Other engines build the same pages, and the finishing step works on the files of each."""

import datetime as dt
import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from generator.build.build import build
from tests.conftest import ROOT, TODAY
from tests.support.command_line import run
from tests.support.incremental import files, world_project
from tests.support.policies import allowed, policy_in, scripts_in

SITE_URL = "https://afspraken.example/"
LASTMOD = re.compile(rb"<lastmod>[0-9-]+</lastmod>")
GENERATOR = re.compile(rb'(<meta name="generator" content=")mkdocs-(?:ProperDocs )?[0-9.]+(?=, )')
MIDNIGHT = dt.datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=dt.UTC)

Built = dict[str, bytes]
BuiltBy = Callable[..., Built]


@pytest.fixture(scope="module", params=["world", "real"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is built: the small world, and the real content."""
    if request.param == "real":
        site: Path = request.getfixturevalue("site")
        return site.parent
    root = world_project(tmp_path_factory.mktemp("world"))
    assert build(root, TODAY).problems == ()
    return root


@pytest.fixture(scope="module")
def ours(project: Path) -> Built:
    """What our build has the engine make, finished."""
    return files(project / "build/site")


@pytest.fixture
def built_by(project: Path, tmp_path: Path) -> BuiltBy:
    """Builds the generated docs folder elsewhere with a stock engine, and finishes the pages."""
    for name in ("build/docs", "templates/theme"):
        shutil.copytree(project / name, tmp_path / name)
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")

    def built(engine: str, theme: str = "") -> Built:
        file = tmp_path / f"{engine}.yml"
        file.write_text(configuration.replace("\ntheme:\n", f"\ntheme:\n{theme}"), "utf-8")
        subprocess.run(  # noqa: S603  (an engine of this environment)
            [sys.executable, "-m", engine, "build", "-f", file.name],
            cwd=tmp_path,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(int(MIDNIGHT.timestamp()))},
            capture_output=True,
            check=True,
        )
        finished = run(ROOT, "finish", str(tmp_path / "site"))
        assert (finished.returncode, finished.stderr) == (0, "")
        return files(tmp_path / "site")

    return built


def test_stock_mkdocs_builds_the_same_bytes_but_for_days_in_the_sitemap(
    ours: Built, built_by: BuiltBy
) -> None:
    assert dayless(built_by("mkdocs")) == dayless(ours)


def dayless(built: Built) -> Built:
    """The same without the days in the sitemap: an engine does not know when content changed."""
    sitemap, compressed = built["sitemap.xml"], gzip.decompress(built["sitemap.xml.gz"])
    assert compressed == sitemap
    assert LASTMOD.search(sitemap)
    return {**built, "sitemap.xml": LASTMOD.sub(b"", sitemap), "sitemap.xml.gz": b""}


def test_properdocs_builds_the_same_bytes_but_for_its_name(ours: Built, built_by: BuiltBy) -> None:
    theirs = built_by("properdocs")

    assert all(b"mkdocs-ProperDocs 1.6.7, " in content for _, content in html(theirs))
    assert nameless(dayless(theirs)) == nameless(dayless(ours))


def html(built: Built) -> list[tuple[str, bytes]]:
    return [item for item in built.items() if item[0].endswith(".html")]


def nameless(built: Built) -> Built:
    """The same without the name and version of the engine."""
    return {**built, **{name: GENERATOR.sub(rb"\1", content) for name, content in html(built)}}


def test_zensical_builds_the_same_pages(ours: Built, built_by: BuiltBy) -> None:
    theirs, expected = pages(built_by("zensical", "  variant: classic\n")), pages(ours)

    assert len(expected) > 30
    assert theirs.keys() == expected.keys()
    for name, page in expected.items():
        assert ids(theirs[name]) == ids(page), name
        assert text(theirs[name]) == text(page), name
        assert targets(theirs[name], name) == targets(page, name), name
        assert scripts_in(theirs[name]) == allowed(policy_in(theirs[name])), name


def pages(built: Built) -> dict[str, BeautifulSoup]:
    """The pages by their files, without the link that skips the menu: Zensical adds its target."""
    found = {name: BeautifulSoup(content, "html.parser") for name, content in html(built)}
    for page in found.values():
        for skip in page.select("a.md-skip, a#__skip"):
            skip.decompose()
    return found


def ids(page: BeautifulSoup) -> list[str]:
    return [str(tag["id"]) for tag in page.select("article [id]")]


def text(page: BeautifulSoup) -> list[str]:
    return [" ".join(article.get_text(" ").split()) for article in page.select("article")]


def targets(page: BeautifulSoup, name: str) -> list[str]:
    """Where the links of a page, and what its article fetches, lead as a browser resolves them."""
    address = urljoin(SITE_URL, name.removesuffix("index.html"))
    links = [str(tag["href"]) for tag in page.select("a[href]")]
    links += [str(tag["src"]) for tag in page.select("article [src]")]
    links += [str(tag["action"]) for tag in page.select("form[action]")]
    return [urljoin(address, link) for link in links]


def test_a_finished_page_stays_as_it_is(project: Path) -> None:
    before = (project / "build/site/index.html").stat().st_mtime_ns

    result = run(ROOT, "finish", str(project / "build/site"))

    assert "Afgewerkt: 0 van" in result.stdout
    assert (project / "build/site/index.html").stat().st_mtime_ns == before


CHECK_BOX = b"<input type='checkbox' autocomplete='off'>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "gebouwd"
    (folder / "diep").mkdir(parents=True)
    (folder / "diep/blad.html").write_bytes(b"<p>\xe9\r\n</p>" + CHECK_BOX)  # not in UTF-8
    (folder / "tekst.txt").write_bytes(CHECK_BOX)
    return folder


def test_any_folder_can_be_finished(folder: Path) -> None:
    result = run(ROOT, "finish", str(folder))

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        f"Afgewerkt: 1 van 1 pagina’s gewijzigd in {folder}.\n"
        "Geen beveiligingsbeleid toegevoegd: daarvoor is 404.html nodig. "
        "Geef de map van de hele site.\n"
    )
    assert files(folder) == {
        "diep/blad.html": b"<p>\xe9\r\n</p><input type='checkbox'>",
        "tekst.txt": CHECK_BOX,
    }


def test_a_file_that_another_folder_shares_stays_there_as_it_is(folder: Path) -> None:
    (folder.parent / "elders.html").hardlink_to(folder / "diep/blad.html")

    assert run(ROOT, "finish", str(folder)).returncode == 0

    assert CHECK_BOX in (folder.parent / "elders.html").read_bytes()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nergens", "Niets gewijzigd: '{}' bestaat niet.\n"),
        ("gebouwd/tekst.txt", "Niets gewijzigd: '{}' is geen map.\n"),
        ("leeg", "Niets gewijzigd: in '{}' staat geen enkele pagina (.html).\n"),
    ],
)
def test_what_cannot_be_finished_is_reported(folder: Path, name: str, message: str) -> None:
    (folder.parent / "leeg").mkdir()
    path = folder.parent / name

    result = run(ROOT, "finish", str(path))

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == message.format(path)
