"""Spans between days, in Dutch."""

import datetime as dt

import pytest

from generator.text.dates import span


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020-02-28", "2020-02-29", "1 dag"),
        ("2020-02-01", "2020-02-29", "28 dagen"),
        ("2020-02-01", "2020-03-01", "1 maand"),
        ("2020-01-31", "2020-02-29", "1 maand"),
        ("2020-01-31", "2020-03-01", "ruim 1 maand"),
        ("2021-08-31", "2022-05-09", "ruim 8 maanden"),
        ("2021-05-31", "2022-05-09", "ruim 11 maanden"),
        ("2021-05-31", "2022-05-31", "1 jaar"),
        ("2021-05-31", "2022-06-01", "ruim 1 jaar"),
        ("2021-05-31", "2022-07-31", "14 maanden"),
        ("2020-01-01", "2022-01-01", "2 jaar"),
        ("2020-01-01", "2023-12-31", "ruim 3 jaar"),
    ],
)
def test_a_span_in_words(start: str, end: str, words: str) -> None:
    assert span(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) == words
