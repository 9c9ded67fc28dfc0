"""``release``: make a folder that a web server serves as it is."""

from pathlib import Path

import click

from commands._options import ROOT
from commands._project_lock import project_lock
from commands._report import refuse
from generator.build import release as releases
from generator.build.errors import MachineError, SiteError, faults_in_words
from generator.build.publish import PUBLISHED

DEFAULT_RELEASE = "build/release"


@click.command(
    "release",
    help="Maakt van de site een map waarmee nginx haar aanbiedt, met gecomprimeerde bestanden.",
)
@click.argument(
    "folder", metavar="MAP", type=click.Path(path_type=Path), default=ROOT / DEFAULT_RELEASE
)
@click.option(
    "--listen",
    metavar="ADRES",
    default="127.0.0.1:8080",
    show_default=True,
    help="Waar nginx luistert.",
)
def release(folder: Path, listen: str) -> None:
    """Make a release of the site in site/: its files, compressed copies, and nginx's files."""
    try:
        with faults_in_words(), project_lock():
            releases.make(ROOT, ROOT / PUBLISHED, folder, listen)
    except (SiteError, MachineError) as error:
        refuse(str(error))
    click.echo(f"De uitgave staat klaar: {folder}")
    click.echo(f"Bied haar aan met: nginx -p {folder} -c nginx.conf")
