"""Problems as JSON, for other programs."""

import json
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.checks import problem_text
from generator.checks.problem_text import Texts
from generator.model import characters
from generator.parsing.problem import Problem

MAX_LINE = 10_000
"""In characters."""


class Entry(BaseModel):
    """A mistake in a content file."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True, extra="forbid")

    path: str
    """The file, from the root of the project, with forward slashes."""
    line: int = Field(ge=1)
    """Counted from 1."""
    column: int = Field(ge=1)
    """In characters, counted from 1."""
    endColumn: int | None = Field(default=None, ge=1)  # noqa: N815  (as programs spell it)
    """The column after what is wrong, if that ends on the same line and it is known where."""
    rule: str
    """The rule's Dutch name, as docs/meldingen.md explains it."""
    message: str
    """What is wrong and what to do about it, in Dutch."""
    text: str
    """The line as it is written, without its end; the first 10,000 characters if it is longer."""


class Report(BaseModel):
    """What ``site_build.py check --format json`` prints."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True, extra="forbid")

    version: Literal[1] = 1
    """Rises when the meaning of a field changes or a field goes."""
    problems: tuple[Entry, ...]
    """The first ones, in the order of files and lines; empty if the content is right."""
    more: int = Field(default=0, ge=0)
    """How many problems there are besides these, at least."""
    notices: tuple[Entry, ...] = ()
    """What stops nothing, but should be seen: warnings, and unseen characters in a source text."""


def report(problems: Sequence[Problem], texts: Texts, notices: Sequence[Problem] = ()) -> str:
    """The first problems and notices as JSON; ``schema/report.json`` is the schema.

    Characters that nobody sees are escaped, so that none reaches a terminal.
    """
    shown, _ = problem_text.first(problems)
    result = Report(
        problems=tuple(_entry(each, texts) for each in shown),
        more=len(problems) - len(shown),
        notices=tuple(_entry(each, texts) for each in problem_text.first(notices)[0]),
    )
    values = result.model_dump(exclude_none=True)
    text = json.dumps(values, ensure_ascii=False, indent=2)
    return characters.UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _entry(problem: Problem, texts: Texts) -> Entry:
    return Entry.model_construct(
        path=problem.path,
        line=problem.line,
        column=problem.column,
        endColumn=problem.end_column,
        rule=problem.rule,
        message=problem.message,
        text=problem_text.line_of(problem, texts)[:MAX_LINE],
    )
