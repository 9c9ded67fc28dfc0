"""Exchanging two folders in one step, as Linux can (renameat2(2), since 3.15)."""

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
"""Relative paths are those from the working directory, as for any other call."""
_RENAME_EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Give two existing paths each other's contents; False if this system or disk cannot."""
    if sys.platform != "linux" or not hasattr(_LIBRARY, "renameat2"):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    failed = _LIBRARY.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    return not failed


_LIBRARY = ctypes.CDLL(None, use_errno=True)
