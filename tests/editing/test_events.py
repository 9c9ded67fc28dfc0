"""Recording: what is written to the register is never what a check refuses."""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.dossier import register_chain, register_files
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.register import Event
from generator.editing import events
from generator.editing.apply import append_events
from generator.editing.events import NothingToRecordError
from generator.parsing.content_files import read_tree
from tests.conftest import TODAY, WORLD, dossier_of, problems_at, problems_in, world_texts
from tests.support.command_line import run
from tests.support.registers import register_file, register_path

CHANGES: list[dict[str, Any]] = [
    {"note": "Twee regels\u2028van een website"},
    {"note": "Zachte\x0bregel"},
    {"note": "a\x85b"},
    {"note": "omgekeerd \u202e"},
    {"note": "cafe\u0301"},
    {"note": "x" * 101},
    {"note": "x " * 10_000 + "x"},
    {"note": " x"},
    {"note": "twee\nregels"},
    {"note": ""},
    {"date": dt.date(9999, 12, 31)},
    {"date": dt.date(1799, 12, 31)},
    {"date": dt.date(1900, 1, 1)},
    {"event": "nieuw"},
    {"id": "XXX-001"},
    {"fingerprint": "0" * 64},
    {"into": ("nergens",), "event": "vervallen"},
]


@pytest.fixture
def world_folder(tmp_path: Path) -> Path:
    shutil.copytree(WORLD / "content", tmp_path / "content")
    return tmp_path


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: "-".join(change))
def test_nothing_is_written_that_a_check_refuses(
    change: dict[str, Any], world_folder: Path
) -> None:
    last = register_files.parse(world_texts()).last("WAT-003")
    assert last
    event = last.model_copy(update={"event": "redactioneel", "note": "x", **change})

    with pytest.raises(NothingToRecordError):
        append_events(world_folder, [event], TODAY)

    assert read_tree(world_folder, "content").texts == world_texts()


def test_what_a_check_accepts_is_written(world_folder: Path) -> None:
    last = register_files.parse(world_texts()).last("WAT-003")
    assert last
    event = last.model_copy(update={"event": "redactioneel", "note": "Eén regel, €, é 🌳"})

    append_events(world_folder, [event], TODAY)

    before, path = world_texts(), register_path(world_texts(), "WAT-003")
    added = {path: register_chain.append(before[path], event)}
    assert read_tree(world_folder, "content").texts == {**before, **added}
    assert problems_at(world_folder) == []


# Restored -----------------------------------------------------------------------------------------

DAY = dt.date(2020, 6, 1)
TERM = "content/terms/steen.yml"


def recorded(texts: Mapping[str, str], events: list[Event]) -> dict[str, str]:
    """The content with these events in the register."""
    register = register_files.parse(texts)
    return {**texts, **register_files.with_events(texts, register, events)}


def loaded(texts: Mapping[str, str]) -> Dossier:
    """A dossier of which the register need not be complete."""
    dossier = read(texts).dossier
    assert dossier
    return dossier


def without_term() -> dict[str, str]:
    """The small world after a term was withdrawn."""
    texts = {path: text for path, text in world_texts().items() if path != TERM}
    withdrawal = events.Change("vervallen", DAY, "Niet nodig.")
    return recorded(texts, [events.ended(loaded(texts), "steen", withdrawal)])


def test_a_name_that_has_ended_can_be_restored() -> None:
    ended = without_term()
    assert loaded(ended).register.tombstone("steen")
    back = {**ended, TERM: world_texts()[TERM]}
    assert {each.rule for each in problems_in(back)} == {"hergebruikt"}

    found = events.restored(loaded(back), "steen", events.Change("hersteld", DAY, "Toch nodig."))

    assert [(each.event, each.date, each.note) for each in found] == [
        ("hersteld", DAY, "Toch nodig.")
    ]
    register = dossier_of(recorded(back, found)).register
    assert register.tombstone("steen") is None
    assert register.former_places("steen") == ()
    assert [version.number for version in register.versions("steen")] == [1]


def test_a_restored_text_that_differs_is_a_new_version() -> None:
    back = {**without_term(), TERM: world_texts()[TERM].replace("term: steen", "term: kei")}

    found = events.restored(loaded(back), "steen", events.Change("hersteld", DAY, "Toch."))

    assert [each.event for each in found] == ["hersteld", "redactioneel"]
    assert len(dossier_of(recorded(back, found)).register.versions("steen")) == 2


def test_what_has_not_ended_cannot_be_restored() -> None:
    change = events.Change("hersteld", DAY)

    with pytest.raises(NothingToRecordError, match="'steen' was niet beëindigd"):
        events.restored(loaded(world_texts()), "steen", change)
    with pytest.raises(NothingToRecordError, match="zet het daar eerst terug"):
        events.restored(loaded(without_term()), "steen", change)


# Commitments --------------------------------------------------------------------------------------

FOLLOW_UP = "content/follow-up.yml"
CHANGE = events.Change("redactioneel", DAY, "Het was een voornemen.")


def marked(text: str, *, commitment: bool) -> dict[str, str]:
    """The small world in which a statement is a commitment, or is not."""
    texts = world_texts()
    statement = f"    text: {text}"
    mark = "    commitment: true\n"
    old, new = (statement, mark + statement) if commitment else (mark + statement, statement)
    assert texts[FOLLOW_UP].count(old) == 1
    return {**texts, FOLLOW_UP: texts[FOLLOW_UP].replace(old, new)}


def kinds(found: list[Event]) -> list[tuple[str, str]]:
    return [(each.id, each.event) for each in found]


