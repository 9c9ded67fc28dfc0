"""The search index as data for the reader's browser, in pieces of which it loads few.

Every key leads to the numbers of the records that have it. A record has a number by its order, from
0. The index is looked up by the browser itself: a program that reads an index, such as Pagefind,
is more to load than this whole index, and takes a piece that fails to load for one without results.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.grouping import gather
from generator.model import Synonym
from generator.search import lexicon
from generator.search.lexicon import Keys
from generator.search.records import SearchRecord
from generator.text.dates import dutch_date

WEIGHTS = {"title": 100, "names": 80, "text": 30, "also": 14, "parts": 20}
"""How much a key counts by the place in which it occurs, in hundredths of a title."""
LONG_TITLE = 3
"""From more keys on, a word counts for less in a title: it is one of many."""
RECORDS_PER_FILE = 24
MOST_IN_PIECE = 2_500
"""A piece of the lexicon with more forms and keys is split by the next letter."""

Files = dict[str, Any]
"""Plain values by the name of their file, without extension."""


def files(
    items: Sequence[SearchRecord], keys: Sequence[Keys], synonyms: Sequence[Synonym], prefix: str
) -> Files:
    """The files of the index of some records, of which the keys are known."""
    postings = _postings(items, keys)
    known = set(postings)
    pieces = _pieces(lexicon.forms(items, known, synonyms), postings)
    return {
        "algemeen": {
            "count": len(items),
            "prefix": prefix,
            "pieces": sorted(pieces),
            "perFile": RECORDS_PER_FILE,
            "names": lexicon.names(items),
            "statements": list(_steps(items)),
            "twins": _twins(items),
            "phrases": lexicon.phrases(known, synonyms),
            **lexicon.rules(),
        },
        "filters": _filters(items),
        **{f"woorden/{start}": piece for start, piece in pieces.items()},
        **{f"resultaten/{number}": block for number, block in enumerate(_blocks(items))},
    }


def _steps(items: Sequence[SearchRecord]) -> Iterator[int]:
    """The numbers of the statements, which are the first records, each as a step from the last."""
    before = 0
    for item in items:
        if item.number:
            number = int(item.number.rpartition("-")[2])
            yield number - before
            before = number


def _twins(items: Sequence[SearchRecord]) -> dict[int, int]:
    """The records at an address that an earlier record has as well, with the number of that one."""
    first: dict[str, int] = {}
    return {
        number: first[item.address]
        for number, item in enumerate(items)
        if first.setdefault(item.address, number) != number
    }


# Which records a key leads to ---------------------------------------------------------------------


def _postings(items: Sequence[SearchRecord], keys: Sequence[Keys]) -> dict[str, list[int]]:
    """For each key its records, as pairs of a distance and a weight.

    The distance is that from the number of the record before; the weight is in hundredths.
    """
    pairs = (
        (key, (number, weight))
        for number, (item, found) in enumerate(zip(items, keys, strict=True))
        for key, weight in _weights(item, found).items()
    )
    return {key: list(_distances(found)) for key, found in sorted(gather(pairs).items())}


def _weights(item: SearchRecord, keys: Keys) -> dict[str, int]:
    """The weight of each key of a record: that of the place where it counts most."""
    found: dict[str, int] = {}
    for place, words in keys.items():
        share = 1 / (1 + len(words) / LONG_TITLE) + 0.5 if place == "title" else 1
        for word in words:
            weight = round(WEIGHTS[place] * item.weight * share)
            found[word] = max(found.get(word, 1), weight)
    return found


def _distances(found: Iterable[tuple[int, int]]) -> Iterator[int]:
    before = 0
    for number, weight in found:
        yield from (number - before, weight)
        before = number


# Pieces of the lexicon ----------------------------------------------------------------------------


def _pieces(forms: Mapping[str, Any], postings: Mapping[str, Any]) -> dict[str, Files]:
    """The forms and keys in pieces, by the letters with which they start."""
    found = _by_start({*forms, *postings}, 1)
    return {
        start: {
            "forms": {word: forms[word] for word in words if word in forms},
            "keys": {word: postings[word] for word in words if word in postings},
        }
        for start, words in found.items()
    }


def _by_start(words: Iterable[str], length: int) -> dict[str, list[str]]:
    """Words by their first letters; more letters where there would be too many."""
    found: dict[str, list[str]] = {}
    for start, those in gather((word[:length], word) for word in sorted(words)).items():
        short = [word for word in those if len(word) <= length]
        if len(those) > MOST_IN_PIECE and len(short) < len(those):
            found |= {start: short} if short else {}
            found |= _by_start((word for word in those if len(word) > length), length + 1)
        else:
            found[start] = list(those)
    return found


# Results and filters ------------------------------------------------------------------------------


def _blocks(items: Sequence[SearchRecord]) -> Iterator[list[dict[str, object]]]:
    """What readers see of the records, in the order of their numbers, some in each file."""
    for start in range(0, len(items), RECORDS_PER_FILE):
        yield [_result(item) for item in items[start : start + RECORDS_PER_FILE]]


def _result(item: SearchRecord) -> dict[str, object]:
    shown = {
        "address": item.address,
        "kind": item.kind,
        "title": item.title,
        "text": item.text,
        "also": item.also,
        "themes": item.themes,
        "status": item.status,
        "number": item.number,
        "date": dutch_date(item.date) if item.date else "",
        "latest": dutch_date(item.latest) if item.latest else "",
    }
    return {name: value for name, value in shown.items() if value}


def _filters(items: Sequence[SearchRecord]) -> dict[str, dict[str, list[int]]]:
    """The numbers of the records with each value of each filter, as starts and lengths of runs."""
    pairs = (
        ((name, value), number)
        for number, item in enumerate(items)
        for name, value in _filter_values(item)
    )
    found = gather(pairs)
    names = dict.fromkeys(name for name, _ in sorted(found))
    return {
        name: {
            value: list(_runs(found[each, value])) for each, value in sorted(found) if each == name
        }
        for name in names
    }


def _filter_values(item: SearchRecord) -> Iterator[tuple[str, str]]:
    yield "soort", item.kind
    yield from (("thema", theme) for theme in dict.fromkeys(item.themes))
    yield from (("partij", party) for party in dict.fromkeys(item.parties))
    if item.status:
        yield "status", item.status
    if item.date:
        yield "jaar", item.date[:4]


def _runs(numbers: Sequence[int]) -> Iterator[int]:
    """Increasing numbers as the start and the length of each run of successive numbers."""
    start = before = numbers[0]
    for number in numbers[1:]:
        if number != before + 1:
            yield from (start, before - start + 1)
            start = number
        before = number
    yield from (start, before - start + 1)
