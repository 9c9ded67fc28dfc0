"""YAML text to plain values that remember where they were written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from generator.model.traversal import Keys
from generator.parsing import yaml_errors
from generator.parsing.problem import Problem
from generator.parsing.yaml_errors import Position

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
class Layout:
    """Where everything in a file is written."""

    positions: dict[Keys, Position] = field(default_factory=dict)
    key_positions: dict[Keys, Position] = field(default_factory=dict)
    ends: dict[Position, int] = field(default_factory=dict)
    """The column after what begins at a position, if it ends on the same line."""


@dataclass(frozen=True)
class Document:
    """A content file as plain values. What could not be read is told and left out."""

    path: str
    value: Any = None
    text: str = ""
    problems: tuple[Problem, ...] = ()
    start: Position = (1, 1)
    is_filled: bool = False
    """Whether nothing in it was left open: a key or a dash with nothing after it."""

    @cached_property
    def layout(self) -> Layout:
        """Found when it is asked for: of a file that is right, nobody asks."""
        layout = Layout()
        if self.text and (node := yaml.compose(self.text, Loader=_Loader)):
            _lay_out(node, (), layout, set())
        return layout

    def position(self, keys: Keys) -> Position:
        """Where a value stands, or its nearest written ancestor if it was never written."""
        positions = self.layout.positions
        here: Keys = ()
        for step in keys:
            if (*here, step) in positions:
                here = (*here, step)
        return positions.get(here, self.start)

    def problem(self, keys: Keys, message: str, rule: str) -> Problem:
        """A problem with the value at ``keys``."""
        return self._problem_at(self.position(keys), message, rule)

    def key_problem(self, keys: Keys, message: str, rule: str) -> Problem:
        """A problem with the last key of ``keys`` itself."""
        position = self.layout.key_positions.get(keys) or self.position(keys)
        return self._problem_at(position, message, rule)

    def _problem_at(self, position: Position, message: str, rule: str) -> Problem:
        return Problem(self.path, *position, message, rule, self.layout.ends.get(position))


def parse(path: str, text: str) -> Document:
    """Read one YAML file; mistakes in its syntax come back in ``problems``."""
    if stray := [_problem(path, slip) for slip in yaml_errors.stray(text)]:
        return Document(path, problems=tuple(stray))
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(
            path, problems=(_problem(path, yaml_errors.diagnosed(text, _failure(error))),)
        )
    values = _Values(path)
    value = values.of(node) if node else None
    if value is None and not values.problems:
        slip = (1, 1), "het bestand is leeg; vul het in of verwijder het"
        return Document(path, problems=(_problem(path, slip),))
    return Document(path, value, text, tuple(values.problems), is_filled=values.are_filled)


def _problem(path: str, slip: yaml_errors.Slip) -> Problem:
    position, message = slip
    return Problem(path, *position, message, "yaml")


def _failure(error: yaml.MarkedYAMLError) -> yaml_errors.Failure:
    mark, start = error.problem_mark, error.context_mark
    position = _place(mark or start)
    return yaml_errors.Failure(f"{error.context} {error.problem}", position, _place(start or mark))


def _place(mark: yaml.Mark | None) -> Position:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Values:
    """The values of a file's nodes, and what cannot stand."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.are_filled = True
        self._seen: set[int] = set()

    def of(self, node: yaml.Node) -> Any:  # noqa: ANN401
        if id(node) in self._seen:
            return self._refuse(node, yaml_errors.UNWRITTEN, "yaml")
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if node.tag not in _COLLECTIONS:
            return self._refuse_tag(node)
        if isinstance(node, yaml.MappingNode):
            return {key: self.of(item) for key, item in self._items(node)}
        return [self.of(item) for item in node.value]

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401
        if _CONTROL.search(node.value):
            return self._refuse(node, yaml_errors.CONTROL, "yaml")
        if not node.style and _CURLY.fullmatch(node.value):
            return self._refuse(node, yaml_errors.CURLY, "yaml")
        if node.tag == _TEXT:
            return node.value
        pattern, _, meaning = _SCALARS.get(node.tag, (None, "", str))
        if pattern and pattern.fullmatch(node.value):
            return self._meant(meaning(node.value))
        return self._refuse_tag(node)

    def _meant(self, value: Any) -> Any:  # noqa: ANN401
        self.are_filled &= value is not None
        return value

    def _items(self, node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
        first: dict[str, yaml.Node] = {}
        for key_node, item in node.value:
            key = key_node.value
            if not _is_name(key):
                self._refuse(key_node, yaml_errors.NO_NAME, "yaml")
            elif key in first:
                line, _ = _place(first[key].start_mark)
                message = f"'{key}' staat hier voor de tweede keer; de eerste staat op regel {line}"
                self._refuse(key_node, message, "dubbele-sleutel")
            else:
                first[key] = key_node
                yield key, item

    def _refuse_tag(self, node: yaml.Node) -> None:
        message = "een waarde kan niet met ! beginnen; zet er aanhalingstekens om"
        self._refuse(node, message, "yaml")

    def _refuse(self, node: yaml.Node, message: str, rule: str) -> None:
        self.are_filled = False
        problem = Problem(self.path, *_place(node.start_mark), message, rule, _end(node))
        self.problems.append(problem)


def _is_name(key: Any) -> bool:  # noqa: ANN401  (a key may be a list of nodes)
    return isinstance(key, str) and key not in ("", "<<")


def _end(node: yaml.Node) -> int | None:
    """The column after a node, if it ends on the line on which it begins."""
    start, end = node.start_mark, node.end_mark
    is_short = end.line == start.line and end.column > start.column
    return end.column + 1 if is_short else None


def _lay_out(node: yaml.Node, keys: Keys, layout: Layout, seen: set[int]) -> None:
    """Note where a node and all that is in it stand."""
    layout.positions[keys] = _noted(node, layout)
    if id(node) in seen or node.tag not in _COLLECTIONS:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for at, item in enumerate(node.value):
            _lay_out(item, (*keys, at), layout, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, item in node.value:
            way = (*keys, key.value)
            if _is_name(key.value) and way not in layout.key_positions:
                layout.key_positions[way] = _noted(key, layout)
                _lay_out(item, way, layout, seen)


def _noted(node: yaml.Node, layout: Layout) -> Position:
    position = _place(node.start_mark)
    if end := _end(node):
        layout.ends[position] = end
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
