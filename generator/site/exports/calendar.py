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
    from icalendar import Event, Timezone

ONE_DAY = dt.timedelta(days=1)


def outputs(link: Linker) -> Iterator[Output]:
    """The calendar file, with an event on the last day of each deadline.

    Without deadlines there is none, unless there were some before: who subscribed to it keeps an
    answer, and sees the events disappear.
    """
    if link.dossier.deadlines.items or _had_deadlines(link):
        yield urls.CALENDAR, partial(_calendar, link)


def _had_deadlines(link: Linker) -> bool:
    places = f"{urls.address(urls.page(link.dossier.deadlines))}#"
    return any(event.place.startswith(places) for event in link.dossier.register.events)


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
    if not calendar.subcomponents:
        calendar.add_component(_time_zone())
    return str(calendar.to_ical().decode())


def _time_zone() -> Timezone:
    """The component of a calendar without events, which must have one: RFC 5545, 3.6.

    Of all kinds of components, programs show nothing of this one.
    """
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415

    standard = TimezoneStandard()
    standard.add("dtstart", dt.datetime(1970, 1, 1))  # noqa: DTZ001  (a local time: RFC 5545, 3.6.5)
    standard.add("tzoffsetfrom", dt.timedelta())
    standard.add("tzoffsetto", dt.timedelta())
    zone = Timezone()
    zone.add("tzid", "Etc/UTC")
    zone.add_component(standard)
    return zone


def _event(link: Linker, deadline: Deadline) -> Event:
    from icalendar import Event  # noqa: PLC0415

    last_day = dates.last_day([deadline.end, *(shift.end for shift in deadline.shifts)][-1])
    event = Event()
    event.add("uid", _uid(link, deadline))
    event.add("dtstamp", _midnight(deadline.changed))
    event.add("sequence", len(deadline.shifts))
    event.add("dtstart", last_day)
    event.add("dtend", last_day + ONE_DAY)
    event.add("summary", f"Termijn: {deadline.what}")
    event.add("description", _description(link, deadline))
    event.add("url", link.absolute_url(urls.permalink(deadline.slug)))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(link: Linker, deadline: Deadline) -> str:
    """The same in every build, so that calendars update the event and do not add another.

    It holds the path of the site, if it has one: a host may have more dossiers.
    """
    place = link.dossier.settings.address.partition("://")[2].rstrip("/")
    return f"{deadline.slug}@{place}"


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _description(link: Linker, deadline: Deadline) -> str:
    names = ", ".join(deadline.statements)
    quote = f"Woorden van {_documents(link, deadline)}: ‘{deadline.words}’ ({names})."
    return f"{quote} De termijn is later verschoven." if deadline.shifts else quote


def _documents(link: Linker, deadline: Deadline) -> str:
    """What the words are from: the titles of documents if there are several."""
    statements = (link.dossier.statement[each] for each in deadline.statements)
    titles = dict.fromkeys(found.text for each in statements if (found := link.document(each)))
    return " en ".join(titles) or "het document"
