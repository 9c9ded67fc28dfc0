"""YAML text to plain values that remember where they were written."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator import syntax
from generator.fields import Keys
from generator.problem import Problem
from generator.syntax import Position

DEEPEST = 50
"""How many lists and fields may stand in one another: the C parser overruns its stack on more."""

MOST = 500_000
"""How many keys and values may stand in a file: a million take 700 MB."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads only what looks the same in every YAML: true, false, whole numbers, null, else text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own way)
    _depth = 0
    _count = 0

    def descend_resolver(self, parent: yaml.Node | None, _index: Any) -> None:  # noqa: ANN401
        """PyYAML calls this before every value: the place to stop in time."""
        self._depth += 1
        self._count += 1
        if parent and (self._depth > DEEPEST or self._count > MOST):
            cause = "nested too deep" if self._depth > DEEPEST else "too many values"
            raise yaml.MarkedYAMLError(problem=cause, problem_mark=parent.start_mark)

    def ascend_resolver(self) -> None:
        self._depth -= 1


_SCALARS: dict[str, tuple[re.Pattern[str], str, Callable[[str], Any]]] = {
    "tag:yaml.org,2002:bool": (re.compile(r"^(?:true|false)$"), "tf", lambda text: text == "true"),
    "tag:yaml.org,2002:int": (re.compile(r"^(?:0|[1-9][0-9]{0,8})$"), "0123456789", int),
    "tag:yaml.org,2002:null": (re.compile(r"^(?:null|~|)$"), "n~", lambda _: None),
}
"""What is more than text: how it is written, how that begins, and what it means."""

for _tag, (_pattern, _first, _) in _SCALARS.items():
    _Loader.add_implicit_resolver(_tag, _pattern, [*_first, ""])

_TEXT = "tag:yaml.org,2002:str"
_COLLECTIONS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_CURLY = re.compile(r"[“”„‘’].*[“”‘’]", re.DOTALL)


@dataclass(frozen=True)
class Document:
    """A content file as plain values. What could not be read is told and left out."""

    path: str
    value: Any = None
    positions: Mapping[Keys, Position] = field(default_factory=dict)
    key_positions: Mapping[Keys, Position] = field(default_factory=dict)
    ends: Mapping[Position, int] = field(default_factory=dict)
    """The column after what begins at a position, if it ends on the same line."""
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
        return self._problem_at(self.position(keys), message, rule)

    def key_problem(self, keys: Keys, message: str, rule: str) -> Problem:
        """A problem with the last key of ``keys`` itself."""
        position = self.key_positions.get(keys) or self.position(keys)
        return self._problem_at(position, message, rule)

    def _problem_at(self, position: Position, message: str, rule: str) -> Problem:
        return Problem(self.path, *position, message, rule, self.ends.get(position))


def parse(path: str, text: str) -> Document:
    """Read one YAML file; mistakes in its syntax come back in ``problems``."""
    if stray := [_problem(path, slip) for slip in syntax.stray(text)]:
        return Document(path, problems=tuple(stray))
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(path, problems=(_problem(path, syntax.diagnosed(text, _failure(error))),))
    walk = _Walk(path)
    value = walk.value(node, ()) if node else None
    if value is None and not walk.problems:
        slip = (1, 1), "het bestand is leeg; vul het in of verwijder het"
        return Document(path, problems=(_problem(path, slip),))
    problems = tuple(walk.problems)
    return Document(path, value, walk.positions, walk.key_positions, walk.ends, problems)


def _problem(path: str, slip: syntax.Slip) -> Problem:
    position, message = slip
    return Problem(path, *position, message, "yaml")


def _failure(error: yaml.MarkedYAMLError) -> syntax.Failure:
    mark, start = error.problem_mark, error.context_mark
    position = _place(mark or start)
    return syntax.Failure(f"{error.context} {error.problem}", position, _place(start or mark))


def _place(mark: yaml.Mark | None) -> Position:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Walk:
    """One trip through a file's nodes, noting values, positions and what cannot stand."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.positions: dict[Keys, Position] = {}
        self.key_positions: dict[Keys, Position] = {}
        self.ends: dict[Position, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, keys: Keys) -> Any:  # noqa: ANN401
        self.positions[keys] = self._noted(node)
        if id(node) in self._seen:
            return self._refuse(node, syntax.UNWRITTEN, "yaml")
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if node.tag not in _COLLECTIONS:
            return self._refuse_tag(node)
        if isinstance(node, yaml.MappingNode):
            return {key: self.value(item, (*keys, key)) for key, item in self._items(node, keys)}
        return [self.value(item, (*keys, at)) for at, item in enumerate(node.value)]

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401
        if _CONTROL.search(node.value):
            return self._refuse(node, syntax.CONTROL, "yaml")
        if not node.style and _CURLY.fullmatch(node.value):
            return self._refuse(node, syntax.CURLY, "yaml")
        if node.tag == _TEXT:
            return node.value
        pattern, _, meaning = _SCALARS.get(node.tag, (None, "", str))
        if pattern and pattern.fullmatch(node.value):
            return meaning(node.value)
        return self._refuse_tag(node)

    def _items(self, node: yaml.MappingNode, keys: Keys) -> Iterator[tuple[str, yaml.Node]]:
        for key_node, item in node.value:
            key = key_node.value
            if not isinstance(key, str) or key in ("", "<<"):
                self._refuse(key_node, syntax.NO_NAME, "yaml")
            elif first := self.key_positions.get((*keys, key)):
                message = (
                    f"'{key}' staat hier voor de tweede keer; de eerste staat op regel {first[0]}"
                )
                self._refuse(key_node, message, "dubbele-sleutel")
            else:
                self.key_positions[*keys, key] = self._noted(key_node)
                yield key, item

    def _refuse_tag(self, node: yaml.Node) -> None:
        message = "een waarde kan niet met ! beginnen; zet er aanhalingstekens om"
        self._refuse(node, message, "yaml")

    def _refuse(self, node: yaml.Node, message: str, rule: str) -> None:
        position = self._noted(node)
        self.problems.append(Problem(self.path, *position, message, rule, self.ends.get(position)))

    def _noted(self, node: yaml.Node) -> Position:
        """Where a node begins; where it ends is noted, if that is on the same line."""
        start, end = node.start_mark, node.end_mark
        position = _place(start)
        if end.line == start.line and end.column > start.column:
            self.ends[position] = end.column + 1
        return position


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
