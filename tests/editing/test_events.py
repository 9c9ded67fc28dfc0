"""Recording: what is written to the register is never what a check refuses."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.dossier import register
from generator.editing.apply import append_events
from generator.editing.events import NothingToRecordError
from tests.conftest import WORLD, problems_at, world_texts

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
    last = register.parse(world_texts()[register.PATH]).last("WAT-003")
    assert last
    event = last.model_copy(update={"event": "redactioneel", "note": "x", **change})

    with pytest.raises(NothingToRecordError):
        append_events(world_folder, [event])

    assert (world_folder / register.PATH).read_text("utf-8") == world_texts()[register.PATH]


def test_what_a_check_accepts_is_written(world_folder: Path) -> None:
    last = register.parse(world_texts()[register.PATH]).last("WAT-003")
    assert last
    event = last.model_copy(update={"event": "redactioneel", "note": "Eén regel, €, é 🌳"})

    append_events(world_folder, [event])

    written = (world_folder / register.PATH).read_text("utf-8")
    assert written == world_texts()[register.PATH] + register.line(event)
    assert problems_at(world_folder) == []
