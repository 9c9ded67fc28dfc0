"""What earlier visits found is read back as it was, or as if it were not there."""

import datetime as dt
from pathlib import Path

import pytest

from generator.build import state_files
from generator.web import results
from generator.web.finding import SETTLED, Finding, Outcome
from generator.web.results import RESULTS, Visit

DAY = dt.date(2026, 11, 23)
VISITS = {
    "https://a.example/": Visit(Finding(Outcome.ANSWERS), DAY),
    "https://b.example/": Visit(Finding(Outcome.MOVED, "", "https://c.example/"), DAY),
    "https://d.example/": Visit(Finding(Outcome.NO_ANSWER, "fout 500"), DAY),
}


def test_visits_are_read_as_they_were_written(tmp_path: Path) -> None:
    assert results.read(tmp_path) == {}

    results.write(tmp_path, VISITS)

    assert results.read(tmp_path) == VISITS


@pytest.mark.parametrize(
    "value", [[], [1], 7, {"https://a.example/": ["zoek", "", "", "2026-11-23"]}, {"a": []}]
)
def test_a_file_of_another_version_is_as_if_it_were_not_there(
    value: object, tmp_path: Path
) -> None:
    state_files.write_json(tmp_path / RESULTS, value)

    assert results.read(tmp_path) == {}


@pytest.mark.parametrize("outcome", Outcome)
def test_only_what_gave_an_answer_is_not_visited_again(outcome: Outcome) -> None:
    assert Visit(Finding(outcome), DAY).is_valid(DAY, 7) == (outcome in SETTLED)


@pytest.mark.parametrize(
    ("after", "is_valid"), [(-1, False), (0, True), (6, True), (7, False), (400, False)]
)
def test_a_visit_counts_for_some_days(after: int, is_valid: bool) -> None:
    today = DAY + dt.timedelta(after)

    assert Visit(Finding(Outcome.ANSWERS), DAY).is_valid(today, 7) == is_valid
