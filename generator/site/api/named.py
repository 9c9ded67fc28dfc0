"""Parties, consultation bodies, instruments and sources as data."""

from typing import Any

from generator.dossier import urls
from generator.model import Body, Instrument, Named, Party, Source
from generator.site.api import references
from generator.site.api.versions import common
from generator.site.api_models.named import (
    BewaardeKopie,
    Bron,
    Genoemd,
    Overleg,
    Partij,
)
from generator.site.api_models.named import Instrument as PublishedInstrument
from generator.site.api_models.values import Periode
from generator.site.views.linker import Linker


def _named(link: Linker, found: Named) -> dict[str, Any]:
    """The fields that parties, bodies and instruments have in common."""
    return {
        **common(link, found),
        "naam": found.name,
        "korte_naam": found.display_name,
        "namen": found.names,
        "afkorting": found.abbreviation,
        "beschrijving": references.words(found.what),
        "onzeker": references.words(found.uncertain),
        "bronnen": references.files(link, found.sources),
        "nagekeken_op": found.reviewed,
        "uitspraken": references.bares(link, link.dossier.backlinks.naming(found)),
    }


def named(link: Linker, found: Named) -> Genoemd:
    """Something of a kind that has no model of its own."""
    return Genoemd(**_named(link, found))


def party(link: Linker, found: Party) -> Partij:
    return Partij(
        **_named(link, found),
        tooi=found.tooi,
        groep=link.dossier.settings.party_groups[found.group],
        onderdeel_van=references.file(link, found.part_of),
        onderdelen=references.all_named(link, link.dossier.backlinks.parts_of(found)),
        overleggen=references.all_named(link, link.dossier.backlinks.bodies_of(found)),
        gemelde_feiten=references.bares(link, link.dossier.backlinks.progress_reported_by(found)),
    )


def body(link: Linker, found: Body) -> Overleg:
    return Overleg(
        **_named(link, found),
        deelnemers=references.files(link, found.members),
        niveau=found.level,
        tijdelijk=found.temporary,
        opgevolgd_door=references.file(link, found.followed_by),
        toelichting_opvolging=references.words(found.followed_by_note),
    )


def instrument(link: Linker, found: Instrument) -> PublishedInstrument:
    return PublishedInstrument(**_named(link, found))


def source(link: Linker, found: Source) -> Bron:
    links, written = link.dossier.backlinks, found.written
    return Bron(
        **common(link, found),
        naam=found.title,
        korte_naam=found.display_name,
        taal=found.language or "nl",
        namen=found.names,
        is_geciteerd=found.slug in link.dossier.texts,
        uitgever=found.publisher,
        tijdstip=references.moment_if_known(found.date),
        geschreven=Periode(
            begin=references.moment(written.start), einde=references.moment(written.end)
        )
        if written
        else None,
        webadres=found.url,
        geraadpleegd_op=found.consulted,
        hoe_geraadpleegd=found.consulted_how,
        bewaarde_kopie=_kept_copy(link, found),
        beschrijving=references.words(found.what),
        onzeker=references.words(found.uncertain),
        hoofdstukken=references.all_named(link, links.chapters_of(found)),
        uitspraken=references.bares(link, links.naming(found)),
        feiten=references.bares(link, links.progress_evidenced_by(found)),
        termijnen=references.all_named(link, links.deadlines_with(found)),
    )


def _kept_copy(link: Linker, found: Source) -> BewaardeKopie | None:
    kept = found.kept
    if not kept:
        return None
    return BewaardeKopie(
        opgeslagen_op=kept.saved,
        vorm=kept.form,
        is_volledig=kept.whole,
        sha256=kept.sha256,
        tekst_sha256=kept.text_sha256,
        tekst=link.absolute_url(urls.kept_copy(found)),
    )
