"""``serve``: preview the site on this machine, rebuilt on every save."""

import sys
from datetime import date

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands.build import build_and_report
from generator.build.serve import serve as serve_site


@click.command("serve")
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
@today_option
def serve(port: int, today: date) -> None:
    """Build the site, serve it on this machine, and rebuild it on every save."""
    problems = build_and_report(today)
    if problems and not (ROOT / "site").is_dir():
        sys.exit(CONTENT_ERROR)
    click.echo(f"De site staat op http://127.0.0.1:{port}/ (stoppen: Ctrl+C)")
    try:
        serve_site(ROOT, port, lambda later: build_and_report(today, later=later), problems)
    except OSError as error:
        message = f"Poort {port} is niet beschikbaar; kies een andere met --port."
        raise click.ClickException(message) from error
