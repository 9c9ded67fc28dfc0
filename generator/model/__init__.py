"""The record types: everything an editor can write, with its fields.

The docstring under a field is Dutch: text editors show it to content editors while they type.
"""

from generator.model.deadlines import Deadline, Deadlines, Outcome, Shift
from generator.model.entities import Body, Instrument, Named, Party, Term, Terms
from generator.model.evidence import Passage
from generator.model.open_points import OpenPoint, OpenPoints
from generator.model.progress import (
    UNTESTABLE,
    DecidedStatus,
    Progress,
    ProgressLog,
    Status,
)
from generator.model.record import FILE_NAME, Entry, File, Record, Reviewable, Stored
from generator.model.settings import (
    Article,
    Report,
    Search,
    Section,
    SecurityContact,
    Settings,
    StatementKind,
    Synonym,
)
from generator.model.sources import KeptCopy, SkippedLine, Source, Written
from generator.model.statements import (
    Arrangement,
    Chapter,
    Comparison,
    FollowUp,
    OutsideRelation,
    Relation,
    Statement,
    Theme,
)
from generator.model.timeline import Milestone, Timeline

Evidenced = Progress | Shift | Outcome
"""What can name the words that carry it."""
Mentionable = Named | Source | Theme
"""A record that a statement can name. Each has ``names``: the names that a source uses for it."""

__all__ = [
    "FILE_NAME",
    "UNTESTABLE",
    "Arrangement",
    "Article",
    "Body",
    "Chapter",
    "Comparison",
    "Deadline",
    "Deadlines",
    "DecidedStatus",
    "Entry",
    "Evidenced",
    "File",
    "FollowUp",
    "Instrument",
    "KeptCopy",
    "Mentionable",
    "Milestone",
    "Named",
    "OpenPoint",
    "OpenPoints",
    "Outcome",
    "OutsideRelation",
    "Party",
    "Passage",
    "Progress",
    "ProgressLog",
    "Record",
    "Relation",
    "Report",
    "Reviewable",
    "Search",
    "Section",
    "SecurityContact",
    "Settings",
    "Shift",
    "SkippedLine",
    "Source",
    "Statement",
    "StatementKind",
    "Status",
    "Stored",
    "Synonym",
    "Term",
    "Terms",
    "Theme",
    "Timeline",
    "Written",
]
