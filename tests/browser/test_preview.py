"""Editing next to a preview: what is saved is shown, and so is what is wrong with it."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.breaking import PATIENCE
from tests.conftest import ROOT
from tests.support.serving import Served, serving_project, wait_for

SOON = 20_000
"""Milliseconds for a build on a busy machine; benchmarks/ tells how long it takes."""
EDITED = ("content/pages/over.yml", "templates/pages/article.md.j2")


@pytest.fixture(scope="session")
def preview(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The preview of a project that was built before."""
    project = tmp_path_factory.mktemp("preview")
    shutil.copytree(site.parent, project, dirs_exist_ok=True)
    for name in ("generator", "commands"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "site_build.py", project)
    with serving_project(project) as served:
        yield served


@pytest.fixture
def served(preview: Served) -> Iterator[Served]:
    """The preview with an empty terminal; what a test edits is put back after it."""
    preview.clear()
    texts = {preview.project / each: (preview.project / each).read_bytes() for each in EDITED}
    yield preview
    for path, text in texts.items():
        if path.read_bytes() != text:
            path.write_bytes(text)


@pytest.fixture
def about(served: Served, page: Page) -> Page:
    """The page about the site, as an editor has it open next to the file."""
    wait_for(f"{served.address}/over/")
    page.goto(f"{served.address}/over/")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=SOON)
    return page


@pytest.fixture
def soon(*, broken: bool) -> int:
    return PATIENCE if broken else SOON


def test_the_preview_shows_saved_edits_and_problems(served: Served, about: Page, soon: int) -> None:
    file = served.project / "content/pages/over.yml"
    text = file.read_text(encoding="utf-8")
    added = about.get_by_text("Wat hier nu staat.")
    problems = about.get_by_role("alert")
    expect(added).to_have_count(0)
    expect(problems).to_have_count(0)

    edited = re.sub(r"(?m)^    text: (\"?)", r"    text: \1Wat hier nu staat. ", text, count=1)
    file.write_text(edited, encoding="utf-8")
    wait_until_written(served.project / "site/over/index.html", "Wat hier nu staat.")
    expect(added).to_have_count(1, timeout=soon)

    file.write_text(text.replace("sections:", "secties:"), encoding="utf-8")
    expect(problems).to_contain_text("onbekend veld 'secties'", timeout=SOON)
    expect(problems).to_contain_text("u ziet de laatste goede versie")
    assert_same_as_in_the_terminal(served, problems.locator("pre").inner_text())
    expect(added).to_have_count(1)

    file.write_text(text, encoding="utf-8")
    expect(added).to_have_count(0, timeout=SOON)
    expect(problems).to_have_count(0)


def assert_same_as_in_the_terminal(served: Served, problems: str) -> None:
    assert problems.startswith("content/pages/over.yml:")
    assert "^" in problems
    assert problems in served.said


def wait_until_written(file: Path, words: str) -> None:
    """Wait for words in a file, which is away for a moment while the site is published."""
    end = time.monotonic() + SOON / 1000
    while not file.is_file() or words not in file.read_text(encoding="utf-8"):
        assert time.monotonic() < end, file
        time.sleep(0.05)


def test_the_preview_shows_an_error_in_a_template(served: Served, about: Page, soon: int) -> None:
    file = served.project / "templates/pages/article.md.j2"
    text = file.read_text(encoding="utf-8")
    problems = about.get_by_role("alert")

    file.write_text(text + "{% for %}", encoding="utf-8")
    wait_until_written(served.output, "templates/pages/article.md.j2")
    expect(problems).to_contain_text("templates/pages/article.md.j2", timeout=soon)

    file.write_text(text, encoding="utf-8")
    expect(problems).to_have_count(0, timeout=SOON)


def test_the_preview_has_a_page_for_unknown_addresses(served: Served, about: Page) -> None:
    about.goto(f"{served.address}/bestaat-niet/")

    expect(about.get_by_role("main")).to_contain_text("niet")
    expect(about.get_by_role("link", name="alle afspraken").first).to_be_visible()
