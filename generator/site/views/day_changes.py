"""The changes of each day: first what other words now stand for, last what was added."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.dossier import urls
from generator.dossier.citable import group_name
from generator.dossier.kind import Kind
from generator.dossier.kinds import ENTRIES, KINDS, SINGLE_FILES, kind_of_model
from generator.dossier.register import Event
from generator.grouping import gather
from generator.model import Article, Section, Statement
from generator.model.record import identity
from generator.site.views import history
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.text import word_diff

ORDER = (
    "status",
    "inhoudelijk",
    "vervallen",
    "gesplitst",
    "samengevoegd",
    "hersteld",
    "afspraak",
    "geen afspraak",
    "redactioneel",
    "verplaatst",
    "nieuw",
    "regels",
)
"""Changes of the meaning come first."""
REWORDED = ("inhoudelijk", "redactioneel")
MOST_IN_SIGHT = 5
"""A larger group is folded, unless the meaning of its texts changed."""
STARTED = "Gestart met"
"""The label of what was added on the first day."""
_WORDS_LENGTH = 70
"""How many characters of a text are the words of a link to it."""


@dataclass(frozen=True)
class Rewording:
    """The old and the new words of a text; of each the parts that only it has are marked."""

    link: Link
    note: str | None
    is_quote: bool
    """Whether the words are those of a document, not of the editors."""
    before: tuple[word_diff.Part, ...]
    after: tuple[word_diff.Part, ...]


@dataclass(frozen=True)
class ChangedKind:
    """What changed of one kind, in the same way."""

    counted: str
    """How many, as in ``3 partijen``."""
    items: tuple[Link, ...]


@dataclass(frozen=True)
class ChangeGroup:
    """Events of one day with the same label and, unless they are rewordings, the same note."""

    label: str
    note: str | None
    kinds: tuple[ChangedKind, ...]
    rewordings: tuple[Rewording, ...]
    is_folded: bool

    @property
    def counted(self) -> str:
        return ", ".join(each.counted for each in self.kinds)


@dataclass(frozen=True)
class Day:
    """The changes of one day."""

    date: date
    groups: tuple[ChangeGroup, ...]

    @property
    def anchor(self) -> str:
        return f"dag-{self.date.isoformat()}"


def days(link: Linker, events: Iterable[Event]) -> Iterator[Day]:
    """The changes per day, newest day first."""
    newest_first = sorted(events, key=lambda event: event.date, reverse=True)
    for day, of_day in groupby(newest_first, key=lambda event: event.date):
        yield Day(day, tuple(_groups(link, list(of_day))))


def _groups(link: Linker, events: Sequence[Event]) -> Iterator[ChangeGroup]:
    ordered = sorted(events, key=lambda event: ORDER.index(event.event))
    labelled = gather(((_label(link, each), _shared_note(each)), each) for each in ordered)
    for (label, note), found in labelled.items():
        yield ChangeGroup(
            label=label,
            note=note,
            kinds=tuple(_kinds(link, found)),
            rewordings=tuple(_rewordings(link, found)),
            is_folded=len(found) > MOST_IN_SIGHT and found[0].event != "inhoudelijk",
        )


def _label(link: Linker, event: Event) -> str:
    first = link.dossier.register.events[0]
    is_start = event.event == first.event == "nieuw" and event.date == first.date
    return STARTED if is_start else history.label(event)


def _shared_note(event: Event) -> str | None:
    """The note of events of one group; rewordings have one each."""
    return None if event.event in REWORDED else event.note


# Of which kind something is -----------------------------------------------------------------------


def _kinds(link: Linker, events: Iterable[Event]) -> Iterator[ChangedKind]:
    by_kind = gather((kind_of_event(event), event) for event in events)
    for kind in sorted(by_kind, key=KINDS.index):
        found = by_kind[kind]
        noun = kind.noun if len(found) == 1 else kind.plural
        yield ChangedKind(f"{len(found)} {noun}", tuple(_item(link, each) for each in found))


def kind_of_event(event: Event) -> Kind:
    """The kind of what changed, from where it stood: it may be gone since."""
    if event.is_statement:
        return kind_of_model(Statement)
    page, _, anchor = event.place.partition("#")
    if not anchor:
        folders = (kind for kind in KINDS if kind.page_folder and _is_in(page, kind.page_folder))
        return next(folders, kind_of_model(Article))
    is_group = event.id.startswith(group_name(""))
    entries = (kind for kind in ENTRIES if not is_group and page.startswith(_shared_page(kind)))
    return next(entries, kind_of_model(Section))


def _shared_page(kind: Kind) -> str:
    return urls.address(kind_of_model(SINGLE_FILES[kind.file]).page)


def _is_in(page: str, folder: str) -> bool:
    is_below = page.startswith(f"/{folder}/") and page != f"/{folder}/"
    return is_below and not urls.is_comparison(page)


def _item(link: Linker, event: Event) -> Link:
    return link.permalink(event.id, in_short(event))


def in_short(event: Event) -> str:
    """The first words of a text, with the number of a statement before them."""
    words = textwrap.shorten(event.text, _WORDS_LENGTH, placeholder=" …")
    return f"{event.id} ‘{words}’" if event.is_statement else words


# Old and new words --------------------------------------------------------------------------------


def _rewordings(link: Linker, events: Iterable[Event]) -> Iterator[Rewording]:
    for event in events:
        if event.event in REWORDED:
            parts = word_diff.between(_previous_text(link, event), event.text)
            before = [part for part in parts if part.kind != "new"]
            after = [part for part in parts if part.kind != "gone"]
            item, marked = _item(link, event), (word_diff.joined(before), word_diff.joined(after))
            yield Rewording(item, event.note, event.is_statement, *marked)


def _previous_text(link: Linker, event: Event) -> str:
    versions = link.dossier.register.versions(event.id)
    numbers = {identity(each.event): number for number, each in enumerate(versions)}
    return versions[max(numbers[identity(event)] - 1, 0)].event.text
