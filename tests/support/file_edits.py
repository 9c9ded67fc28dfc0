"""Edits to a file on disk, which tests describe as data.

An edit has these keys, which are applied in this order:

- ``replace`` and ``with``: replaces a text that occurs exactly once;
- ``content``: replaces the complete file by a text or by bytes;
- ``prepend`` and ``append``: text before and after the present text;
- ``repeat`` and ``times``: ``{repeated}`` in the texts above becomes this text, so many times;
- ``encoding`` and ``line_ends``: the encoding and line ends of the written file;
- ``rename`` and ``copy``: the new name, in the same folder;
- ``make``: one of ``SPECIAL_FILES``.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Edit = Mapping[str, Any]


def replace_by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def replace_by_link_to_itself(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def replace_by_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def write_nested_fields(file: Path) -> None:
    file.write_text("\n".join(" " * depth + "a:" for depth in range(3000)), encoding="utf-8")


SPECIAL_FILES: Mapping[str, Callable[[Path], None]] = {
    "a folder": replace_by_folder,
    "a link to itself": replace_by_link_to_itself,
    "a pipe": replace_by_pipe,
    "three thousand nested fields": write_nested_fields,
}
TEXT_KEYS = {"replace", "with", "content", "prepend", "append", "repeat", "times"}
KEYS = TEXT_KEYS | {"encoding", "line_ends", "rename", "copy", "make"}


def apply(edit: Edit, file: Path) -> None:
    if "make" in edit:
        SPECIAL_FILES[edit["make"]](file)
    elif "rename" in edit:
        file.rename(file.with_name(edit["rename"]))
    elif "copy" in edit:
        shutil.copy(file, file.with_name(edit["copy"]))
    else:
        file.write_bytes(_edited_content(edit, file.read_text(encoding="utf-8")))


def _edited_content(edit: Edit, text: str) -> bytes:
    if isinstance(edit.get("content"), bytes):
        return bytes(edit["content"])
    if "replace" in edit:
        assert text.count(edit["replace"]) == 1, edit["replace"]
        text = text.replace(edit["replace"], edit["with"])
    text = edit.get("prepend", "") + edit.get("content", text) + edit.get("append", "")
    text = text.replace("{repeated}", edit.get("repeat", "") * edit.get("times", 0))
    text = text.replace("\n", edit.get("line_ends", "\n"))
    return text.encode(edit.get("encoding", "utf-8"))
