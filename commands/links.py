"""``links``: visit the web addresses in the content, and report which of them still work."""

import sys
import time
from datetime import date

import click

from commands._options import CONTENT_ERROR, ROOT, today_option
from commands._progress_bar import progress_bars
from commands._report import dossier_or_exit
from generator.checks import publication
from generator.dossier import web_addresses
from generator.dossier.web_addresses import Places
from generator.web import report, results, tour
from generator.web.clock import Clock
from generator.web.fetching import Fetcher
from generator.web.pace import Pace
from generator.web.results import Visit
from generator.web.visitor import Visitor, host

REPORTS = {"text": report.as_text, "markdown": report.as_markdown}
PROGRAM = "dossier-site/0.1"
"""The name under which sites see this program, and that robots.txt can use."""
FEW_HOSTS = 2
"""Of so many hosts, it may be that none is there although the network is."""


@click.command("links", help="Vertelt welke webadressen in de inhoud nog werken.")
@click.option("--live", is_flag=True, help="Bezoek de adressen; zonder --live telt dit ze alleen.")
@click.option(
    "--days",
    type=click.IntRange(0, 365),
    default=7,
    show_default=True,
    metavar="DAGEN",
    help="Bezoek niet opnieuw wat in zoveel dagen antwoord gaf.",
)
@click.option(
    "--pause",
    type=click.IntRange(0, 60),
    default=2,
    show_default=True,
    metavar="SECONDEN",
    help="De pauze tussen twee bezoeken aan dezelfde server.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*REPORTS]),
    default="text",
    show_default=True,
    help="De vorm: text voor een lezer, markdown voor een melding.",
)
@click.option("--allow-internal", is_flag=True, hidden=True)  # for tests, on a server of their own
@today_option
def links(  # noqa: PLR0913  (one for each option)
    days: int, pause: int, form: str, today: date, *, live: bool, allow_internal: bool
) -> None:
    """Report which web addresses in the content answer, moved or died."""
    dossier = dossier_or_exit(today)
    places = web_addresses.places(dossier)
    visits = {each: visit for each, visit in results.read(ROOT).items() if each in places}
    known = {each for each, visit in visits.items() if visit.is_valid(today, days)}
    wanted = [address for address in places if address not in known]
    if not live:
        click.echo(_plan(wanted, places, days))
        return
    contact = dossier.settings.owner.contact
    _report_example(contact)
    clock = Clock(time.monotonic, time.time, time.sleep)
    pace = Pace(clock, pause)
    visitor = Visitor(Fetcher(f"{PROGRAM} (+{contact})", clock, allow_internal), pace)
    _visit(wanted, visitor, pace, visits, today)
    _require_network(wanted, visitor)
    click.echo(REPORTS[form](visits, places))
    if report.needs_edits(visits):
        sys.exit(CONTENT_ERROR)


def _plan(wanted: list[str], places: Places, days: int) -> str:
    """What ``--live`` would do."""
    hosts = len({host(address) for address in wanted})
    servers = "server" if hosts == 1 else "servers"
    known = len(places) - len(wanted)
    skipped = f" Antwoord in de laatste {days} dagen: {known}." if known else ""
    return (
        f"Webadressen in de inhoud: {len(places)}.{skipped}\n"
        f"Met --live bezoekt dit er {len(wanted)}, op {hosts} {servers}. Nu is niets bezocht."
    )


def _report_example(contact: str) -> None:
    if publication.is_example(contact):
        click.echo(
            f"Let op: wij noemen de sites die wij bezoeken ‘{contact}’ als contact, en dat is een "
            "voorbeeld. Vul in content/dossier.yml bij owner in wie u bent.",
            err=True,
        )


def _visit(
    wanted: list[str], visitor: Visitor, pace: Pace, visits: dict[str, Visit], today: date
) -> None:
    """Visit addresses and add to the visits what is found; what was found before Ctrl+C is kept."""
    done = 0
    try:
        with progress_bars()("Adressen", len(wanted)) as step:
            for address, finding in tour.findings(wanted, visitor, pace):
                visits[address] = Visit(finding, today)
                results.write(ROOT, visits)
                done += 1
                step()
    except KeyboardInterrupt:
        click.echo(
            f"{done} van {len(wanted)} adressen bezocht. Dat is bewaard: een volgende keer gaat "
            "het verder met de rest.",
            err=True,
        )
        raise


def _require_network(wanted: list[str], visitor: Visitor) -> None:
    """End the command if no host at all responded: that says nothing about the addresses."""
    hosts = {host(address) for address in wanted}
    if len(hosts) > FEW_HOSTS and not visitor.responses:
        raise click.ClickException(
            "geen enkele server gaf antwoord. Hebt u verbinding met internet? Achter een proxy "
            "werkt dit commando niet."
        )
