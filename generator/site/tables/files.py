"""The tables of sources, of themes and of all chapters."""

from generator.model import Source
from generator.site.tables import columns
from generator.site.tables.columns import day, names, own_words, plain
from generator.site.tables.table import Cell, Column, Table, yes_or_no
from generator.site.views.linker import Linker
from generator.site.views.statements import commitments_of


def _is_quoted(link: Linker, source: Source) -> Cell:
    return yes_or_no(source.slug in link.dossier.texts)


SOURCES = Table(
    "bronnen",
    "Alle bronnen",
    (
        columns.SLUG,
        plain("titel", "De titel van het stuk of de pagina.", lambda each: each.title),
        plain("uitgever", "Wie het heeft uitgegeven.", lambda each: each.publisher),
        plain(
            "datum van uitgave",
            "De datum van uitgave: jjjj, jjjj-mm of jjjj-mm-dd.",
            lambda each: each.date,
        ),
        Column("webadres", "Waar de bron staat.", lambda _, each: each.url, "anyURI"),
        day("geraadpleegd op", "De dag waarop de bron is gelezen.", lambda each: each.consulted),
        plain("hoe geraadpleegd", "Hoe de bron is gelezen.", lambda each: each.consulted_how),
        day(
            "kopie bewaard op",
            "De dag waarop een kopie is bewaard.",
            lambda each: each.kept.saved if each.kept else None,
        ),
        Column(
            "geciteerd",
            "Of de uitspraken uit dit document komen: ja of nee.",
            _is_quoted,
        ),
        own_words("wat het is", "Wat de bron laat zien, in eigen woorden.", lambda each: each.what),
        columns.UNCERTAIN,
        *columns.CITED,
    ),
    lambda link: link.dossier.sources,
)
_PART = (
    columns.SLUG,
    plain("titel", "De titel.", lambda each: each.title),
    names("document", "Het document dat wordt geciteerd.", lambda each: [each.source]),
    plain("plaats", "De plaats in het document.", lambda each: each.part),
    own_words("inleiding", "De inleiding van de redactie.", lambda each: each.intro),
    Column(
        "aantal uitspraken",
        "Hoeveel uitspraken er in staan.",
        lambda _, each: len(each.statements),
        "integer",
    ),
    Column(
        "aantal afspraken",
        "Hoeveel daarvan een afspraak zijn.",
        lambda _, each: len(commitments_of(each)),
        "integer",
    ),
)
THEMES = Table(
    "themas",
    "Alle thema’s",
    (
        *_PART,
        Column("nummer", "Het nummer van het thema.", lambda _, each: each.number, "integer"),
        own_words("nummer in het document", "Hoe het document nummert.", lambda e: e.numbering),
        own_words("ontbreekt", "Wat het document niet geeft.", lambda each: each.missing),
        *columns.CITED,
    ),
    lambda link: link.dossier.themes,
)
CHAPTERS = Table(
    "hoofdstukken",
    "Alle hoofdstukken, ook de thema’s",
    (*_PART, *columns.CITED),
    lambda link: link.dossier.parts,
)
