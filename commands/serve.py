"""``serve``: the site on this machine, built again on every save."""

import sys
from datetime import date

import click

from commands.build import build_and_tell
from commands.telling import CONTENT_IS_WRONG, ROOT, today_option
from generator.build.serve import serve as serve_site


@click.command("serve")
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
@today_option
def serve(port: int, today: date) -> None:
    """Build, serve the site on this machine, and build again on every save."""
    wrong = build_and_tell(today)
    if wrong and not (ROOT / "site").is_dir():
        sys.exit(CONTENT_IS_WRONG)
    click.echo(f"De site staat op http://127.0.0.1:{port}/ (stoppen: Ctrl+C)")
    try:
        serve_site(ROOT, port, lambda later: build_and_tell(today, later=later), wrong)
    except OSError as error:
        message = f"Poort {port} is niet beschikbaar; kies een andere met --port."
        raise click.ClickException(message) from error
