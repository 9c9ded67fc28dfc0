"""What is wrong with a workbook, by sheet, row and column."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter


@dataclass(frozen=True, order=True)
class Cell:
    """A place in a workbook."""

    sheet: str = ""
    """Empty for the workbook as a whole."""
    row: int = 0
    """Counted from 1; 0 for the sheet as a whole."""
    column: int = 0
    """Counted from 1; 0 for the row as a whole."""
    title: str = ""
    """What is above the column."""

    def __str__(self) -> str:
        """The place in Dutch, with a colon behind it; empty for the workbook as a whole."""
        column = f"kolom {get_column_letter(self.column)}" if self.column else ""
        parts = (
            f"blad ‘{self.sheet}’" if self.sheet else "",
            f"rij {self.row}" if self.row else "",
            f"{column} ({self.title})" if column and self.title else column,
        )
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, order=True)
class Mistake:
    """Something for which nothing of a workbook can be applied."""

    cell: Cell
    message: str

    def __str__(self) -> str:
        return f"{place}: {self.message}" if (place := str(self.cell)) else self.message


class SheetError(Exception):
    """A workbook cannot be made or applied; it has every mistake."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        sheets = [*dict.fromkeys(each.cell.sheet for each in mistakes)]
        places = {each: (sheets.index(each.cell.sheet), each) for each in mistakes}
        self.mistakes = tuple(sorted(places, key=places.__getitem__))
