"""Helper processes end with the process that started them, however it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.build import parent_death
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux's kernel sees to it")

FORKED = """
import os, time
from generator.build.parallel import run_in_background
def work():
    print(os.getpid(), flush=True)
    time.sleep(60)
with run_in_background(work): time.sleep(60)
"""
STARTED = """
import subprocess, time
from generator.build.parent_death import ending_with_this_process
command = ["/bin/sh", "-c", "echo $$; sleep 60; echo"]
with subprocess.Popen(ending_with_this_process(command)): time.sleep(60)
"""


@pytest.mark.parametrize("script", [FORKED, STARTED], ids=["forked", "started"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_helper_ends_with_its_parent(script: str, number: signal.Signals) -> None:
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603
        assert parent.stdout
        helper = int(parent.stdout.readline())
        assert is_running(helper)
        parent.send_signal(number)
        parent.wait()

        for _ in range(500):
            if not is_running(helper):
                return
            time.sleep(0.01)
    pytest.fail("the helper goes on")


def is_running(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def test_a_helper_whose_parent_has_ended_already_does_nothing(tmp_path: Path) -> None:
    made, other = tmp_path / "made", "1"
    command = [*parent_death.ending_with_this_process(["/usr/bin/touch", str(made)])]
    command[command.index(str(os.getpid()))] = other

    result = subprocess.run(command, check=False)  # noqa: S603

    assert result.returncode == -signal.SIGKILL
    assert not made.exists()
