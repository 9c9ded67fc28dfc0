"""A build is reused only while the code that built it is unchanged."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CODE = ROOT / "generator"
FOLDERS = sorted({path.parent.relative_to(CODE).as_posix() for path in CODE.rglob("*.py")})
PRINT_FINGERPRINT = (
    "from generator.build.incremental import environment; print(environment.code_fingerprint())"
)


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A copy of our own code that a test may change."""
    shutil.copytree(CODE, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def fingerprint(root: Path) -> str:
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PRINT_FINGERPRINT],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout


@pytest.mark.slow
def test_a_change_in_any_folder_of_our_code_invalidates_the_build(code: Path) -> None:
    fingerprints = [fingerprint(code)]
    for folder in FOLDERS:
        file = min((code / "generator" / folder).glob("*.py"))
        file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
        fingerprints.append(fingerprint(code))

    assert len(FOLDERS) > 3
    assert len(set(fingerprints)) == len(fingerprints), "a change in some folder is not noticed"
    assert fingerprint(code) == fingerprints[-1]
