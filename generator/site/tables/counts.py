"""The tables under the pictures: how many commitments have each status."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from generator.model import Statement
from generator.site.tables.table import Column, Table
from generator.site.views import progress
from generator.site.views.linker import Linker
from generator.site.views.statements import commitments_of

OUTSIDE = "Buiten de thema’s"
Row = tuple[str, Counter[str]]
"""What is counted, and the number of commitments per status."""


def _count(link: Linker, statements: Iterable[Statement]) -> Counter[str]:
    return Counter(progress.status(link, each).key for each in statements)


def _by_theme(link: Linker) -> Iterator[Row]:
    dossier = link.dossier
    for theme in dossier.themes:
        yield theme.title, _count(link, commitments_of(theme))
    outside = [each for each in dossier.commitments if not dossier.theme(each)]
    if outside:
        yield OUTSIDE, _count(link, outside)


def _with_status(key: str, _: Linker, row: Row) -> int:
    return row[1][key]


BY_THEME = Table(
    "status-per-thema",
    "De status van de afspraken, per thema",
    (
        Column("thema", "Het thema, of buiten de thema’s.", lambda _, row: row[0]),
        *(
            Column(
                label,
                "Hoeveel afspraken deze status hebben.",
                partial(_with_status, key),
                "integer",
            )
            for key, label in progress.LABELS.items()
        ),
        Column("samen", "Hoeveel afspraken er zijn.", lambda _, row: row[1].total(), "integer"),
    ),
    _by_theme,
)
OF_ALL = Table(
    "status-van-de-afspraken",
    "De status van alle afspraken",
    (
        Column("status", "De status.", lambda _, count: count.label),
        Column(
            "aantal",
            "Hoeveel afspraken die status hebben.",
            lambda _, count: count.count,
            "integer",
        ),
    ),
    lambda link: progress.counts(link, link.dossier.commitments),
)
