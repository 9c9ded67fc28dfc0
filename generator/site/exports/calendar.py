"""The deadlines as a calendar file (RFC 5545), for use in calendar applications."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from generator.dossier import urls
from generator.model import Deadline
from generator.site.views.linker import Linker
from generator.site.views.page import Output
from generator.text import dates

if TYPE_CHECKING:
    from icalendar import Event

ONE_DAY = dt.timedelta(days=1)


def outputs(link: Linker) -> Iterator[Output]:
    """The calendar file, with an event on the last day of each deadline."""
    yield urls.CALENDAR, partial(_calendar, link)


def _calendar(link: Linker) -> str:
    from icalendar import Calendar  # noqa: PLC0415  (slow to import, and deadlines seldom change)

    settings = link.dossier.settings
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.title}//{settings.prefix}//NL")
    calendar.add("version", "2.0")
    calendar.add("name", f"Termijnen: {settings.title}")
    calendar.add("x-wr-calname", f"Termijnen: {settings.title}")
    for deadline in link.dossier.deadlines.items:
        calendar.add_component(_event(link, deadline))
    return str(calendar.to_ical().decode())


def _event(link: Linker, deadline: Deadline) -> Event:
    from icalendar import Event  # noqa: PLC0415

    last_day = dates.last_day([deadline.end, *(shift.end for shift in deadline.shifts)][-1])
    event = Event()
    event.add("uid", _uid(link, deadline))
    event.add("dtstamp", _midnight(link.dossier.deadlines.changed))
    event.add("sequence", len(deadline.shifts))
    event.add("dtstart", last_day)
    event.add("dtend", last_day + ONE_DAY)
    event.add("summary", f"Termijn: {deadline.what}")
    event.add("description", _description(deadline))
    event.add("url", link.absolute_url(urls.permalink(deadline.slug)))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(link: Linker, deadline: Deadline) -> str:
    """The same in every build, so that calendars update the event and do not add another."""
    host = link.dossier.settings.address.split("/")[2]
    return f"{deadline.slug}@{host}"


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _description(deadline: Deadline) -> str:
    quote = f"Woorden van de bron: ‘{deadline.words}’ ({', '.join(deadline.statements)})."
    return f"{quote} De termijn is later verschoven." if deadline.shifts else quote
