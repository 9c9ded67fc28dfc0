"""How a command reports problems and fails: messages, output formats and exit codes."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NoReturn

import click

from commands._options import CONTENT_ERROR, ROOT, USAGE_ERROR
from generator.build.check import CheckedContent, check_content
from generator.checks import problem_text
from generator.dossier.dossier import Dossier
from generator.parsing.problem import Problem


def report_problems(problems: Sequence[Problem], texts: problem_text.Texts) -> None:
    """Print the first problems, with their source lines and carets, and how many more there are."""
    shown, others = problem_text.first(problems)
    for problem in shown:
        _print(problem_text.format_for_terminal(problem, texts))
    if others:
        click.echo(others, err=True)


def report_notices(checked: CheckedContent) -> None:
    """Print the first notices, with their source lines, and how many more there are."""
    shown, others = problem_text.first(checked.notices)
    for notice in shown:
        formatted = problem_text.format_for_terminal(notice, checked.texts)
        _print(formatted._replace(message=f"Let op: {formatted.message}"))
    if others:
        click.echo(others, err=True)


def _print(formatted: problem_text.FormattedProblem) -> None:
    color = False if os.environ.get("NO_COLOR") else None  # None: color on a terminal only
    click.echo(click.style(formatted.message, bold=True), err=True, color=color)
    if formatted.excerpt:
        line, carets = formatted.excerpt
        click.echo(f"    {line}\n    {click.style(carets, fg='red')}", err=True, color=color)


# The result of a check ----------------------------------------------------------------------------


def report_as_text(checked: CheckedContent) -> bool:
    """Print the problems, notices and a summary for a reader; True if there are no problems."""
    report_notices(checked)
    report_problems(checked.problems, checked.texts)
    return _report_summary(checked)


def report_as_annotations(checked: CheckedContent) -> bool:
    """Print the problems and notices as GitHub annotations, and a summary; True if all is right."""
    shown, others = problem_text.first(checked.problems)
    for problem in shown:
        click.echo(problem_text.github_annotation(problem))
    for notice in problem_text.first(checked.notices)[0]:
        click.echo(problem_text.github_annotation(notice, "notice"))
    if others:
        click.echo(others, err=True)
    return _report_summary(checked)


def report_as_json(checked: CheckedContent) -> bool:
    """Print the problems as JSON for a program; True if there are no problems."""
    from generator.checks.problem_json import report  # noqa: PLC0415  (rarely used, slow to import)

    click.echo(report(checked.problems, checked.texts, checked.notices))
    return not checked.problems


def _report_summary(checked: CheckedContent) -> bool:
    """Print the number of problems, or that there are none; True if there are none."""
    if count := len(checked.problems):
        click.echo(f"{count} {'fout' if count == 1 else 'fouten'} in de inhoud.", err=True)
    elif checked.dossier:
        count = len(checked.dossier.statements)
        click.echo(f"De inhoud klopt: {count} uitspraken nagelopen, geen fouten.")
        _report_evidence(checked.dossier)
    return not checked.problems


def _report_evidence(dossier: Dossier) -> None:
    """Print for how many facts a passage was kept, if there are facts."""
    facts = dossier.progress.items
    kept = sum(bool(fact.passages) for fact in facts)
    if facts:
        click.echo(f"Bewijs: bij {kept} van {len(facts)} feiten is een passage bewaard.")


# Failing ------------------------------------------------------------------------------------------


def dossier_or_exit(today: date) -> Dossier:
    """The dossier as of a day, if its only problems are those that ``record`` resolves.

    Otherwise the other problems are reported and the command ends with exit code 1.
    """
    from generator.editing import events  # noqa: PLC0415  (a build does not need it)

    checked = check_content(ROOT, today)
    others = [each for each in checked.problems if each.rule not in events.RESOLVED_BY_RECORDING]
    if others or not checked.dossier:
        report_as_text(CheckedContent(checked.dossier, tuple(others), checked.texts))
        sys.exit(CONTENT_ERROR)
    return checked.dossier


@contextmanager
def exit_on_error(*errors: type[Exception]) -> Iterator[None]:
    """End the command with a message if the body raises an expected error.

    Invalid content ends it with exit code 1. An unknown git revision and the given errors, whose
    own messages are for the editor, end it with exit code 2.
    """
    from generator.editing.apply import ContentError  # noqa: PLC0415  (check and build do not need it)
    from generator.editing.git import RevisionError  # noqa: PLC0415  (as above)

    try:
        yield
    except ContentError as error:
        report_problems(error.problems, error.texts)
        click.echo("Niets gewijzigd: eerst moet de inhoud kloppen.", err=True)
        sys.exit(CONTENT_ERROR)
    except RevisionError as error:
        refuse(str(error))
    except errors as error:
        message = f"Niets gewijzigd: {error}"
        refuse(message if message.endswith("?") else f"{message}.")


def main_branch(unseen: str) -> str | None:
    """The main branch of origin, if there is one; without git, what is not looked at is reported.

    ``unseen`` is that in Dutch words, as an indirect question.
    """
    from generator.editing import git  # noqa: PLC0415  (check and build do not need it)

    try:
        return git.main_branch(ROOT)
    except git.MissingGitError as error:
        click.echo(f"{error} Nu is niet gekeken {unseen}.")
        return None


def refuse(message: str) -> NoReturn:
    """Print why the request cannot be carried out, and exit with code 2."""
    click.echo(message, err=True)
    sys.exit(USAGE_ERROR)
