"""An editor keeps what was saved of a page; what is wrong with it is said, and nothing changes."""

import hashlib
from pathlib import Path

import pytest

from generator.parsing import yaml_reader
from tests.support.command_line import run
from tests.support.trees import tree

PAGE = "<!DOCTYPE html><title>x</title><p>Er kwam <b>100 miljoen</b> euro.</p><p>De rest.</p>"
SOURCE = "rvo-impulsaanpak"
DAY = ("--today", "2026-11-27")


@pytest.fixture
def page(project: Path) -> Path:
    path = project.parent / "pagina.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def kept(project: Path) -> dict[str, object]:
    path = project / f"content/sources/{SOURCE}.yml"
    found: dict[str, object] = yaml_reader.parse("", path.read_text(encoding="utf-8")).value["kept"]
    return found


def test_only_the_passages_are_kept_unless_the_whole_text_is_asked(
    project: Path, page: Path
) -> None:
    result = run(
        project, "evidence", SOURCE, str(page), "--passage", "Er kwam 100 miljoen euro.", *DAY
    )

    assert (result.returncode, result.stderr) == (0, "")
    text = (project / f"content/evidence/{SOURCE}.txt").read_text(encoding="utf-8")
    assert text == "Er kwam 100 miljoen euro.\n"
    assert kept(project) == {
        "saved": "2026-11-27",
        "form": "html",
        "sha256": hashlib.sha256(PAGE.encode()).hexdigest(),
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    assert run(project, "check", *DAY).returncode == 0


def test_a_later_copy_replaces_the_earlier_one(project: Path, page: Path) -> None:
    run(project, "evidence", SOURCE, str(page), "--passage", "De rest.", *DAY)

    result = run(project, "evidence", SOURCE, str(page), "--whole", "--saved", "2026-11-26", *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    text = (project / f"content/evidence/{SOURCE}.txt").read_text(encoding="utf-8")
    assert text == "Er kwam 100 miljoen euro.\nDe rest.\n"
    assert kept(project)["saved"] == "2026-11-26"
    assert kept(project)["whole"] is True
    assert run(project, "check", *DAY).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "content", "message"),
    [
        (("rvo-impulsanpak", "a.html", "--whole"), PAGE, "bedoelde u 'rvo-impulsaanpak'"),
        ((SOURCE, "a.html"), PAGE, "geef met --passage"),
        ((SOURCE, "a.html", "--passage", "200 miljoen"), PAGE, "niet letterlijk in a.html"),
        ((SOURCE, "a.pdf", "--whole"), PAGE, "dit bestand heet .pdf, maar is HTML"),
        ((SOURCE, "a.html", "--whole"), "<!DOCTYPE html>", "geen tekst"),
    ],
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(
    project: Path, arguments: tuple[str, ...], content: str, message: str
) -> None:
    source, name, *options = arguments
    file = project.parent / name
    file.write_text(content, encoding="utf-8")
    before = tree(project)

    result = run(project, "evidence", source, str(file), *options, *DAY)

    assert result.returncode == 2
    assert message in result.stderr
    assert tree(project) == before


def test_a_missing_file_is_said(project: Path) -> None:
    result = run(project, "evidence", SOURCE, "bestaat-niet.html", "--whole", *DAY)

    assert result.returncode == 2
    assert "'bestaat-niet.html' bestaat niet" in result.stderr
