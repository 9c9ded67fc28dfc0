"""Problems as text: for a terminal, and as GitHub annotations."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.parsing.problem import Problem, escape_invisible

Texts = Mapping[str, str]
"""The text of each file, by its path."""

MAX_REPORTED = 100
"""At most this many problems are shown: an editor mends the first ones first."""
MAX_WIDTH = 100
"""The maximum length of an excerpt, in characters."""


class FormattedProblem(NamedTuple):
    """A problem as text: the message, and an excerpt of its line."""

    message: str
    excerpt: tuple[str, str] | None
    """The line and a line of carets under the mistake; None if the line is unknown or empty."""


def first(problems: Sequence[Problem]) -> tuple[Sequence[Problem], str]:
    """The problems to show, and a sentence about the others; empty if all are shown."""
    more = len(problems) - MAX_REPORTED
    others = f"Dit zijn de eerste {MAX_REPORTED}; er zijn er nog minstens {more}."
    return problems[:MAX_REPORTED], others if more > 0 else ""


def format_for_terminal(problem: Problem, texts: Texts) -> FormattedProblem:
    """A problem with its source line and carets under the mistake."""
    line = line_of(problem, texts)
    return FormattedProblem(str(problem), _excerpt(problem, line) if line.strip() else None)


def format_all(problems: Sequence[Problem], texts: Texts) -> str:
    """The first problems as text, each with its source line and carets, and how many more."""
    shown, others = first(problems)
    formatted = (format_for_terminal(problem, texts) for problem in shown)
    blocks = (
        "\n    ".join((each.message, *(each.excerpt or ())))  # the excerpt is indented
        for each in formatted
    )
    return "\n".join(filter(None, (*blocks, others)))


def _excerpt(problem: Problem, line: str) -> tuple[str, str]:
    """The line, cut off to the maximum length, and carets under the mistake."""
    at = min(problem.column - 1, len(line))
    first = max(0, at - MAX_WIDTH // 2) if len(line) > MAX_WIDTH else 0
    last = min(len(line), first + MAX_WIDTH)
    end = max(at + 1, min((problem.end_column or 0) - 1, last))
    before = ("…" if first else "") + _displayable(line[first:at])
    inside, after = _displayable(line[at:end]), _displayable(line[end:last])
    excerpt = before + inside + after + ("…" if last < len(line) else "")
    return excerpt, " " * _width(before) + "^" * max(1, _width(inside))


def _displayable(text: str) -> str:
    """A part of a line as a terminal can show it; tabs become single spaces."""
    return escape_invisible(text.replace("\t", " ").replace("\xa0", " "))


def _width(text: str) -> int:
    """The width of a text in a terminal, in columns."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def line_of(problem: Problem, texts: Texts) -> str:
    """The line of a problem, without its line ending; empty if it is unknown."""
    lines = _lines(texts.get(problem.path, ""))
    return lines[problem.line - 1] if problem.line <= len(lines) else ""


@lru_cache(maxsize=1)  # problems are reported in the order of their files
def _lines(text: str) -> list[str]:
    return text.split("\n")


def github_annotation(problem: Problem, level: Literal["error", "notice"] = "error") -> str:
    """A GitHub workflow command: GitHub shows the message next to the line in the pull request."""
    place = {"file": problem.path, "line": problem.line, "col": problem.column}
    if problem.end_column:
        place["endColumn"] = problem.end_column
    properties = ",".join(f"{key}={_escape_property(str(value))}" for key, value in place.items())
    title = _escape_property(problem.rule)
    return f"::{level} {properties},title={title}::{_escape_data(problem.message)}"


def _escape_data(text: str) -> str:
    return escape_invisible(text).replace("%", "%25")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
