"""``finish``: the last step over pages that another program built."""

from collections.abc import Sequence
from pathlib import Path

import click

from commands._options import ROOT
from commands._progress_bar import progress_bars
from commands._project_lock import project_lock
from commands._report import refuse
from generator.build import folders
from generator.build.finish import finish as finish_pages
from generator.build.finish import own_styles
from generator.site.security_policy import PAGE_WITHOUT_CONTENT


@click.command(
    "finish",
    help="Werkt de pagina’s in MAP af, zoals build doet. Wat af is, blijft zoals het is.",
)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def finish(folder: Path) -> None:
    """Fix the HTML files in FOLDER, as build does after MkDocs; finished files stay as they are."""
    with project_lock():
        pages = _pages(folder)
        changed = finish_pages(folder, pages, progress_bars(), own_styles(ROOT))
    count = sum(name.endswith(".html") for name in changed)
    click.echo(f"Afgewerkt: {count} van {len(pages)} pagina’s gewijzigd in {folder}.")
    if PAGE_WITHOUT_CONTENT not in pages:
        click.echo(
            f"Geen beveiligingsbeleid toegevoegd: daarvoor is {PAGE_WITHOUT_CONTENT} nodig. "
            "Geef de map van de hele site."
        )


def _pages(folder: Path) -> Sequence[str]:
    if not folder.is_dir():
        what = "is geen map" if folder.exists() else "bestaat niet"
        refuse(f"Niets gewijzigd: '{folder}' {what}.")
    pages = [name for name in folders.files(folder) if name.endswith(".html")]
    if not pages:
        refuse(f"Niets gewijzigd: in '{folder}' staat geen enkele pagina (.html).")
    return pages
