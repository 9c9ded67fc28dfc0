"""The Dutch dictionary. It is loaded at the first look-up, because loading is slow."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from generator.search.word_cache import cached_by_word

LANGUAGE = "nl"


def lemma(word: str) -> str:
    """The lemma of a word by the dictionary or its rules; otherwise the word itself."""
    import simplemma  # noqa: PLC0415

    return simplemma.lemmatize(word, lang=LANGUAGE)


@cached_by_word
def is_known(word: str) -> bool:
    """Whether a lower-case word is in the dictionary."""
    import simplemma  # noqa: PLC0415

    return simplemma.is_known(word, lang=LANGUAGE)


@cache
def lemmas() -> Mapping[str, str]:
    """Every form in the dictionary with its lemma, as the words are written."""
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY  # noqa: PLC0415

    found = DEFAULT_DICTIONARY_FACTORY.get_dictionary(LANGUAGE)
    return dict(zip(_joined(found), _joined(found.values()), strict=True))


def _joined(words: Iterable[str]) -> list[str]:
    """The words without the ``_`` that can separate the parts of a compound."""
    return "\n".join(words).replace("_", "").split("\n")


def known_among(words: AbstractSet[str]) -> AbstractSet[str]:
    """Those of some words that the dictionary itself has; not cached: few of them were written."""
    return lemmas().keys() & words
