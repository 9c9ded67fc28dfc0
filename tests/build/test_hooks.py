"""A hook or plugin that an engineer adds to mkdocs.yml sees every page, on every build.

Content may add none: the tests change what mkdocs.yml may hold, as the engineer has to.
"""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build.build import build
from generator.checks import configuration
from tests.conftest import ROOT
from tests.support.incremental import EDITS, files, record_changes, world_project

DAY = dt.date(2020, 6, 1)
COMMENTS = (b"<!-- seen as Markdown -->", b"<!-- seen as content -->", b"<!-- seen as page -->")
HOOK = """\
def on_page_markdown(markdown, **_):
    return markdown + "\\n\\n<!-- seen as Markdown -->\\n"


def on_page_content(html, **_):
    return html + "<!-- seen as content -->"


def on_post_page(output, **_):
    return output + "<!-- seen as page -->"
"""


@pytest.fixture
def project_with_hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(configuration, "check", allow_everything)
    root = world_project(tmp_path)
    (root / "hook.py").write_text(HOOK, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks:\n  - hook.py\n")
    assert build(root, DAY).problems == ()
    return root


def allow_everything(*_: object) -> tuple[()]:
    return ()


def markdown_pages(root: Path) -> dict[str, bytes]:
    """The built pages that come from Markdown."""
    markdown = {path.relative_to(root / "build/docs") for path in root.glob("build/docs/**/*.md")}
    built = files(root / "site")
    names = {
        (path if path.name == "index.md" else path.with_suffix("") / "index").with_suffix(".html")
        for path in markdown
    }
    return {str(name): built[str(name)] for name in names}


def test_a_hook_sees_every_page(project_with_hook: Path) -> None:
    missed = {
        name: [comment for comment in COMMENTS if comment not in page]
        for name, page in markdown_pages(project_with_hook).items()
    }

    assert len(missed) > 30
    assert {name: comments for name, comments in missed.items() if comments} == {}


def test_a_hook_sees_the_pages_that_an_incremental_build_rebuilds(project_with_hook: Path) -> None:
    EDITS["a note"](project_with_hook)
    record_changes(project_with_hook)
    assert build(project_with_hook, DAY).problems == ()

    built = files(project_with_hook / "site")
    assert all(comment in built["themas/groen/index.html"] for comment in COMMENTS)
    assert build(project_with_hook, DAY, clean=True).problems == ()
    assert files(project_with_hook / "site") == built


def test_a_changed_hook_rebuilds_every_page(project_with_hook: Path) -> None:
    (project_with_hook / "hook.py").write_text(HOOK.replace("seen", "looked at"), encoding="utf-8")

    build_in_new_process(project_with_hook)  # MkDocs loads a hook once in each process

    missed = [
        name
        for name, page in markdown_pages(project_with_hook).items()
        if b"looked at as page" not in page
    ]
    assert missed == []


def build_in_new_process(root: Path) -> None:
    command = (
        "import datetime as dt, pathlib; from generator.build.build import build;"
        "from generator.checks import configuration; configuration.check = lambda *_: ();"
        f"build(pathlib.Path({str(root)!r}), dt.date.fromisoformat({str(DAY)!r}))"
    )
    subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=True)  # noqa: S603
