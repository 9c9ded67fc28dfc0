"""Writes who reports a fact as a list: it was the name of one party."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.editing.conversion import readable
from generator.parsing import yaml_editor
from generator.parsing.yaml_editor import Edit
from generator.parsing.yaml_reader import spans

FIELD = "reported_by"


def convert(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The new text of each fact with one name instead of a list, with its path.

    Raises:
        ConversionError: the file of a fact has a mistake.

    """
    for path, text in texts.items():
        if PurePosixPath(path).match("content/progress/*.yml"):
            document = readable(path, text)
            if isinstance(document.value.get(FIELD), str):
                start, end = spans(text)[(FIELD,)]
                edit = Edit((start, end), f"[{text[start:end]}]")
                yield path, yaml_editor.apply(text, [edit])
