"""``record``: add events to the register for what is new or changed in the content."""

from typing import Any

import click

from commands._options import ROOT, today_option
from commands._report import dossier_or_exit
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, EventKind
from generator.editing import apply, change_check, events


@click.command("record", help="Legt vast wat nieuw is, of wat er met NAAM is gebeurd.")
@click.argument("name", metavar="[NAAM]", required=False)
@click.option("--note", help="De reden, voor de lezer.")
@click.option("--editorial", is_flag=True, help="De tekst is anders, maar betekent hetzelfde.")
@click.option("--withdrawn", is_flag=True, help="Het is weg en er kwam niets voor terug.")
@click.option("--restored", is_flag=True, help="Het was beëindigd en is er weer.")
@click.option(
    "--moved",
    is_flag=True,
    help="Het staat op een nieuw adres; zonder NAAM: alles wat is verplaatst.",
)
@click.option("--to", "new_name", metavar="NAAM", help="Met --moved: de nieuwe naam.")
@click.option(
    "--split-into", metavar="NAMEN", help="Waarin het is gesplitst, met komma’s ertussen."
)
@click.option("--merged-into", metavar="NAAM", help="Waarin het is opgegaan.")
@today_option
def record(**options: Any) -> None:  # noqa: ANN401  (click's values)
    """Add to the register: everything that is new, or what happened to NAME."""
    dossier = dossier_or_exit(options["today"])
    try:
        found = _events(dossier, options)
        apply.append_events(ROOT, found, options["today"])
    except events.NothingToRecordError as error:
        raise click.ClickException(f"Niets vastgelegd: {error}.") from error
    change_check.write_schemas(ROOT, dossier)
    for event in found:
        click.echo(f"Vastgelegd: {event.id}, {event.event}, {event.date}.")


def _events(dossier: Dossier, options: dict[str, Any]) -> list[Event]:
    """The events that the options ask for."""
    day, name = options["today"], options["name"]
    if not name:
        return (events.moved if options["moved"] else events.new)(dossier, day)
    change = events.Change(_kind(options), day, options["note"], _successors(options))
    if change.kind == "hersteld":
        return events.restored(dossier, name, change)
    if change.kind in ("inhoudelijk", "redactioneel"):
        return events.changed(dossier, name, change)
    if change.kind == "verplaatst" and not change.into:
        return [each for each in events.moved(dossier, day) if each.id == name]
    ended = [events.ended(dossier, name, change)]
    return [*events.missing_successors(dossier, ended), *ended]


def _kind(options: dict[str, Any]) -> EventKind:
    kinds: tuple[tuple[str, EventKind], ...] = (
        ("editorial", "redactioneel"),
        ("withdrawn", "vervallen"),
        ("restored", "hersteld"),
        ("moved", "verplaatst"),
        ("split_into", "gesplitst"),
        ("merged_into", "samengevoegd"),
    )
    given = [kind for option, kind in kinds if options[option]]
    if len(given) > 1:
        raise click.UsageError(
            "Kies één van --editorial, --withdrawn, --restored, --moved, --split-into en "
            "--merged-into."
        )
    return given[0] if given else "inhoudelijk"


def _successors(options: dict[str, Any]) -> tuple[str, ...]:
    given = options["split_into"] or options["merged_into"] or options["new_name"] or ""
    return tuple(name.strip() for name in given.split(",") if name.strip())
