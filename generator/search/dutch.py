"""Dutch words, brought back to what readers look for: one key for all forms of a word."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from generator.grouping import gather
from generator.search import dictionary, word_cache
from generator.search.dictionary import is_known
from generator.search.stop_words import STOP_WORDS
from generator.search.word_cache import remembered
from generator.text import dates

SHORTEST_HEAD = 5
"""The last part of a compound is at least this long, or every ending would be a word."""
SHORTEST_START = 4
LONG_HEAD = 8
LINKS = ("", "s", "e", "en", "n")
"""What may stand between the parts of a compound."""


_WORD = re.compile(r"[^\W_]+(?:'s\b)?")
_SHARED_HEAD = re.compile(r"\b([^\W\d_]+)-(?:,? (?:[^\W\d_]+-,? )*)(?:en|of) ([^\W\d_]+)")
_AMPERSAND = re.compile(r"(\w)&(\w)")
_THOUSANDS = re.compile(r"(\d)\.(\d{3})\b")
_AMOUNT = re.compile(r"\b(\d+(?:[.,]\d+)*) ?(miljoen|mln|miljard|mld|procent|%)")
_UNITS = {"mln": "miljoen", "mld": "miljard", "%": "procent"}
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(dates.MONTH_NAMES)})")
_DAY_MONTH_FIGURES = re.compile(r"\b(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?\b")


def fold(text: str) -> str:
    """A text in small letters without accents."""
    letters = unicodedata.normalize("NFKD", _plain(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _plain(text: str) -> str:
    """A text in small letters, its quotation marks straight, its thousands without a point."""
    straight = text.translate({ord("’"): "'", ord("‘"): "'"}).lower()
    return _AMPERSAND.sub(r"\1en\2", _THOUSANDS.sub(r"\1\2", straight))


def keys(text: str) -> Iterator[str]:
    """The keys of the words, amounts and dates in a text, in its order; stop words have none."""
    plain = _plain(text)
    for word in _words(plain):
        if word not in STOP_WORDS and (len(word) > 1 or word.isdigit()):
            yield key(word)
    yield from _amounts(plain)
    yield from _dates(plain)


def keyed(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text, folded, with its key."""
    for word in _WORD.findall(_plain(text)):
        if word not in STOP_WORDS and len(word) > 1:
            yield _folded(word), key(word)


@cache
def _folded(word: str) -> str:
    return fold(word)


def _words(plain: str) -> Iterator[str]:
    yield from _WORD.findall(plain)
    for start, end in _SHARED_HEAD.findall(plain):
        if split := _split(end):
            yield start + split[1]


@remembered
def key(word: str) -> str:
    """The same for all forms of a word in small letters: its lemma, without accents."""
    lemma = dictionary.lemma(word)
    if lemma == word and not is_known(word) and (split := _split(word)):
        lemma = word.removesuffix(split[1]) + key(split[1])
    return fold(lemma).replace("_", "").removesuffix("'s")


def forms(wanted: AbstractSet[str]) -> Mapping[str, Iterable[str]]:
    """Of each key, the folded forms that lead to it; a compound takes those of its last part."""
    found = word_cache.of("forms")
    if strange := wanted - found.keys():
        found.update(_look_up_forms(strange))
    return {word: found[word] for word in wanted}


def _look_up_forms(wanted: AbstractSet[str]) -> Mapping[str, list[str]]:
    heads = {word: split[1] for word in wanted if not is_known(word) and (split := _split(word))}
    found = _inflected(wanted | set(heads.values()))
    compounds = {
        word: {word.removesuffix(head) + form for form in found.get(head, ())}
        for word, head in heads.items()
    }
    every = {word: {word, *found.get(word, ()), *compounds.get(word, ())} for word in wanted}
    return {word: sorted(found) for word, found in every.items()}


def _inflected(wanted: AbstractSet[str]) -> Mapping[str, tuple[str, ...]]:
    """The forms in the dictionary, by their folded lemma."""
    lemmas = ((form, lemma.replace("_", "")) for form, lemma in dictionary.lemmas())
    folded = ((form, lemma if lemma.isascii() else fold(lemma)) for form, lemma in lemmas)
    found = ((lemma, fold(form)) for form, lemma in folded if lemma in wanted)
    return gather((lemma, form) for lemma, form in found if _WORD.fullmatch(form))


@cache
def parts(word: str) -> tuple[str, ...]:
    """The keys of the words of which a compound is made; none if it is no compound."""
    found = _split(word)
    if not found:
        return ()
    start, head = found
    inner = tuple(part for each in (start, head) for part in parts(each))
    starts = (key(start),) if len(start) >= SHORTEST_START else ()
    return tuple(dict.fromkeys((*starts, key(head), *inner)))


def _split(word: str) -> tuple[str, str] | None:
    """The first part of a compound and the rest; the longest rest that is a word counts.

    Of a long last part the first need not be in the dictionary: it is a name or an abbreviation.
    """
    for at in range(2, len(word) - SHORTEST_HEAD + 1):
        head = word[at:]
        if is_known(head):
            for link in LINKS:
                start = word[:at].removesuffix(link)
                if len(start) > 1 and is_known(start) and word.startswith(start + link + head):
                    return start, head
            if len(head) >= LONG_HEAD and at >= SHORTEST_START:
                return word[:at], head
    return None


def verb(word: str) -> str | None:
    """The key of the verb from which a noun is made: ``scholen`` of ``scholing``."""
    found = word.removesuffix("ing") + "en"
    return key(found) if word.endswith("ing") and is_known(found) else None


# Amounts and dates --------------------------------------------------------------------------------


def _amounts(plain: str) -> Iterator[str]:
    for number, unit in _AMOUNT.findall(plain):
        yield f"{number.replace('.', '').replace(',', 'k')}{_UNITS.get(unit, unit)}"


def _dates(plain: str) -> Iterator[str]:
    for day, month in _DAY_MONTH.findall(plain):
        yield f"{int(day)}{month}"
    for day, month, _ in _DAY_MONTH_FIGURES.findall(plain):
        if 1 <= int(month) <= dates.MONTHS:
            yield f"{int(day)}{dates.MONTH_NAMES[int(month) - 1]}"
