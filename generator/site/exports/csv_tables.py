"""Tables to download as CSV (RFC 4180), with one record per line, so that lines can be selected."""

import csv
import io
from collections.abc import Iterator
from functools import partial

from generator.dossier import urls
from generator.model import Statement
from generator.site.views import statements
from generator.site.views.escaping import in_cell
from generator.site.views.linker import Linker
from generator.site.views.page import Output

COLUMNS = (
    "nummer",
    "afspraak",
    "thema of hoofdstuk",
    "partijen",
    "instrumenten",
    "termijn",
    "stand van de termijn",
    "status",
    "datum van de status",
    "vaste link",
)
DOCUMENT = "document"
"""The last column, if there are several documents."""
BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheet programs do not read the text as UTF-8."""


def outputs(link: Linker) -> Iterator[Output]:
    """Every table."""
    yield urls.COMMITMENTS_TABLE, partial(_commitments, link)


def _commitments(link: Linker) -> str:
    columns = (*COLUMNS, DOCUMENT) if link.dossier.has_several_documents else COLUMNS
    return _csv([columns, *(_row(link, statement) for statement in link.dossier.commitments)])


def _row(link: Linker, statement: Statement) -> tuple[str, ...]:
    row = statements.commitment_row(link, statement)
    status = row.status
    return (
        statement.id,
        statement.text,
        row.part.text,
        ", ".join(each.text for each in row.parties),
        ", ".join(each.text for each in row.instruments),
        ", ".join(each.words for each in row.deadlines),
        row.deadline_state,
        " ".join(filter(None, (status.label, status.note))),
        status.date or "",
        link.absolute_url(urls.permalink(statement.id)),
        *([document.text] if (document := link.document(statement)) else ()),
    )


def _csv(rows: list[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(map(in_cell, row) for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()
