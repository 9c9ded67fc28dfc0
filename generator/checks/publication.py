"""What must be filled in before a site is published: a new dossier has addresses of an example."""

import re
from collections.abc import Iterator, Mapping

from generator.model.traversal import KeyPath
from generator.parsing.content_files import CONFIGURATION
from generator.parsing.problem import Problem
from generator.parsing.yaml_reader import parse

RULE = "voorbeeldadres"
SETTINGS = (CONFIGURATION, "content/dossier.yml")
"""The files with the settings of a site."""

_EXAMPLE = re.compile(
    r"(?:https?://|[^\s@/]+@)(?:[^\s/:?#@]+\.)?"
    r"(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)(?:[:/?#]\S*)?",
    re.IGNORECASE,
)
"""A web or mail address in a domain that is nobody's: RFC 2606 and RFC 6761."""


TO_BE_FILLED_IN = "Nog in te vullen"
"""The placeholder for the name of the owner."""


def check(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Every setting that still is an example or a placeholder; ``texts`` has the files by path."""
    for path in SETTINGS:
        document = parse(path, texts.get(path, ""))
        for keys, value in _texts(document.value):
            if value == TO_BE_FILLED_IN or is_example(value):
                message = "dit is een voorbeeld; vul hier in wat echt is voordat u publiceert"
                yield document.problem(keys, message, RULE)


def is_example(text: str) -> bool:
    """Whether a text is a web or mail address in a domain that is nobody's."""
    return _EXAMPLE.fullmatch(text) is not None


def _texts(value: object, keys: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in a plain value, with its key path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*keys, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*keys, index))
    elif isinstance(value, str):
        yield keys, value
