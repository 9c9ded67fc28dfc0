"""``evidence``: keep the text of a saved page or file as evidence of a source."""

from datetime import date, datetime
from pathlib import Path

import click

from commands._options import ROOT, today_option
from commands._report import exit_on_error, refuse
from generator.editing import apply
from generator.editing.evidence import EvidenceRequest
from generator.text.saved_file import MAX_BYTES, SavedFileError


@click.command(
    "evidence",
    help="Bewaart de tekst van een opgeslagen pagina (HTML, PDF, tekst of WARC) als bewijs bij "
    "BRON. Zonder --whole worden alleen de passages bewaard: doe dat bij kranten en andere teksten "
    "van wie u geen toestemming hebt.",
)
@click.argument("source", metavar="BRON")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option(
    "--passage",
    "passages",
    multiple=True,
    metavar="WOORDEN",
    help="Woorden die iets bewijzen, letterlijk; mag vaker.",
)
@click.option("--whole", is_flag=True, help="Bewaar de hele tekst, bijvoorbeeld van een overheid.")
@click.option(
    "--saved",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="JJJJ-MM-DD",
    help="De dag waarop u de pagina opsloeg; standaard vandaag.",
)
@today_option
def evidence(  # noqa: PLR0913  (click gives each option)
    source: str,
    file: Path,
    passages: tuple[str, ...],
    saved: datetime | None,
    today: date,
    *,
    whole: bool,
) -> None:
    """Keep the text of FILE as evidence of SOURCE, or some passages of it alone."""
    day = saved.date() if saved else today
    request = EvidenceRequest(source, file.name, _content(file), day, today, whole, passages)
    with exit_on_error(SavedFileError):
        kept = apply.keep_evidence(ROOT, request)
    for path in sorted(kept):
        click.echo(f"Geschreven: {path}.")
    click.echo("Noem bij het feit de passage: passages: [{source: " + source + ', text: "…"}].')


def _content(file: Path) -> bytes:
    if not file.is_file():
        what = "is geen bestand" if file.exists() else "bestaat niet"
        refuse(f"Niets gewijzigd: '{file}' {what}.")
    if file.stat().st_size > MAX_BYTES:
        refuse(f"Niets gewijzigd: '{file}' is groter dan {MAX_BYTES // 1_000_000} MB.")
    return file.read_bytes()
