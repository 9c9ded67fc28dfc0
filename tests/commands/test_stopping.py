"""Ctrl+C ends every command with one line, and leaves nothing half done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import site_build
from commands._options import INTERRUPTED
from tests.support.trees import tree


def commands(group: click.Group, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command of a group, and of the groups in it, with the words to run it."""
    context = click.Context(group)
    for each in group.list_commands(context):
        command = group.get_command(context, each)
        assert command
        words = f"{name} {each}".strip()
        if isinstance(command, click.Group):
            yield from commands(command, words)
        else:
            yield words, command


ALL = dict(commands(site_build.main))


@pytest.mark.parametrize("words", ALL)
def test_a_command_that_is_stopped_says_so_in_one_line(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ALL[words], "callback", stop)
    required = ["x" for each in ALL[words].params if isinstance(each, click.Argument)]

    result = CliRunner().invoke(site_build.main, [*words.split(), *required])

    assert (result.exit_code, result.output) == (INTERRUPTED, "Gestopt.\n")


def test_a_build_that_is_stopped_leaves_the_published_site(project: Path) -> None:
    before = tree(project)
    with subprocess.Popen(
        [sys.executable, "site_build.py", "build"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        while not (project / "build/docs/index.md").exists():
            assert process.poll() is None
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: helper processes get it too
        output, errors = process.communicate(timeout=60)

    assert (process.returncode, output, errors) == (INTERRUPTED, "", "Gestopt.\n")
    assert (project / "site/index.html").read_text(encoding="utf-8") == "the old site"
    assert tree(project) == before
