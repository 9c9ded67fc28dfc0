"""Runs commands of ``site_build.py`` as an editor does."""

import os
import resource
import subprocess
import sys
from pathlib import Path


def run(
    project: Path,
    *arguments: str,
    limit: tuple[int, int] | None = None,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command; ``limit`` is the time in seconds and the memory in bytes that it may use."""
    seconds, memory = limit or (None, None)
    return subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "site_build.py", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONUTF8": "1", **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
        preexec_fn=(lambda: _limit_memory(memory)) if memory else None,
    )


def _limit_memory(memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
