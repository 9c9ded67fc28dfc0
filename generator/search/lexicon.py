"""The words by which things are found: which form leads to which key, for the reader's browser."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from generator.grouping import gather
from generator.model import Synonym
from generator.search import dutch, stop_words
from generator.search.records import Findable

NAMED = "qx{}qx"
"""Around a name in full, so that it is found as a whole and as nothing else."""
CHOSEN = "qf{}qx"
"""Around a filter and its value, likewise."""
Words = dict[str, Any]
"""What the lexicon needs of a shard."""
RELATED = "~"
"""Before a key that means much the same: it counts for less."""


def keys_of(item: Findable) -> Mapping[str, list[str]]:
    """The keys of something to be found, by how much they tell of it."""
    words = _word_keys(item)
    return {
        **words,
        "title": [*words["title"], *map(NAMED.format, _full_names(item))],
        "filters": [CHOSEN.format(name + squeezed(each)) for name, each in _filters(item)],
    }


@cache
def _word_keys(item: Findable) -> Mapping[str, list[str]]:
    """The keys of words alone: those of a name in full or of a filter nobody types."""
    title = _keys(item.title, *item.names)
    text = _keys(item.text, *item.parties, *item.themes)
    also = _keys(*item.also)
    parts = [part for word in (*title, *text, *also) for part in dutch.parts(word)]
    return {"title": title, "text": text, "also": also, "parts": list(dict.fromkeys(parts))}


def _filters(item: Findable) -> Iterator[tuple[str, str]]:
    """What readers may narrow their search by, and its value."""
    yield "soort", item.kind
    yield from (("thema", theme) for theme in item.themes)
    yield from (("partij", party) for party in item.parties)
    if item.status:
        yield "status", item.status


@cache
def squeezed(name: str) -> str:
    """A name without what people leave out or put in when they type it: ``X&Y``, ``Een-twee``."""
    return "".join(letter for letter in dutch.fold(name) if letter.isalnum())


def _full_names(item: Findable) -> Iterator[str]:
    """What something is called in full: squeezed, and by its keys."""
    for name in (item.title, *item.names) if item.is_name else item.names:
        yield from filter(None, (squeezed(name), "".join(_keys(name))))


def _keys(*texts: str) -> list[str]:
    return [key for text in texts for key in _keys_in(text)]


@cache
def _keys_in(text: str) -> tuple[str, ...]:
    """Of a text once: the title of a page is a text of all that stands on it."""
    return tuple(dutch.keys(text))


def words_of(items: Sequence[Findable]) -> Words:
    """What the lexicon needs of some items, in plain values."""
    known = {key for item in items for keys in _word_keys(item).values() for key in keys}
    return {
        "keys": sorted(known),
        "written": _sorted(gather(_written(items))),
        "names": _names(items),
        "filters": _sorted(gather(pair for item in items for pair in _filters(item))),
        "count": len(items),
    }


def lexicon(shards: Sequence[Words], synonyms: Iterable[Synonym], prefix: str) -> dict[str, Any]:
    """What the browser needs to understand a question, in plain values."""
    known = {key for words in shards for key in words["keys"]}
    related = gather((*_synonyms(synonyms), *_verbs(known)))
    single = {also for also in related if " " not in also}
    forms = _forms(known, {also: related[also] for also in single})
    counts = [words["count"] for words in shards]
    return {
        "forms": _sorted(gather((*forms, *_pairs(shards, "written")))),
        "phrases": _sorted({also: goals for also, goals in related.items() if also not in single}),
        "homes": _homes(shards),
        "names": _named(shards),
        "filters": _sorted(gather(_pairs(shards, "filters"))),
        "prefix": prefix,
        "count": sum(counts),
        "shards": counts,
        "stop": sorted(stop_words.STOP_WORDS),
    }


def _pairs(shards: Iterable[Words], what: str) -> Iterator[tuple[str, str]]:
    """What was gathered of each shard, as it came."""
    for words in shards:
        yield from ((name, value) for name, values in words[what].items() for value in values)


def _homes(shards: Sequence[Words]) -> dict[str, list[int]]:
    """The shards that have a key, unless all have it."""
    found = gather((key, at) for at, words in enumerate(shards) for key in words["keys"])
    return {key: list(found[key]) for key in sorted(found) if len(found[key]) < len(shards)}


def _named(shards: Sequence[Words]) -> dict[str, list[int]]:
    """Of each name in full, the shard of each thing that bears it."""
    names = [(name, at) for at, words in enumerate(shards) for name in words["names"]]
    found = gather((name, [at] * shards[at]["names"][name]) for name, at in names)
    return {name: [at for each in found[name] for at in each] for name in sorted(found)}


def pieces(words: dict[str, Any]) -> dict[str, Any]:
    """A lexicon in pieces: forms and keys by their first letter, and ``all`` the rest."""
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
    """Each form with its key, and with the keys that mean much the same."""
    for key, forms in dutch.forms(known | set(related)).items():
        for form in forms:
            if key in known:
                yield form, key
            yield from ((form, goal) for goal in related.get(key, ()))


def _verbs(known: set[str]) -> Iterator[tuple[str, str]]:
    """A verb leads to the noun that is made of it as well."""
    yield from ((verb, RELATED + key) for key in sorted(known) if (verb := dutch.verb(key)))


def _synonyms(synonyms: Iterable[Synonym]) -> Iterator[tuple[str, str]]:
    """The keys of words of readers, with those of the word of the site."""
    for synonym in synonyms:
        goal = RELATED + " ".join(_keys(synonym.word))
        yield from ((keys, goal) for also in synonym.also if (keys := " ".join(_keys(also))))


def _written(items: Iterable[Findable]) -> Iterator[tuple[str, str]]:
    """The words as they stand, each with its key, whether the dictionary has them or not."""
    found = ((each.title, each.text, *each.names, *each.also) for each in items)
    for text in dict.fromkeys(text for texts in found for text in texts):
        yield from dutch.keyed(text)


def _names(items: Iterable[Findable]) -> dict[str, int]:
    """To how many a name in full leads, squeezed and by its keys: who types it wants just those."""
    named = [item for item in items if not item.number]  # a number leads by itself
    pairs = {(name, item.address) for item in named for name in _full_names(item)}
    return dict(Counter(name for name, _ in sorted(pairs)))
