"""The table of all commitments. Readers have its file: its columns and their order stay."""

from collections.abc import Callable

from generator.model import Statement
from generator.site.tables import columns
from generator.site.tables.columns import names, plain
from generator.site.tables.table import Cell, Column, Table, listed
from generator.site.views import deadlines, progress
from generator.site.views.linker import Linker
from generator.site.views.progress import StatusView


def _of_status(choose: Callable[[StatusView], Cell]) -> Callable[[Linker, Statement], Cell]:
    return lambda link, statement: choose(progress.status(link, statement))


TABLE = Table(
    "afspraken",
    "Alle afspraken",
    (
        plain("nummer", "Het vaste nummer van de afspraak.", lambda each: each.id),
        plain("afspraak", "De woorden van het document, letterlijk.", lambda each: each.text),
        Column(
            "thema of hoofdstuk",
            "Het thema of hoofdstuk waarin de afspraak staat.",
            lambda link, each: link.title(link.dossier.home(each)),
        ),
        names("partijen", "De partijen die de afspraak noemt.", lambda each: each.parties),
        names(
            "instrumenten", "De instrumenten die de afspraak noemt.", lambda each: each.instruments
        ),
        Column(
            "termijn",
            "De termijnen, in de woorden van het document.",
            lambda link, each: listed(found.words for found in deadlines.of(link, each)),
        ),
        Column(
            "stand van de termijn",
            "Of de termijn is gehaald of nog loopt.",
            deadlines.state_of,
        ),
        Column(
            "status",
            "De status van de afspraak, met de uitleg erbij.",
            _of_status(lambda status: " ".join(filter(None, (status.label, status.note)))),
        ),
        Column(
            "datum van de status",
            "Wanneer gebeurde waaruit de status blijkt: jjjj, jjjj-mm of jjjj-mm-dd.",
            _of_status(lambda status: status.date),
        ),
        columns.PERMALINK,
        Column(
            "document",
            "Het document dat wordt geciteerd.",
            lambda link, each: link.title(link.dossier.source_of(each)),
            needs_several_documents=True,
        ),
    ),
    lambda link: link.dossier.commitments,
)
