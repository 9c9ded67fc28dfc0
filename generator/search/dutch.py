"""Normalisation of Dutch text for the search: one key for all forms of a word."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from generator.grouping import gather
from generator.search import dictionary, word_cache
from generator.search.dictionary import is_known
from generator.search.stop_words import STOP_WORDS
from generator.search.word_cache import cached_by_word
from generator.text import dates

SHORTEST_HEAD = 5
"""Minimum length of the last part of a compound. With less, most word endings would match."""
SHORTEST_START = 4
"""Minimum length of a first part that gets a key of its own or is not in the dictionary."""
LONG_HEAD = 8
"""From this length of the last part on, the first part need not be in the dictionary."""
LONGEST_COMPOUND = 60
"""A longer word is not split: every part of it would be looked up."""
LINKING_LETTERS = ("", "s", "e", "en", "n")
"""The letters that can be between the parts of a compound."""

_WORD = re.compile(r"[^\W_]+(?:'s\b)?")
_SHARED_HEAD = re.compile(r"\b([^\W\d_]+)-(?:,? (?:[^\W\d_]+-,? )*)(?:en|of) ([^\W\d_]+)")
_APOSTROPHES = "’‘\u02bc\u2032\u00b4`\uff07"
"""What people type for an apostrophe."""
_STRAIGHT = dict.fromkeys(map(ord, _APOSTROPHES), "'")
_SHORT_NAME = re.compile(r"\b[A-Z]{1,3}\b(?!\.)")
SHORT_NAME_MARK = "."
"""What follows a short name in its key, so that it is not the key of a word."""
_AMPERSAND = re.compile(r"(\w)&(\w)")
_THOUSANDS = re.compile(r"(\d)\.(\d{3})\b")
_AMOUNT = re.compile(r"\b(\d+(?:[.,]\d+)*) ?(miljoen|mln|miljard|mld|procent|%)")
_UNITS = {"mln": "miljoen", "mld": "miljard", "%": "procent"}
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(dates.MONTH_NAMES)})")
_DAY_MONTH_FIGURES = re.compile(r"\b(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?\b")
_AMOUNT_KEY = re.compile(r"([0-9]{1,3})(miljoen|miljard|procent)")
_ONES = (
    *("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    *("twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_TENS = (
    *("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig"),
    "negentig",
)
_HUNDRED = 100
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
SHORTEST_LOOK_ALIKE = 4
"""A shorter word is never taken for a typing error."""


def fold(text: str) -> str:
    """A text in lower case without accents."""
    letters = unicodedata.normalize("NFKD", _normalised(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _normalised(text: str) -> str:
    """A text in lower case with straight quotation marks and no thousands separators."""
    straight = text.translate(_STRAIGHT).lower()
    return _AMPERSAND.sub(r"\1en\2", _THOUSANDS.sub(r"\1\2", straight))


def keys(text: str) -> Iterator[str]:
    """The keys of the words in a text, then of its amounts and dates, each in order of the text.

    Stop words and single letters have no key, unless they are written in capitals, as names.
    """
    yield from _short_names(text)
    normalised = _normalised(text)
    for word in _words(normalised):
        if word not in STOP_WORDS and (len(word) > 1 or word.isdigit()):
            yield key(word)
    yield from _amounts(normalised)
    yield from _dates(normalised)


def _short_names(text: str) -> Iterator[str]:
    """The keys of names in capitals, such as ``DE``, that would be no word in lower case."""
    for name in _SHORT_NAME.findall(text):
        if len(name) == 1 or name.lower() in STOP_WORDS:
            yield f"{name.lower()}{SHORT_NAME_MARK}"


def words_with_keys(text: str) -> Iterator[tuple[str, str]]:
    """Each folded word of a text with its key, without stop words and single characters."""
    for word in _WORD.findall(_normalised(text)):
        if word not in STOP_WORDS and len(word) > 1:
            yield _folded(word), key(word)


@cache
def _folded(word: str) -> str:
    return fold(word)


def _words(normalised: str) -> Iterator[str]:
    """The words in a text, and the full first word of pairs such as ``woon- en werkgebied``."""
    yield from _WORD.findall(normalised)
    for start, end in _SHARED_HEAD.findall(normalised):
        if split := _split(end):
            yield start + split[1]


@cached_by_word
def key(word: str) -> str:
    """The key of a lower-case word, the same for all its forms: its lemma without accents."""
    lemma = dictionary.lemma(word)
    if lemma == word and not is_known(word) and (split := _split(word)):
        lemma = word.removesuffix(split[1]) + key(split[1])
    return fold(lemma).replace("_", "").removesuffix("'s")


def forms(wanted: AbstractSet[str]) -> Mapping[str, Iterable[str]]:
    """The folded forms of each key. A compound has the forms of its last part."""
    found = word_cache.results(f"{__name__}.forms")
    if missing := wanted - found.keys():
        found.update(_look_up_forms(missing))
    return {word: found[word] for word in wanted}


def _look_up_forms(wanted: AbstractSet[str]) -> Mapping[str, list[str]]:
    heads = {word: split[1] for word in wanted if not is_known(word) and (split := _split(word))}
    found = _inflected(wanted | set(heads.values()))
    compounds = {
        word: {word.removesuffix(head) + form for form in found.get(head, ())}
        for word, head in heads.items()
    }
    every = {
        word: {word, *found.get(word, ()), *compounds.get(word, ()), *_regular_forms(word)}
        for word in wanted
    }
    return {word: sorted(found) for word, found in every.items()}


def _regular_forms(word: str) -> Iterator[str]:
    """The singular and the plural of a word that the dictionary does not have, by the rules."""
    if not word.isalpha() or is_known(word) or len(word) < SHORTEST_LOOK_ALIKE:
        return
    yield from (f"{word}s", f"{word}en")
    yield word.removesuffix("s")


def _inflected(wanted: AbstractSet[str]) -> Mapping[str, tuple[str, ...]]:
    """The folded forms in the dictionary, by folded lemma."""
    every = dictionary.lemmas().items()
    plain = [(lemma, form) for form, lemma in every if lemma in wanted and lemma.isascii()]
    accented = [(fold(lemma), form) for form, lemma in every if not lemma.isascii()]
    found = ((lemma, fold(form)) for lemma, form in (*plain, *accented) if lemma in wanted)
    return gather((lemma, form) for lemma, form in found if _WORD.fullmatch(form))


@cache
def compound_parts(word: str) -> tuple[str, ...]:
    """The keys of the words in a compound; empty if the word is not a compound."""
    split = _split(word)
    if not split:
        return ()
    start, head = split
    inner = tuple(part for each in split for part in compound_parts(each))
    starts = (key(start),) if len(start) >= SHORTEST_START else ()
    return tuple(dict.fromkeys((*starts, key(head), *inner)))


def _split(word: str) -> tuple[str, str] | None:
    """The first part of a compound and the rest: the longest possible rest that is a word.

    Before a long rest, the first part need not be in the dictionary: it can be a name or an
    abbreviation.
    """
    if len(word) > LONGEST_COMPOUND:
        return None
    for at in range(2, len(word) - SHORTEST_HEAD + 1):
        head = word[at:]
        if is_known(head):
            for link in LINKING_LETTERS:
                start = word[:at].removesuffix(link)
                if len(start) > 1 and is_known(start) and word.startswith(start + link + head):
                    return start, head
            if len(head) >= LONG_HEAD and at >= SHORTEST_START:
                return word[:at], head
    return None


def verb(word: str) -> str | None:
    """The key of the verb from which a noun is derived: ``scholen`` for ``scholing``."""
    infinitive = word.removesuffix("ing") + "en"
    return key(infinitive) if word.endswith("ing") and is_known(infinitive) else None


@cached_by_word
def look_alikes(form: str) -> tuple[str, ...]:
    """The words of the dictionary that differ from a form by one typing error."""
    if len(form) < SHORTEST_LOOK_ALIKE or not form.isalpha():
        return ()
    cuts = [(form[:at], form[at:]) for at in range(1, len(form) + 1)]
    near = {
        *(start + end[1:] for start, end in cuts),
        *(start + letter + end[1:] for start, end in cuts for letter in _ALPHABET if end),
        *(start + letter + end for start, end in cuts for letter in _ALPHABET),
        *(start + end[1:2] + end[:1] + end[2:] for start, end in cuts if len(end) > 1),
    }
    return tuple(sorted(dictionary.known_among(near) - {form}))


# Amounts and dates --------------------------------------------------------------------------------


def _amounts(normalised: str) -> Iterator[str]:
    for number, unit in _AMOUNT.findall(normalised):
        yield f"{number.replace('.', '').replace(',', 'k')}{_UNITS.get(unit, unit)}"


def _dates(normalised: str) -> Iterator[str]:
    for day, month in _DAY_MONTH.findall(normalised):
        yield f"{int(day)}{month}"
    for day, month, _ in _DAY_MONTH_FIGURES.findall(normalised):
        if 1 <= int(month) <= dates.MONTHS:
            yield f"{int(day)}{dates.MONTH_NAMES[int(month) - 1]}"


def amount_in_words(key: str) -> tuple[str, ...]:
    """The words of an amount, such as ``honderd miljoen``; none if the key is no amount."""
    found = _AMOUNT_KEY.fullmatch(key)
    return (_number_in_words(int(found[1])), found[2]) if found and int(found[1]) else ()


def _number_in_words(number: int) -> str:
    """A number below a thousand as one word, without accents: ``honderdvijfentwintig``."""
    hundreds, rest = divmod(number, _HUNDRED)
    start = f"{_ONES[hundreds] if hundreds > 1 else ''}honderd" if hundreds else ""
    return start + _below_hundred(rest)


def _below_hundred(number: int) -> str:
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_ONES[ones]}en{_TENS[tens]}" if ones else _TENS[tens]


def rules() -> dict[str, Any]:
    """The rules for amounts, dates and apostrophes, for a program in another language."""
    return {
        "apostrophes": _APOSTROPHES,
        "shortNameMark": SHORT_NAME_MARK,
        "amount": _AMOUNT.pattern,
        "units": _UNITS,
        "dayMonth": _DAY_MONTH.pattern,
        "dayMonthFigures": _DAY_MONTH_FIGURES.pattern,
        "months": dates.MONTH_NAMES,
    }
