"""When the content of each page last changed, for the sitemap: from the content alone."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.model import Statement
from generator.site.pages import all_pages
from generator.site.views.linker import Linker

OF_EVERYTHING = ("index.md", urls.COMMITMENTS, urls.CHANGES)
"""Pages that show something of all that changed."""


def days(link: Linker) -> Mapping[str, dt.date]:
    """The day on which the content of each page last changed, by its path under the docs folder.

    It is the newest of the day in its own file, and of the events in the register of what it shows:
    the statements, with what became of them.
    """
    dossier = link.dossier
    shown = _statements(dossier)
    newest = max((event.date for event in dossier.register.events), default=dt.date.min)
    found = {}
    for page in all_pages(link):
        names = [name for each in shown.get(page.path, ()) for name in _names(dossier, each)]
        here = dossier.register.changes_on(urls.address(page.path))
        events = [*_last_days(dossier, names), *(change.event.date for change in here)]
        found[page.path] = max(page.changed(), *events, _of_all(page.path, newest))
    return found


def _of_all(path: str, newest: dt.date) -> dt.date:
    return newest if path in OF_EVERYTHING else dt.date.min


def _last_days(dossier: Dossier, names: Iterable[str]) -> Iterator[dt.date]:
    return (last.date for name in names if (last := dossier.register.last(name)))


def _statements(dossier: Dossier) -> Mapping[str, list[Statement]]:
    """The statements that each page shows."""
    found: dict[str, list[Statement]] = {}
    for statement in dossier.statements:
        pages = {urls.page(dossier.home(statement)), urls.commitment_page(statement)}
        for path in pages.union(map(urls.page, dossier.mentions(statement))):
            found.setdefault(path, []).append(statement)
    return found


def _names(dossier: Dossier, statement: Statement) -> Iterator[str]:
    """The names of a statement and of what is shown with it."""
    links = dossier.backlinks
    yield statement.id
    for records in (links.progress_of, links.deadlines_of, links.points_about):
        yield from (each.slug for each in records(statement))
