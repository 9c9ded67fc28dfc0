"""A release: the files of the site, their compressed copies, and the configuration of nginx."""

import gzip
import shutil
from pathlib import Path

import brotli
import pytest

from generator.build import release as releases
from generator.build.errors import SiteError
from tests.conftest import ROOT
from tests.support.built import built_world
from tests.support.command_line import run
from tests.support.incremental import files

LISTEN = "127.0.0.1:8080"
TEXTS = {
    *("html", "css", "js", "json", "jsonld", "jsonl", "map", "xml", "svg"),
    *("atom", "csv", "ics", "md", "sha256", "txt"),
}
BINARIES = {"png", "ods", "xlsx", "gz"}


@pytest.fixture
def site(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_world(tmp_path_factory, tmp_path / "project") / "site"


def make(site: Path, release: Path) -> dict[str, bytes]:
    """Make a release; the value is everything in it, by path."""
    releases.make(ROOT, site, release, LISTEN)
    return files(release)


def without_copies(found: dict[str, bytes], site: dict[str, bytes]) -> dict[str, bytes]:
    """What is served, without the compressed copies."""
    served = {
        name.removeprefix("www/"): content
        for name, content in found.items()
        if name.startswith("www/")
    }
    return {name: content for name, content in served.items() if name in site}


def test_everything_is_served_but_what_is_for_other_hosts(site: Path, tmp_path: Path) -> None:
    before = files(site)
    found = make(site, tmp_path / "release")

    expected = {name: content for name, content in before.items() if not name.startswith("_")}
    assert before.keys() - expected.keys() == {"_headers", "_redirects"}
    assert without_copies(found, before) == expected
    assert {name for name in found if not name.startswith("www/")} == {
        *("nginx.conf", "types.conf", "maps.conf", "headers.conf", "listen.conf")
    }
    assert files(site) == before


def test_every_text_of_some_size_has_compressed_copies_and_nothing_else_has(
    site: Path, tmp_path: Path
) -> None:
    before = files(site)
    found = make(site, tmp_path / "release")
    suffixes = {name.rpartition(".")[2] for name in before if not name.startswith("_")}

    assert suffixes == TEXTS | BINARIES
    copied = set()
    for name, content in before.items():
        copies = found.get(f"www/{name}.gz"), found.get(f"www/{name}.br")
        if copies[1] is not None:
            copied.add(name.rpartition(".")[2])
            assert brotli.decompress(copies[1]) == content
            if f"{name}.gz" not in before:
                assert copies[0]
                assert gzip.decompress(copies[0]) == content
        elif name.rpartition(".")[2] in TEXTS:
            assert len(content) < 512, name
    assert copied <= TEXTS
    assert copied >= {"html", "css", "js", "json", "csv", "atom", "jsonl"}


def test_the_next_release_is_the_same_and_reuses_compressed_copies(
    site: Path, tmp_path: Path
) -> None:
    release = tmp_path / "release"
    page, other = release / "www/index.html.br", release / "www/over/index.html.br"
    before = make(site, release)
    inodes = page.stat().st_ino, other.stat().st_ino

    assert make(site, release) == before
    assert (page.stat().st_ino, other.stat().st_ino) == inodes

    changed = (site / "index.html").read_bytes() + b"<!-- changed -->"
    (site / "index.html").unlink()
    (site / "index.html").write_bytes(changed)
    shutil.rmtree(site / "id")
    after = make(site, release)

    assert brotli.decompress(after["www/index.html.br"]) == changed
    assert other.stat().st_ino == inodes[1]
    assert not [name for name in after if name.startswith("www/id/")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "release"]


def test_a_folder_that_is_no_whole_site_is_refused(site: Path, tmp_path: Path) -> None:
    (site / "_headers").unlink()

    with pytest.raises(SiteError, match="geen hele site"):
        make(site, tmp_path / "release")


def test_a_folder_with_something_else_in_it_is_not_replaced(site: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/one").touch()

    with pytest.raises(SiteError, match="geen eerdere uitgave"):
        make(site, tmp_path / "photos")
    assert files(tmp_path / "photos") == {"one": b""}


def test_the_command_says_what_to_do_without_a_site(project: Path) -> None:
    shutil.rmtree(project / "site", ignore_errors=True)

    result = run(project, "release")

    assert result.returncode == 2
    assert result.stderr.endswith("Maak die met: site_build.py build\n")
    assert "Traceback" not in result.stderr
