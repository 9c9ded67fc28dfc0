"""The door of the site builder: arguments in, words and an exit code out."""

import sys
from pathlib import Path

import click

from generator import preview
from generator.build import Checked, SiteError, build, check_content

ROOT = Path(__file__).parent
CONTENT_IS_WRONG = 1


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Make the site from content/. Without a command: build."""
    if context.invoked_subcommand is None:
        context.invoke(build_command)


@main.command("build")
def build_command() -> None:
    """Check the content and build the site into site/."""
    if not _is_built():
        sys.exit(CONTENT_IS_WRONG)


@main.command("check")
def check_command() -> None:
    """Check the content; change nothing."""
    if not _is_right(check_content(ROOT)):
        sys.exit(CONTENT_IS_WRONG)


@main.command("serve")
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
def serve_command(port: int) -> None:
    """Build, serve the site on this machine, and build again on every save."""
    if not _is_built() and not (ROOT / "site").is_dir():
        sys.exit(CONTENT_IS_WRONG)
    click.echo(f"De site staat op http://127.0.0.1:{port}/ (stoppen: Ctrl+C)")
    try:
        preview.serve(ROOT, port, _rebuild)
    except OSError as error:
        message = f"Poort {port} is niet beschikbaar; kies een andere met --port."
        raise click.ClickException(message) from error


def _rebuild() -> None:
    _is_built()  # what is wrong is told, and the last good site stays up


def _is_built() -> bool:
    """Build, and tell how that went."""
    try:
        right = _is_right(build(ROOT))
    except SiteError as error:
        click.echo(f"MkDocs kan de site niet maken:\n{error}", err=True)
        return False
    if right:
        click.echo(f"De site staat klaar: {(ROOT / 'site/index.html').as_uri()}")
    return right


def _is_right(checked: Checked) -> bool:
    """Tell what is wrong with the content, or that nothing is."""
    for problem in checked.problems:
        click.echo(str(problem), err=True)
    if count := len(checked.problems):
        click.echo(f"{count} {'fout' if count == 1 else 'fouten'} in de inhoud.", err=True)
    elif checked.dossier:
        count = len(checked.dossier.statements)
        click.echo(f"De inhoud klopt: {count} uitspraken nagelopen, geen fouten.")
    return not checked.problems


if __name__ == "__main__":
    main()
