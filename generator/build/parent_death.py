"""Helper processes that end with the process that started them, even if that one is killed.

On Linux the kernel sees to it: PR_SET_PDEATHSIG in prctl(2). Elsewhere a helper process goes on.
Run as a script, this module becomes another program: ``parent_death.py PARENT PROGRAM ARGUMENT...``
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

_PR_SET_PDEATHSIG = 1


def end_with(parent: int) -> None:
    """Have this process killed when the process that started it, of this number, ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it had ended before the kernel knew
            os.kill(os.getpid(), signal.SIGKILL)


def ending_with_this_process(command: Sequence[str]) -> Sequence[str]:
    """The command that runs another one which ends with this process.

    It is not done between fork and exec: there Python is not safe in a process with threads.
    """
    if sys.platform != "linux":
        return command
    return [sys.executable, "-I", "-S", __file__, str(os.getpid()), *command]


if __name__ == "__main__":
    end_with(int(sys.argv[1]))
    for number in ("SIGPIPE", "SIGXFSZ"):  # Python ignores them, and a program inherits that
        signal.signal(getattr(signal, number), signal.SIG_DFL)
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606  (what this process was started for)