def test_a_new_commitment_is_recorded_as_new_and_as_a_commitment() -> None:
    texts = world_texts()
    del texts[register_path(texts, "WAT-010")]

    found = events.new(loaded(texts), DAY)

    assert kinds(found) == [("WAT-010", "nieuw"), ("WAT-010", "afspraak")]
    assert dossier_of(recorded(texts, found)).register.is_recorded_as_commitment("WAT-010")


def test_a_statement_that_becomes_a_commitment_is_recorded_as_one() -> None:
    texts = marked("Het Startteam was tijdelijk.", commitment=True)
    assert {each.rule for each in problems_in(texts)} == {"afspraak"}

    found = events.new(loaded(texts), DAY)

    assert kinds(found) == [("WAT-011", "afspraak")]
    assert dossier_of(recorded(texts, found)).register.is_recorded_as_commitment("WAT-011")


def test_a_statement_that_is_no_commitment_any_more_needs_a_note() -> None:
    texts = marked("Het Buurtoverleg komt", commitment=False)
    assert {each.rule for each in problems_in(texts)} == {"afspraak"}

    with pytest.raises(NothingToRecordError, match="alles staat al in het register"):
        events.new(loaded(texts), DAY)
    with pytest.raises(NothingToRecordError, match="--note"):
        events.changed(loaded(texts), "WAT-010", events.Change("redactioneel", DAY))
    found = events.changed(loaded(texts), "WAT-010", CHANGE)

    assert kinds(found) == [("WAT-010", "geen afspraak")]
    assert found[0].note == "Het was een voornemen."
    register = dossier_of(recorded(texts, found)).register
    assert not register.is_recorded_as_commitment("WAT-010")
    assert len(register.versions("WAT-010")) == 1


def test_a_changed_text_that_is_no_commitment_any_more_is_both() -> None:
    old, new = "komt maandelijks bijeen", "kwam maandelijks bijeen"
    texts = marked("Het Buurtoverleg komt", commitment=False)
    for path in (FOLLOW_UP, "content/sources/notulen.txt"):
        texts[path] = texts[path].replace(old, new)

    found = events.changed(loaded(texts), "WAT-010", CHANGE)

    assert kinds(found) == [("WAT-010", "redactioneel"), ("WAT-010", "geen afspraak")]
    assert dossier_of(recorded(texts, found))


# Statuses -----------------------------------------------------------------------------------------

FACT = "content/progress/eerste-boom.yml"
STATUS = "status: in-uitvoering\n"


def with_status(line: str) -> dict[str, str]:
    """The small world in which the fact about WAT-007 has another line with a status, or none."""
    texts = world_texts()
    assert texts[FACT].count(STATUS) == 1
    return {**texts, FACT: texts[FACT].replace(STATUS, line)}


def test_a_new_commitment_with_a_status_is_recorded_with_it() -> None:
    texts = world_texts()
    del texts[register_path(texts, "WAT-019")]

    found = events.new(loaded(texts), DAY)

    assert [(each.event, each.status) for each in found] == [
        ("nieuw", None),
        ("afspraak", None),
        ("status", "niet-te-toetsen"),
    ]
    assert dossier_of(recorded(texts, found))


def test_another_status_is_recorded() -> None:
    texts = with_status("status: uitgevoerd\n")
    assert {each.rule for each in problems_in(texts)} == {"statuswijziging"}

    found = events.new(loaded(texts), DAY)

    assert [(each.id, each.event, each.status) for each in found] == [
        ("WAT-007", "status", "uitgevoerd")
    ]
    assert dossier_of(recorded(texts, found)).register.recorded_status("WAT-007") == "uitgevoerd"


def test_a_status_that_goes_needs_a_note() -> None:
    texts = with_status("")
    assert {each.rule for each in problems_in(texts)} == {"statuswijziging"}

    with pytest.raises(NothingToRecordError, match="--note"):
        events.changed(loaded(texts), "WAT-007", events.Change("inhoudelijk", DAY))
    found = events.changed(loaded(texts), "WAT-007", CHANGE)

    assert [(each.event, each.status, each.note) for each in found] == [
        ("status", None, CHANGE.note)
    ]
    assert dossier_of(recorded(texts, found)).register.recorded_status("WAT-007") is None


def test_what_is_no_commitment_any_more_has_no_status_either() -> None:
    texts = world_texts()
    path = "content/chapters/bewonersbrief-tekst.yml"
    before, _, after = texts[path].partition("    commitment: true\n    untestable: ")
    texts[path] = before + after.partition("\n")[2]

    found = events.changed(loaded(texts), "WAT-019", CHANGE)

    assert kinds(found) == [("WAT-019", "geen afspraak")]
    assert dossier_of(recorded(texts, found)).register.recorded_status("WAT-019") is None


# On the command line ------------------------------------------------------------------------------


def test_the_commands_of_an_editor_withdraw_and_restore(project: Path) -> None:
    path = project / "content/terms/revolverend.yml"
    term = path.read_text(encoding="utf-8")
    path.unlink()
    name = ("record", "revolverend", "--note", "Zo is het.", "--today", "2026-11-25")
    assert run(project, *name, "--withdrawn").returncode == 0
    assert run(project, "check").returncode == 0

    refused = run(project, *name, "--restored")
    path.write_text(term, encoding="utf-8")
    result = run(project, *name, "--restored")

    assert (refused.returncode, "zet het daar eerst terug" in refused.stderr) == (1, True)
    assert result.stdout == "Vastgelegd: revolverend, hersteld, 2026-11-25.\n"
    assert run(project, "check").returncode == 0
    assert register_file(project, "revolverend").read_text(encoding="utf-8").count("\n") == 3
