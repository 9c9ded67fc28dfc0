"""Problems as JSON, for other programs."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.checks import problem_text
from generator.checks.problem_text import Texts
from generator.parsing.problem import Problem


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
    """The line as it is written, without its end."""


class Report(BaseModel):
    """What ``site_build.py check --format json`` prints."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True, extra="forbid")

    version: Literal[1] = 1
    """Rises when the meaning of a field changes or a field goes."""
    problems: tuple[Entry, ...]
    """In the order of files and lines; empty if the content is right."""


def report(problems: Iterable[Problem], texts: Texts) -> str:
    """All problems as JSON; ``schema/report.json`` is the schema."""
    entries = tuple(_entry(problem, texts) for problem in problems)
    return Report(problems=entries).model_dump_json(indent=2, exclude_none=True)


def _entry(problem: Problem, texts: Texts) -> Entry:
    return Entry(
        path=problem.path,
        line=problem.line,
        column=problem.column,
        endColumn=problem.end_column,
        rule=problem.rule,
        message=problem.message,
        text=problem_text.line_of(problem, texts),
    )
