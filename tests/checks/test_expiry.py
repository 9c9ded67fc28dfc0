"""The contact for security in ``security.txt`` is renewed in time, and never published too late."""

import datetime as dt
from pathlib import Path

import pytest

from generator.checks import expiry
from generator.dossier.loader import read
from tests.conftest import dossier_of, world_texts
from tests.support.command_line import run

LAST = dt.date(2027, 6, 1)
"""The last day of the contact in the small world."""
SETTING = f"security: {{contact: lek@stichting.example, expires: {LAST}}}\n"


def warned(day: dt.date) -> list[str]:
    dossier = dossier_of(world_texts())
    return [message for _, _, message in expiry.security_contact_is_renewed(dossier, day)]


@pytest.mark.parametrize(
    ("days_before", "words"),
    [
        (400, "meer dan een jaar"),
        (367, "meer dan een jaar"),
        (366, ""),
        (31, ""),
        (30, "loopt af op 1 juni 2027"),
        (0, "loopt af op 1 juni 2027"),
        (-1, "liep af op 1 juni 2027"),
    ],
)
def test_a_warning_comes_in_the_last_month_and_about_more_than_a_year(
    days_before: int, words: str
) -> None:
    found = warned(LAST - dt.timedelta(days=days_before))

    assert [words in each for each in found] == ([True] if words else [])


def test_without_a_contact_nothing_can_expire() -> None:
    texts = world_texts()
    assert SETTING in texts["content/dossier.yml"]
    texts["content/dossier.yml"] = texts["content/dossier.yml"].replace(SETTING, "")
    dossier = read(texts).dossier
    assert dossier

    assert [*expiry.security_contact_is_renewed(dossier, LAST)] == []
    assert [*expiry.check(dossier, LAST)] == []


def test_check_refuses_to_publish_an_expired_contact(project: Path) -> None:
    for path in ("mkdocs.yml", "content/dossier.yml"):
        text = (project / path).read_text(encoding="utf-8").replace(".example", ".nl")
        added = "security: {contact: lek@afspraken.nl, expires: 2027-01-31}\n"
        text += added if path.startswith("content") else ""
        (project / path).write_text(text, encoding="utf-8")

    last, after = (
        run(project, "check", "--publish", "--today", day) for day in ("2027-01-31", "2027-02-01")
    )

    assert (last.returncode, after.returncode) == (0, 1)
    assert "[verloopdag]" in last.stderr  # a warning in the last month
    assert "dit liep af op 31 januari 2027" in after.stderr
    assert "[verlopen]" in after.stderr
    assert run(project, "check", "--today", "2027-02-01").returncode == 0
