"""Problems as they are told to a reader and to GitHub."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.parsing.problem import Problem, escape_invisible

Texts = Mapping[str, str]
"""The text of each file, by its path."""

WIDEST = 100
"""How much of a line is shown, in characters."""


class Told(NamedTuple):
    """A problem for a reader: what is wrong, the line, and a mark under the place."""

    message: str
    excerpt: tuple[str, str] | None
    """None if the line is not known, or has nothing on it."""


def told(problem: Problem, texts: Texts) -> Told:
    """What a reader of plain text is told."""
    line = line_of(problem, texts)
    return Told(str(problem), _excerpt(problem, line) if line.strip() else None)


def as_text(problems: Iterable[Problem], texts: Texts) -> str:
    """All problems as a reader is told them, each with its line."""
    every = (told(problem, texts) for problem in problems)
    return "\n".join(
        "\n    ".join((each.message, *(each.excerpt or ())))  # the line and its mark stand in
        for each in every
    )


def _excerpt(problem: Problem, line: str) -> tuple[str, str]:
    """The line as far as it fits, and carets under what is wrong."""
    at = min(problem.column - 1, len(line))
    first = max(0, at - WIDEST // 2) if len(line) > WIDEST else 0
    last = min(len(line), first + WIDEST)
    end = max(at + 1, min((problem.end_column or 0) - 1, last))
    before = ("…" if first else "") + _shown(line[first:at])
    inside, after = _shown(line[at:end]), _shown(line[end:last])
    excerpt = before + inside + after + ("…" if last < len(line) else "")
    return excerpt, " " * _width(before) + "^" * max(1, _width(inside))


def _shown(text: str) -> str:
    """A part of a line as a terminal can show it: one tab, one space."""
    return escape_invisible(text.replace("\t", " ").replace("\xa0", " "))


def _width(text: str) -> int:
    """How many columns a text takes in a terminal."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def line_of(problem: Problem, texts: Texts) -> str:
    """The line that a problem is on, without its end; empty if it is not known."""
    lines = texts.get(problem.path, "").split("\n")
    return lines[problem.line - 1] if problem.line <= len(lines) else ""


def github(problem: Problem) -> str:
    """A workflow command: GitHub shows the message beside the line in the pull request."""
    places = {"file": problem.path, "line": problem.line, "col": problem.column}
    if problem.end_column:
        places["endColumn"] = problem.end_column
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    title = _property(problem.rule)
    return f"::error {properties},title={title}::{_data(escape_invisible(problem.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
