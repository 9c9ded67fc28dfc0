"""``verify``: check whether a published site is as it was published, and as its register says."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from commands._options import CONTENT_ERROR, ROOT
from commands._report import refuse
from generator.build.publish import PUBLISHED
from generator.web import published_lines, published_site
from generator.web.site_reader import SiteNotFoundError


@click.command(
    "verify",
    help="Gaat na of een gepubliceerde site klopt met haar register en of er geen bestand is "
    "gewijzigd. Geef een map of een webadres.",
)
@click.argument("site", metavar="SITE", default=str(ROOT / PUBLISHED))
@click.option(
    "--like",
    "built",
    metavar="MAP",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Ga ook na of de site gelijk is aan die in deze map.",
)
def verify(site: str, built: Path | None) -> None:
    """Check a site in a folder or on the web against its register, its checksums and a build."""
    try:
        found = published_site.verify(site)
        files = published_site.verify_files(site)
        others = published_site.compare(site, built) if built else ()
    except SiteNotFoundError as error:
        refuse(str(error))
    lines = published_lines.compare(ROOT, found.register)
    differences = (*found.differences, *lines.removed, *files, *others)
    for difference in differences:
        click.echo(difference)
    _report(len(found.register.written), differences, lines.new)


def _report(events: int, differences: Sequence[str], new: int) -> None:
    if new:
        what = "1 regel" if new == 1 else f"{new} regels"
        click.echo(f"Nog niet gepubliceerd: {what} van het register.")
    if differences:
        what = "1 verschil" if len(differences) == 1 else f"{len(differences)} verschillen"
        click.echo(f"{what} gevonden.", err=True)
        sys.exit(CONTENT_ERROR)
    click.echo(
        f"De site klopt met haar register: {events} regels nagerekend. "
        "Ook elk bestand klopt met zijn controlegetal."
    )
