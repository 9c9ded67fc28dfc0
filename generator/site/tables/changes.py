"""The table of all changes, as the register has them."""

from generator.dossier import urls
from generator.dossier.register import Change, Event
from generator.site.tables.table import Cell, Column, Table, listed
from generator.site.views import history
from generator.site.views.linker import Linker


def _version(link: Linker, change: Change) -> Cell:
    """The version that the event made; None if it made none."""
    versions = link.dossier.register.versions(change.event.id)
    return next((each.number for each in versions if each.event is change.event), None)


def _place(link: Linker, event: Event) -> str:
    return f"{link.dossier.settings.address.rstrip('/')}{event.place}"


TABLE = Table(
    "wijzigingen",
    "Alle wijzigingen",
    (
        Column("datum", "De dag van de wijziging.", lambda _, each: each.event.date, "date"),
        Column(
            "nummer of naam",
            "Van wat: het nummer van een uitspraak of de vaste naam.",
            lambda _, each: each.event.id,
        ),
        Column("wijziging", "Wat er gebeurde.", lambda _, each: history.label(each.event)),
        Column("tekst", "De tekst zoals die toen was.", lambda _, each: each.event.text),
        Column("toelichting", "Waarom.", lambda _, each: each.event.note),
        Column("versie", "Het nummer van de nieuwe versie.", _version, "integer"),
        Column("controlecode", "De SHA-256 van de tekst.", lambda _, each: each.event.fingerprint),
        Column(
            "gaat verder als",
            "De nummers of namen waarin het is opgegaan.",
            lambda _, each: listed(each.event.into),
            is_list=True,
        ),
        Column(
            "plaats",
            "Het adres waar het toen stond.",
            lambda link, each: _place(link, each.event),
            "anyURI",
        ),
        Column(
            "vaste link",
            "Het adres dat nooit verandert, met alle versies.",
            lambda link, each: link.absolute_url(urls.permalink(each.event.id)),
            "anyURI",
        ),
    ),
    lambda link: link.dossier.register.changes,
)
