"""Ordinary edits do not make the tests of the content fail, and the site can be built."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import ROOT
from tests.support.command_line import run
from tests.support.frozen import copy_code
from tests.support.ordinary_edits import EDITS
from tests.support.trees import tree

pytestmark = [pytest.mark.edits, pytest.mark.slow]

ALL = "all-one-after-another"


def copy_content(root: Path) -> Path:
    """Copy the current content, and the other files that ``check`` needs."""
    root.mkdir()
    for name in ("content", "schema"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy after all edits, one after another."""
    root = copy_content(tmp_path_factory.mktemp("edits") / ALL)
    for edit in EDITS.values():
        edit(root)
    return root


def run_content_tests(roots: list[Path], folder: Path) -> Iterator[tuple[str, str]]:
    """Run the tests of content on all folders in one process.

    Yields the name of each test, and its failure message or an empty string.
    """
    report = folder / "report.xml"
    options = [argument for root in roots for argument in ("--content-root", str(root))]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "content"]
    result = subprocess.run(  # noqa: S603  (our own tests)
        [*command, "tests/content", f"--junit-xml={report}", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), result.stdout + result.stderr
    for case in ET.parse(report).iter("testcase"):  # noqa: S314  (a report that we wrote)
        failure = case.find("failure") if case.find("error") is None else case.find("error")
        yield case.attrib["name"], "" if failure is None else str(failure.attrib.get("message"))


def test_the_tests_of_content_pass_after_each_ordinary_edit(edited: Path, tmp_path: Path) -> None:
    roots = [copy_content(tmp_path / name) for name in EDITS]
    before = tree(roots[0])
    for root in roots:
        EDITS[root.name](root)
        assert tree(root) != before, root.name

    results = dict(run_content_tests([*roots, edited], tmp_path))

    assert {name: message for name, message in results.items() if message} == {}
    for root in (*roots, edited):
        assert sum(name.endswith(f"[{root.name}]") for name in results) >= 3, root.name


def test_the_site_can_be_built_after_all_edits(edited: Path) -> None:
    """``build`` checks the content first, as ``check`` does."""
    shutil.copytree(ROOT / "templates", edited / "templates")
    copy_code(edited)

    result = run(edited, "build")

    assert result.returncode == 0, result.stderr
    assert (edited / "site/themas/themaproef/index.html").exists()


def test_the_tests_of_content_fail_on_invalid_content(tmp_path: Path) -> None:
    root = copy_content(tmp_path / "wrong")
    menu = root / "mkdocs.yml"
    text = menu.read_text(encoding="utf-8")
    menu.write_text(text.replace("site_name: ", "site_name: X"), encoding="utf-8")

    results = dict(run_content_tests([root], tmp_path))

    assert [name for name, message in results.items() if message] == [
        "test_check_finds_no_problem[wrong]"
    ]
