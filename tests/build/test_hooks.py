"""A hook or plugin that an engineer adds to mkdocs.yml sees every page, on every build."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build.build import build
from tests.conftest import ROOT
from tests.support.incremental import EDITS, files, settle, world_project

DAY = dt.date(2020, 6, 1)
MARKS = (b"<!-- seen as Markdown -->", b"<!-- seen as content -->", b"<!-- seen as page -->")
HOOK = """\
def on_page_markdown(markdown, **_):
    return markdown + "\\n\\n<!-- seen as Markdown -->\\n"


def on_page_content(html, **_):
    return html + "<!-- seen as content -->"


def on_post_page(output, **_):
    return output + "<!-- seen as page -->"
"""


@pytest.fixture
def hooked(tmp_path: Path) -> Path:
    root = world_project(tmp_path)
    (root / "hook.py").write_text(HOOK, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("hooks:\n  - hook.py\n")
    assert build(root, DAY).problems == ()
    return root


def pages(root: Path) -> dict[str, bytes]:
    """The built pages that come from Markdown."""
    markdown = {path.relative_to(root / "build/docs") for path in root.glob("build/docs/**/*.md")}
    built = files(root / "site")
    names = {
        (path if path.name == "index.md" else path.with_suffix("") / "index").with_suffix(".html")
        for path in markdown
    }
    return {str(name): built[str(name)] for name in names}


def test_a_hook_sees_every_page(hooked: Path) -> None:
    missed = {
        name: [mark for mark in MARKS if mark not in page] for name, page in pages(hooked).items()
    }

    assert len(missed) > 30
    assert {name: marks for name, marks in missed.items() if marks} == {}


def test_a_hook_sees_the_pages_of_an_incremental_build(hooked: Path) -> None:
    EDITS["a note"](hooked)
    settle(hooked)
    assert build(hooked, DAY).problems == ()

    built = files(hooked / "site")
    assert all(mark in built["themas/groen/index.html"] for mark in MARKS)
    assert build(hooked, DAY, clean=True).problems == ()
    assert files(hooked / "site") == built


def test_a_changed_hook_rebuilds_every_page(hooked: Path) -> None:
    (hooked / "hook.py").write_text(HOOK.replace("seen", "looked at"), encoding="utf-8")

    build_in_a_new_process(hooked)  # MkDocs loads a hook once in each process

    assert [name for name, page in pages(hooked).items() if b"looked at as page" not in page] == []


def build_in_a_new_process(root: Path) -> None:
    command = (
        "import datetime as dt, pathlib; from generator.build.build import build;"
        f"build(pathlib.Path({str(root)!r}), dt.date.fromisoformat({str(DAY)!r}))"
    )
    subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=True)  # noqa: S603
