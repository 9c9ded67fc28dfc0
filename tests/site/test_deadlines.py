"""Deadlines and their state on a given day, on the page and in the calendar."""

import csv
import datetime as dt
import io
from pathlib import Path

import icalendar
import pytest
from bs4 import BeautifulSoup
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.site import files
from generator.site.views import deadlines
from generator.site.views.linker import Linker
from generator.text import dates
from tests.conftest import world_texts
from tests.support.command_line import run
from tests.support.pages import Pages, text_of


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020-12-16", "2020-12-16", "2020-12-16"),
    ],
)
def test_a_partial_date_is_a_period_of_days(date: str, first: str, last: str) -> None:
    assert dates.first_day(date).isoformat() == first
    assert dates.last_day(date).isoformat() == last


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)), st.integers(0, 40))
def test_months_are_added_as_in_a_calendar(day: dt.date, count: int) -> None:
    assert dates.months_later(day, count) == day + relativedelta(months=count)


STATES = [
    # The world's deadline is 30 April 2019; on 2 May it moved to 30 June; it was met on 1 July.
    ("2018-10-29", "op tijd", "later"),
    ("2018-10-30", "binnen zes maanden", "binnenkort"),
    ("2019-04-30", "binnen zes maanden", "binnenkort"),
    ("2019-05-01", "te laat", "verstreken"),
    ("2019-05-02", "binnen zes maanden", "binnenkort"),
    ("2019-06-30", "binnen zes maanden", "binnenkort"),
    ("2019-07-01", "te laat", "verstreken"),
    ("2030-01-01", "te laat", "verstreken"),
]


def deadlines_on(day: str, dossier: Dossier, templates: dict[str, str]) -> str:
    return files.render(dossier, templates, dt.date.fromisoformat(day))["termijnen.md"]


@pytest.mark.parametrize(("day", "state", "listed"), STATES)
def test_a_deadline_shows_its_state_on_a_given_day(
    day: str, state: str, listed: str, world: Dossier, templates: dict[str, str]
) -> None:
    page = deadlines_on(day, world, templates)
    before = page[: page.index('id="elke-maand"')]

    assert f'<p class="verdict"><strong>{state}</strong>' in page
    assert before.rpartition("{ #")[2].startswith(listed)


@pytest.mark.parametrize(
    ("done", "state"),
    [("2019-06-30", "op tijd"), ("2019-06", "op tijd"), ("2019-07-01", "te laat")],
)
def test_an_outcome_on_the_last_day_is_in_time(done: str, state: str, world: Dossier) -> None:
    (deadline,) = world.deadlines.items
    assert deadline.outcome
    outcome = deadline.outcome.model_copy(update={"date": done})

    concluded = deadline.model_copy(update={"outcome": outcome})

    assert deadlines.state(concluded, dt.date(2020, 1, 1)) == state


@pytest.mark.parametrize(
    ("done", "late"),
    [
        ("2019-06-30", ""),
        ("2019-07-01", "1 dag na de nieuwe termijn en ruim 2 maanden na de eerste"),
        (
            "2019-12",
            "op zijn laatst ruim 6 maanden na de nieuwe termijn en ruim 8 maanden na de eerste",
        ),
    ],
)
def test_it_is_said_how_late_an_outcome_was_and_if_that_is_not_exact(
    done: str, late: str, world: Dossier
) -> None:
    (deadline,) = world.deadlines.items
    assert deadline.outcome
    outcome = deadline.outcome.model_copy(update={"date": done})
    link = Linker(world, dt.date(2021, 1, 1))

    shown = deadlines.view(link, deadline.model_copy(update={"outcome": outcome}))

    assert shown.lateness.startswith(late)
    assert bool(shown.lateness) == bool(late)


def test_facts_after_the_given_day_are_not_shown(world: Dossier, templates: dict[str, str]) -> None:
    before, between, after = (
        deadlines_on(day, world, templates) for day in ("2019-05-01", "2019-06-01", "2019-07-01")
    )

    assert "De zaal was dicht" not in before
    assert "De zaal was dicht" in between
    assert "Het overleg kwam bijeen" not in between
    assert "Het overleg kwam bijeen" in after


def sections(page: BeautifulSoup) -> dict[str, str]:
    """The text under each heading of the second level."""
    found: dict[str, str] = {}
    for heading in page.select("article h2"):
        parts = []
        for sibling in heading.find_next_siblings():
            if sibling.name == "h2":
                break
            parts.append(text_of(sibling))
        found[str(heading["id"])] = " ".join(parts)
    return found


def test_the_build_command_accepts_a_day(project: Path) -> None:
    (project / "content/deadlines/nog-eens.yml").write_text(LATER, encoding="utf-8")
    assert run(project, "record").returncode == 0
    shown_on = {}
    for day in ("2027-05-31", "2027-06-01"):
        result = run(project, "build", "--today", day)
        assert result.returncode == 0, result.stderr
        html = (project / "site/termijnen/index.html").read_text(encoding="utf-8")
        shown_on[day] = sections(BeautifulSoup(html, "html.parser"))

    early, late = shown_on.values()
    assert "Nog eens beginnen" in early["binnenkort"]
    assert "te laat" not in early["binnenkort"]
    assert "Nog eens beginnen te laat" in late["verstreken"]
    for shown in (early, late):  # the letter to Parliament was in time, on both days
        assert "op tijd In het document ‘vóór Kerstreces’" in shown["verstreken"]


