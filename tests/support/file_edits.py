"""Edits to a file on a disk that a test describes as data.

Of an edit these keys are known, and they are applied in this order:

- ``replace`` and ``with``: another text in the place of one that is there once;
- ``content``: another text, or other bytes, in the place of all that is in the file;
- ``prepend`` and ``append``: text before and after what is there;
- ``repeat`` and ``times``: this text, so often, wherever the texts above say ``{repeated}``;
- ``encoding`` and ``line_ends``: how the text is written;
- ``rename`` and ``copy``: another name in the same folder;
- ``make``: one of ``MAKERS``.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Edit = Mapping[str, Any]


def as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def as_loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def as_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def as_nested_fields(file: Path) -> None:
    file.write_text("\n".join(" " * depth + "a:" for depth in range(3000)), encoding="utf-8")


MAKERS: Mapping[str, Callable[[Path], None]] = {
    "a folder": as_folder,
    "a link to itself": as_loop,
    "a pipe": as_pipe,
    "three thousand nested fields": as_nested_fields,
}
TEXT_KEYS = {"replace", "with", "content", "prepend", "append", "repeat", "times"}
KEYS = TEXT_KEYS | {"encoding", "line_ends", "rename", "copy", "make"}


def apply(edit: Edit, file: Path) -> None:
    if "make" in edit:
        MAKERS[edit["make"]](file)
    elif "rename" in edit:
        file.rename(file.with_name(edit["rename"]))
    elif "copy" in edit:
        shutil.copy(file, file.with_name(edit["copy"]))
    else:
        file.write_bytes(_content(edit, file.read_text(encoding="utf-8")))


def _content(edit: Edit, text: str) -> bytes:
    if isinstance(edit.get("content"), bytes):
        return bytes(edit["content"])
    if "replace" in edit:
        assert text.count(edit["replace"]) == 1, edit["replace"]
        text = text.replace(edit["replace"], edit["with"])
    text = edit.get("prepend", "") + edit.get("content", text) + edit.get("append", "")
    text = text.replace("{repeated}", edit.get("repeat", "") * edit.get("times", 0))
    text = text.replace("\n", edit.get("line_ends", "\n"))
    return text.encode(edit.get("encoding", "utf-8"))
