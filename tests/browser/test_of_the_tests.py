"""Each browser test fails on a site that is broken in what it looks at."""

import ast
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.browser.breaking import BREAKS
from tests.conftest import ROOT

FOLDER = ROOT / "tests/browser"
OF_TESTS = {
    "test_axe_sees_what_is_broken",
    "test_the_validators_see_what_is_broken",
    "test_the_html_is_valid",  # judged as files, which the one above breaks
    "test_each_test_has_its_break",
    "test_each_test_sees_what_is_broken",
}
"""What is not served to a browser, or is itself a test of tests."""


def names() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.glob("test_*.py"))
    functions = (each for tree in trees for each in tree.body if isinstance(each, ast.FunctionDef))
    return {each.name for each in functions if each.name.startswith("test_")}


def test_each_test_has_its_break() -> None:
    assert set(BREAKS) == names() - OF_TESTS


def test_each_test_sees_what_is_broken(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    plugin = ["-p", "tests.browser.breaking", "-p", "no:cacheprovider"]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        *plugin,
        f"--junitxml={report}",
        f"--keep-in={tmp_path}",
    ]
    run = subprocess.run(  # noqa: S603
        [*command, str(FOLDER)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    cases = list(ET.parse(report).iter("testcase"))  # noqa: S314  (written a moment ago)
    failed = {name_of(case) for case in cases if case.find("failure") is not None}
    assert failed == set(BREAKS), run.stdout
    assert not {name_of(case) for case in cases if case.find("error") is not None}, run.stdout


def name_of(case: ET.Element) -> str:
    return case.get("name", "").partition("[")[0]
