"""Checkers of the built pages: axe for accessibility, two validators for HTML."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.conftest import ROOT

MODULES = ROOT / "tests/browser/node_modules"
AXE = MODULES / "axe-core/axe.min.js"
JAVA = shutil.which("java") or "java"
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""All rules with these tags."""
RULES_ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]
RUN_AXE = """rules => axe.run(document, {
    runOnly: rules, resultTypes: ["violations"], selectors: false,
})"""


def violations(page: Page, rules: list[str] = RULES) -> list[str]:
    """What axe finds wrong with a page as it is shown now."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(RUN_AXE, rules)
    return [
        f"{rule['id']}: {node['html'][:160]} ({page.url})"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def html_validate(folder: Path) -> list[str]:
    """The mistakes that html-validate finds in the HTML under a folder."""
    command = [
        str(MODULES / ".bin/html-validate"),
        "--config",
        str(ROOT / "tests/browser/html-validate.json"),
    ]
    run = subprocess.run(  # noqa: S603  (our own files)
        [*command, "--formatter=json", f"{folder}/**/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        f"{file['filePath']}:{message['line']}: {message['ruleId']}: {message['message']}"
        for file in json.loads(run.stdout)
        for message in file["messages"]
    ]


def nu(folder: Path) -> list[str]:
    """The mistakes that the Nu validator finds in the HTML under a folder."""
    run = subprocess.run(  # noqa: S603
        [
            JAVA,
            "-jar",
            str(VNU),
            "--skip-non-html",
            "--errors-only",
            "--stdout",
            "--format",
            "json",
            str(folder),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    return [f"{each['url']}: {each['message']}" for each in json.loads(run.stdout)["messages"]]
