"""An ordinary edit of the content turns no test of the content red, and the site can be built."""

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

pytestmark = pytest.mark.edits

ALL = "all-one-after-another"


def copied(root: Path) -> Path:
    """A copy of the content of today, with what ``check`` needs besides."""
    root.mkdir()
    for name in ("content", "schema"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy after all edits, one after another."""
    root = copied(tmp_path_factory.mktemp("edits") / ALL)
    for edit in EDITS.values():
        edit(root)
    return root


def outcomes(roots: list[Path], folder: Path) -> Iterator[tuple[str, str]]:
    """The tests of content that ran on each folder, and which of them failed, in one process."""
    report = folder / "report.xml"
    options = [argument for root in roots for argument in ("--content-root", str(root))]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "content"]
    done = subprocess.run(  # noqa: S603  (our own tests)
        [*command, "tests/content", f"--junit-xml={report}", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert report.exists(), done.stdout + done.stderr
    for case in ET.parse(report).iter("testcase"):  # noqa: S314  (a report that we wrote)
        failure = case.find("failure") if case.find("error") is None else case.find("error")
        yield case.attrib["name"], "" if failure is None else str(failure.attrib.get("message"))


def test_ordinary_edits_leave_the_tests_of_content_green(edited: Path, tmp_path: Path) -> None:
    roots = [copied(tmp_path / name) for name in EDITS]
    before = tree(roots[0])
    for root in roots:
        EDITS[root.name](root)
        assert tree(root) != before, root.name

    found = dict(outcomes([*roots, edited], tmp_path))

    assert {name: message for name, message in found.items() if message} == {}
    for root in (*roots, edited):
        assert sum(name.endswith(f"[{root.name}]") for name in found) >= 3, root.name


def test_after_all_edits_the_site_is_built(edited: Path) -> None:
    """``build`` checks the content first, as ``check`` does."""
    shutil.copytree(ROOT / "templates", edited / "templates")
    copy_code(edited)

    built = run(edited, "build")

    assert (built.returncode, built.stderr) == (0, "")
    assert (edited / "site/themas/themaproef/index.html").exists()


def test_content_that_is_wrong_turns_the_tests_of_content_red(tmp_path: Path) -> None:
    root = copied(tmp_path / "wrong")
    menu = root / "mkdocs.yml"
    text = menu.read_text(encoding="utf-8")
    menu.write_text(text.replace("site_name: ", "site_name: X"), encoding="utf-8")

    found = dict(outcomes([root], tmp_path))

    assert [name for name, message in found.items() if message] == [
        "test_check_finds_no_problem[wrong]"
    ]
