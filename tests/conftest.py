"""What tests share: the small world, the real content, and the wish to bless."""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import settings

from generator.build.build import build
from generator.checks.runner import check
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.parsing import content_files
from generator.parsing.problem import Problem

settings.register_profile("calm", deadline=None)  # a busy machine is no failure
settings.load_profile("calm")

TODAY = dt.date(2026, 11, 23)
ROOT = Path(__file__).parents[1]
WORLD = ROOT / "tests/world"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="take what is made for what is expected")
    parser.addoption(
        "--keep-in", default=ROOT / "build", help="the folder for screenshots and tables"
    )


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    wanted = bool(request.config.getoption("--bless"))
    assert not (wanted and os.environ.get("CI")), "nothing is blessed in CI"
    return wanted


def world_texts() -> dict[str, str]:
    """The content of the small world."""
    return content_files.read_tree(WORLD, "content").texts


def problems_in(texts: Mapping[str, str]) -> list[Problem]:
    """All problems with some content, as ``site_build.py check`` would tell them."""
    return list(check(read(texts)))


def dossier_of(texts: Mapping[str, str]) -> Dossier:
    """The dossier in content that is right."""
    assert problems_in(texts) == []
    dossier = read(texts).dossier
    assert dossier
    return dossier


def problems_at(root: Path) -> list[Problem]:
    """All problems with the content in a folder, as files on a disk may have them."""
    tree = content_files.read_tree(root, "content")
    return list(check(read(tree.texts, tree.problems)))


@pytest.fixture(scope="session")
def world() -> Dossier:
    return dossier_of(world_texts())


@pytest.fixture(scope="session")
def real() -> Dossier:
    return dossier_of(content_files.read_tree(ROOT, "content").texts)


@pytest.fixture(scope="session")
def templates() -> dict[str, str]:
    return content_files.read_tree(ROOT / "templates", ".").texts


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built in a place of its own."""
    root = tmp_path_factory.mktemp("project")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    assert build(root, TODAY).problems == ()
    return root / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of the site, by its address."""
    return {
        "/" + path.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(
            path.read_text(encoding="utf-8"), "html.parser"
        )
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, with the mark of an earlier build in it."""
    for name in ("content", "templates", "generator", "commands", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "site_build.py", ".gitattributes"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the old site", encoding="utf-8")
    return tmp_path


@pytest.fixture
def git(project: Path) -> Callable[..., str]:
    """The project as a git repository with one commit."""

    def command(*arguments: str) -> str:
        identity = ("-c", "user.name=Redactie", "-c", "user.email=redactie@voorbeeld.example")
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(project), *identity, *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    command("init", "-q", "-b", "main")
    command("add", "content", "mkdocs.yml", ".gitattributes")
    command("commit", "-qm", "begin")
    return command


pytest_plugins = ["tests.support.changes", "tests.support.longer", "tests.support.serving"]
