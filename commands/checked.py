"""What was found on checking, told to a reader, to GitHub or to a program."""

import click

from commands.telling import tell
from generator.build.check import Checked
from generator.checks import problem_text


def is_right(checked: Checked) -> bool:
    """Tell what is wrong with the content, or that nothing is."""
    tell(checked.problems, checked.texts)
    return _is_summed_up(checked)


def is_right_on_github(checked: Checked) -> bool:
    """Annotate the pull request with what is wrong."""
    for problem in checked.problems:
        click.echo(problem_text.github(problem))
    return _is_summed_up(checked)


def is_right_as_json(checked: Checked) -> bool:
    from generator.checks.problem_json import report  # noqa: PLC0415  (seldom asked for, and long to load)

    click.echo(report(checked.problems, checked.texts))
    return not checked.problems


def _is_summed_up(checked: Checked) -> bool:
    """Tell how many things are wrong, or that nothing is."""
    if count := len(checked.problems):
        click.echo(f"{count} {'fout' if count == 1 else 'fouten'} in de inhoud.", err=True)
    elif checked.dossier:
        count = len(checked.dossier.statements)
        click.echo(f"De inhoud klopt: {count} uitspraken nagelopen, geen fouten.")
    return not checked.problems
