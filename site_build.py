"""The door of the site builder: arguments in, words and an exit code out."""

import sys
from datetime import date
from typing import Any

import click

from commands.diff import diff
from commands.new import new
from commands.rename import rename
from commands.telling import CONTENT_IS_WRONG, ROOT, tell, today_option
from generator import preview, recording, telling
from generator.build import build
from generator.checking import (
    Checked,
    check_content,
    check_proposal,
    check_schemas,
    record,
    write_schemas,
)
from generator.dossier import Dossier
from generator.git import RevisionError
from generator.register import Event, EventKind
from generator.site import SiteError


@click.group(invoke_without_command=True)
@today_option
@click.pass_context
def main(context: click.Context, today: date) -> None:
    """Make the site from content/. Without a command: build."""
    if context.invoked_subcommand is None:
        context.invoke(build_command, today=today, clean=False)


@main.command("build")
@today_option
@click.option("--clean", is_flag=True, help="Make everything anew, also what did not change.")
def build_command(today: date, *, clean: bool) -> None:
    """Check the content and build the site into site/."""
    if _build(today, clean=clean):
        sys.exit(CONTENT_IS_WRONG)


@main.command("check")
@click.option("--base", metavar="REF", help="Also prove that the register only grew since REF.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="How to tell: to a reader, as annotations of a pull request, or to a program.",
)
def check_command(base: str | None, form: str) -> None:
    """Check the content; change nothing."""
    try:
        checked = check_proposal(ROOT, base)
    except RevisionError as error:
        raise click.ClickException(f"{base} is geen bekende versie: {error}") from error
    if not FORMS[form](checked):
        sys.exit(CONTENT_IS_WRONG)


@main.command("record")
@click.argument("name", required=False)
@click.option("--note", help="Why, for the reader.")
@click.option("--editorial", is_flag=True, help="The text changed, its meaning did not.")
@click.option("--withdrawn", is_flag=True, help="It is gone and nothing took its place.")
@click.option("--moved", is_flag=True, help="It stands elsewhere; without NAME: all that does.")
@click.option("--to", "new_name", help="With --moved: the name it bears now.")
@click.option("--split-into", metavar="NAMES", help="What it became, with commas between.")
@click.option("--merged-into", metavar="NAME", help="What it became part of.")
@today_option
def record_command(**said: Any) -> None:  # noqa: ANN401  (what click hands over)
    """Add to the register: all that is new, or what happened to NAME."""
    dossier = _readable()
    try:
        events = _events(dossier, said)
    except recording.NothingToRecordError as error:
        raise click.ClickException(f"Niets vastgelegd: {error}.") from error
    record(ROOT, events)
    write_schemas(ROOT, dossier)
    for event in events:
        click.echo(f"Vastgelegd: {event.id}, {event.event}, {event.date}.")


@main.command("schema")
@click.option("--check", "only_check", is_flag=True, help="Only tell what is out of date.")
def schema_command(*, only_check: bool) -> None:
    """Write the schemas by which editors' own editors help, into schema/."""
    dossier = _readable()
    if not only_check:
        write_schemas(ROOT, dossier)
        return
    schemas = check_schemas(ROOT, dossier)
    tell(schemas.problems, schemas.texts)
    if schemas.problems:
        sys.exit(CONTENT_IS_WRONG)


def _readable() -> Dossier:
    """The content, if nothing is wrong with it but what is to be recorded; or else, stop."""
    checked = check_content(ROOT)
    others = [each for each in checked.problems if each.rule not in recording.MENDED]
    if others or not checked.dossier:
        _is_right(Checked(checked.dossier, tuple(others), checked.texts))
        sys.exit(CONTENT_IS_WRONG)
    return checked.dossier


def _events(dossier: Dossier, said: dict[str, Any]) -> list[Event]:
    """The events that were asked for."""
    day, name = said["today"], said["name"]
    if not name:
        return (recording.moved if said["moved"] else recording.new)(dossier, day)
    change = recording.Change(_kind(said), day, said["note"], _successors(said))
    if change.kind in ("inhoudelijk", "redactioneel"):
        return [recording.changed(dossier, name, change)]
    if change.kind == "verplaatst" and not change.into:
        return [each for each in recording.moved(dossier, day) if each.id == name]
    events = [recording.ended(dossier, name, change)]
    return [*recording.missing_successors(dossier, events), *events]


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


@main.command("serve")
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
@today_option
def serve_command(port: int, today: date) -> None:
    """Build, serve the site on this machine, and build again on every save."""
    wrong = _build(today)
    if wrong and not (ROOT / "site").is_dir():
        sys.exit(CONTENT_IS_WRONG)
    click.echo(f"De site staat op http://127.0.0.1:{port}/ (stoppen: Ctrl+C)")
    try:
        preview.serve(ROOT, port, lambda: _build(today), wrong)
    except OSError as error:
        message = f"Poort {port} is niet beschikbaar; kies een andere met --port."
        raise click.ClickException(message) from error


def _build(today: date, *, clean: bool = False) -> str:
    """Build, tell how that went, and give what is wrong in the same words."""
    try:
        checked = build(ROOT, today, clean=clean)
    except SiteError as error:
        wrong = f"De site kan niet worden gemaakt:\n{error}"
        click.echo(wrong, err=True)
        return wrong
    if _is_right(checked):
        click.echo(f"De site staat klaar: {(ROOT / 'site/index.html').as_uri()}")
    return telling.as_text(checked.problems, checked.texts)


def _is_right(checked: Checked) -> bool:
    """Tell what is wrong with the content, or that nothing is."""
    tell(checked.problems, checked.texts)
    return _is_summed_up(checked)


def _is_right_on_github(checked: Checked) -> bool:
    """Annotate the pull request with what is wrong."""
    for problem in checked.problems:
        click.echo(telling.github(problem))
    return _is_summed_up(checked)


def _is_right_as_json(checked: Checked) -> bool:
    click.echo(telling.report(checked.problems, checked.texts))
    return not checked.problems


FORMS = {"text": _is_right, "github": _is_right_on_github, "json": _is_right_as_json}


def _is_summed_up(checked: Checked) -> bool:
    """Tell how many things are wrong, or that nothing is."""
    if count := len(checked.problems):
        click.echo(f"{count} {'fout' if count == 1 else 'fouten'} in de inhoud.", err=True)
    elif checked.dossier:
        count = len(checked.dossier.statements)
        click.echo(f"De inhoud klopt: {count} uitspraken nagelopen, geen fouten.")
    return not checked.problems


for command in (diff, new, rename):
    main.add_command(command)

if __name__ == "__main__":
    main()