LATER = """changed: 2026-11-23
what: Nog eens beginnen
statements: [HRE-089]
words: voorjaar 2021
end: 2027-05
derived: Voor de proef.
"""


def test_what_is_not_known_yet_is_not_shown(frozen: Dossier, templates: dict[str, str]) -> None:
    early, late = (deadlines_on(day, frozen, templates) for day in ("2021-06-01", "2026-11-23"))

    # In June 2021 spring was over, and nothing else was known yet.
    assert "Dat weten wij nog niet." in early
    assert "augustus 2021" not in early
    # In 2026 it is known that it was moved to August 2021, and that it began on 9 May 2022.
    assert "augustus 2021" in late
    assert "9 mei 2022" in late


def test_the_calendar_is_valid(site: Path, frozen: Dossier) -> None:
    written = (site / "agenda.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(written)
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}

    assert b"\n" not in written.replace(b"\r\n", b""), "RFC 5545, 3.1: lines end in CRLF"
    assert max(map(len, written.split(b"\r\n"))) <= 75, "RFC 5545, 3.1: lines are folded"
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    assert set(events) == {f"{each.slug}@afspraken.example" for each in frozen.deadlines.items}
    assert not any(event.errors for event in (calendar, *events.values()))
    moved = events["begin-programma-winkelgebieden@afspraken.example"]
    assert moved.decoded("dtstart") == dt.date(2021, 8, 31)
    assert moved.decoded("dtend") == dt.date(2021, 9, 1)
    assert moved["sequence"] == 1
    assert b"DTSTAMP:20261123T000000Z" in written


def test_the_calendar_is_the_same_on_any_day(world: Dossier, templates: dict[str, str]) -> None:
    calendars = [
        files.render(world, templates, dt.date(year, 1, 1))["agenda.ics"] for year in (2019, 2031)
    ]

    assert calendars[0] == calendars[1]


# A calendar without deadlines, and of more dossiers -----------------------------------------------


def without_deadlines() -> dict[str, str]:
    """The small world after its only deadline was withdrawn."""
    texts = world_texts()
    for path in [each for each in texts if each.startswith("content/deadlines/")]:
        del texts[path]
    return texts


def rendered(texts: dict[str, str], templates: dict[str, str]) -> dict[str, str]:
    dossier = read(texts).dossier
    assert dossier
    return files.render(dossier, templates, dt.date(2020, 6, 1))


def test_who_subscribed_keeps_a_valid_calendar_without_events(templates: dict[str, str]) -> None:
    site = rendered(without_deadlines(), templates)

    calendar = icalendar.Calendar.from_ical(site["agenda.ics"])
    assert not calendar.walk("VEVENT")
    assert [each.name for each in calendar.subcomponents] == ["VTIMEZONE"]
    assert not any(each.errors for each in calendar.walk())
    assert calendar.walk("STANDARD")
    assert "agenda.ics" not in site["termijnen.md"]


def test_without_any_deadline_ever_there_is_no_calendar(templates: dict[str, str]) -> None:
    texts = without_deadlines()
    recorded = [path for path, text in texts.items() if "/termijnen/#" in text or "agenda" in path]
    assert len(recorded) == 2
    for path in recorded:
        del texts[path]

    site = rendered(texts, templates)

    assert "agenda.ics" not in site
    assert not [path for path, text in site.items() if "agenda.ics" in text]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://waterplein.example/", "waterplein.example"),
        ("https://host.example/waterplein/", "host.example/waterplein"),
        ("https://host.example:8080/a/b/", "host.example:8080/a/b"),
    ],
)
def test_two_dossiers_of_one_host_have_no_event_in_common(
    address: str, place: str, templates: dict[str, str]
) -> None:
    texts = world_texts()
    path = "content/dossier.yml"
    texts[path] = texts[path].replace("https://waterplein.example/", address)

    calendar = icalendar.Calendar.from_ical(rendered(texts, templates)["agenda.ics"])

    assert [str(event["uid"]) for event in calendar.walk("VEVENT")] == [f"elke-maand@{place}"]


# The table ----------------------------------------------------------------------------------------


def test_the_csv_table_equals_the_list_of_commitments(
    site: Path, pages: Pages, frozen: Dossier
) -> None:
    written = (site / "data/afspraken.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == written.count(b"\n") == len(frozen.commitments) + 1

    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    shown = pages["/afspraken/"].select("table.register tbody tr")
    assert [row["nummer"] for row in rows] == [each.id for each in frozen.commitments]
    for row, line in zip(rows, shown, strict=True):
        cells = [text_of(cell) for cell in line.select("td")]
        assert text_of(line.select(".row-number")[0]) == row["nummer"]
        assert text_of(line.select(".row-words")[0]) == " ".join(row["afspraak"].split())
        assert cells[0].startswith(row["status"])
        assert cells[2] == row["thema of hoofdstuk"]
        assert cells[3].replace(" ,", ",").removeprefix("– ") == (row["partijen"] or "niet genoemd")
        assert row["stand van de termijn"] in cells[4]


def test_commitments_without_a_deadline_are_counted(pages: Pages, frozen: Dossier) -> None:
    named = {name for each in frozen.deadlines.items for name in each.statements}
    without = [each for each in frozen.commitments if each.id not in named]

    assert f"Bij {len(without)} afspraken noemt het document geen termijn" in text_of(
        pages["/termijnen/"]
    )
