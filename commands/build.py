"""``build``: build the site from the content."""

import sys
from datetime import date
from functools import partial

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands._progress_bar import progress_bars
from commands._project_lock import project_lock
from commands._report import report_as_text
from generator.build.build import Later, Work
from generator.build.build import build as build_site
from generator.build.errors import MachineError, SiteError, faults_in_words
from generator.build.typesetting import missing_packages
from generator.checks import problem_text
from generator.editing.change_check import write_names


@click.command("build", help="Controleert de inhoud en maakt de site in site/.")
@today_option
@click.option("--clean", is_flag=True, help="Maak alles opnieuw, ook wat niet is gewijzigd.")
@click.option("--pdf", is_flag=True, help="Maak ook de pdf’s om te printen.")
def build(today: date, *, clean: bool, pdf: bool) -> None:
    """Check the content and build the site into site/."""
    with_packs = pdf and _can_make_packs()
    if build_and_report(today, clean=clean, with_packs=with_packs):
        sys.exit(CONTENT_ERROR)


def _can_make_packs() -> bool:
    """Whether the packages for PDFs are installed; if not, say so."""
    missing = missing_packages()
    if missing:
        click.echo(
            f"Er worden geen pdf’s gemaakt: {' en '.join(missing)} ontbreekt. Installeer de "
            "pakketten daarvoor met: pip install --require-hashes -r requirements/pdf.txt",
            err=True,
        )
    return not missing


def build_and_report(
    today: date, *, clean: bool = False, with_packs: bool = False, later: Later | None = None
) -> str:
    """Build, print the result, and return the problems as text; empty if there are none."""
    progress, postpone = progress_bars(), later and _reporting(later)
    try:
        with faults_in_words(), project_lock():
            checked = build_site(
                ROOT,
                today,
                clean=clean,
                with_packs=with_packs,
                progress=progress,
                later=postpone,
            )
    except (SiteError, MachineError) as error:
        return _report_failure(error)
    if report_as_text(checked) and checked.dossier:
        write_names(ROOT, checked.dossier)
        click.echo(f"De site staat klaar: {(ROOT / 'site/index.html').as_uri()}")
    return problem_text.format_all(checked.problems, checked.texts)


def _reporting(later: Later) -> Later:
    """Postponed work takes its turn, and reports why it failed."""

    def postpone(work: Work) -> None:
        later(partial(_do_and_report, work))

    return postpone


def _do_and_report(work: Work) -> None:
    try:
        with faults_in_words(), project_lock():
            work()
    except (SiteError, MachineError) as error:
        _report_failure(error)


def _report_failure(error: Exception) -> str:
    message = f"De site kan niet worden gemaakt:\n{error}"
    click.echo(message, err=True)
    return message
