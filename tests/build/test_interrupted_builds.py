"""Whatever interrupts a build: readers have a whole site, and the next build is right."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
def test_an_interrupted_build_leaves_a_whole_site_and_the_next_one_is_right(tmp_path: Path) -> None:
    """Seven builds are killed and one gets an error; ``make interruptions`` does more."""
    command = [sys.executable, "-m", "tests.support.interrupted_builds", "8"]

    result = subprocess.run(  # noqa: S603  (our own script)
        [*command, tmp_path / "builds"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
    assert result.stdout.count("\n|SIG") == 7
