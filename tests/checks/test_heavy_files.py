"""Whatever bytes a content file has, a check ends in five seconds and half a gigabyte."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import WORLD
from tests.support.frozen import copy_code, write_project
from tests.support.heavy import HEAVY, QUICK

SECONDS = 5
"""Of processor time: the machine may do other work as well."""
KILOBYTES = 500_000
MEASURE = """
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump([used.ru_utime + used.ru_stime, used.ru_maxrss], file)
sys.exit(code)
"""
"""Runs a command and writes what it used; the memory of a new process includes its parent's."""
CASES = [
    pytest.param(name, marks=() if name in QUICK else pytest.mark.fuzz, id=name) for name in HEAVY
]


@pytest.fixture(scope="module")
def world_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world, with the code."""
    root = tmp_path_factory.mktemp("heavy")
    write_project(root, WORLD)
    copy_code(root)
    return root


@pytest.fixture
def heavy_world(world_folder: Path) -> Iterator[Path]:
    """The small world; what a test writes in its content is undone."""
    yield world_folder
    shutil.rmtree(world_folder / "content")
    shutil.copytree(WORLD / "content", world_folder / "content")


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_worst_files_are_reported_in_bounded_time_and_memory(
    name: str, heavy_world: Path, tmp_path: Path
) -> None:
    path, text = HEAVY[name]
    written = text()
    (heavy_world / path).write_bytes(written if isinstance(written, bytes) else written.encode())

    usage = tmp_path / "usage.json"
    process = subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "-c", MEASURE, usage, sys.executable, "site_build.py", "check"],
        cwd=heavy_world,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    output, (seconds, kilobytes) = process.stderr, json.loads(usage.read_bytes())

    assert process.returncode == 1
    assert re.match(r"(Let op: )?content/\S+:\d+:\d+: .*\[[a-z-]+\]\n", output)
    assert "Traceback" not in output
    assert len(output) < 200_000
    assert seconds < SECONDS
    assert kilobytes < KILOBYTES


def test_the_quick_cases_exist() -> None:
    assert HEAVY.keys() >= QUICK
