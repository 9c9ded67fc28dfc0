"""Terms, facts, deadlines, milestones and open points as data."""

from generator.model import (
    Deadline,
    Milestone,
    OpenPoint,
    Outcome,
    Progress,
    Shift,
    Statement,
    Term,
)
from generator.site.api import references
from generator.site.api.statements import terms_in
from generator.site.api.versions import common
from generator.site.api_models.entries import (
    Begrip,
    Feit,
    Gebeurtenis,
    Kanttekening,
    Termijn,
    Uitkomst,
    Verschuiving,
)
from generator.site.views import deadlines
from generator.site.views.linker import Linker
from generator.site.views.progress import LABELS
from generator.text.inline_links import plain_text


def term(link: Linker, found: Term) -> Begrip:
    return Begrip(
        **common(link, found),
        naam=found.term,
        namen=found.names,
        betekenis=plain_text(found.meaning),
        onzeker=references.words(found.uncertain),
        bronnen=references.files(link, found.sources),
        uitspraken=references.bares(link, _statements_with(link, found)),
    )


def _statements_with(link: Linker, found: Term) -> list[Statement]:
    """The statements that a term is in. Most have none of its words, which is found out fast."""
    names = (found.term, *found.names)
    return [
        each
        for each in link.dossier.statements
        if any(name in each.text for name in names)
        and found.slug in {term.slug for term in terms_in(link, each)}
    ]


def open_point(link: Linker, found: OpenPoint) -> Kanttekening:
    return Kanttekening(
        **common(link, found),
        naam=found.title,
        soort=link.dossier.settings.point_kinds[found.kind],
        bevinding=plain_text(found.found),
        werkwijze=plain_text(found.handled),
        is_klein=found.minor,
        uitspraken=references.statements(link, found.statements),
    )


def fact(link: Linker, found: Progress) -> Feit:
    return Feit(
        **common(link, found),
        tijdstip=references.moment(found.date),
        wat=plain_text(found.what),
        uitspraken=references.statements(link, found.statements),
        bronnen=references.files(link, found.sources),
        passages=references.passages(link, found),
        gemeld_door=references.files(link, found.reported_by),
        status_code=found.status,
        status=LABELS[found.status] if found.status else None,
        status_toelichting=found.status_note,
    )


def deadline(link: Linker, found: Deadline) -> Termijn:
    today, shown = link.today, deadlines.view(link, found)
    return Termijn(
        **common(link, found),
        naam=found.what,
        woorden=found.words,
        begin=references.moment_if_known(found.start),
        einde=references.moment(found.end),
        laatste_dag=shown.ends,
        stand=shown.state,
        overschrijding=shown.lateness or None,
        afleiding=plain_text(found.derived),
        bronnen=references.files(link, found.sources),
        verschuivingen=tuple(_shift(link, each) for each in deadlines.known_shifts(found, today)),
        uitkomst=_outcome(link, found.outcome) if found.outcome and shown.outcome else None,
        uitspraken=references.statements(link, found.statements),
    )


def _shift(link: Linker, found: Shift) -> Verschuiving:
    return Verschuiving(
        tijdstip=references.moment(found.date),
        einde=references.moment(found.end),
        besluit=plain_text(found.decision),
        bronnen=references.files(link, found.sources),
        passages=references.passages(link, found),
    )


def _outcome(link: Linker, found: Outcome) -> Uitkomst:
    return Uitkomst(
        tijdstip=references.moment(found.date),
        wat=plain_text(found.what),
        bronnen=references.files(link, found.sources),
        passages=references.passages(link, found),
    )


def milestone(link: Linker, found: Milestone) -> Gebeurtenis:
    return Gebeurtenis(
        id=found.slug,
        naam=found.title,
        tijdstip=references.moment_if_known(found.date),
        einde=references.moment_if_known(found.end),
        woorden=found.words,
        toelichting=references.words(found.note),
        uitspraken=references.statements(link, found.statements),
        pagina=references.place(link, link.record(link.dossier.timeline)),
    )
