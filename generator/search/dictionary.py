"""The Dutch dictionary. It is loaded at the first look-up, because loading is slow."""

from collections.abc import ItemsView
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


def lemmas() -> ItemsView[str, str]:
    """Every form in the dictionary with its lemma. A ``_`` can separate the parts of a compound."""
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY  # noqa: PLC0415

    return DEFAULT_DICTIONARY_FACTORY.get_dictionary(LANGUAGE).items()


def has(word: str) -> bool:
    """Whether the dictionary itself has a form; not cached, for words that nobody wrote."""
    return word in _forms()


@cache
def _forms() -> frozenset[str]:
    return frozenset(form.replace("_", "") for form, _ in lemmas())
