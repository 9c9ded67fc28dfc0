"""The search lexicon: which word form leads to which key, for the reader's browser."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from generator.grouping import gather
from generator.model import Synonym
from generator.search import dutch, stop_words
from generator.search.records import SearchRecord

RELATED_PREFIX = "~"
"""The prefix of a key with a similar meaning, which counts for less."""
Keys = Mapping[str, Sequence[str]]
"""The keys of a search record by the place in which they occur; a place has a weight."""


def keys_by_place(item: SearchRecord) -> Keys:
    """The keys of a search record: in its title, names, text, other texts, and parts of words."""
    title, names_ = _keys(item.title), _keys(*item.names)
    text = _keys(item.text, *item.parties, *item.themes)
    also = _keys(*item.also)
    parts = [
        part for word in (*title, *names_, *text, *also) for part in dutch.compound_parts(word)
    ]
    places = {"title": title, "names": names_, "text": text, "also": also, "parts": parts}
    return {place: list(dict.fromkeys(keys)) for place, keys in places.items()}


def _keys(*texts: str) -> list[str]:
    return [key for text in texts for key in _keys_in(text)]


@cache
def _keys_in(text: str) -> tuple[str, ...]:
    """The keys of a text. Cached, because the title of a page is a text of every record on it."""
    return tuple(dutch.keys(text))


# Forms --------------------------------------------------------------------------------------------


def forms(
    items: Sequence[SearchRecord], known: set[str], synonyms: Iterable[Synonym]
) -> dict[str, list[str]]:
    """Each form of a word with its keys, and with the keys of similar meaning after ``~``.

    A form without keys is a Dutch word that looks like one of these and means something else, so
    that it is not taken for a typing error.
    """
    related = _related(known, synonyms)
    single = {also: goals for also, goals in related.items() if " " not in also}
    found = _sorted(gather((*_forms(known, single), *_written(items))))
    look_alikes = (word for form in found for word in dutch.look_alikes(form))
    return dict(sorted({**{word: [] for word in look_alikes}, **found}.items()))


def phrases(known: set[str], synonyms: Iterable[Synonym]) -> dict[str, list[str]]:
    """Each pair of keys that together mean something, with the keys of similar meaning."""
    related = _related(known, synonyms)
    pairs = {also: goals for also, goals in related.items() if " " in also}
    amounts = {" ".join(words): [key] for key in known if (words := dutch.amount_in_words(key))}
    return _sorted({**pairs, **amounts})


def _related(known: set[str], synonyms: Iterable[Synonym]) -> Mapping[str, tuple[str, ...]]:
    return gather((*_synonyms(synonyms), *_verbs(known)))


def _sorted(values: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {name: sorted(set(values[name])) for name in sorted(values)}


def _forms(known: set[str], related: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Each form with its key, and with the keys of similar meaning."""
    for key, found in dutch.forms(known | set(related)).items():
        for form in found:
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


# Names --------------------------------------------------------------------------------------------


def names(items: Sequence[SearchRecord]) -> dict[str, list[int]]:
    """Each full name, squeezed, with the numbers of the records that have it.

    The numbers of statements are left out: they are many, and a browser can count.
    """
    named = ((number, item) for number, item in enumerate(items) if not item.number)
    pairs = ((name, number) for number, item in named for name in _full_names(item))
    return {name: sorted(set(found)) for name, found in sorted(gather(pairs).items())}


def _full_names(item: SearchRecord) -> Iterator[str]:
    """The full names of a search record: squeezed, and as joined keys."""
    for name in (item.title, *item.names) if item.is_name else item.names:
        yield from filter(None, (squeezed(name), "".join(_keys(name))))


@cache
def squeezed(name: str) -> str:
    """A name as letters and digits only: people type names such as ``Een-twee`` in several forms.

    Accents, capitals, spaces and punctuation are removed; ``X&Y`` becomes ``xeny``.
    """
    return "".join(letter for letter in dutch.fold(name) if letter.isalnum())


def rules() -> dict[str, Any]:
    """What the browser needs to read a question as the texts were read, as plain values."""
    return {"stop": sorted(stop_words.STOP_WORDS), **dutch.rules()}
