"""Reverse references between records: computed from the records, never written by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.dossier.references import mentioned_slugs, referenced_names, related_names
from generator.grouping import gather
from generator.model import (
    UNTESTABLE,
    Deadline,
    DecidedStatus,
    File,
    Mentionable,
    Milestone,
    OpenPoint,
    Progress,
    Statement,
)


@dataclass(frozen=True)
class Backlinks:
    """The references in some records, in the reverse direction."""

    statements: tuple[Statement, ...]
    points: tuple[OpenPoint, ...]
    milestones: tuple[Milestone, ...]
    progress: tuple[Progress, ...]
    deadlines: tuple[Deadline, ...]
    files: tuple[File, ...]

    @cached_property
    def _naming(self) -> Mapping[str, tuple[Statement, ...]]:
        return gather(
            (slug, statement)
            for statement in self.statements
            for slug in mentioned_slugs(statement)
        )

    def naming(self, record: Mentionable) -> tuple[Statement, ...]:
        """The statements that name a record, in the order of the source."""
        return self._naming.get(record.slug, ())

    def commitments_naming(self, record: Mentionable) -> tuple[Statement, ...]:
        """The commitments that name a record, in the order of the source."""
        return tuple(statement for statement in self.naming(record) if statement.commitment)

    @cached_property
    def _under(self) -> Mapping[str, tuple[Statement, ...]]:
        return gather(
            (statement.under, statement) for statement in self.statements if statement.under
        )

    def under(self, statement: Statement) -> tuple[Statement, ...]:
        """The statements that are part of this one."""
        return self._under.get(statement.id, ())

    @cached_property
    def _related(self) -> Mapping[str, tuple[Statement, ...]]:
        return gather(
            (name, statement) for statement in self.statements for name in related_names(statement)
        )

    def related_from(self, statement: Statement) -> tuple[Statement, ...]:
        """The statements that give this one as a related statement."""
        return self._related.get(statement.id, ())

    @cached_property
    def _points(self) -> Mapping[str, tuple[OpenPoint, ...]]:
        return gather((name, point) for point in self.points for name in point.statements)

    def points_about(self, statement: Statement) -> tuple[OpenPoint, ...]:
        """The open points about a statement."""
        return self._points.get(statement.id, ())

    @cached_property
    def _milestones(self) -> Mapping[str, tuple[Milestone, ...]]:
        return gather(
            (name, milestone) for milestone in self.milestones for name in milestone.statements
        )

    def progress_of(self, statement: Statement) -> tuple[Progress, ...]:
        """The progress on a statement, oldest first."""
        return self._progress.get(statement.id, ())

    @cached_property
    def _progress(self) -> Mapping[str, tuple[Progress, ...]]:
        ordered = sorted(self.progress, key=lambda item: item.date)
        return gather((name, item) for item in ordered for name in item.statements)

    def status_of(self, statement: Statement) -> Progress | None:
        """The latest progress that sets the status of a statement, or None."""
        deciding = [item for item in self.progress_of(statement) if item.status]
        return deciding[-1] if deciding else None

    def decided_status(self, statement: Statement) -> DecidedStatus | None:
        """The status on which the editors decided, or None: then it follows from what was found."""
        if statement.untestable:
            return UNTESTABLE
        deciding = self.status_of(statement)
        return deciding.status if deciding else None

    def deadlines_of(self, statement: Statement) -> tuple[Deadline, ...]:
        """The deadlines that are based on a statement."""
        return self._deadlines.get(statement.id, ())

    @cached_property
    def _deadlines(self) -> Mapping[str, tuple[Deadline, ...]]:
        return gather((name, each) for each in self.deadlines for name in each.statements)

    def milestones_of(self, statement: Statement) -> tuple[Milestone, ...]:
        """The dated events that are based on a statement."""
        return self._milestones.get(statement.id, ())

    @cached_property
    def _referring(self) -> Mapping[str, tuple[File, ...]]:
        return gather(
            (name, file) for file in self.files for name in dict.fromkeys(referenced_names(file))
        )

    def pointing_to(self, name: str) -> tuple[File, ...]:
        """The files that refer or link to a record, for example as a source."""
        return self._referring.get(name, ())
