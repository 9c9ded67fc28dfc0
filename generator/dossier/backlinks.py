"""Reverse references between records: computed from the records, never written by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.dossier.references import mentioned_slugs, referenced_names, related_names
from generator.grouping import gather
from generator.model import (
    UNTESTABLE,
    Body,
    Chapter,
    Deadline,
    DecidedStatus,
    File,
    Mentionable,
    Milestone,
    OpenPoint,
    Party,
    Progress,
    Source,
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

    @cached_property
    def _evidenced(self) -> Mapping[str, tuple[Progress, ...]]:
        return gather((slug, item) for item in self.progress for slug in _unique(item.sources))

    def progress_evidenced_by(self, source: Source) -> tuple[Progress, ...]:
        """The progress for which a source is evidence."""
        return self._evidenced.get(source.slug, ())

    @cached_property
    def _reported(self) -> Mapping[str, tuple[Progress, ...]]:
        return gather((slug, item) for item in self.progress for slug in _unique(item.reported_by))

    def progress_reported_by(self, party: Party) -> tuple[Progress, ...]:
        """The progress that a party reports itself."""
        return self._reported.get(party.slug, ())

    @cached_property
    def _deadlines_by_source(self) -> Mapping[str, tuple[Deadline, ...]]:
        return gather((slug, each) for each in self.deadlines for slug in _sources(each))

    def deadlines_with(self, source: Source) -> tuple[Deadline, ...]:
        """The deadlines for which a source is used: for the period, a shift or the outcome."""
        return self._deadlines_by_source.get(source.slug, ())

    def bodies_of(self, party: Party) -> tuple[Body, ...]:
        """The bodies of which a party is a member."""
        bodies = (file for file in self.files if isinstance(file, Body))
        return tuple(body for body in bodies if party.slug in body.members)

    def parts_of(self, party: Party) -> tuple[Party, ...]:
        """The parties that are a part of this one."""
        parties = (file for file in self.files if isinstance(file, Party))
        return tuple(each for each in parties if each.part_of == party.slug)

    def chapters_of(self, source: Source) -> tuple[Chapter, ...]:
        """The chapters that quote a source."""
        chapters = (file for file in self.files if isinstance(file, Chapter))
        return tuple(each for each in chapters if each.source == source.slug)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _sources(deadline: Deadline) -> tuple[str, ...]:
    of_shifts = (slug for shift in deadline.shifts for slug in shift.sources)
    of_outcome = deadline.outcome.sources if deadline.outcome else ()
    return _unique((*deadline.sources, *of_shifts, *of_outcome))
