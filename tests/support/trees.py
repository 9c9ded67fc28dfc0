"""Files before and after a command."""

import difflib
from collections.abc import Mapping
from pathlib import Path


def changed_lines(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """The removed and added lines of the files that exist both before and after."""
    return [
        line
        for path in sorted(before.keys() & after.keys())
        for line in difflib.ndiff(
            before[path].decode().splitlines(keepends=True),
            after[path].decode().splitlines(keepends=True),
        )
        if line[0] in "+-"
    ]


def tree(project: Path) -> dict[str, bytes]:
    """Every file of the content and the menu, by its path."""
    paths = [*(project / "content").rglob("*"), project / "mkdocs.yml"]
    return {
        path.relative_to(project).as_posix(): path.read_bytes() for path in paths if path.is_file()
    }
