"""The search lexicon: which word form leads to which key, for the reader's browser."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from generator.grouping import gather
from generator.model import Synonym
from generator.search import dutch, stop_words
from generator.search.records import SearchRecord

FULL_NAME_KEY = "qx{}qx"
"""The key of a full name: it matches only the complete name and no other word."""
FILTER_KEY = "qf{}qx"
"""The key of a filter with its value, in the same form."""
Words = dict[str, Any]
"""The words of one shard, as plain values: everything that the lexicon needs of it."""
RELATED_PREFIX = "~"
"""The prefix of a key with a similar meaning, which counts for less."""


def keys_of(item: SearchRecord) -> Mapping[str, list[str]]:
    """The keys of a search record, grouped by how much they count."""
    words = _word_keys(item)
    return {
        **words,
        "title": [*words["title"], *map(FULL_NAME_KEY.format, _full_names(item))],
        "filters": [FILTER_KEY.format(name + squeezed(each)) for name, each in _filters(item)],
    }


@cache
def _word_keys(item: SearchRecord) -> Mapping[str, list[str]]:
    """The keys of words only, without the keys of full names and filters, which nobody types."""
    title = _keys(item.title, *item.names)
    text = _keys(item.text, *item.parties, *item.themes)
    also = _keys(*item.also)
    parts = [part for word in (*title, *text, *also) for part in dutch.compound_parts(word)]
    return {"title": title, "text": text, "also": also, "parts": list(dict.fromkeys(parts))}


def _filters(item: SearchRecord) -> Iterator[tuple[str, str]]:
    """The filters of a search record, each as name and value."""
    yield "soort", item.kind
    yield from (("thema", theme) for theme in item.themes)
    yield from (("partij", party) for party in item.parties)
    if item.status:
        yield "status", item.status


@cache
def squeezed(name: str) -> str:
    """A name as letters and digits only: people type names such as ``Een-twee`` in several forms.

    Accents, capitals, spaces and punctuation are removed; ``X&Y`` becomes ``xeny``.
    """
    return "".join(letter for letter in dutch.fold(name) if letter.isalnum())


def _full_names(item: SearchRecord) -> Iterator[str]:
    """The full names of a search record: squeezed, and as joined keys."""
    for name in (item.title, *item.names) if item.is_name else item.names:
        yield from filter(None, (squeezed(name), "".join(_keys(name))))


def _keys(*texts: str) -> list[str]:
    return [key for text in texts for key in _keys_in(text)]


@cache
def _keys_in(text: str) -> tuple[str, ...]:
    """The keys of a text. Cached, because the title of a page is a text of every record on it."""
    return tuple(dutch.keys(text))


def words_of(items: Sequence[SearchRecord]) -> Words:
    """The words of some search records, as plain values."""
    known = {key for item in items for keys in _word_keys(item).values() for key in keys}
    return {
        "keys": sorted(known),
        "written": _sorted(gather(_written(items))),
        "names": _names(items),
        "filters": _sorted(gather(pair for item in items for pair in _filters(item))),
        "count": len(items),
    }


def lexicon(shards: Sequence[Words], synonyms: Iterable[Synonym], prefix: str) -> dict[str, Any]:
    """Everything the browser needs to interpret a search question, as plain values."""
    known = {key for words in shards for key in words["keys"]}
    related = gather((*_synonyms(synonyms), *_verbs(known)))
    single = {also for also in related if " " not in also}
    forms = _forms(known, {also: related[also] for also in single})
    counts = [words["count"] for words in shards]
    return {
        "forms": _sorted(gather((*forms, *_pairs(shards, "written")))),
        "phrases": _sorted({also: goals for also, goals in related.items() if also not in single}),
        "homes": _shards_by_key(shards),
        "names": _shards_by_name(shards),
        "filters": _sorted(gather(_pairs(shards, "filters"))),
        "prefix": prefix,
        "count": sum(counts),
        "shards": counts,
        "stop": sorted(stop_words.STOP_WORDS),
    }


def _pairs(shards: Iterable[Words], part: str) -> Iterator[tuple[str, str]]:
    """The pairs of name and value in one part of the words of all shards."""
    for words in shards:
        yield from ((name, value) for name, values in words[part].items() for value in values)


def _shards_by_key(shards: Sequence[Words]) -> dict[str, list[int]]:
    """The numbers of the shards with a key, for each key that is not in all shards."""
    found = gather((key, number) for number, words in enumerate(shards) for key in words["keys"])
    return {key: list(found[key]) for key in sorted(found) if len(found[key]) < len(shards)}


def _shards_by_name(shards: Sequence[Words]) -> dict[str, list[int]]:
    """The shard number of each record with a full name; a number is repeated for each record."""
    names = [(name, number) for number, words in enumerate(shards) for name in words["names"]]
    found = gather((name, [number] * shards[number]["names"][name]) for name, number in names)
    return {name: [number for each in found[name] for number in each] for name in sorted(found)}


def split_by_letter(words: dict[str, Any]) -> dict[str, Any]:
    """A lexicon split into files: forms and keys by first letter, and the rest in ``all``."""
    forms, homes = _by_letter(words["forms"]), _by_letter(words["homes"])
    letters = sorted({*forms, *homes})
    rest = {name: value for name, value in words.items() if name not in {"forms", "homes"}}
    return {
        "all": rest | {"letters": letters},
        **{each: {"forms": forms.get(each, {}), "homes": homes.get(each, {})} for each in letters},
    }


def _by_letter(values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    letters = gather((name[0], (name, value)) for name, value in values.items())
    return {letter: dict(found) for letter, found in letters.items()}


def _sorted(values: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {name: sorted(set(values[name])) for name in sorted(values)}


def _forms(known: set[str], related: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Each form with its key, and with the keys of similar meaning."""
    for key, forms in dutch.forms(known | set(related)).items():
        for form in forms:
            if key in known:
                yield form, key
            yield from ((form, goal) for goal in related.get(key, ()))


def _verbs(known: set[str]) -> Iterator[tuple[str, str]]:
    """Each verb with the key of the noun that is derived from it."""
    yield from ((verb, RELATED_PREFIX + key) for key in sorted(known) if (verb := dutch.verb(key)))


def _synonyms(synonyms: Iterable[Synonym]) -> Iterator[tuple[str, str]]:
    """The keys of each synonym, with the keys of the word that the site uses."""
    for synonym in synonyms:
        goal = RELATED_PREFIX + " ".join(_keys(synonym.word))
        yield from ((keys, goal) for also in synonym.also if (keys := " ".join(_keys(also))))


def _written(items: Iterable[SearchRecord]) -> Iterator[tuple[str, str]]:
    """Each word as it is written, with its key, whether the dictionary has it or not."""
    found = ((each.title, each.text, *each.names, *each.also) for each in items)
    for text in dict.fromkeys(text for texts in found for text in texts):
        yield from dutch.words_with_keys(text)


def _names(items: Iterable[SearchRecord]) -> dict[str, int]:
    """The number of records with each full name: a search for that name gives only those."""
    named = [item for item in items if not item.number]  # numbers are found without this
    pairs = {(name, item.address) for item in named for name in _full_names(item)}
    return dict(Counter(name for name, _ in sorted(pairs)))
