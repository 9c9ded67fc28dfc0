"""The door, as an editor goes through it."""

import os
import subprocess
import sys
from pathlib import Path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "site_build.py", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
