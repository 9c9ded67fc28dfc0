"""Shared fixtures and options: the small world, the frozen dossier, and ``--bless``."""

import datetime as dt
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from generator.build.build import build
from generator.checks.runner import check
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing import schema
from generator.parsing import content_files
from generator.parsing.problem import Problem
from tests.support.compiled_templates import share_compiled_templates
from tests.support.frozen import FROZEN, copy_code, write_project
from tests.support.pages import BuiltPages, Pages
from tests.support.sharing import made_once

settings.register_profile("no-deadline", deadline=None)  # a slow machine must not fail a test
settings.register_profile("fuzz", deadline=None, max_examples=10_000, print_blob=True)
settings.load_profile("no-deadline")
share_compiled_templates()
gc.set_threshold(100_000)  # as in site_build.py

TODAY = dt.date(2026, 11, 23)
ROOT = Path(__file__).parents[1]
WORLD = ROOT / "tests/world"


SLOW_FIXTURES = {"built", "changed", "longer", "project", "project_with_hook", "site"}
"""Fixtures of tests that build a site, or run the program in a project."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if SLOW_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
    if not config.getoption("--fuzz"):
        items[:] = [item for item in items if not item.get_closest_marker("fuzz")]


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--fuzz"):
        settings.load_profile("fuzz")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fuzz", action="store_true", help="many more random inputs, and every heavy file"
    )
    parser.addoption(
        "--bless", action="store_true", help="replace the expected texts by the rendered texts"
    )
    parser.addoption(
        "--content-root",
        action="append",
        help="a folder with content/, schema/ and mkdocs.yml that the tests of content check",
    )
    parser.addoption(
        "--keep-in", default=ROOT / "build", help="the folder for screenshots and tables"
    )


# Tests of code never read content/ ----------------------------------------------------------------

READS_CONTENT = ("content", "edits")
"""The markers of tests that may read ``content/``; all others use a dossier below ``tests/``."""
_may_read_content = False


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    global _may_read_content  # noqa: PLW0603  (no arguments can be passed to an audit hook)
    _may_read_content = any(item.get_closest_marker(name) for name in READS_CONTENT)


def _refuse_to_read_content(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"open", "os.listdir", "os.scandir"} and not _may_read_content:
        path = str(arguments[0])
        if path.startswith(CONTENT) and path[len(CONTENT) :][:1] in ("", os.sep):
            raise PermissionError(f"a test of code reads {path}: use tests/frozen or tests/world")


CONTENT = str(ROOT / "content")
sys.addaudithook(_refuse_to_read_content)


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    requested = bool(request.config.getoption("--bless"))
    assert not (requested and os.environ.get("CI")), "--bless is not allowed in CI"
    return requested


def world_texts() -> dict[str, str]:
    """The content of the small world."""
    return content_files.read_tree(WORLD, "content").texts


def problems_in(texts: Mapping[str, str], today: dt.date = TODAY) -> list[Problem]:
    """All problems with some content, as ``site_build.py check`` reports them."""
    return list(check(read(texts), today))


def dossier_of(texts: Mapping[str, str], today: dt.date = TODAY) -> Dossier:
    """The dossier of content that is valid on a day."""
    assert problems_in(texts, today) == []
    dossier = read(texts).dossier
    assert dossier
    return dossier


def problems_at(root: Path) -> list[Problem]:
    """All problems with the content in a folder, including those of unreadable files."""
    tree = content_files.read_tree(root, "content")
    return list(check(read(tree.texts, tree.problems), TODAY))


@pytest.fixture(scope="session")
def world() -> Dossier:
    return dossier_of(world_texts())


@pytest.fixture(scope="session")
def frozen() -> Dossier:
    """The frozen dossier; it is as large and as varied as the published one."""
    return dossier_of(content_files.read_tree(FROZEN, "content").texts)


@pytest.fixture(scope="session")
def templates() -> dict[str, str]:
    return content_files.read_tree(ROOT / "templates", ".").texts


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the frozen dossier."""
    return made_once(tmp_path_factory, "project", build_site) / "site"


def build_site(root: Path) -> None:
    write_project(root)
    assert build(root, TODAY).problems == ()


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """Every page of the site, by its address."""
    return BuiltPages(site)


@pytest.fixture(scope="session")
def frozen_schemas(frozen: Dossier) -> Mapping[str, str]:
    return schema.render(frozen)


@pytest.fixture
def project(tmp_path: Path, frozen_schemas: Mapping[str, str]) -> Path:
    """A project with the frozen dossier, the code, and a page of an earlier build."""
    write_project(tmp_path)
    copy_code(tmp_path)
    for path, text in frozen_schemas.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the old site", encoding="utf-8")
    return tmp_path


@pytest.fixture
def git(project: Path) -> Callable[..., str]:
    """The project as a git repository with one commit."""

    def command(*arguments: str) -> str:
        identity = ("-c", "user.name=Redactie", "-c", "user.email=redactie@voorbeeld.example")
        result = subprocess.run(  # noqa: S603
            ["git", "-C", str(project), *identity, *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        )
        return result.stdout

    command("init", "-q", "-b", "main")
    command("add", "content", "mkdocs.yml")
    command("commit", "-qm", "begin")
    return command


pytest_plugins = ["tests.support.changes", "tests.support.longer", "tests.support.serving"]
