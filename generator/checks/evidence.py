"""What we add to the source is evidenced, and given in the source's words where it says so."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.model import Outcome, Progress, Record, Shift
from generator.model.traversal import Keys
from generator.text import dates, parliamentary_papers


def words_of_the_source_are_verbatim(dossier: Dossier) -> Iterator[Finding]:
    """Words that are given as those of the source stand in the statements they are taken from."""
    for milestone in dossier.timeline.milestones:
        yield from _unquoted(dossier, milestone, milestone.statements, "words")
    for deadline in dossier.deadlines.items:
        yield from _unquoted(dossier, deadline, deadline.statements, "words")
    for arrangement in dossier.follow_up.arrangements:
        for field in ("level", "frequency", "temporary"):
            yield from _unquoted(dossier, arrangement, arrangement.statements, field)
    for body in dossier.bodies:
        naming = [statement.id for statement in dossier.backlinks.naming(body)]
        for field in ("level", "temporary"):
            yield from _unquoted(dossier, body, naming, field)


def _unquoted(
    dossier: Dossier, record: Record, names: Iterable[str], field: str
) -> Iterator[Finding]:
    words = getattr(record, field)
    texts = [dossier.statement[name].text for name in names if name in dossier.statement]
    if words and texts and not any(words in text for text in texts):
        yield record, (field,), f"'{words}' staat niet letterlijk in {', '.join(names)}"


def periods_run_forward(dossier: Dossier) -> Iterator[Finding]:
    """A period does not end before it begins."""
    for milestone in dossier.timeline.milestones:
        yield from _backward(milestone, milestone.date, milestone.end)
    for deadline in dossier.deadlines.items:
        yield from _backward(deadline, deadline.start, deadline.end)
        for shift in deadline.shifts:
            yield from _backward(shift, deadline.start, shift.end)


def _backward(record: Record, start: str | None, end: str | None) -> Iterator[Finding]:
    if start and end and dates.last(end) < dates.first(start):
        yield record, ("end",), f"het einde ({end}) ligt vóór het begin ({start})"


def shifts_follow_one_another(dossier: Dossier) -> Iterator[Finding]:
    """Later shifts of a deadline stand after earlier ones: the last one counts."""
    for deadline in dossier.deadlines.items:
        for earlier, later in pairwise(deadline.shifts):
            if dates.last(later.date) < dates.first(earlier.date):
                message = f"{later.date} ligt vóór de vorige verschuiving, {earlier.date}"
                yield later, ("date",), message


def bodies_follow_one_another(dossier: Dossier) -> Iterator[Finding]:
    """No body follows, by way of others, upon itself."""
    after = {body.slug: body.followed_by for body in dossier.bodies}
    for body in dossier.bodies:
        passed = {body.slug}
        following = body.followed_by
        while following and following not in passed:
            passed.add(following)
            following = after.get(following)
        if following == body.slug:
            yield body, ("followed_by",), f"zo volgt '{body.slug}' zichzelf op"


def facts_have_a_source(dossier: Dossier) -> Iterator[Finding]:
    """What we say of a record is evidenced, and so is any meaning that is not plain Dutch."""
    for record in (*dossier.parties, *dossier.bodies, *dossier.instruments):
        if record.what and not record.sources and dossier.place(record).whole:
            yield record, ("what",), "hier ontbreekt een bron: vul 'sources' in"
    for term in dossier.terms.terms:
        if not term.sources and not term.ordinary:
            message = "hier ontbreekt een bron: vul 'sources' in, of 'ordinary: true'"
            yield term, ("meaning",), message


def sources_are_used(dossier: Dossier) -> Iterator[Finding]:
    """A source is quoted, named, linked or given as evidence somewhere."""
    known = {source.slug for source in dossier.sources}
    if dossier.lost.names or not set(_sources_given(dossier)) <= known:
        return  # who points to what can only be told when all is read and every name is right
    for source in dossier.sources:
        if source.slug not in dossier.texts and not dossier.backlinks.pointing_to(source.slug):
            yield source, ("title",), f"niets op de site verwijst naar de bron '{source.slug}'"


def _sources_given(dossier: Dossier) -> Iterator[str]:
    for _, _, reference, name in dossier.references:
        if reference.target == "source":
            yield name


def consultation_is_told_whole(dossier: Dossier) -> Iterator[Finding]:
    """A source with a web address tells how it was consulted."""
    for source in dossier.sources:
        if source.url and not source.consulted_how:
            yield source, ("url",), "vul bij een webadres 'consulted_how' in"


def abbreviations_mean_one_thing(dossier: Dossier) -> Iterator[Finding]:
    """An abbreviation is explained once."""
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


def parliamentary_papers_are_cited_right(dossier: Dossier) -> Iterator[Finding]:
    """A Kamerstuk is cited as the Aanwijzingen voor de regelgeving (3.43) want it."""
    for record, keys, text in dossier.texts_of_ours:
        yield from _miscited(record, keys, text)
    for source in dossier.sources:
        yield from _miscited(source, ("title",), source.title)


def _miscited(record: Record, keys: Keys, text: str) -> Iterator[Finding]:
    for wrong in parliamentary_papers.malformed(text):
        yield record, keys, f"'{wrong}' is geen verwijzing zoals {parliamentary_papers.EXAMPLE}"


def progress_follows_the_beginning(dossier: Dossier) -> Iterator[Finding]:
    """What came of an agreement came after the first moment of the timeline."""
    known = [milestone.date for milestone in dossier.timeline.milestones if milestone.date]
    begin = min(map(dates.first, known), default=None)
    for record in _later_facts(dossier):
        if begin and dates.last(record.date) < begin:
            message = f"{record.date} ligt vóór het begin van de tijdlijn, {min(known)}"
            yield record, ("date",), message


def _later_facts(dossier: Dossier) -> Iterator[Progress | Shift | Outcome]:
    yield from dossier.progress.items
    for deadline in dossier.deadlines.items:
        yield from deadline.shifts
        yield from (deadline.outcome,) if deadline.outcome else ()


def takeovers_and_ends_are_explained(dossier: Dossier) -> Iterator[Finding]:
    """Of what is taken over it is said by what, and of what ended why."""
    for item in dossier.progress.items:
        if item.status in ("overgenomen", "vervallen") and not item.status_note:
            message = f"vul bij '{item.status}' ook 'status_note' in: waardoor of waarom"
            yield item, ("status",), message
