"""Compares the register of a published site with the register in the content."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from generator.dossier import register_files
from generator.dossier.register import Register
from generator.parsing import content_files


@dataclass(frozen=True)
class ComparedLines:
    removed: tuple[str, ...]
    """What was published and is not in the content any more, in Dutch."""
    new: int
    """How many lines of the content are not published yet."""


def compare(root: Path, published: Register) -> ComparedLines:
    """Compare the lines of two registers; without content there is nothing to compare."""
    tree = content_files.read_tree(root, register_files.FOLDER)
    local = register_files.parse(tree.texts)
    if not local.written:
        return ComparedLines((), 0)
    here = Counter(map(local.written_line, local.written))
    there = Counter(map(published.written_line, published.written))
    gone = [each for each in published.written if not here[published.written_line(each)]]
    removed = (
        f"{register_files.path_for(published.history[each.id][0])}: de gepubliceerde regel van "
        f"{each.id} van {each.date} staat hier niet meer"
        for each in gone
    )
    return ComparedLines(tuple(removed), (here - there).total())
