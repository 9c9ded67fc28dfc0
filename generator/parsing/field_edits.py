"""Edits that give one field of a record another value, in the notation that the file has there.

What is in single quotes stays so, a list with dashes keeps its dashes, and every comment is kept.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import yaml

from generator.model.traversal import KeyPath
from generator.parsing.yaml_editor import (
    Edit,
    InlineValue,
    UnsupportedNotationError,
    YamlEditor,
    format_value,
)
from generator.parsing.yaml_reader import parse

_COMMENT = re.compile(r"#.*")


def set_field(
    editor: YamlEditor, record: KeyPath, field: str, value: InlineValue | None, order: Sequence[str]
) -> list[Edit]:
    """The edits after which a field of the record at a key path has a value.

    None removes the field. A new field comes below the last one that precedes it in ``order``.

    Raises:
        UnsupportedNotationError: the record or the field is written so that it cannot be edited.

    """
    keys = (*record, field)
    if record in editor.spans:
        raise UnsupportedNotationError("dit staat tussen accolades; wijzig het daar zelf")
    if editor.value(keys) is None:
        return [] if value is None else [_added(editor, keys, value, order)]
    if value is None:
        return [_removed(editor, keys)]
    if isinstance(value, tuple):
        return list(_list_edits(editor, keys, value))
    return [_replaced(editor, keys, value)]


def _added(editor: YamlEditor, keys: KeyPath, value: InlineValue, order: Sequence[str]) -> Edit:
    *record, field = keys
    present = [each for each in order if editor.value((*record, each)) is not None]
    earlier = [each for each in present if order.index(each) < order.index(str(field))]
    above = (*record, (earlier or present)[-1])
    indent = " " * (editor.document.layout.key_positions[above][1] - 1)
    return editor.insert_lines(editor.end_of(above), f"{indent}{field}: {format_value(value)}\n")


def _removed(editor: YamlEditor, keys: KeyPath) -> Edit:
    """Remove a field, or an item of a list with dashes; comments beside it stay."""
    _, column = _written_at(editor, keys)
    start, end = _start_of_line(editor, keys), editor.end_of(keys)
    prefix = editor.text[start : start + column - 1]
    comments = _comments(editor, keys, start, end)
    if not prefix.strip(" -"):
        indent = " " * len(prefix)
        kept = "".join(f"{indent}{comment}\n" for comment in comments)
        if not prefix.strip() or isinstance(keys[-1], int):
            return Edit((start, end), kept)
        if not comments and editor.text[end:].startswith(indent) and _is_key(editor, end, column):
            return Edit((start + column - 1, end + column - 1), "")  # the next one gets the dash
    raise UnsupportedNotationError(
        f"'{keys[-1]}' staat op de regel van iets anders; haal het zelf weg"
    )


def _is_key(editor: YamlEditor, line_start: int, column: int) -> bool:
    """Whether a field begins at a column of the line that begins at an offset."""
    line = editor.text.count("\n", 0, line_start) + 1
    return (line, column) in editor.document.layout.key_positions.values()


def _written_at(editor: YamlEditor, keys: KeyPath) -> tuple[int, int]:
    layout = editor.document.layout
    return layout.key_positions.get(keys) or layout.positions[keys]


def _start_of_line(editor: YamlEditor, keys: KeyPath) -> int:
    line, _ = _written_at(editor, keys)
    return sum(len(each) + 1 for each in editor.text.split("\n")[: line - 1])


def _comments(editor: YamlEditor, keys: KeyPath, start: int, end: int) -> list[str]:
    """The comments between two offsets, in and beside the value at a key path."""
    text = editor.text[start:end]
    for path, (first, last) in sorted(editor.spans.items(), key=lambda each: each[1]):
        if path[: len(keys)] == keys and not isinstance(editor.value(path), list):
            text = text[: first - start] + " " * (last - first) + text[last - start :]
    return _COMMENT.findall(text)


# Single values ------------------------------------------------------------------------------------


def _replaced(editor: YamlEditor, keys: KeyPath, value: InlineValue) -> Edit:
    start, end = editor.spans[keys]
    old = editor.text[start:end].rstrip("\n")
    return Edit((start, start + len(old)), _in_notation(old, value))


def _in_notation(old: str, value: InlineValue) -> str:
    """A value as it would be written by whoever wrote the old one, if that can be."""
    if isinstance(value, str):
        for candidate in _like(old, value):
            if _reads_as(candidate, value):
                return candidate
    return format_value(value)


def _like(old: str, value: str) -> Iterator[str]:
    """The text of a value in the notation of another one, which may not be right for it."""
    match old[:1]:
        case '"':
            return
        case "'":
            yield "'" + value.replace("'", "''") + "'"
        case "|" | ">":
            yield _block(old, value)
        case _:
            yield value


def _block(old: str, value: str) -> str:
    """A value as block text with the header and the indentation of another one."""
    header, *lines = old.split("\n")
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=2)
    text = value if header.startswith("|") else re.sub(r"\n+", lambda ends: f"{ends[0]}\n", value)
    body = (f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))
    return "\n".join([header, *body])


def _reads_as(written: str, value: str) -> bool:
    """Whether our parser and PyYAML read a text as a value, also inside a bracketed list.

    Block text may add a line end, as it did before.
    """
    texts = [f"k: {written}\n"] if written[:1] in "|>" else [f"k: {written}\n", f"k: [{written}]\n"]
    return all(_value(text) in (value, f"{value}\n", [value]) for text in texts) and (
        written == format_value(value) or _loaded(texts[0]) in (value, f"{value}\n")
    )


def _value(text: str) -> object:
    document = parse("", text)
    return document.value.get("k") if isinstance(document.value, dict) else None


def _loaded(text: str) -> object:
    try:
        return yaml.safe_load(text).get("k")
    except (yaml.YAMLError, ValueError, AttributeError):  # PyYAML makes dates of plain text
        return None


# Lists --------------------------------------------------------------------------------------------


def _list_edits(editor: YamlEditor, keys: KeyPath, values: tuple[str, ...]) -> Iterator[Edit]:
    if keys in editor.spans:
        yield _bracketed(editor, keys, values)
        return
    old = editor.value(keys)
    matcher = SequenceMatcher(None, old, values, autojunk=False)
    for _, start, stop, first, last in matcher.get_opcodes():
        pairs = min(stop - start, last - first)
        if old[start:stop] == list(values[first:last]):
            continue
        for at in range(pairs):
            yield _replaced(editor, (*keys, start + at), values[first + at])
        for at in range(start + pairs, stop):
            yield _removed(editor, (*keys, at))
        if first + pairs < last:
            yield _inserted(editor, keys, stop, values[first + pairs : last])


def _bracketed(editor: YamlEditor, keys: KeyPath, values: tuple[str, ...]) -> Edit:
    """A list in brackets, in which each value that was there is written as it was."""
    start, end = editor.spans[keys]
    if _comments(editor, keys, start, end):
        message = f"in de lijst '{keys[-1]}' staat een opmerking; wijzig haar daar zelf"
        raise UnsupportedNotationError(message)
    spans = {each: editor.spans[(*keys, at)] for at, each in enumerate(editor.value(keys))}
    written = (
        editor.text[slice(*spans[each])] if each in spans else format_value(each) for each in values
    )
    return Edit((start, end), f"[{', '.join(written)}]")


def _inserted(editor: YamlEditor, keys: KeyPath, at: int, values: tuple[str, ...]) -> Edit:
    """Insert values in a list with dashes, at index ``at``."""
    prefix = editor.item_prefix(keys)
    block = "".join(f"{prefix}{format_value(each)}\n" for each in values)
    offset = editor.end_of((*keys, at - 1)) if at else _start_of_line(editor, (*keys, 0))
    return editor.insert_lines(offset, block)
