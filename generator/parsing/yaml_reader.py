"""Parses YAML into plain values, and finds the position at which each value is written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

import yaml

from generator.model import characters
from generator.model.traversal import KeyPath
from generator.parsing import unseen, yaml_errors
from generator.parsing.problem import MAX_FOUND, Problem
from generator.parsing.yaml_errors import Position

MAX_DEPTH = 50
"""How deep lists and fields may be nested: deeper nesting overflows the C parser's stack."""

MAX_VALUES = 100_000
"""How many keys and values a file may have: twenty times what the largest files need."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Recognizes only true, false, whole numbers and null; all other values are text.

    These are the values that look the same in every YAML version.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (as PyYAML declares it)
    _depth = 0
    _count = 0

    def descend_resolver(self, parent: yaml.Node | None, _index: Any) -> None:  # noqa: ANN401
        """Called by PyYAML before every value: stops at a file that is too deep or too large."""
        self._depth += 1
        self._count += 1
        if parent and (self._depth > MAX_DEPTH or self._count > MAX_VALUES):
            cause = "nested too deep" if self._depth > MAX_DEPTH else "too many values"
            raise yaml.MarkedYAMLError(problem=cause, problem_mark=parent.start_mark)

    def ascend_resolver(self) -> None:
        self._depth -= 1


_SCALARS: dict[str, tuple[re.Pattern[str], str, Callable[[str], Any]]] = {
    "tag:yaml.org,2002:bool": (re.compile(r"^(?:true|false)$"), "tf", lambda text: text == "true"),
    "tag:yaml.org,2002:int": (re.compile(r"^(?:0|[1-9][0-9]{0,8})$"), "0123456789", int),
    "tag:yaml.org,2002:null": (re.compile(r"^(?:null|~|)$"), "n~", lambda _: None),
}
"""Values other than text, by YAML tag: pattern, possible first characters, and conversion."""

for _tag, (_pattern, _first, _) in _SCALARS.items():
    _Loader.add_implicit_resolver(_tag, _pattern, [*_first, ""])

_TEXT = "tag:yaml.org,2002:str"
_COLLECTIONS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
_IN_CURLY_QUOTES = re.compile(r"[“”„‘’].*[“”‘’]", re.DOTALL)


@dataclass(frozen=True)
class Layout:
    """The positions of all keys and values in a file, by key path."""

    positions: dict[KeyPath, Position] = field(default_factory=dict)
    key_positions: dict[KeyPath, Position] = field(default_factory=dict)
    ends: dict[Position, int] = field(default_factory=dict)
    """The column after the key or value that begins at a position, if it ends on the same line."""


@dataclass(frozen=True)
class Document:
    """A content file as plain values; unreadable parts are left out and have a problem."""

    path: str
    value: Any = None
    text: str = ""
    problems: tuple[Problem, ...] = ()
    start: Position = (1, 1)
    is_filled: bool = False
    """True if no value is empty; an empty value is a key or a dash with nothing after it."""

    @cached_property
    def layout(self) -> Layout:
        """Computed on first use: a valid file does not need it."""
        layout = Layout()
        if self.text and (node := yaml.compose(self.text, Loader=_Loader)):
            _add_positions(node, (), layout, set())
        return layout

    def position(self, keys: KeyPath) -> Position:
        """The position of a value, or of its nearest ancestor if the value is not in the file."""
        positions = self.layout.positions
        here: KeyPath = ()
        for step in keys:
            if (*here, step) in positions:
                here = (*here, step)
        return positions.get(here, self.start)

    def problem(self, keys: KeyPath, message: str, rule: str) -> Problem:
        """A problem with the value at ``keys``."""
        return self._problem_at(self.position(keys), message, rule)

    def key_problem(self, keys: KeyPath, message: str, rule: str) -> Problem:
        """A problem with the last key of ``keys`` itself."""
        position = self.layout.key_positions.get(keys) or self.position(keys)
        return self._problem_at(position, message, rule)

    def _problem_at(self, position: Position, message: str, rule: str) -> Problem:
        return Problem(self.path, *position, message, rule, self.layout.ends.get(position))


def parse(path: str, text: str) -> Document:
    """Parse one YAML file; syntax errors are returned in ``problems``."""
    mistakes = islice(yaml_errors.forbidden_text(text), MAX_FOUND)
    if forbidden := [_problem(path, mistake) for mistake in mistakes]:
        return Document(path, problems=tuple(forbidden))
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(
            path, problems=(_problem(path, yaml_errors.diagnose(text, _failure(error))),)
        )
    converter = _Converter(path)
    value = converter.convert(node) if node else None
    if value is None and not converter.problems:
        mistake = (1, 1), "het bestand is leeg; vul het in of verwijder het"
        return Document(path, problems=(_problem(path, mistake),))
    return Document(path, value, text, tuple(converter.problems), is_filled=converter.is_filled)


def _problem(path: str, mistake: yaml_errors.Mistake) -> Problem:
    position, message = mistake
    return Problem(path, *position, message, "yaml")


def _failure(error: yaml.MarkedYAMLError) -> yaml_errors.Failure:
    mark, start = error.problem_mark, error.context_mark
    position = _position_of(mark or start)
    return yaml_errors.Failure(
        f"{error.context} {error.problem}", position, _position_of(start or mark)
    )


def _position_of(mark: yaml.Mark | None) -> Position:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Converter:
    """Converts a file's YAML nodes to plain values and collects problems with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.is_filled = True
        self._seen: set[int] = set()

    def convert(self, node: yaml.Node) -> Any:  # noqa: ANN401
        if id(node) in self._seen:
            return self._refuse(node, yaml_errors.NO_ALIASES, "yaml")
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if node.tag not in _COLLECTIONS:
            return self._refuse_tag(node)
        if isinstance(node, yaml.MappingNode):
            return {key: self.convert(item) for key, item in self._items(node)}
        return [self.convert(item) for item in node.value]

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401
        if character := characters.first_unseen(node.value):
            return self._refuse(node, unseen.message(character), "yaml")
        if not node.style and _IN_CURLY_QUOTES.fullmatch(node.value):
            return self._refuse(node, yaml_errors.CURLY_QUOTES, "yaml")
        if node.tag == _TEXT:
            return characters.composed(node.value)
        pattern, _, convert = _SCALARS.get(node.tag, (None, "", str))
        if pattern and pattern.fullmatch(node.value):
            return self._record_emptiness(convert(node.value))
        return self._refuse_tag(node)

    def _record_emptiness(self, value: Any) -> Any:  # noqa: ANN401
        self.is_filled &= value is not None
        return value

    def _items(self, node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
        first: dict[str, yaml.Node] = {}
        for key_node, item in node.value:
            key = _key(key_node)
            if not _is_name(key):
                self._refuse(key_node, yaml_errors.FIELD_NAME_EXPECTED, "yaml")
            elif character := characters.first_unseen(key):
                self._refuse(key_node, unseen.message(character), "yaml")
            elif key in first:
                line, _ = _position_of(first[key].start_mark)
                message = f"'{key}' staat hier voor de tweede keer; de eerste staat op regel {line}"
                self._refuse(key_node, message, "dubbele-sleutel")
            else:
                first[key] = key_node
                yield key, item

    def _refuse_tag(self, node: yaml.Node) -> None:
        message = "een waarde kan niet met ! beginnen; zet er aanhalingstekens om"
        self._refuse(node, message, "yaml")

    def _refuse(self, node: yaml.Node, message: str, rule: str) -> None:
        self.is_filled = False
        if len(self.problems) >= MAX_FOUND:
            return
        problem = Problem(self.path, *_position_of(node.start_mark), message, rule, _end(node))
        self.problems.append(problem)


def _key(node: yaml.Node) -> Any:  # noqa: ANN401  (a key may be a list of nodes)
    return characters.composed(node.value) if isinstance(node.value, str) else node.value


def _is_name(key: Any) -> bool:  # noqa: ANN401  (a key may be a list of nodes)
    return isinstance(key, str) and key not in ("", "<<")


def _end(node: yaml.Node) -> int | None:
    """The column after a node, if it ends on the line where it begins; else None."""
    start, end = node.start_mark, node.end_mark
    is_on_one_line = end.line == start.line and end.column > start.column
    return end.column + 1 if is_on_one_line else None


def _add_positions(node: yaml.Node, keys: KeyPath, layout: Layout, seen: set[int]) -> None:
    """Add the positions of a node and of everything inside it to ``layout``."""
    layout.positions[keys] = _add_end(node, layout)
    if id(node) in seen or node.tag not in _COLLECTIONS:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for at, item in enumerate(node.value):
            _add_positions(item, (*keys, at), layout, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, item in node.value:
            path = (*keys, name := _key(key))
            if _is_name(name) and path not in layout.key_positions:
                layout.key_positions[path] = _add_end(key, layout)
                _add_positions(item, path, layout, seen)


def _add_end(node: yaml.Node, layout: Layout) -> Position:
    """Add the end of a node to ``layout`` and return its position."""
    position = _position_of(node.start_mark)
    if end := _end(node):
        layout.ends[position] = end
    return position


Span = tuple[int, int]
"""The offsets of a value's first character and of the one after its last, counted from 0."""


def spans(text: str) -> dict[KeyPath, Span]:
    """The spans of scalars and bracketed lists by key path, in a text that ``parse`` can read."""
    node = yaml.compose(text, Loader=_Loader)
    return dict(_spans(node, ())) if node else {}


def _spans(node: yaml.Node, keys: KeyPath) -> Iterator[tuple[KeyPath, Span]]:
    is_scalar = isinstance(node, yaml.ScalarNode)
    # The span of a block list or mapping would extend to the start of the next value.
    if is_scalar or getattr(node, "flow_style", False):
        yield keys, (node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.MappingNode):
        for key, item in node.value:
            yield from _spans(item, (*keys, str(_key(key))))
    elif isinstance(node, yaml.SequenceNode):
        for at, item in enumerate(node.value):
            yield from _spans(item, (*keys, at))
