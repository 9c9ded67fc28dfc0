"""Files that programs leave next to those of an editor: backups, locks, settings of a folder."""

import re
from pathlib import PurePath

_LEFTOVER = re.compile(
    r"""
    .*~ | ~\$.* | \#.*\#                          # text editors and Office
    | .*\.(?:orig|rej|bak|old|save|tmp|temp|sw[a-p]|part|crdownload)
    | .*_(?:BACKUP|BASE|LOCAL|REMOTE)_[0-9]+\..*  # git mergetool
    | (?:eh)?thumbs\.db | desktop\.ini | __macosx  # Windows and macOS
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def is_leftover(path: PurePath) -> bool:
    """Whether a path, from the folder that is read, is that of a program and not of an editor.

    A copy such as ``naam (1).yml`` is not: it may hold the work of an editor.
    """
    return any(map(_LEFTOVER.fullmatch, path.parts))


def is_hidden(path: PurePath) -> bool:
    """Whether systems hide a file with this path, such as ``.gitkeep`` and ``.DS_Store``."""
    return any(part.startswith(".") and part != ".." for part in path.parts)


def is_passed_over(path: PurePath) -> bool:
    """Whether a file with this path, from the folder that is read, is not read."""
    return is_hidden(path) or is_leftover(path)
