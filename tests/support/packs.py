"""Packs that are compiled once for all tests, without the pages of their site."""

import datetime as dt
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from generator.build import packs
from generator.build.check import check_content
from generator.build.parallel import run_in_background
from generator.build.render import Renderer
from tests.conftest import TODAY
from tests.support.frozen import write_project
from tests.support.incremental import DAY, world_project
from tests.support.sharing import made_once


def frozen_packs(factory: pytest.TempPathFactory) -> Path:
    """The folder with every PDF of the frozen dossier."""
    return made_once(factory, "packs", _write_frozen) / packs.PDF


def world_packs(factory: pytest.TempPathFactory) -> Path:
    """The folder with every PDF of the small world."""
    return made_once(factory, "world-packs", _write_world) / packs.PDF


def _write_frozen(root: Path) -> None:
    write_project(root)
    compile_packs(root, TODAY)


def _write_world(root: Path) -> None:
    compile_packs(world_project(root), DAY)


def compile_packs(root: Path, day: dt.date) -> frozenset[str]:
    """Bring the PDFs of a project up to date; give the paths that changed."""
    with run_in_background(partial(_compile, root, day)) as changed:
        return changed()


def _compile(root: Path, day: dt.date) -> frozenset[str]:
    dossier = check_content(root, day).dossier
    assert dossier
    Renderer(root, dossier, day, clean=False, packs=True).write_packs()
    return frozenset(packs.update(root, clean=False))


def elements(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every element of the structure of a tagged document, in reading order."""
    found: list[pikepdf.Object] = []
    waiting: list[pikepdf.Object] = [document.Root.StructTreeRoot]
    while waiting:
        each = waiting.pop()
        inside = each.get("/K")
        kids = [*inside] if isinstance(inside, pikepdf.Array) else [inside]
        waiting += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary)]
        if "/S" in each:
            found.append(each)
    return found
