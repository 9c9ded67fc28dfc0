"""What editors add has a source, and is quoted literally where it is given as a quote."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.model import Named, Outcome, Party, Progress, Record, Shift
from generator.model.traversal import KeyPath
from generator.parsing.problem import shorten
from generator.text import dates, parliamentary_papers


def source_words_are_verbatim(dossier: Dossier) -> Iterator[Finding]:
    """Words given as the source's own occur literally in one of the statements they refer to."""
    for milestone in dossier.timeline.milestones:
        yield from _unquoted(dossier, milestone, milestone.statements, "words")
    for deadline in dossier.deadlines.items:
        yield from _unquoted(dossier, deadline, deadline.statements, "words")
    for arrangement in dossier.follow_up.arrangements:
        for field in ("level", "frequency", "temporary"):
            yield from _unquoted(dossier, arrangement, arrangement.statements, field)
    for body in dossier.bodies:
        names = [statement.id for statement in dossier.backlinks.naming(body)]
        for field in ("level", "temporary"):
            yield from _unquoted(dossier, body, names, field)


def _unquoted(
    dossier: Dossier, record: Record, names: Iterable[str], field: str
) -> Iterator[Finding]:
    words = getattr(record, field)
    texts = [dossier.statement[name].text for name in names if name in dossier.statement]
    if words and texts and not any(words in text for text in texts):
        yield record, (field,), f"'{words}' staat niet letterlijk in {', '.join(names)}"


def periods_end_after_their_start(dossier: Dossier) -> Iterator[Finding]:
    """A period does not end before it starts."""
    for milestone in dossier.timeline.milestones:
        yield from _reversed_period(milestone, milestone.date, milestone.end)
    for deadline in dossier.deadlines.items:
        yield from _reversed_period(deadline, deadline.start, deadline.end)
        for shift in deadline.shifts:
            yield from _reversed_period(shift, deadline.start, shift.end)
    for source in dossier.sources:
        if written := source.written:
            yield from _reversed_period(written, written.start, written.end)


def _reversed_period(record: Record, start: str | None, end: str | None) -> Iterator[Finding]:
    if start and end and dates.last_day(end) < dates.first_day(start):
        yield record, ("end",), f"het einde ({end}) ligt vóór het begin ({start})"


def shifts_are_in_date_order(dossier: Dossier) -> Iterator[Finding]:
    """The shifts of a deadline are listed in date order: the last one counts."""
    for deadline in dossier.deadlines.items:
        for earlier, later in pairwise(deadline.shifts):
            if dates.last_day(later.date) < dates.first_day(earlier.date):
                message = f"{later.date} ligt vóór de vorige verschuiving, {earlier.date}"
                yield later, ("date",), message


def facts_have_a_source(dossier: Dossier) -> Iterator[Finding]:
    """Every description or identifier of a record, and every meaning not in Dutch, has a source."""
    for record in (*dossier.parties, *dossier.bodies, *dossier.instruments):
        if not record.sources and dossier.place(record).whole:
            for field in _stated(record):
                yield record, (field,), "hier ontbreekt een bron: vul 'sources' in"
    for term in dossier.terms.terms:
        if not term.sources and not term.ordinary:
            message = "hier ontbreekt een bron: vul 'sources' in, of 'ordinary: true'"
            yield term, ("meaning",), message


def _stated(record: Named) -> Iterator[str]:
    """The fields that say something of a record in the words of the editors."""
    yield from ("what",) if record.what else ()
    yield from ("tooi",) if isinstance(record, Party) and record.tooi else ()


def sources_are_used(dossier: Dossier) -> Iterator[Finding]:
    """Every source is used: quoted, named, linked or given as evidence."""
    known = {source.slug for source in dossier.sources}
    if dossier.unread.names or not set(_sources_given(dossier)) <= known:
        return  # references are incomplete until all is read and every name is known
    for source in dossier.sources:
        if source.slug not in dossier.texts and not dossier.backlinks.pointing_to(source.slug):
            yield source, ("title",), f"niets op de site verwijst naar de bron '{source.slug}'"


def _sources_given(dossier: Dossier) -> Iterator[str]:
    for _, _, reference, name in dossier.references:
        if reference.target == "source":
            yield name


def consultation_is_described(dossier: Dossier) -> Iterator[Finding]:
    """A source with a web address says how it was consulted."""
    for source in dossier.sources:
        if source.url and not source.consulted_how:
            yield source, ("url",), "vul bij een webadres 'consulted_how' in"


def abbreviations_are_unique(dossier: Dossier) -> Iterator[Finding]:
    """Every abbreviation belongs to one record or term."""
    first: dict[str, str] = {}
    for record in (*dossier.parties, *dossier.bodies, *dossier.instruments):
        if record.abbreviation:
            earlier = first.setdefault(record.abbreviation, record.slug)
            if earlier != record.slug:
                message = f"'{record.abbreviation}' is al de afkorting van '{earlier}'"
                yield record, ("abbreviation",), message
    for term in dossier.terms.terms:
        if term.term in first:
            yield term, ("term",), f"'{term.term}' is al de afkorting van '{first[term.term]}'"


def parliamentary_papers_are_cited_correctly(dossier: Dossier) -> Iterator[Finding]:
    """A parliamentary paper is cited in the form of Aanwijzing 3.43 voor de regelgeving."""
    for record, keys, text in dossier.rich_texts:
        yield from _miscited(record, keys, text)
    for source in dossier.sources:
        yield from _miscited(source, ("title",), source.title)


def _miscited(record: Record, keys: KeyPath, text: str) -> Iterator[Finding]:
    for wrong in parliamentary_papers.malformed(text):
        message = f"'{shorten(wrong)}' is geen verwijzing zoals {parliamentary_papers.EXAMPLE}"
        yield record, keys, message


def progress_is_not_before_the_timeline(dossier: Dossier) -> Iterator[Finding]:
    """Progress is not dated before the start of the timeline."""
    known = [milestone.date for milestone in dossier.timeline.milestones if milestone.date]
    start = min(map(dates.first_day, known), default=None)
    for record in _progress_facts(dossier):
        if start and dates.last_day(record.date) < start:
            message = f"{record.date} ligt vóór het begin van de tijdlijn, {min(known)}"
            yield record, ("date",), message


def _progress_facts(dossier: Dossier) -> Iterator[Progress | Shift | Outcome]:
    yield from dossier.progress.items
    for deadline in dossier.deadlines.items:
        yield from deadline.shifts
        yield from (deadline.outcome,) if deadline.outcome else ()


def takeovers_and_ends_are_explained(dossier: Dossier) -> Iterator[Finding]:
    """Progress with the status "overgenomen" or "vervallen" has a note that explains it."""
    for item in dossier.progress.items:
        if item.status in ("overgenomen", "vervallen") and not item.status_note:
            message = f"vul bij '{item.status}' ook 'status_note' in: waardoor of waarom"
            yield item, ("status",), message
