"""Lists folders in the reverse order of names, for a Python with this folder on its path.

The order in which a disk lists the entries of a folder is its own: it differs between machines.
"""

import os
from operator import attrgetter
from typing import Any, Self

_listdir, _scandir = os.listdir, os.scandir


class _Entries:
    def __init__(self, path: Any = ".") -> None:  # noqa: ANN401  (as os.scandir)
        with _scandir(path) as entries:
            self._entries = iter(sorted(entries, key=attrgetter("name"), reverse=True))

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        pass


setattr(os, "scandir", _Entries)  # noqa: B010  (another type than mypy knows)
setattr(os, "listdir", lambda path=".": sorted(_listdir(path), reverse=True))  # noqa: B010
