"""YAML text to plain values that remember where they were written."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.fields import Keys
from generator.problem import Problem

Position = tuple[int, int]
"""Line and column, counted from 1."""

_SYNTAX = {
    "mapping values are not allowed": (
        "hier staat een dubbele punt met een spatie die YAML als nieuw veld leest; "
        "zet de tekst tussen aanhalingstekens of controleer de inspringing"
    ),
    "cannot start any token": (
        "hier staat een teken waarmee geen waarde mag beginnen (een tab, @, ` of %); "
        "gebruik spaties en zet de tekst tussen aanhalingstekens"
    ),
    "unexpected end of stream": "een aanhalingsteken wordt geopend en niet gesloten",
    "did not find expected ',' or": "een lijst met [ of { wordt geopend en niet gesloten",
    "control characters are not allowed": "hier staat een onzichtbaar stuurteken; haal het weg",
    "expected a single document": "er staat een tweede document in het bestand (---); haal het weg",
}
_UNKNOWN_SYNTAX = (
    "dit is geen geldige YAML; controleer de inspringing, de dubbele punten en de aanhalingstekens"
)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads only what looks the same in every YAML: true, false, whole numbers, null, else text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own way)


for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
    ("tag:yaml.org,2002:int", r"^(?:0|[1-9][0-9]{0,8})$", "0123456789"),
    ("tag:yaml.org,2002:null", r"^(?:null|~|)$", ["n", "~", ""]),
):
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))

_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:bool": lambda text: text == "true",
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:str": str,
}


@dataclass(frozen=True)
class Document:
    """A content file as plain values. What could not be read is told and left out."""

    path: str
    value: Any = None
    positions: Mapping[Keys, Position] = field(default_factory=dict)
    key_positions: Mapping[Keys, Position] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def position(self, keys: Keys) -> Position:
        """Where a value stands, or its nearest written ancestor if it was never written."""
        here: Keys = ()
        for step in keys:
            if (*here, step) in self.positions:
                here = (*here, step)
        return self.positions.get(here, (1, 1))

    def problem(self, keys: Keys, message: str, rule: str) -> Problem:
        """A problem with the value at ``keys``."""
        return Problem(self.path, *self.position(keys), message, rule)

    def key_problem(self, keys: Keys, message: str, rule: str) -> Problem:
        """A problem with the last key of ``keys`` itself."""
        position = self.key_positions.get(keys) or self.position(keys)
        return Problem(self.path, *position, message, rule)


def parse(path: str, text: str) -> Document:
    """Read one YAML file; mistakes in its syntax come back in ``problems``."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(path, problems=(_syntax_problem(path, error),))
    except yaml.reader.ReaderError as error:  # no mark, only an offset into the text
        line = text.count("\n", 0, error.position) + 1
        message = _SYNTAX["control characters are not allowed"]
        return Document(path, problems=(Problem(path, line, 1, message, "yaml"),))
    walk = _Walk(path)
    value = walk.value(node, ()) if node else None
    if value is None and not walk.problems:
        message = "het bestand is leeg; vul het in of verwijder het"
        return Document(path, problems=(Problem(path, 1, 1, message, "yaml"),))
    return Document(path, value, walk.positions, walk.key_positions, tuple(walk.problems))


def _syntax_problem(path: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    cause = f"{error.context} {error.problem}"
    message = next((dutch for part, dutch in _SYNTAX.items() if part in cause), _UNKNOWN_SYNTAX)
    return Problem(path, line, column, message, "yaml")


class _Walk:
    """One trip through a file's nodes, noting values, positions and what cannot stand."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.positions: dict[Keys, Position] = {}
        self.key_positions: dict[Keys, Position] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, keys: Keys) -> Any:  # noqa: ANN401
        self.positions[keys] = _position(node)
        if id(node) in self._seen:
            return self._refuse(
                node, "hergebruik met & en * kan niet; schrijf de waarde uit", "yaml"
            )
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return {key: self.value(item, (*keys, key)) for key, item in self._items(node, keys)}
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*keys, at)) for at, item in enumerate(node.value)]
        if node.tag not in _SCALARS:
            message = "een waarde kan niet met ! beginnen; zet er aanhalingstekens om"
            return self._refuse(node, message, "yaml")
        return _SCALARS[node.tag](node.value)

    def _items(self, node: yaml.MappingNode, keys: Keys) -> Iterator[tuple[str, yaml.Node]]:
        for key_node, item in node.value:
            key = str(key_node.value)
            if first := self.key_positions.get((*keys, key)):
                message = (
                    f"'{key}' staat hier voor de tweede keer; de eerste staat op regel {first[0]}"
                )
                self._refuse(key_node, message, "dubbele-sleutel")
                continue
            self.key_positions[*keys, key] = _position(key_node)
            yield key, item

    def _refuse(self, node: yaml.Node, message: str, rule: str) -> None:
        self.problems.append(Problem(self.path, *_position(node), message, rule))


def _position(node: yaml.Node) -> Position:
    return node.start_mark.line + 1, node.start_mark.column + 1


Span = tuple[int, int]
"""From the first character of a value to the one after its last, counted from 0."""


def spans(text: str) -> dict[Keys, Span]:
    """Where single values and lists between brackets stand in a text that ``parse`` can read."""
    node = yaml.compose(text, Loader=_Loader)
    return dict(_spans(node, ())) if node else {}


def _spans(node: yaml.Node, keys: Keys) -> Iterator[tuple[Keys, Span]]:
    is_single = isinstance(node, yaml.ScalarNode)
    if is_single or getattr(node, "flow_style", False):  # any other ends where the next begins
        yield keys, (node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.MappingNode):
        for key, item in node.value:
            yield from _spans(item, (*keys, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for at, item in enumerate(node.value):
            yield from _spans(item, (*keys, at))
