"""Files in ``build/`` that a later build reads: whole, or as if they were not there.

Each has a checksum, as after a power cut the disk may hold half a file, or one of zeros.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Any


def read(path: Path) -> bytes | None:
    """What ``write`` was given; None if there is no such file, or if it is not as it was written.

    Raises:
        OSError: the file is there but cannot be read.

    """
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None
    return content if checksum == _checksum(content) else None


def write(path: Path, content: bytes) -> None:
    """Write a file in one step, and the folder that it is in if need be."""
    new = path.with_name(f".{path.name}.{os.getpid()}")  # two processes may write the same file
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.write_bytes(_checksum(content) + b"\n" + content)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def read_json(path: Path) -> Any | None:  # noqa: ANN401  (whatever was written)
    """The value that ``write_json`` was given, as JSON has it; None as with ``read``."""
    content = read(path)
    return None if content is None else json.loads(content)


def write_json(path: Path, value: object) -> None:
    """Write a value as JSON, as with ``write``."""
    write(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
