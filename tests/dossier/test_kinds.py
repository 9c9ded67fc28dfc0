"""A kind of record is described in one place.

A made-up kind is read, checked, published and found, and has a schema and a command.
"""

import json
import shutil
from pathlib import Path

import pytest

from generator.dossier.dossier import Dossier
from generator.dossier.kinds import KINDS
from generator.model.scalars import Reference
from generator.model.traversal import marked_texts
from tests.conftest import ROOT
from tests.support.command_line import start
from tests.support.incremental import world_project

MODEL = '''
class Tool(Named, title="Hulpmiddel"):
    """Something to work with."""

    colour: str
    """De kleur."""


KINDS = (
    Kind(
        key="tool",
        model=Tool,
        noun="hulpmiddel",
        label="Hulpmiddel",
        plural="hulpmiddelen",
        folder="tools",
        can_be_added=True,
        page_folder="hulpmiddelen",
        list_page="hulpmiddelen/index.md",
        list_title="Hulpmiddelen",
        cited_text=_full_name,
        search_weight=1,
    ),
'''
DAY = ("--today", "2020-06-01")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world and our own code, which knows of one more kind."""
    root = world_project(tmp_path_factory.mktemp("kinds"))
    for name in ("generator", "commands"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "site_build.py", root)
    table = root / "generator/dossier/kinds.py"
    text = table.read_text(encoding="utf-8")
    text = text.replace("\nKINDS = (\n", MODEL).replace(
        "    Milestone,\n", "    Milestone,\n    Named,\n"
    )
    table.write_text(text, encoding="utf-8")
    menu = (root / "mkdocs.yml").read_text(encoding="utf-8")
    menu = menu.replace("not_in_nav: |\n", "not_in_nav: |\n  /hulpmiddelen/*.md\n")
    menu = menu.replace("\nnav:\n", "\nnav:\n  - Hulpmiddelen: hulpmiddelen/index.md\n")
    (root / "mkdocs.yml").write_text(menu, encoding="utf-8")
    return root


def succeeds(project: Path, *arguments: str) -> str:
    done = start(project, *arguments)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    values = (
        "--name",
        "De hamer",
        "--names",
        "hamer",
        "--colour",
        "rood",
        "--what",
        "Om te slaan.",
    )
    succeeds(project, "new", "tool", "hamer", *values, "--sources", "krant", *DAY)
    succeeds(project, "record", *DAY)
    succeeds(project, "schema")
    succeeds(project, "build", *DAY)
    return project


def test_it_is_added_by_a_command(built: Path) -> None:
    assert "colour: rood" in (built / "content/tools/hamer.yml").read_text(encoding="utf-8")


def test_it_is_published_with_a_list_a_page_and_a_permalink(built: Path) -> None:
    site = built / "site"
    listed = (site / "hulpmiddelen/index.html").read_text(encoding="utf-8")

    assert "De hamer" in listed
    assert "Om te slaan." in (site / "hulpmiddelen/hamer/index.html").read_text(encoding="utf-8")
    assert "Hulpmiddel" in (site / "id/hamer/index.html").read_text(encoding="utf-8")
    assert (site / "id/hamer/v1/index.html").is_file()


def test_it_is_found(built: Path) -> None:
    files = built.glob("site/zoekindex/resultaten/*.json")
    results = [each for path in files for each in json.loads(path.read_text(encoding="utf-8"))]

    assert ("De hamer", "Hulpmiddel") in {(each["title"], each["kind"]) for each in results}


def test_it_has_a_schema(built: Path) -> None:
    assert "De kleur." in (built / "schema/tools.json").read_text(encoding="utf-8")


def test_it_is_checked(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project)
    file = project / "content/tools/hamer.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("colour:", "color:"), encoding="utf-8")

    done = start(project, "check")

    assert done.returncode == 1
    assert "content/tools/hamer.yml" in done.stderr
    assert "onbekend veld 'color'; bedoelde u 'colour'?" in done.stderr


def test_every_reference_is_to_a_kind_that_may_be_referred_to(world: Dossier) -> None:
    targets = {
        reference.target
        for record in world.records
        for _, reference, _ in marked_texts(record, Reference)
    }
    assert targets - {"kind", "group", "point_kind"} <= {
        each.key for each in KINDS if each.is_referable
    }


def test_every_key_and_model_is_there_once() -> None:
    assert len({kind.key for kind in KINDS}) == len({kind.model for kind in KINDS}) == len(KINDS)
