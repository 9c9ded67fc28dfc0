"""A proposal that changes a file without its day of change is reported what to write."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editing import days_of_change
from tests.conftest import world_texts
from tests.support.command_line import run

TODAY = dt.date(2020, 6, 1)
BEFORE = world_texts()
PARTY, SOURCE = "content/parties/buurt.yml", "content/sources/notulen.txt"
DOSSIER = "content/dossier.yml"
THEME, PAGE = "content/themes/groen.yml", "content/pages/over.yml"
MILESTONE = "content/timeline/het-overleg.yml"
"""Of what is no more than a row of the timeline, the register has no history."""
STATEMENT = "  - id: WAT-099\n    line: 12\n    kind: punt\n    text: Nieuw.\n    note: Ook.\n"


def messages(path: str, old: str, new: str, today: dt.date = TODAY) -> list[str]:
    assert BEFORE[path].count(old) == 1
    after = {**BEFORE, path: BEFORE[path].replace(old, new)}
    return [str(each) for each in days_of_change.forgotten(BEFORE, after, today)]


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (PARTY, "group: overig", "group: overheid", f"{PARTY}:2:10"),
        ("content/terms/hulp.yml", "Meewerken.", "Meedoen.", "content/terms/hulp.yml:2:10"),
        (THEME, "note: Hoeveel bomen", "note: Hoeveel struiken", f"{THEME}:2:10"),
        (THEME, "    note: Hoeveel bomen, staat er niet.\n", "", f"{THEME}:2:10"),
        (MILESTONE, "title: Het overleg", "title: Het gesprek", f"{MILESTONE}:2:10"),
        (PAGE, "text: ", "text: Zo is het. ", f"{PAGE}:2:10"),
        (SOURCE, "p. 1", "p. 2", "content/sources/notulen.yml:3:10"),
    ],
)
def test_a_change_without_its_day_is_a_notice(path: str, old: str, new: str, place: str) -> None:
    message = "dit bestand is gewijzigd, maar de dag niet; zet hier: changed: 2020-06-01"
    assert messages(path, old, new) == [f"{place}: {message} [dag-vergeten]"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("group: overig", 'group:   "overig"  # zo'),
        ("changed: 2020-02-03\ngroup: overig", "changed: 2020-06-01\ngroup: overheid"),
        ("group: overig", "group: [" * 3),
        (
            "group: overig",
            "group: overig\naccepted: [{warning: zelfde-woorden, about: buurt, why: Zo is het.}]",
        ),
    ],
)
def test_what_is_no_change_or_has_its_day_gives_none(old: str, new: str) -> None:
    assert messages(PARTY, old, new) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (THEME, "statements:\n", f"statements:\n{STATEMENT}"),
        (THEME, "    parties: [gemeente, bewoners]\n", "    parties: [gemeente]\n"),
        (THEME, "title: Groen", "title: Bomen"),
        (PARTY, "name: De buurt", "name: Onze buurt"),
        ("content/terms/hulp.yml", "term: hulp", "term: bijstand"),
        (PAGE, "heading: ", "heading: Over "),
        (DOSSIER, "overig: Overig", "overig: Anderen"),
    ],
)
def test_what_the_register_dates_needs_no_day_in_the_file(path: str, old: str, new: str) -> None:
    """Otherwise two proposals that each add a statement would both change that line."""
    assert messages(path, old, new) == []


def test_a_second_change_on_a_day_gives_none() -> None:
    assert messages(PARTY, "overig", "overheid", dt.date(2020, 2, 3)) == []


def test_a_new_file_and_the_register_give_none() -> None:
    after = {path: f"{text}\n{{}}" for path, text in BEFORE.items() if path.endswith(".jsonl")}
    new = {"content/parties/nieuw.yml": BEFORE[PARTY]}

    assert [*days_of_change.forgotten(BEFORE, {**BEFORE, **after, **new}, TODAY)] == []


def test_check_shows_it_beside_a_valid_proposal(project: Path, git: Callable[..., str]) -> None:
    path = project / "content/parties/ezk.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}uncertain: "Een proef."\n', encoding="utf-8")
    git("status")

    result = run(project, "check", "--base", "HEAD", "--today", "2026-11-25")

    assert result.returncode == 0, result.stderr
    assert "Let op: content/parties/ezk.yml:" in result.stderr
    assert "zet hier: changed: 2026-11-25 [dag-vergeten]" in result.stderr
