"""The index is made in shards, of which an edit has only its own made anew."""

import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import search_index
from generator.build.search_index import Searched
from generator.search import lexicon, shards, word_cache
from generator.search.records import Findable
from tests.support.incremental import files

WORDS = ("aanpak", "bomen", "dorpen", "fietsen", "geluid", "huizen", "kanalen", "oevers")
ITEMS = tuple(
    Findable(f"/straten/{street}/#{word}", "Zin", f"{word} van straat {street}", is_name=False)
    for street in range(15)
    for word in WORDS
)
TITLE = "fietsen van straat 7"

Index = Callable[..., dict[str, bytes]]


@pytest.fixture(autouse=True)
def in_four(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "STEPS", ((100, 4), (0, 1)))


@pytest.fixture
def indexed(tmp_path: Path) -> Index:
    """Index items, and give the files of the index."""

    def made(items: tuple[Findable, ...], *, anew: bool = False) -> dict[str, bytes]:
        folder = tmp_path / ("clean" if anew else "index")
        kept = tmp_path / f"{folder.name}-kept"
        search_index.index(Searched(items, (), "WAT"), folder, kept, anew=anew)
        return files(folder)

    return made


def edited(items: tuple[Findable, ...], old: str, new: str) -> tuple[Findable, ...]:
    return tuple(replace(item, title=item.title.replace(old, new)) for item in items)


def homes(items: tuple[Findable, ...]) -> dict[str, int]:
    """The shard of each address."""
    return {item.address: at for at, shard in enumerate(shards.cut(items)) for item in shard}


# Cutting ------------------------------------------------------------------------------------------


def test_what_is_on_a_page_is_in_one_shard() -> None:
    pages = {(address.partition("#")[0], home) for address, home in homes(ITEMS).items()}

    assert len(pages) == 15
    assert {home for _, home in pages} == {0, 1, 2, 3}


def test_an_item_has_its_shard_whatever_else_there_is() -> None:
    fewer = tuple(item for item in reversed(ITEMS) if not item.address.startswith("/straten/3/"))
    now = homes(ITEMS)

    assert homes(fewer) == {address: now[address] for address in homes(fewer)}
    assert [now[f"/straten/{street}/#bomen"] for street in range(6)] == [2, 0, 2, 3, 2, 2]


def test_there_are_as_many_shards_as_the_steps_say_and_none_is_empty() -> None:
    assert len(shards.cut(ITEMS[:99])) == 1
    assert len(shards.cut(ITEMS)) == 4
    one_page = tuple(replace(ITEMS[0], title=str(at)) for at in range(100))
    assert shards.cut(one_page) == (one_page,)


# Making -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "items",
    [
        edited(ITEMS, TITLE, "fietspaden van straat 7"),
        edited(ITEMS, "straat", "laan"),
        ITEMS[:30] + ITEMS[40:],
        ITEMS[:50],
        tuple(reversed(ITEMS)),
    ],
    ids=["one", "all", "fewer", "fewer shards", "another order"],
)
def test_the_index_does_not_show_what_was_indexed_before(
    items: tuple[Findable, ...], indexed: Index
) -> None:
    before = indexed(ITEMS)
    after = indexed(items)

    assert after != before
    assert after == indexed(items, anew=True)
    assert indexed(ITEMS) == before


def test_only_the_shard_of_what_changed_is_made_anew(indexed: Index, tmp_path: Path) -> None:
    indexed(ITEMS)
    before = times(tmp_path / "index")
    indexed(edited(ITEMS, TITLE, "fietspaden van straat 7"))
    after = times(tmp_path / "index")

    changed = {name for name in before | after if before.get(name) != after.get(name)}
    home = homes(ITEMS)["/straten/7/#fietsen"]
    assert {name.partition("/")[0] for name in changed} == {str(home), "woorden"}
    assert {name for name in changed if name.startswith("woorden")} == {"woorden/f.json"}


def times(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_mtime_ns for name in files(folder)}


def test_the_copy_that_readers_have_does_not_change(indexed: Index, tmp_path: Path) -> None:
    before, copy = indexed(ITEMS), tmp_path / "copy"
    shutil.copytree(tmp_path / "index", copy, copy_function=os.link)
    indexed(edited(ITEMS, "straat", "laan"))

    assert files(copy) == before


def test_the_program_is_there_once(indexed: Index) -> None:
    names = set(indexed(ITEMS))

    for name in search_index.PROGRAM:
        assert [each for each in names if each.endswith(f"/{name}")] == [f"0/{name}"]
    assert {f"{at}/pagefind-entry.json" for at in range(4)} <= names


def test_a_word_is_looked_up_once(indexed: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(ITEMS)
    for found in word_cache.FOUND.values():
        found.clear()
    monkeypatch.setitem(sys.modules, "simplemma", None)

    assert indexed(edited(ITEMS, TITLE, "huizen van straat 7"))
    with pytest.raises(ImportError):
        indexed(edited(ITEMS, TITLE, "onbekenden van straat 7"))


def test_an_index_that_was_cut_short_does_not_stand(
    indexed: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = indexed(ITEMS)
    after = edited(ITEMS, TITLE, "fietspaden van straat 7")
    with monkeypatch.context() as patch:
        patch.setattr(lexicon, "words_of", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            indexed(after)

    assert indexed(ITEMS) == before


def test_pieces_that_are_torn_since_it_was_cut_short_are_made_again(
    indexed: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = edited(ITEMS, TITLE, "fietspaden van straat 7")
    before, wanted = indexed(ITEMS), indexed(items, anew=True)
    with monkeypatch.context() as patch:
        patch.setattr(lexicon, "words_of", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            indexed(items)
    torn = {name for name in wanted.keys() - before if search_index.PIECE.search(name)}
    for name in torn:
        (tmp_path / "index" / name).write_bytes(b"torn")

    assert len(torn) >= 3
    assert indexed(items) == wanted


def test_pagefind_does_not_run_on_when_nobody_waits_for_it(
    indexed: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, started, ended = (tmp_path / name for name in ("slow", "started", "ended"))
    slow.write_text(f"#!/bin/sh\n>{started}\nsleep 2\n>{ended}\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(search_index, "get_executable", lambda: str(slow))

    def give_up(_: object) -> None:
        while not started.is_file():
            pass
        raise SystemExit

    monkeypatch.setattr(lexicon, "words_of", give_up)
    with pytest.raises(SystemExit):
        indexed(ITEMS)

    assert not ended.is_file()


def test_it_can_be_made_in_a_process_that_shares_nothing(tmp_path: Path, indexed: Index) -> None:
    few, folder = Searched(ITEMS[:50], (), "WAT"), tmp_path / "other"
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawning) as beside:
        beside.submit(search_index.index, few, folder, tmp_path / "kept", anew=True).result()

    assert files(folder) == indexed(few.items)
