"""Runs ``site_build.py`` in forks of one process that has imported ``generator/``.

A command that starts anew imports for as long as it works. A fork is a process of its own just as
well: its folder, arguments, environment, output and exit code are those of the command. Only
``generator/`` is that of this checkout, whatever the project has.

Run as a program, this module is that process: each line of its input is a request, in JSON, each
line of its output the exit code of one.
"""

import atexit
import functools
import json
import os
import pkgutil
import runpy
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import generator
from generator.search import dictionary

ROOT = Path(__file__).parents[2]


def run_in_fork(
    project: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command of a project."""
    with tempfile.TemporaryDirectory() as folder:
        stdout, stderr = (Path(folder, name) for name in ("stdout", "stderr"))
        request = {
            "project": str(project),
            "arguments": arguments,
            "environment": environment,
            "output": [str(stdout), str(stderr)],
        }
        code = _answer(json.dumps(request))
        said = (path.read_text(encoding="utf-8") for path in (stdout, stderr))
        return subprocess.CompletedProcess(["site_build.py", *arguments], code, *said)


def _answer(request: str) -> int:
    server = _server()
    assert server.stdin
    assert server.stdout
    server.stdin.write(request + "\n")
    server.stdin.flush()
    return int(server.stdout.readline())


@functools.cache
def _server() -> subprocess.Popen[str]:
    """The process that forks, which ends with this one."""
    server = subprocess.Popen(  # noqa: S603  (this module)
        [sys.executable, "-m", __name__],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(_end, server)
    return server


def _end(server: subprocess.Popen[str]) -> None:
    server.communicate()


def _serve() -> None:
    for module in pkgutil.walk_packages(generator.__path__, f"{generator.__name__}."):
        import_module(module.name)
    dictionary.lemmas()
    for line in sys.stdin:
        if child := os.fork():
            _, status = os.waitpid(child, 0)
            print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201
        else:
            _run(json.loads(line))
            return


def _run(request: dict[str, Any]) -> None:
    """Become the process of a command."""
    os.chdir(request["project"])
    os.environ.clear()
    os.environ.update(request["environment"])
    for stream, path in enumerate([os.devnull, *request["output"]]):
        opened = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(opened, stream)
        os.close(opened)
    sys.argv[:] = ["site_build.py", *request["arguments"]]
    sys.path[0] = request["project"]
    runpy.run_path("site_build.py", run_name="__main__")


if __name__ == "__main__":
    _serve()
