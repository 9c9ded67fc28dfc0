"""Checkers of the built pages: axe for accessibility, two validators for HTML."""

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.conftest import ROOT
from tests.support import page_structure

MODULES = ROOT / "tests/browser/node_modules"
AXE = MODULES / "axe-core/axe.min.js"
JAVA = shutil.which("java") or "java"
FOR_A_SHORT_RUN = ["-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
"""Options of Java: compile quickly rather than well; the code then needs a larger stack."""
VNU = MODULES / "vnu-jar/build/dist/vnu.jar"
MENUS = [f".{name}" for name in page_structure.MENUS]
"""Selectors of the menus that all pages share."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""All rules with these tags."""
RULES_ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]
IS_DARK = "() => (document.documentElement.dataset.scheme ?? 'dark') === 'dark'"
"""Pages that are not of the theme have no such attribute, and are dark by their style alone."""
RUN_AXE = """([rules, exclude]) => axe.run({ include: document, exclude }, {
    runOnly: rules, resultTypes: ["violations"], selectors: false,
})"""


def violations(page: Page, rules: list[str] = RULES, exclude: Sequence[str] = ()) -> list[str]:
    """What axe finds wrong with a page as it is shown now, outside the elements to exclude."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(RUN_AXE, [rules, exclude])
    return [
        f"{rule['id']}: {node['html'][:160]} ({page.url})"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def violations_in_light_and_dark(page: Page, exclude: Sequence[str] = ()) -> list[str]:
    """What axe finds wrong with a light page, and with its colours once it is dark.

    Only the rules about colour are applied to the dark page: nothing else differs, as a test shows.
    """
    found = violations(page, exclude=exclude)
    make_dark(page)
    found += violations(page, RULES_ABOUT_COLOUR, exclude)
    page.emulate_media(color_scheme="light")
    return found


def make_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(IS_DARK)


def html_validate(files: Iterable[Path]) -> list[str]:
    """The mistakes that html-validate finds in files."""
    command = [
        str(MODULES / ".bin/html-validate"),
        "--config",
        str(ROOT / "tests/browser/html-validate.json"),
    ]
    run = subprocess.run(  # noqa: S603  (our own files)
        [*command, "--formatter=json", *map(str, files)],
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
            *FOR_A_SHORT_RUN,
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
