"""The table of all statements."""

from generator.model import Statement
from generator.site.tables import columns
from generator.site.tables.columns import names, own_words, plain
from generator.site.tables.table import Cell, Column, Table, yes_or_no
from generator.site.views import progress
from generator.site.views.linker import Linker


def _status(link: Linker, statement: Statement) -> Cell:
    return progress.status(link, statement).label if statement.commitment else None


TABLE = Table(
    "uitspraken",
    "Alle uitspraken",
    (
        plain("nummer", "Het vaste nummer van de uitspraak.", lambda each: each.id),
        plain("uitspraak", "De woorden van het document, letterlijk.", lambda each: each.text),
        Column(
            "soort",
            "De soort uitspraak.",
            lambda link, each: link.dossier.settings.kinds[each.kind].label,
        ),
        plain(
            "afspraak",
            "Of iemand zich hiermee tot iets verbindt: ja of nee.",
            lambda each: yes_or_no(each.commitment),
        ),
        Column("status", "De status van een afspraak. Leeg bij een andere uitspraak.", _status),
        plain(
            "onderdeel van",
            "Het nummer van de uitspraak waar deze een onderdeel van is.",
            lambda each: each.under,
        ),
        Column(
            "thema of hoofdstuk",
            "Het thema of hoofdstuk waarin de uitspraak staat.",
            lambda link, each: link.title(link.dossier.home(each)),
        ),
        Column(
            "document",
            "Het document dat wordt geciteerd.",
            lambda link, each: link.title(link.dossier.source_of(each)),
        ),
        Column(
            "plaats",
            "De plaats in het document.",
            lambda link, each: link.dossier.home(each).part,
        ),
        Column(
            "regel",
            "De regel van de tekst van het document.",
            lambda _, each: each.line,
            "integer",
        ),
        names("partijen", "De partijen die de uitspraak noemt.", lambda each: each.parties),
        names("overleggen", "De overleggen die de uitspraak noemt.", lambda each: each.bodies),
        names(
            "instrumenten", "De instrumenten die de uitspraak noemt.", lambda each: each.instruments
        ),
        names("documenten", "Welke documenten de uitspraak noemt.", lambda each: each.documents),
        names("thema’s", "De andere thema’s die de uitspraak noemt.", lambda each: each.themes),
        own_words("toelichting", "De toelichting van de redactie.", lambda each: each.note),
        *columns.CITED,
    ),
    lambda link: link.dossier.statements,
)
