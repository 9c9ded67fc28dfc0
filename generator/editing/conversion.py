"""What every part of a conversion needs: how it ends if the content has a mistake."""

from generator.parsing.problem import Problem
from generator.parsing.yaml_reader import Document, parse


class ConversionError(Exception):
    """Content cannot be converted because of mistakes in it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def readable(path: str, text: str) -> Document:
    """A content file with fields.

    Raises:
        ConversionError: it is no valid YAML, or has no fields.

    """
    document = parse(path, text)
    if document.problems:
        raise ConversionError(*document.problems)
    if not isinstance(document.value, dict):
        raise ConversionError(document.problem((), "hier horen velden", "verkeerd-type"))
    return document
