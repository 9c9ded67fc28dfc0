"""The index is built in shards: an edit rebuilds only the shards it affects."""

import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import pagefind, search_index
from generator.build.search_index import IndexContent
from generator.search import lexicon, shards, word_cache
from generator.search.records import SearchRecord
from tests.support.incremental import files

WORDS = ("aanpak", "bomen", "dorpen", "fietsen", "geluid", "huizen", "kanalen", "oevers")
ITEMS = tuple(
    SearchRecord(f"/straten/{street}/#{word}", "Zin", f"{word} van straat {street}", is_name=False)
    for street in range(15)
    for word in WORDS
)
TITLE = "fietsen van straat 7"

Index = Callable[..., dict[str, bytes]]


@pytest.fixture(autouse=True)
def four_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "STEPS", ((100, 4), (0, 1)))


@pytest.fixture
def indexed(tmp_path: Path) -> Index:
    """A function that indexes items and returns the files of the index."""

    def index(items: tuple[SearchRecord, ...], *, clean: bool = False) -> dict[str, bytes]:
        folder = tmp_path / ("clean" if clean else "index")
        kept = tmp_path / f"{folder.name}-kept"
        search_index.write_index(IndexContent(items, (), "WAT"), folder, kept, clean=clean)
        return files(folder)

    return index


def edited(items: tuple[SearchRecord, ...], old: str, new: str) -> tuple[SearchRecord, ...]:
    return tuple(replace(item, title=item.title.replace(old, new)) for item in items)


def shard_numbers(items: tuple[SearchRecord, ...]) -> dict[str, int]:
    """The shard number of each address."""
    return {
        item.address: number for number, shard in enumerate(shards.split(items)) for item in shard
    }


# Splitting ----------------------------------------------------------------------------------------


def test_all_items_of_a_page_are_in_one_shard() -> None:
    numbers = shard_numbers(ITEMS)
    pages = {(address.partition("#")[0], number) for address, number in numbers.items()}

    assert len(pages) == 15
    assert {number for _, number in pages} == {0, 1, 2, 3}


def test_the_shard_of_an_item_does_not_depend_on_other_items() -> None:
    fewer = tuple(item for item in reversed(ITEMS) if not item.address.startswith("/straten/3/"))
    numbers = shard_numbers(ITEMS)

    assert shard_numbers(fewer) == {address: numbers[address] for address in shard_numbers(fewer)}
    assert [numbers[f"/straten/{street}/#bomen"] for street in range(6)] == [2, 0, 2, 3, 2, 2]


def test_the_number_of_items_gives_the_number_of_shards_and_none_is_empty() -> None:
    assert len(shards.split(ITEMS[:99])) == 1
    assert len(shards.split(ITEMS)) == 4
    one_page = tuple(replace(ITEMS[0], title=str(at)) for at in range(100))
    assert shards.split(one_page) == (one_page,)


# Indexing -----------------------------------------------------------------------------------------


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
def test_the_index_does_not_depend_on_the_previous_index(
    items: tuple[SearchRecord, ...], indexed: Index
) -> None:
    before = indexed(ITEMS)
    after = indexed(items)

    assert after != before
    assert after == indexed(items, clean=True)
    assert indexed(ITEMS) == before


def test_only_the_shard_of_the_changed_item_is_rebuilt(indexed: Index, tmp_path: Path) -> None:
    indexed(ITEMS)
    before = modification_times(tmp_path / "index")
    indexed(edited(ITEMS, TITLE, "fietspaden van straat 7"))
    after = modification_times(tmp_path / "index")

    changed = {name for name in before | after if before.get(name) != after.get(name)}
    number = shard_numbers(ITEMS)["/straten/7/#fietsen"]
    assert {name.partition("/")[0] for name in changed} == {str(number), "woorden"}
    assert {name for name in changed if name.startswith("woorden")} == {"woorden/f.json"}


def modification_times(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_mtime_ns for name in files(folder)}


def test_a_published_copy_with_hard_links_does_not_change(indexed: Index, tmp_path: Path) -> None:
    before, copy = indexed(ITEMS), tmp_path / "copy"
    shutil.copytree(tmp_path / "index", copy, copy_function=os.link)
    indexed(edited(ITEMS, "straat", "laan"))

    assert files(copy) == before


def test_the_pagefind_program_is_published_only_once(indexed: Index) -> None:
    names = set(indexed(ITEMS))

    for name in pagefind.PROGRAM:
        assert [each for each in names if each.endswith(f"/{name}")] == [f"0/{name}"]
    assert {f"{at}/pagefind-entry.json" for at in range(4)} <= names


def test_each_word_is_looked_up_only_once(indexed: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(ITEMS)
    for found in word_cache.RESULTS.values():
        found.clear()
    monkeypatch.setitem(sys.modules, "simplemma", None)

    assert indexed(edited(ITEMS, TITLE, "huizen van straat 7"))
    with pytest.raises(ImportError):
        indexed(edited(ITEMS, TITLE, "onbekenden van straat 7"))


def test_an_interrupted_index_is_rebuilt(indexed: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    before = indexed(ITEMS)
    after = edited(ITEMS, TITLE, "fietspaden van straat 7")
    with monkeypatch.context() as patch:
        patch.setattr(lexicon, "words_of", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            indexed(after)

    assert indexed(ITEMS) == before


def test_corrupt_chunks_of_an_interrupted_index_are_written_again(
    indexed: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = edited(ITEMS, TITLE, "fietspaden van straat 7")
    before, wanted = indexed(ITEMS), indexed(items, clean=True)
    with monkeypatch.context() as patch:
        patch.setattr(lexicon, "words_of", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            indexed(items)
    corrupt = {name for name in wanted.keys() - before if pagefind.PIECE.search(name)}
    for name in corrupt:
        (tmp_path / "index" / name).write_bytes(b"corrupt")

    assert len(corrupt) >= 3
    assert indexed(items) == wanted


def test_pagefind_is_stopped_when_the_build_stops(
    indexed: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, started, ended = (tmp_path / name for name in ("slow", "started", "ended"))
    slow.write_text(f"#!/bin/sh\n>{started}\nsleep 2\n>{ended}\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: str(slow))

    def stop(_: object) -> None:
        while not started.is_file():
            pass
        raise SystemExit

    monkeypatch.setattr(lexicon, "words_of", stop)
    with pytest.raises(SystemExit):
        indexed(ITEMS)

    assert not ended.is_file()


def test_the_index_can_be_built_in_a_spawned_process(tmp_path: Path, indexed: Index) -> None:
    few, folder = IndexContent(ITEMS[:50], (), "WAT"), tmp_path / "other"
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        executor.submit(
            search_index.write_index, few, folder, tmp_path / "kept", clean=True
        ).result()

    assert files(folder) == indexed(few.items)
