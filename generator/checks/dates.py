"""The dates of what happened can be right: not in the future, and in an order that is possible."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.model import Outcome, Progress, Record, Reviewable, Shift, Stored
from generator.model.scalars import Happened
from generator.model.traversal import fields_with, records
from generator.text import dates

Fact = Progress | Shift | Outcome
"""What happened according to another source: each has a date and sources."""


def nothing_happened_after_today(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """What happened is not dated after today."""
    for record in (*dossier.records, *dossier.register.events):
        for field, date in _dates_in(record):
            if dates.first_day(date) > today:
                yield record, (field,), f"{date} ligt na vandaag, {today}; verbeter de datum"


def _dates_in(record: Record) -> Iterator[tuple[str, str]]:
    """The dates of what happened in a record's own fields, each with its field."""
    for field in _date_fields(type(record)):
        if date := getattr(record, field):
            yield field, str(date)


@cache
def _date_fields(model: type[Record]) -> tuple[str, ...]:
    return tuple(sorted(fields_with(model, Happened)))


def changes_are_dated(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """A file was changed on or after the days of what it says."""
    for file in dossier.stored:
        days = ((dates.first_day(date), date) for date in _dates_in_file(dossier, file))
        day, date = max((each for each in days if each[0] <= today), default=(file.changed, ""))
        if day > file.changed:
            path = dossier.place(file).document.path
            message = f"dit bestand noemt iets van {date}; zet in {path}: changed: {day}"
            yield file, ("changed",), message


def _dates_in_file(dossier: Dossier, file: Stored) -> Iterator[str]:
    """The dates of what happened in a file, other than the day of its change."""
    document = dossier.place(file).document
    for _, record in records(file):
        if dossier.place(record).document is document:  # not an entry with a file of its own
            yield from (date for field, date in _dates_in(record) if field not in _DAYS_OF_EDITORS)


_DAYS_OF_EDITORS = ("changed", "reviewed")
"""The fields with a day on which an editor did something, not on which anything happened."""


def reviews_are_not_before_their_facts(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """A file was not reviewed before what it says had happened."""
    for file in dossier.stored:
        if isinstance(file, Reviewable) and file.reviewed:
            days = map(dates.first_day, _dates_in_file(dossier, file))
            latest = max((day for day in days if day <= today), default=dt.date.min)
            if file.reviewed < latest:
                message = f"{file.reviewed} ligt vóór {latest}, toen iets uit dit bestand gebeurde"
                yield file, ("reviewed",), message


def sources_are_consulted_after_their_date(dossier: Dossier, today: dt.date) -> Iterator[Finding]:
    """A source is not consulted before it was published."""
    for source in dossier.sources:
        published = dates.first_day(source.date) if source.date else dt.date.min
        if source.consulted and source.consulted < published <= today:
            message = f"{source.consulted} ligt vóór de datum van de bron zelf, {source.date}"
            yield source, ("consulted",), message


# Warnings -----------------------------------------------------------------------------------------


def evidence_is_not_older_than_its_fact(dossier: Dossier) -> Iterator[Finding]:
    """A source from before a fact does not prove the fact, unless a later source does as well."""
    for fact in _facts(dossier):
        published = [dossier.source(slug).date for slug in fact.sources]
        if all(date and dates.last_day(date) < dates.first_day(fact.date) for date in published):
            newest = max(filter(None, published))
            message = f"{fact.date} ligt na de nieuwste bron hierbij, die van {newest} is"
            yield fact, ("date",), message


def _facts(dossier: Dossier) -> Iterator[Fact]:
    yield from dossier.progress.items
    for deadline in dossier.deadlines.items:
        yield from deadline.shifts
        yield from (deadline.outcome,) if deadline.outcome else ()


def progress_is_not_older_than_the_statement(dossier: Dossier) -> Iterator[Finding]:
    """Progress is not dated before the source of the statement that it is about."""
    for item in dossier.progress.items:
        for at, name in enumerate(item.statements):
            said = dossier.source_of(dossier.statement[name]).date
            if said and dates.last_day(item.date) < dates.first_day(said):
                message = f"{item.date} ligt vóór {said}, de datum van de bron van {name}"
                yield item, ("statements", at), message


def outcomes_are_in_their_period(dossier: Dossier) -> Iterator[Finding]:
    """A deadline is not met before its period begins, nor moved after it is met."""
    for deadline in dossier.deadlines.items:
        met = deadline.outcome
        if met and deadline.start and dates.last_day(met.date) < dates.first_day(deadline.start):
            message = f"{met.date} ligt vóór het begin van de termijn, {deadline.start}"
            yield met, ("date",), message
        for shift in deadline.shifts if met else ():
            if met and dates.last_day(met.date) < dates.first_day(shift.date):
                yield shift, ("date",), f"{shift.date} ligt na {met.date}, toen het er al was"
