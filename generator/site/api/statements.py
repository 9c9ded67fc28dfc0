"""Statements as data."""

from collections.abc import Iterator

from generator.model import (
    Body,
    Instrument,
    Mentionable,
    OutsideRelation,
    Party,
    Relation,
    Source,
    Statement,
    Term,
    Theme,
)
from generator.site.api import references
from generator.site.api.versions import common
from generator.site.api_models.statements import Uitspraak, Verband, Vergelijking, Vindplaats
from generator.site.api_models.values import Status, VerwijzingMetNaam
from generator.site.views import progress
from generator.site.views.linker import Linker


def statement(link: Linker, said: Statement) -> Uitspraak:
    dossier, links = link.dossier, link.dossier.backlinks
    theme = dossier.theme(said)
    mentioned = tuple(dossier.mentions(said))
    return Uitspraak(
        **common(link, said),
        tekst=said.text,
        soort=dossier.settings.kinds[said.kind].label,
        is_afspraak=said.commitment,
        status=status(link, said) if said.commitment else None,
        vindplaats=_place(link, said),
        thema=references.named(link, theme) if theme else None,
        onderdeel_van=references.statements(link, [said.under])[0] if said.under else None,
        onderdelen=references.bares(link, links.under(said)),
        genoemde_partijen=_of(link, Party, mentioned),
        genoemde_overleggen=_of(link, Body, mentioned),
        genoemde_instrumenten=_of(link, Instrument, mentioned),
        genoemde_bronnen=_of(link, Source, mentioned),
        genoemde_themas=_of(link, Theme, mentioned),
        begrippen=references.all_named(link, terms_in(link, said)),
        feiten=references.bares(link, links.progress_of(said)),
        termijnen=references.all_named(link, links.deadlines_of(said)),
        kanttekeningen=references.all_named(link, links.points_about(said)),
        gebeurtenissen=tuple(each.slug for each in links.milestones_of(said)),
        verbanden=tuple(_relations(link, said)),
        vergelijkingen=tuple(_comparisons(link, said)),
        toelichting=references.words(said.note),
    )


def status(link: Linker, commitment: Statement) -> Status:
    """The status of a commitment, as readers see it, with the fact that shows it."""
    shown = progress.status(link, commitment)
    fact = link.dossier.backlinks.status_of(commitment) if shown.evidence else None
    return Status(
        code=shown.key,
        omschrijving=shown.label,
        toelichting=shown.note,
        tijdstip=references.moment_if_known(shown.date),
        feit=references.bare(link, fact) if fact else None,
        reden=shown.reason,
    )


def _place(link: Linker, said: Statement) -> Vindplaats:
    home, source = link.dossier.home(said), link.dossier.source_of(said)
    return Vindplaats(
        document=references.named(link, source),
        regel=said.line,
        regel_op_de_site=references.place(link, link.line(source, said.line)),
        hoofdstuk=references.named(link, home),
        onderdeel=home.part,
    )


def _of(
    link: Linker, model: type[Mentionable], mentioned: tuple[Mentionable, ...]
) -> tuple[VerwijzingMetNaam, ...]:
    """References to those of the mentioned records that are of one kind."""
    return references.all_named(link, (each for each in mentioned if type(each) is model))


def terms_in(link: Linker, said: Statement) -> tuple[Term, ...]:
    """The terms in the words of a statement, each once."""
    meanings = link.dossier.glossary.found(said.text).values()
    return tuple({each.slug: each for each in meanings if isinstance(each, Term)}.values())


def _relations(link: Linker, said: Statement) -> Iterator[Verband]:
    """The relations with other statements, in either direction."""
    for own in _all_relations(said):
        yield _relation(link, own.to, own, is_own=True)
    for other in link.dossier.backlinks.related_from(said):
        theirs = (each for each in _all_relations(other) if each.to == said.id)
        yield from (_relation(link, other.id, each, is_own=False) for each in theirs)


def _all_relations(said: Statement) -> Iterator[Relation | OutsideRelation]:
    yield from said.related
    yield from said.related_elsewhere


def _relation(
    link: Linker, other: str, found: Relation | OutsideRelation, *, is_own: bool
) -> Verband:
    (reference,) = references.statements(link, [other])
    if isinstance(found, OutsideRelation):
        reason, sources = references.words(found.because), references.files(link, found.sources)
        return Verband(uitspraak=reference, hier=None, daar=None, reden=reason, bronnen=sources)
    here, there = (found.here, found.there) if is_own else (found.there, found.here)
    return Verband(uitspraak=reference, hier=here, daar=there, reden=None, bronnen=())


def _comparisons(link: Linker, said: Statement) -> Iterator[Vergelijking]:
    """What other documents do with a statement."""
    for pair, tie in link.dossier.ties_of(said):
        is_before = tie.before is not None and tie.before.id == said.id
        other = tie.after if is_before else tie.before
        here, there = (tie.words or (None, None))[:: 1 if is_before else -1]
        yield Vergelijking(
            document=references.named(link, pair.later if is_before else pair.earlier),
            uitkomst=tie.how,
            uitspraak=references.bare(link, other) if other else None,
            hier=here,
            daar=there,
        )
