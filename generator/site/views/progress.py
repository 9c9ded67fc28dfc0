"""The status and progress of statements as readers see them, separate from the quoted source."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.dossier import urls
from generator.model import UNTESTABLE, Progress, Statement
from generator.site.views import evidence
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Prose
from generator.text.dates import dutch_date

NOTHING_KNOWN = "onbekend"
UNDECIDED = "onbeslist"
"""The status of a commitment with known facts, none of which establishes its status."""
LABELS = {
    "uitgevoerd": "uitgevoerd",
    "deels-uitgevoerd": "deels uitgevoerd",
    "in-uitvoering": "in uitvoering",
    "overgenomen": "voortgezet",
    "vervallen": "vervallen",
    UNTESTABLE: "niet te toetsen",
    UNDECIDED: "uitkomst onbekend",
    NOTHING_KNOWN: "niets over gevonden",
}
"""What readers see of each status, in the order in which statuses are listed."""
COUNTED = {
    UNDECIDED: "met onbekende uitkomst",
    NOTHING_KNOWN: "waarover wij niets vonden",
}
"""What follows the number of commitments in a sentence, if that is not the label."""


@dataclass(frozen=True)
class StatusView:
    key: str
    """One of the keys of ``LABELS``, for the shape and the colour of the label."""
    label: str
    note: str | None = None
    date: str | None = None
    evidence: Link | None = None
    has_passage: bool = False
    """Whether a kept copy has the words that prove it."""
    reason: str | None = None
    """Why it cannot be tested whether the commitment was fulfilled."""


def status(link: Linker, statement: Statement) -> StatusView:
    """The status of a commitment with its date and evidence, or a label that it is unknown."""
    if statement.untestable:
        return StatusView(UNTESTABLE, LABELS[UNTESTABLE], reason=statement.untestable)
    deciding = link.dossier.backlinks.status_of(statement)
    if not deciding or not deciding.status:
        facts = link.dossier.backlinks.progress_of(statement)
        key = UNDECIDED if facts else NOTHING_KNOWN
        return StatusView(key, LABELS[key])
    key, proof = deciding.status, link.entry(deciding)
    return StatusView(
        key,
        LABELS[key],
        deciding.status_note,
        deciding.date,
        proof,
        has_passage=bool(deciding.passages),
    )


def explanation(link: Linker, text: str) -> Link | None:
    """A link to the page that explains how a status is decided; None if there is no such page."""
    articles = link.dossier.articles
    return next((link.record(each, text) for each in articles if each.about_status), None)


@dataclass(frozen=True)
class StatusCount:
    key: str
    count: int
    link: Link
    """The commitments with this status, under its label."""
    counted: Link
    """The same commitments, in the words that follow their number in a sentence."""

    @property
    def label(self) -> str:
        return self.link.text


def counts(link: Linker, statements: Iterable[Statement]) -> list[StatusCount]:
    """The number of commitments per status, in a fixed order, without statuses that none has."""
    count_by_key = Counter(status(link, statement).key for statement in statements)
    return [
        StatusCount(
            key,
            count_by_key[key],
            _commitments_with_status(key, label),
            _commitments_with_status(key, COUNTED.get(key, label)),
        )
        for key, label in LABELS.items()
        if count_by_key[key]
    ]


def _commitments_with_status(key: str, words: str) -> Link:
    """A link to the list of commitments, filtered by status."""
    return Link(words, urls.COMMITMENTS, query=f"status={key}")


@dataclass(frozen=True)
class FactSummary:
    """What came of a statement, in short."""

    count: int
    latest: str
    """The date of the latest fact."""
    link: Link
    """Where the facts are: on the page of a commitment, or the latest one among all facts."""


def summary(link: Linker, statement: Statement) -> FactSummary | None:
    """What came of a statement; None if nothing is known."""
    facts = link.dossier.backlinks.progress_of(statement)
    if not facts:
        return None
    latest = newest_first(facts)[0]
    place = link.outcome(statement) if statement.commitment else link.entry(latest)
    return FactSummary(len(facts), latest.date, place)


@dataclass(frozen=True)
class ProgressView:
    anchor: str
    date: str
    what: Prose
    sources: tuple[Link, ...]
    passages: tuple[evidence.PassageView, ...]
    """The words that carry it; none if no copy was kept."""
    reported_by: tuple[Link, ...]
    """The parties that report it; none if all evidence is from sources outside the parties."""
    key: str | None
    """The status that it shows, as a key of ``LABELS``."""
    label: str | None
    """What readers see of that status; None if it shows none."""
    status_note: str | None
    statements: tuple[Link, ...]
    link: Link
    permalink: Link


def views(link: Linker, items: Iterable[Progress]) -> list[ProgressView]:
    """Views of progress, newest first."""
    return [view(link, item) for item in newest_first(items)]


def newest_first(items: Iterable[Progress]) -> list[Progress]:
    """The latest first; of a year, a fact without a month comes last."""
    return sorted(items, key=lambda item: item.date, reverse=True)


def view(link: Linker, item: Progress) -> ProgressView:
    return ProgressView(
        anchor=item.slug,
        date=item.date,
        what=link.prose(item.what),
        sources=link.slugs(item.sources),
        passages=tuple(evidence.passages(link, item)),
        reported_by=tuple(link.party_in_sentence(slug) for slug in item.reported_by),
        key=item.status,
        label=LABELS[item.status] if item.status else None,
        status_note=item.status_note,
        statements=link.statements(item.statements),
        link=link.entry(item),
        permalink=link.history(item.slug, dutch_date(item.date)),
    )


def newest(link: Linker, count: int) -> list[ProgressView]:
    """The latest facts of all, newest first."""
    return [view(link, item) for item in newest_first(link.dossier.progress.items)[:count]]


def about(link: Linker, statements: Iterable[Statement]) -> list[ProgressView]:
    """The progress of some statements; each fact is listed once."""
    items = {
        item.slug: item for each in statements for item in link.dossier.backlinks.progress_of(each)
    }
    return views(link, items.values())
