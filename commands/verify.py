"""``verify``: check whether a published site still says what its register says."""

import sys

import click

from commands._options import CONTENT_ERROR, ROOT
from commands._report import refuse
from generator.build.publish import PUBLISHED
from generator.web import published_lines, published_site


@click.command(
    "verify",
    help="Gaat na of een gepubliceerde site klopt met haar register. Geef een map of een webadres.",
)
@click.argument("site", metavar="SITE", default=str(ROOT / PUBLISHED))
def verify(site: str) -> None:
    """Check a site in a folder or on the web against its register and that of this folder."""
    try:
        found = published_site.verify(site)
    except published_site.SiteNotFoundError as error:
        refuse(str(error))
    lines = published_lines.compare(ROOT, found.register)
    for difference in (*found.differences, *lines.removed):
        click.echo(difference)
    _report(len(found.register.written), len(found.differences) + len(lines.removed), lines.new)


def _report(events: int, differences: int, new: int) -> None:
    if new:
        what = "1 regel" if new == 1 else f"{new} regels"
        click.echo(f"Nog niet gepubliceerd: {what} van het register.")
    if differences:
        what = "1 verschil" if differences == 1 else f"{differences} verschillen"
        click.echo(f"{what} gevonden.", err=True)
        sys.exit(CONTENT_ERROR)
    click.echo(f"De site klopt met haar register: {events} regels nagerekend, geen verschillen.")
