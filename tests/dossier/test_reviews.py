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


def test_the_latest_review_of_several_records_counts() -> None:
    dossier = dossier_of(world_texts())
    link = Linker(dossier, dt.date(2020, 10, 6))
    deadline, fact = dossier.deadlines.items[0], dossier.progress.items[-1]

    found = review_views.view(link, [fact, deadline])

    assert found
    assert astuple(found) == (dt.date(2020, 4, 6), False)


def test_what_was_never_reviewed_has_no_day() -> None:
    dossier = dossier_of(world_texts())
    never = [each for each in dossier.parties if not each.reviewed]

    assert never
    assert review_views.view(Linker(dossier, dt.date(2020, 10, 6)), never) is None


def test_what_must_be_reviewed_is_listed_from_the_longest_ago() -> None:
    found = overdue(dossier_of(world_texts()), dt.date(2020, 10, 7))

    assert found == (
        "content/bodies/buurtoverleg.yml:1:1: nooit nagekeken",
        "content/parties/bewoners.yml:1:1: nooit nagekeken",
        "content/parties/buurt.yml:1:1: nooit nagekeken",
        "content/progress/eerste-boom.yml:2:1: nooit nagekeken",
        "content/bodies/startteam.yml:8:11: nagekeken op 31 januari 2019",
        "content/instruments/regenton.yml:6:11: nagekeken op 4 februari 2020",
        "content/deadlines/elke-maand.yml:19:11: nagekeken op 1 maart 2020",
        "content/progress/regentonnen-elders.yml:14:11: nagekeken op 6 april 2020",
    )


def test_a_review_today_takes_a_record_off_the_list() -> None:
    texts = world_texts()
    path = f"{PARTIES}/buurt.yml"
    texts[path] += "reviewed: 2020-10-07\n"

    found = overdue(dossier_of(texts), dt.date(2020, 10, 7))

    assert not [each for each in found if each.startswith(path)]
