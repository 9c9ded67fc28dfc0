"""The days that pages show as those of their last change.

They are computed from the files and the register. So whoever adds a statement or an entry need not
change the file around it, and two proposals never meet there.
"""

from collections.abc import Iterator
from datetime import date

from generator.dossier.citable import register_name
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import ENTRIES, SINGLE_FILES
from generator.model import Article, Chapter, File, Stored


def of_file(dossier: Dossier, file: File) -> date:
    """The day on which a file, or anything recorded on its page, was last changed."""
    fields = (kind.items for kind in ENTRIES if SINGLE_FILES[kind.file] is type(file))
    entries: list[Stored] = [entry for name in fields for entry in getattr(file, name)]
    names = [*(entry.slug for entry in entries), *_names_in(file)]
    events = (event for name in names for event in dossier.register.history.get(name, ()))
    days = (each.changed for each in (file, *entries))
    return max((*days, *(event.date for event in events)))


def of_everything(dossier: Dossier) -> date:
    """The day on which anything was last changed."""
    recorded = (event.date for event in dossier.register.events[-1:])
    return max((*(record.changed for record in dossier.stored), *recorded))


def _names_in(file: File) -> Iterator[str]:
    """The names in the register of a file and of what is written in it."""
    yield register_name(file)
    if isinstance(file, Chapter):
        yield from (statement.id for statement in file.statements)
    if isinstance(file, Article):
        yield from (section.slug for section in file.sections)
