"""The Dutch dictionary. It takes long to load, so that is done when a word is first looked up."""

from collections.abc import ItemsView

from generator.search.word_cache import remembered

LANGUAGE = "nl"


def lemma(word: str) -> str:
    """The form under which the dictionary has a word, or its rules would; else the word itself."""
    import simplemma  # noqa: PLC0415

    return simplemma.lemmatize(word, lang=LANGUAGE)


@remembered
def is_known(word: str) -> bool:
    """Whether a word in small letters is in the dictionary."""
    import simplemma  # noqa: PLC0415

    return simplemma.is_known(word, lang=LANGUAGE)


def lemmas() -> ItemsView[str, str]:
    """Every form in the dictionary with its lemma; of a compound, that may stand in parts."""
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY  # noqa: PLC0415

    return DEFAULT_DICTIONARY_FACTORY.get_dictionary(LANGUAGE).items()
