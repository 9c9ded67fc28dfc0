"""Runs commands of ``site_build.py`` as an editor does."""

import os
import resource
import subprocess
import sys
from pathlib import Path

from tests.support.fork_server import run_in_fork


def run(
    project: Path, *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command, with ``generator/`` of this checkout."""
    return run_in_fork(project, arguments, _environment(environment))


def start(
    project: Path,
    *arguments: str,
    limit: tuple[int, int] | None = None,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Start a command as a program, with the code of the project.

    ``limit`` is the time in seconds and the memory in bytes that it may use.
    """
    seconds, memory = limit or (None, None)
    return subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "site_build.py", *arguments],
        cwd=project,
        env=_environment(environment),
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
        preexec_fn=(lambda: _limit_memory(memory)) if memory else None,
    )


def _environment(own: dict[str, str] | None) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", **(own or {})}


def _limit_memory(memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
