"""What a table is: columns with a meaning, and a row for each record."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from generator.dossier import urls
from generator.site.views.linker import Linker

Cell = str | int | dt.date | None
"""A value as it is; each format writes it in its own way. None if there is none."""
Datatype = Literal["string", "integer", "date", "anyURI"]
"""What all cells of a column are, in the words of CSVW and XML Schema."""
SEPARATOR = ", "
"""Between the items in a cell that holds several."""
ROWS_OF_PART = 50
"""How many rows are made again if one of them changes."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    title: str
    what: str
    """What it holds, for readers."""
    value: Callable[[Linker, Any], Cell]
    """The cell of a record."""
    datatype: Datatype = "string"
    is_list: bool = False
    """Whether a cell holds several items, none of which contains the separator."""
    needs_several_documents: bool = False
    """Whether the column exists only if there are several documents."""


@dataclass(frozen=True)
class Table:
    """A table of all records of one kind."""

    name: str
    """The name of its file, without its ending."""
    title: str
    columns: tuple[Column, ...]
    records: Callable[[Linker], Iterable[Any]]

    @property
    def path(self) -> str:
        return urls.table(self.name)

    def columns_for(self, link: Linker) -> Sequence[Column]:
        """Its columns in one dossier."""
        several = link.dossier.has_several_documents
        return [each for each in self.columns if several or not each.needs_several_documents]

    def rows(self, link: Linker) -> list[list[Cell]]:
        """Its rows, with a cell for each column."""
        return [row for part in self.parts(link) for row in part()]

    def parts(self, link: Linker) -> Iterator[Callable[[], list[list[Cell]]]]:
        """Its rows in parts of some rows, each of which is made when it is called."""
        records = [*self.records(link)]
        for start in range(0, len(records), ROWS_OF_PART):
            yield partial(self._rows, link, records[start : start + ROWS_OF_PART])

    def _rows(self, link: Linker, records: Iterable[Any]) -> list[list[Cell]]:
        columns = self.columns_for(link)
        return [[each.value(link, record) for each in columns] for record in records]


def listed(items: Iterable[str]) -> str:
    """Several items as one cell."""
    return SEPARATOR.join(items)


def yes_or_no(value: object) -> str:
    return "ja" if value else "nee"
