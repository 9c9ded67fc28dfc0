"""Gives each record in a list, such as that of ``terms.yml``, a file of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.dossier.kind import Kind
from generator.editing import schema
from generator.editing.conversion import ConversionError, readable
from generator.parsing import yaml_editor
from generator.parsing.yaml_editor import Value
from generator.parsing.yaml_reader import Document, parse
from generator.text import slugs

_COMMENT = re.compile(r"(?:^|\s)(#.*)$")
_DASH = re.compile(r" *- +")
_AFTER_KEY = re.compile(r"[\w\"'-]+ *:\s+(#.*)$")


def convert(kind: Kind, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The file of each record in the list of a kind, and what is left of the file with the list.

    Raises:
        ConversionError: the list or one of its records has a mistake, or has been converted.

    """
    path = f"content/{kind.file}"
    document = readable(path, texts[path]) if path in texts else Document(path)
    if kind.items not in (document.value or {}):
        return
    items = _items(document, kind)
    top, *blocks, rest = _blocks(document, kind.items, len(items))
    names = _names(items)
    for at, (item, lines) in enumerate(zip(items, blocks, strict=True)):
        own = f"{kind.content_path}/{names[at]}.yml"
        if own in texts:
            raise ConversionError(
                document.problem((kind.items, at), f"{own} bestaat al; kies een van beide", "adres")
            )
        yield own, _own_file(own, str(document.value["changed"]), item, lines)
    yield path, _page_file(document, kind.items, [*top, *rest])


def _items(document: Document, kind: Kind) -> list[dict[str, Any]]:
    """The records in the list; each has a name or title, and the file a day of change."""
    items = document.value[kind.items] or []
    keys, field = (kind.items,), ""
    if not isinstance(items, list):
        raise ConversionError(document.problem(keys, "hier hoort een lijst", "verkeerd-type"))
    for at, item in enumerate(items):
        if not isinstance(item, dict):
            message = "hier horen velden"
            raise ConversionError(document.problem((*keys, at), message, "verkeerd-type"))
        field = field or ("" if {"slug", "title"} & item.keys() else "slug")
    field = field or ("" if "changed" in document.value else "changed")
    if field:
        message = f"verplicht veld '{field}' ontbreekt"
        raise ConversionError(document.problem(keys, message, "ontbrekend-veld"))
    return items


def _names(items: Sequence[Mapping[str, Any]]) -> list[str]:
    used = set[str]()
    titles = (str(item.get("slug") or slugs.from_title(str(item["title"]))) for item in items)
    return [slugs.unused(title, used) for title in titles]


# Lines --------------------------------------------------------------------------------------------


def _blocks(document: Document, field: str, count: int) -> Iterator[Sequence[str]]:
    """The lines above a list, those of each of its items, and those below the list."""
    lines = document.text.removesuffix("\n").split("\n")
    top, _ = document.layout.key_positions[(field,)]
    end = _end_of_block(lines, top)
    positions = [document.position((field, at)) for at in range(count)]
    starts = [_with_comments(lines, top, line, column) for line, column in positions]
    yield [*lines[: top - 1], *(found[1] for found in [_AFTER_KEY.match(lines[top - 1])] if found)]
    for start, stop in pairwise([*starts, end]):
        yield lines[start - 1 : stop - 1]
    yield lines[end - 1 :]


def _end_of_block(lines: Sequence[str], top: int) -> int:
    """The line after the value of the field at a line; both counted from 1."""
    below = enumerate(lines[top:], top + 1)
    is_next = (at for at, line in below if line[:1].strip() and line[0] not in "-#]}")
    return next(is_next, len(lines) + 1)


def _with_comments(lines: Sequence[str], top: int, line: int, column: int) -> int:
    """The first line of an item and of the comments above it."""
    while line - 1 > top and (not lines[line - 2].strip() or _is_comment(lines[line - 2], column)):
        line -= 1
    return line


def _is_comment(line: str, column: int) -> bool:
    """Whether a line is a comment and not a part of a text, which is indented further."""
    words = line.lstrip()
    return words.startswith("#") and len(line) - len(words) < column


# Files --------------------------------------------------------------------------------------------


def _own_file(path: str, changed: str, item: Mapping[str, Any], lines: Sequence[str]) -> str:
    """The file of a record: its lines, or its values again if they are written in another way."""
    fields = {name: value for name, value in item.items() if name != "slug"}
    text = _with_head(path, changed, _without_slug(path, _outdented(lines)))
    if parse(path, text).value == {"changed": changed, **fields}:
        return text
    comments = [line.strip() for line in lines if line.strip().startswith("#")]
    return _with_head(path, changed, [*comments, *yaml_editor.record_lines(_as_fields(fields))])


def _with_head(path: str, changed: str, lines: Sequence[str]) -> str:
    return "\n".join([schema.modeline(path), f"changed: {changed}", *lines]) + "\n"


def _outdented(lines: Sequence[str]) -> list[str]:
    """The lines of a list item as lines of a file: without its dash and indentation."""
    at, dash = next(
        ((at, found[0]) for at, line in enumerate(lines) if (found := _DASH.match(line))), (0, "")
    )
    plain = [*lines[:at], *(line.replace(dash, " " * len(dash), 1) for line in lines[at : at + 1])]
    text = "\n".join(_cut(line, len(dash)).rstrip() for line in [*plain, *lines[at + 1 :]])
    return text.strip("\n").split("\n")


def _cut(line: str, depth: int) -> str:
    """A line without at most so many of the spaces that it begins with."""
    return line[min(depth, len(line) - len(line.lstrip())) :]


def _without_slug(path: str, lines: Sequence[str]) -> list[str]:
    """The lines of a record without its name, which is that of its file."""
    place = parse(path, "\n".join(lines)).layout.key_positions.get(("slug",))
    if not place:
        return [*lines]
    at = place[0] - 1
    comment = [found[1] for found in [_COMMENT.search(lines[at])] if found]
    return [*lines[:at], *comment, *lines[at + 1 :]]


def _as_fields(values: Mapping[str, Any]) -> dict[str, Value]:
    """Parsed values as the values of an editor; an empty field is left out."""
    return {name: _as_value(value) for name, value in values.items() if value is not None}


def _as_value(value: Any) -> Any:  # noqa: ANN401  (any parsed value)
    if isinstance(value, dict):
        return _as_fields(value)
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return [_as_fields(each) for each in value]
    return tuple(value) if isinstance(value, list) else value


def _page_file(document: Document, field: str, lines: Sequence[str]) -> str:
    """What is left of a file without its list."""
    text = "\n".join(lines).rstrip("\n") + "\n"
    kept = {name: value for name, value in document.value.items() if name != field}
    if parse(document.path, text).value != kept:
        message = f"zet '{field}' met elk deel op een eigen regel onder de andere velden"
        raise ConversionError(document.problem((field,), message, "yaml"))
    comment = "".join(yaml_editor.schema_comment(text))
    return text.replace(comment, schema.modeline(document.path), 1) if comment else text
