"""When records were last reviewed, and which of them have to be reviewed again."""

import datetime as dt
from dataclasses import astuple

import pytest

from generator.checks.overdue_reviews import overdue
from generator.dossier import reviews
from generator.site.views import reviews as review_views
from generator.site.views.linker import Linker
from tests.conftest import dossier_of, world_texts

PARTIES = "content/parties"


@pytest.mark.parametrize(
    ("reviewed", "today", "stale"),
    [
        ("2026-05-28", "2026-11-28", False),
        ("2026-05-27", "2026-11-28", True),
        ("2025-08-31", "2026-02-28", False),
        ("2025-08-31", "2026-03-01", True),
    ],
)
def test_a_review_is_stale_after_six_months(reviewed: str, today: str, *, stale: bool) -> None:
    days = (dt.date.fromisoformat(reviewed), dt.date.fromisoformat(today))

    assert reviews.is_stale(*days) == stale


def test_of_several_records_the_review_that_is_longest_ago_counts() -> None:
    dossier = dossier_of(world_texts())
    link = Linker(dossier, dt.date(2020, 10, 6))
    deadline, fact = dossier.deadlines.items[0], dossier.progress.items[-1]

    found = review_views.view(link, [fact, deadline])

    assert found
    assert astuple(found) == (dt.date(2020, 3, 1), True)


@pytest.mark.parametrize(("today", "stale"), [("2020-08-02", False), ("2020-08-03", True)])
def test_what_was_never_reviewed_has_no_day_but_can_be_stale(today: str, *, stale: bool) -> None:
    dossier = dossier_of(world_texts())
    residents = next(each for each in dossier.parties if each.slug == "bewoners")
    assert residents.changed == dt.date(2020, 2, 2)

    found = review_views.view(Linker(dossier, dt.date.fromisoformat(today)), [residents])

    assert found
    assert astuple(found) == (None, stale)


def test_without_records_there_is_no_review() -> None:
    assert review_views.view(Linker(dossier_of(world_texts()), dt.date(2020, 10, 6)), []) is None


def test_what_must_be_reviewed_is_listed_from_the_longest_ago() -> None:
    found = overdue(dossier_of(world_texts()), dt.date(2020, 9, 2))

    assert found == (
        "content/bodies/startteam.yml:8:11: nagekeken op 31 januari 2019",
        "content/parties/bewoners.yml:1:1: nooit nagekeken, gewijzigd op 2 februari 2020",
        "content/parties/buurt.yml:1:1: nooit nagekeken, gewijzigd op 3 februari 2020",
        "content/instruments/regenton.yml:6:11: nagekeken op 4 februari 2020",
        "content/bodies/buurtoverleg.yml:1:1: nooit nagekeken, gewijzigd op 5 februari 2020",
        "content/deadlines/elke-maand.yml:25:11: nagekeken op 1 maart 2020",
    )


def test_a_review_today_takes_a_record_off_the_list() -> None:
    texts = world_texts()
    path = f"{PARTIES}/buurt.yml"
    texts[path] += "reviewed: 2020-10-07\n"

    found = overdue(dossier_of(texts), dt.date(2020, 10, 7))

    assert not [each for each in found if each.startswith(path)]
