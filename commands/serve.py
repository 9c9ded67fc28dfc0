"""``serve``: preview the site on this machine, rebuilt on every save."""

import sys
from datetime import date

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands._ports import is_free, next_free
from commands.build import build_and_report
from generator.build.serve import serve as serve_site


@click.command("serve", help="Toont de site op deze computer, en opnieuw na elke wijziging.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    metavar="POORT",
    help="De poort op deze computer.",
)
@today_option
def serve(port: int, today: date) -> None:
    """Build the site, serve it on this machine, and rebuild it on every save."""
    if not is_free(port):
        raise click.ClickException(_port_is_taken(port))
    problems = build_and_report(today)
    if problems and not (ROOT / "site").is_dir():
        sys.exit(CONTENT_ERROR)
    click.echo(f"De site staat op http://127.0.0.1:{port}/ (stoppen: Ctrl+C)")
    try:
        serve_site(ROOT, port, lambda later: build_and_report(today, later=later), problems)
    except OSError as error:  # another program took it during the build
        raise click.ClickException(_port_is_taken(port)) from error
    click.echo("Gestopt.")


def _port_is_taken(port: int) -> str:
    other = next_free(port)
    choice = f": --port {other}" if other else " met --port"
    return (
        f"Poort {port} is niet beschikbaar. Misschien staat er nog een ‘serve’ open: stop die met "
        f"Ctrl+C. Of kies een andere poort{choice}."
    )
