"""``record``: what is new, or what happened, added to the register."""

from typing import Any

import click

from commands.readable import readable
from commands.telling import ROOT, today_option
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, EventKind
from generator.editing import apply, change_check, events


@click.command("record")
@click.argument("name", required=False)
@click.option("--note", help="Why, for the reader.")
@click.option("--editorial", is_flag=True, help="The text changed, its meaning did not.")
@click.option("--withdrawn", is_flag=True, help="It is gone and nothing took its place.")
@click.option("--moved", is_flag=True, help="It stands elsewhere; without NAME: all that does.")
@click.option("--to", "new_name", help="With --moved: the name it bears now.")
@click.option("--split-into", metavar="NAMES", help="What it became, with commas between.")
@click.option("--merged-into", metavar="NAME", help="What it became part of.")
@today_option
def record(**said: Any) -> None:  # noqa: ANN401  (what click hands over)
    """Add to the register: all that is new, or what happened to NAME."""
    dossier = readable()
    try:
        found = _events(dossier, said)
    except events.NothingToRecordError as error:
        raise click.ClickException(f"Niets vastgelegd: {error}.") from error
    apply.append_events(ROOT, found)
    change_check.write_schemas(ROOT, dossier)
    for event in found:
        click.echo(f"Vastgelegd: {event.id}, {event.event}, {event.date}.")


def _events(dossier: Dossier, said: dict[str, Any]) -> list[Event]:
    """The events that were asked for."""
    day, name = said["today"], said["name"]
    if not name:
        return (events.moved if said["moved"] else events.new)(dossier, day)
    change = events.Change(_kind(said), day, said["note"], _successors(said))
    if change.kind in ("inhoudelijk", "redactioneel"):
        return [events.changed(dossier, name, change)]
    if change.kind == "verplaatst" and not change.into:
        return [each for each in events.moved(dossier, day) if each.id == name]
    ended = [events.ended(dossier, name, change)]
    return [*events.missing_successors(dossier, ended), *ended]


def _kind(said: dict[str, Any]) -> EventKind:
    kinds: tuple[tuple[str, EventKind], ...] = (
        ("editorial", "redactioneel"),
        ("withdrawn", "vervallen"),
        ("moved", "verplaatst"),
        ("split_into", "gesplitst"),
        ("merged_into", "samengevoegd"),
    )
    given = [kind for option, kind in kinds if said[option]]
    if len(given) > 1:
        raise click.UsageError(
            "Kies één van --editorial, --withdrawn, --moved, --split-into en --merged-into."
        )
    return given[0] if given else "inhoudelijk"


def _successors(said: dict[str, Any]) -> tuple[str, ...]:
    given = said["split_into"] or said["merged_into"] or said["new_name"] or ""
    return tuple(name.strip() for name in given.split(",") if name.strip())
