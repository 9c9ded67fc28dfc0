"""A published site is compared with its register: what was changed, moved or left out is found."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.web.published_site import compare, verify, verify_files
from generator.web.site_reader import SiteNotFoundError
from tests.support.command_line import run
from tests.support.incremental import files

REGISTER = "data/register.jsonl"
PAGE = "themas/gebiedsontwikkeling/index.html"
VERSION = "id/HRE-091/v1/index.html"
WORDS = "verduurzaming bedrijventerreinen"


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A copy of the built site of the frozen dossier, whose files may not be changed in place."""
    return Path(shutil.copytree(site, tmp_path / "copy", copy_function=os.link))


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its own name)
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def edit(site: Path, path: str, change: Callable[[str], str]) -> None:
    before = (site / path).read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    (site / path).unlink()
    (site / path).write_text(after, encoding="utf-8")


def without_first_line_of(name: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = text.splitlines(keepends=True)
        at = [at for at, line in enumerate(lines) if line.startswith(f'{{"id": "{name}", ')]
        assert len(at) > 1
        return "".join(line for number, line in enumerate(lines) if number != at[0])

    return change


def swapped(name: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = text.splitlines(keepends=True)
        first, second, *_ = [at for at, line in enumerate(lines) if f'{{"id": "{name}", ' in line]
        lines[first], lines[second] = lines[second], lines[first]
        return "".join(lines)

    return change


def test_an_untouched_site_has_no_differences(site: Path) -> None:
    found = verify(str(site))

    assert found.differences == ()
    assert len(found.register.written) > 300


@pytest.mark.parametrize(
    ("path", "change", "found"),
    [
        (REGISTER, without_first_line_of("HRE-091"), "weggehaald"),
        (REGISTER, swapped("HRE-091"), "verplaatst"),
        (REGISTER, lambda text: text.replace(WORDS, "andere woorden", 1), "is gewijzigd"),
        (REGISTER, lambda text: text.replace("nieuw", "nieuws", 1), "niet te lezen"),
        (PAGE, lambda text: text.replace("om ook ", "om niet "), "andere woorden"),
        (VERSION, lambda text: text.replace("om ook ", "om niet "), "andere woorden"),
        (
            "voortgang/index.html",
            lambda text: text.replace("Impulsaanpak", "Aanpak"),
            "andere woorden",
        ),
        (
            "afspraken/HRE-089/index.html",
            lambda text: text.replace(">in uitvoering<", ">uitgevoerd<", 1),
            "een andere status",
        ),
        (
            "id/HRE-091/index.html",
            lambda text: re.sub("uitkomst onbekend</span>", "uitgevoerd</span>", text),
            "een andere status",
        ),
        (
            "citeren/index.html",
            lambda text: text.replace("<code", "<b"),
            "de code van het register",
        ),
    ],
)
def test_what_was_changed_moved_or_left_out_is_found(
    copy: Path, path: str, change: Callable[[str], str], found: str
) -> None:
    edit(copy, path, change)

    differences = verify(str(copy)).differences

    assert any(found in each for each in differences)
    assert any(path.removesuffix("index.html") in each for each in differences)


@pytest.mark.parametrize("path", [REGISTER, VERSION, "id/HRE-091/index.html", PAGE])
def test_what_is_gone_is_found(copy: Path, path: str) -> None:
    (copy / path).unlink()

    assert any("ontbreekt" in each for each in verify(str(copy)).differences)


def test_a_site_on_the_web_is_compared_in_the_same_way(copy: Path) -> None:
    edit(copy, VERSION, lambda text: text.replace("om ook ", "om niet "))

    with serving(copy) as address:
        assert verify(address).differences == verify(str(copy)).differences != ()


@pytest.mark.parametrize("place", ["bestaat-niet", "http://127.0.0.1:9/"])
def test_without_a_site_it_is_said_that_there_is_none(place: str) -> None:
    with pytest.raises(SiteNotFoundError, match=r"Niets nagegaan|Gestopt"):
        verify(place)


def test_the_command_compares_with_the_register_in_the_content_too(
    project: Path, copy: Path
) -> None:
    alike = run(project, "verify", str(copy))
    (removed,) = (project / "content/register").glob("HRE-091-*.jsonl")
    removed.unlink()
    different = run(project, "verify", str(copy))

    assert (alike.returncode, alike.stderr) == (0, "")
    assert "elk bestand klopt" in alike.stdout
    assert different.returncode == 1
    assert "van HRE-091 van 2026-11-23 staat hier niet meer" in different.stdout


# Files --------------------------------------------------------------------------------------------

MANIFEST = "manifest.sha256"


def test_the_checksums_are_those_of_all_files_that_readers_can_ask_for(site: Path) -> None:
    """Judged by sha256sum, which did not write them."""
    result = subprocess.run(  # noqa: S603
        ["sha256sum", "--check", "--strict", "--quiet", MANIFEST],  # noqa: S607
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    listed = {line.split("  ", 1)[1] for line in (site / MANIFEST).read_text().splitlines()}

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert set(files(site)) - listed == {MANIFEST, "_headers", "_redirects"}
    assert verify_files(str(site)) == ()


def test_each_file_that_was_changed_added_or_removed_is_found(copy: Path) -> None:
    edit(copy, "over/index.html", lambda text: f"{text} ")
    (copy / "data/register.jsonl").unlink()
    (copy / "nieuw.html").touch()
    for name in ("index.html.br", "wijzigingen.atom.gz"):  # as a release has
        (copy / name).touch()
    (copy / "los.br").touch()

    assert verify_files(str(copy)) == (
        "data/register.jsonl: dit bestand ontbreekt",
        "los.br: dit bestand staat niet in manifest.sha256",
        "nieuw.html: dit bestand staat niet in manifest.sha256",
        "over/index.html: dit bestand is anders dan in manifest.sha256 staat",
    )


def test_files_on_the_web_are_compared_too(copy: Path) -> None:
    edit(copy, "over/index.html", lambda text: f"{text} ")
    (copy / "agenda.ics").unlink()

    with serving(copy) as address:
        assert verify_files(address) == (
            "agenda.ics: dit bestand ontbreekt",
            "over/index.html: dit bestand is anders dan in manifest.sha256 staat",
        )


def test_a_site_is_compared_with_another_build(site: Path, copy: Path) -> None:
    edit(copy, MANIFEST, lambda text: re.sub(".*  over/index.html\n", "", text))

    assert compare(str(site), site) == ()
    assert compare(str(copy), site) == ("over/index.html: dit bestand ontbreekt",)


def test_a_site_without_checksums_is_said_to_have_none(copy: Path) -> None:
    (copy / MANIFEST).unlink()

    assert verify_files(str(copy)) == ("manifest.sha256: dit bestand ontbreekt",)
