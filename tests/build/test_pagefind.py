"""Pagefind: whatever keeps it from writing a whole index is reported in plain language."""

from pathlib import Path

import pytest

from generator.build import folders, pagefind
from generator.build.errors import MachineError

PAGE = '<html lang="nl"><body>Een plein met water en bomen</body></html>'


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folders.write(tmp_path / "given", {f"{number}.html": PAGE for number in range(3)})
    return tmp_path / "given"


@pytest.fixture
def index(given: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    with pagefind.running(given, folder):
        pass
    folders.remove_all(
        folder, folders.files(folder).keys() - pagefind.whole_index(folder, with_program=True)
    )
    return folder


@pytest.mark.parametrize("damage", ["missing", "empty", "cut off", "all but whole"])
def test_an_index_with_a_damaged_file_is_not_whole(index: Path, damage: str) -> None:
    """As after a write that failed: Pagefind itself ends with code 0 on a full disk."""
    names = folders.files(index).keys()
    assert len(names) >= 7

    for name in names:
        path, content = index / name, (index / name).read_bytes()
        path.unlink()
        if damage != "missing":
            kept = {"empty": 0, "cut off": len(content) // 2, "all but whole": len(content) - 1}
            path.write_bytes(content[: kept[damage]])
        if damage != "all but whole" or not name.endswith(".js"):  # those end in a semicolon
            with pytest.raises(MachineError, match="schijf"):
                pagefind.whole_index(index, with_program=True)
        path.write_bytes(content)

    assert pagefind.whole_index(index, with_program=True) == names


def program(path: Path, script: str, mode: int = 0o755) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(mode)
    return path


def run_with(executable: object, given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "get_executable", executable)
    with pagefind.running(given, given.with_name("index")):
        pass


def test_what_pagefind_says_when_it_fails_is_passed_on(
    given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = program(given.with_name("failing"), "echo panicked >&2; exit 101")

    with pytest.raises(MachineError, match=r"gestopt met code 101(?s:.*)\npanicked$"):
        run_with(lambda: failing, given, monkeypatch)


def test_pagefind_that_is_killed_is_told(given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed = program(given.with_name("killed"), "kill -9 $$")

    with pytest.raises(MachineError, match="geheugen"):
        run_with(lambda: killed, given, monkeypatch)


def test_a_missing_program_is_told(given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise FileNotFoundError

    not_executable = program(given.with_name("data"), "", mode=0o644)

    for executable in (missing, lambda: not_executable):
        with pytest.raises(MachineError, match="Pagefind ontbreekt"):
            run_with(executable, given, monkeypatch)
