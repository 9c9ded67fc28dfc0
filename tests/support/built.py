"""Copies of built projects, so that a test which edits one need not build it first."""

import subprocess
from pathlib import Path

import pytest

from generator.build import folders, state_files
from generator.build.build import build
from generator.build.render import DOCS, STATIC
from tests.support.incremental import DAY, world_project
from tests.support.sharing import made_once


def copy_output(built: Path, root: Path) -> None:
    """Copy the output of a build, in such a way that the next build there reuses all of it."""
    present = [built / name for name in ("build", "site")]
    subprocess.run(["cp", "-a", *present, root], check=True)  # noqa: S603, S607  (keeps hard links)
    for folder in (DOCS, STATIC):
        manifest = (root / folder).with_suffix(".state")
        values = state_files.read_json(manifest)
        assert values
        state_files.write_json(manifest, {**values, "files": folders.files(root / folder)})


def built_world(factory: pytest.TempPathFactory, root: Path) -> Path:
    """Write the small world as a project that is built as of ``DAY``."""
    copy_output(made_once(factory, "world", build_world), world_project(root))
    return root


def build_world(root: Path) -> None:
    assert build(world_project(root), DAY).problems == ()
