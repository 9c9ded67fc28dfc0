"""A build is reused only while the code that made it is the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CODE = ROOT / "generator"
FOLDERS = sorted({path.parent.relative_to(CODE).as_posix() for path in CODE.rglob("*.py")})
FINGERPRINT = "from generator.build.incremental.environment import mark_of_code as m; print(m())"


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A copy of our own code, to change."""
    shutil.copytree(CODE, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def fingerprint(root: Path) -> str:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", FINGERPRINT], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_change_in_any_folder_of_our_code_invalidates_the_build(code: Path) -> None:
    seen = [fingerprint(code)]
    for folder in FOLDERS:
        file = min((code / "generator" / folder).glob("*.py"))
        file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
        seen.append(fingerprint(code))

    assert len(FOLDERS) > 3
    assert len(set(seen)) == len(seen), "some folder does not count"
    assert fingerprint(code) == seen[-1]
