"""The tables of what statements name: parties, consultation bodies, instruments."""

from generator.site.tables import columns
from generator.site.tables.columns import names, own_words, plain
from generator.site.tables.table import Column, Table, listed

_NAMED = (
    columns.SLUG,
    plain("naam", "De volledige naam.", lambda each: each.name),
    plain("korte naam", "De naam die op de site staat.", lambda each: each.display_name),
    plain("afkorting", "De afkorting, als die er is.", lambda each: each.abbreviation),
    plain(
        "namen in het document",
        "De namen in het document, letterlijk.",
        lambda each: listed(each.names),
    ),
    own_words("wat het is", "Wat het is, in eigen woorden.", lambda each: each.what),
    columns.SOURCES,
    columns.UNCERTAIN,
    Column(
        "aantal uitspraken",
        "Hoeveel uitspraken dit noemen.",
        lambda link, each: len(link.dossier.backlinks.naming(each)),
        "integer",
    ),
    Column(
        "aantal afspraken",
        "Hoeveel afspraken dit noemen.",
        lambda link, each: len(link.dossier.backlinks.commitments_naming(each)),
        "integer",
    ),
    columns.REVIEWED,
)

PARTIES = Table(
    "partijen",
    "Alle partijen",
    (
        *_NAMED,
        Column(
            "groep",
            "De groep waar de partij bij hoort.",
            lambda link, each: link.dossier.settings.party_groups[each.group],
        ),
        names(
            "onderdeel van",
            "De partij waar deze een onderdeel van is.",
            lambda each: filter(None, [each.part_of]),
        ),
        *columns.CITED,
    ),
    lambda link: link.dossier.parties,
)
BODIES = Table(
    "overleggen",
    "Alle overleggen",
    (
        *_NAMED,
        names("deelnemers", "De partijen die deelnemen.", lambda each: each.members),
        plain("niveau", "Het niveau, in de woorden van het document.", lambda each: each.level),
        plain(
            "tijdelijk",
            "Dat het tijdelijk was, in de woorden van het document.",
            lambda each: each.temporary,
        ),
        names(
            "gevolgd door",
            "Het overleg dat hierna kwam.",
            lambda each: filter(None, [each.followed_by]),
        ),
        *columns.CITED,
    ),
    lambda link: link.dossier.bodies,
)
INSTRUMENTS = Table(
    "instrumenten",
    "Alle instrumenten",
    (*_NAMED, *columns.CITED),
    lambda link: link.dossier.instruments,
)
