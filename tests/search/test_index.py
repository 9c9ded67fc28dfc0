"""The search index is the same whatever was there before, and its pieces stay small."""

import itertools
import json
import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.build import search_index
from generator.build.search_index import IndexContent
from generator.search import index, lexicon, word_cache
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


@pytest.fixture
def indexed(tmp_path: Path) -> Index:
    """A function that indexes items and returns the files of the index."""

    def write(items: tuple[SearchRecord, ...], *, clean: bool = False) -> dict[str, bytes]:
        folder = tmp_path / ("clean" if clean else "index")
        kept = tmp_path / f"{folder.name}-kept"
        search_index.write_index(IndexContent(items, (), "WAT"), folder, kept, clean=clean)
        return files(folder)

    return write


def edited(items: tuple[SearchRecord, ...], old: str, new: str) -> tuple[SearchRecord, ...]:
    return tuple(replace(item, title=item.title.replace(old, new)) for item in items)


def written(items: tuple[SearchRecord, ...]) -> dict[str, Any]:
    return index.files(items, [lexicon.keys_by_place(item) for item in items], (), "WAT")


def records_of(found: dict[str, Any], key: str) -> list[int]:
    """The numbers of the records with a key, read as a browser does."""
    numbers, number = [], 0
    for distance, _ in zip(*[iter(found[f"woorden/{key[0]}"]["keys"][key])] * 2, strict=True):
        number += distance
        numbers.append(number)
    return numbers


def test_a_key_leads_to_its_records() -> None:
    found = written(ITEMS)

    assert records_of(found, "fiets") == [
        at for at, item in enumerate(ITEMS) if "fietsen" in item.title
    ]
    assert records_of(found, "straat") == list(range(len(ITEMS)))


def test_a_record_is_found_in_the_file_of_its_number() -> None:
    found = written(ITEMS)
    size = found["algemeen"]["perFile"]

    for number, item in enumerate(ITEMS):
        assert found[f"resultaten/{number // size}"][number % size]["title"] == item.title


def test_a_word_counts_more_in_a_short_title_than_in_a_long_one_or_a_text() -> None:
    titles = ["Boom", "Boom en struik en haag en gras en mos en varen", "Gras"]
    items = [SearchRecord("/x/", "Zin", title, "een boom") for title in titles]

    found = index.files(items, [lexicon.keys_by_place(item) for item in items], (), "WAT")
    weights = found["woorden/b"]["keys"]["boom"][1::2]

    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 3


def test_a_large_piece_is_split_by_the_next_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "MOST_IN_PIECE", 20)

    found = written(ITEMS)
    pieces = found["algemeen"]["pieces"]

    assert any(len(piece) > 1 for piece in pieces)
    assert {name.partition("/")[2] for name in found if name.startswith("woorden/")} == set(pieces)
    for piece in pieces:
        words = {*found[f"woorden/{piece}"]["forms"], *found[f"woorden/{piece}"]["keys"]}
        assert all(word.startswith(piece) for word in words)


def test_a_filter_has_the_runs_of_its_records() -> None:
    kinds = ["Partij", "Zin", "Zin", "Partij", "Zin", "Zin", "Zin"]
    items = [SearchRecord("/x/", kind, "Boom", date="2021-05") for kind in kinds]

    found = index.files(items, [lexicon.keys_by_place(item) for item in items], (), "WAT")

    assert found["filters"] == {
        "jaar": {"2021": [0, 7]},
        "soort": {"Partij": [0, 1, 3, 1], "Zin": [1, 2, 4, 3]},
    }


def test_a_browser_can_count_the_numbers_of_statements() -> None:
    names = ["WAT-002", "WAT-003", "WAT-010", "WAT-001"]
    items = [SearchRecord(f"/x/#{name}", "Zin", "Boom", number=name) for name in names]

    found = index.files(items, [lexicon.keys_by_place(item) for item in items], (), "WAT")

    assert list(itertools.accumulate(found["algemeen"]["statements"])) == [2, 3, 10, 1]


def test_records_at_one_address_are_known() -> None:
    addresses = ["/a/", "/b/", "/a/", "/c/", "/a/", "/b/"]
    items = [SearchRecord(address, "Zin", "Boom") for address in addresses]

    found = index.files(items, [lexicon.keys_by_place(item) for item in items], (), "WAT")

    assert found["algemeen"]["twins"] == {2: 0, 4: 0, 5: 1}


@pytest.mark.parametrize(
    "items",
    [
        edited(ITEMS, TITLE, "fietspaden van straat 7"),
        edited(ITEMS, "straat", "laan"),
        ITEMS[:30] + ITEMS[40:],
        ITEMS[:50],
        tuple(reversed(ITEMS)),
    ],
    ids=["one", "all", "fewer", "half", "another order"],
)
def test_the_index_does_not_depend_on_the_previous_index(
    items: tuple[SearchRecord, ...], indexed: Index
) -> None:
    before = indexed(ITEMS)
    after = indexed(items)

    assert after != before
    assert after == indexed(items, clean=True)
    assert indexed(ITEMS) == before


def test_unchanged_files_are_left_as_they_are(indexed: Index, tmp_path: Path) -> None:
    indexed(ITEMS)
    before = modification_times(tmp_path / "index")
    indexed(edited(ITEMS, TITLE, "fietspaden van straat 7"))
    after = modification_times(tmp_path / "index")

    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert "woorden/f.json" in changed
    assert "woorden/b.json" not in changed
    assert len([name for name in changed if name.startswith("resultaten/")]) == 1


def modification_times(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_mtime_ns for name in files(folder)}


def test_a_published_copy_with_hard_links_does_not_change(indexed: Index, tmp_path: Path) -> None:
    before, copy = indexed(ITEMS), tmp_path / "copy"
    shutil.copytree(tmp_path / "index", copy, copy_function=os.link)
    indexed(edited(ITEMS, "straat", "laan"))

    assert files(copy) == before


def test_each_word_is_looked_up_only_once(indexed: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed(ITEMS)
    for found in word_cache.RESULTS.values():
        found.clear()
    monkeypatch.setitem(sys.modules, "simplemma", None)

    assert indexed(edited(ITEMS, TITLE, "huizen van straat 7"))
    with pytest.raises(ImportError):
        indexed(edited(ITEMS, TITLE, "onbekenden van straat 7"))


@pytest.mark.parametrize("interrupted", ["keys.state", "woorden", "resultaten"])
def test_whatever_is_missing_is_written_again(
    interrupted: str, indexed: Index, tmp_path: Path
) -> None:
    before = indexed(ITEMS)
    for path in (tmp_path / "index" / interrupted, tmp_path / "index-kept" / interrupted):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)

    assert indexed(ITEMS) == before


def test_the_files_are_json_without_blanks(indexed: Index) -> None:
    for content in indexed(ITEMS).values():
        value = json.loads(content)
        assert content.decode() == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_the_index_can_be_built_in_a_spawned_process(tmp_path: Path, indexed: Index) -> None:
    few, folder = IndexContent(ITEMS[:50], (), "WAT"), tmp_path / "other"
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        executor.submit(
            search_index.write_index, few, folder, tmp_path / "kept", clean=True
        ).result()

    assert files(folder) == indexed(few.items)
