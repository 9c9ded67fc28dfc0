"""The records of the dossier as tables: what every format of tables is written from.

A table has the same columns whatever its records say, so that those who read it with a program can
rely on them.
"""

from generator.dossier.kinds import KINDS
from generator.model import (
    Body,
    Chapter,
    Deadline,
    Instrument,
    Milestone,
    OpenPoint,
    Party,
    Progress,
    Record,
    Source,
    Statement,
    Term,
    Theme,
)
from generator.site.tables import (
    changes,
    commitments,
    counts,
    entries,
    files,
    named,
    statements,
)
from generator.site.tables.table import Table

_BY_MODEL: dict[type[Record], Table] = {
    Statement: statements.TABLE,
    Party: named.PARTIES,
    Body: named.BODIES,
    Instrument: named.INSTRUMENTS,
    Source: files.SOURCES,
    Theme: files.THEMES,
    Chapter: files.CHAPTERS,
    Term: entries.TERMS,
    OpenPoint: entries.POINTS,
    Progress: entries.FACTS,
    Deadline: entries.DEADLINES,
    Milestone: entries.MILESTONES,
}
TABLES: tuple[Table, ...] = (
    commitments.TABLE,
    *(_BY_MODEL[kind.model] for kind in KINDS if kind.table),
    changes.TABLE,
    counts.BY_THEME,
    counts.OF_ALL,
)
"""Every table, in the order in which readers see them."""
