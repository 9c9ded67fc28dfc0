"""What happened to statements: one status at a time, of what someone committed themselves to."""

from collections.abc import Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.grouping import gather
from generator.model import Progress

STEPS = {
    "in-uitvoering": 1,
    "deels-uitgevoerd": 2,
    "uitgevoerd": 3,
    "overgenomen": 3,
    "vervallen": 3,
}
"""How far each status is; after the last step there is no other."""
DAY = len("2020-12-16")


def statuses_do_not_conflict(dossier: Dossier) -> Iterator[Finding]:
    """Of one day, one fact decides the status of a statement."""
    for name, before, after in _successive(dossier):
        if before.date == after.date and len(after.date) == DAY:
            said = f"{name} krijgt op {after.date} ook de status '{before.status}'"
            yield after, ("status",), f"{said}, door '{before.slug}'; kies er één"


def _successive(dossier: Dossier) -> Iterator[tuple[str, Progress, Progress]]:
    """Every two successive facts that give a statement a status, with its ID."""
    facts = sorted(
        (item for item in dossier.progress.items if item.status), key=lambda item: item.date
    )
    by_name = gather((name, item) for item in facts for name in dict.fromkeys(item.statements))
    for name, items in by_name.items():
        yield from ((name, before, after) for before, after in pairwise(items))


def statuses_are_of_commitments(dossier: Dossier) -> Iterator[Finding]:
    """Only a commitment gets a status."""
    for item, at, name in _about(dossier):
        is_commitment = dossier.statement[name].commitment
        if (
            item.status
            and not is_commitment
            and dossier.is_unique(name)
            and _is_text(dossier, name)
        ):
            message = f"{name} is geen afspraak en krijgt dus geen status; haal een van beide weg"
            yield item, ("statements", at), message


def untestable_commitments_have_no_status(dossier: Dossier) -> Iterator[Finding]:
    """What cannot be tested is a commitment, and no fact gives it a status."""
    for statement in dossier.statements:
        if statement.untestable and not statement.commitment:
            message = f"{statement.id} is geen afspraak; haal 'untestable' weg"
            yield statement, ("untestable",), message
    for item, at, name in _about(dossier):
        if item.status and dossier.statement[name].untestable:
            message = f"{name} is niet te toetsen en krijgt dus geen status; haal een van beide weg"
            yield item, ("statements", at), message


def progress_is_not_about_headings(dossier: Dossier) -> Iterator[Finding]:
    """Progress is about what was said, and so not about a title or heading."""
    for item, at, name in _about(dossier):
        if not _is_text(dossier, name):
            label = dossier.settings.kinds[dossier.statement[name].kind].label.lower()
            message = f"{name} is een {label}; noem de uitspraak waar het feit over gaat"
            yield item, ("statements", at), message


def _about(dossier: Dossier) -> Iterator[tuple[Progress, int, str]]:
    """Each fact with each statement that it is about and that could be read, and its position."""
    for item in dossier.progress.items:
        for at, name in enumerate(item.statements):
            statement = dossier.statement.get(name)
            if statement and dossier.place(statement).whole:
                yield item, at, name


def _is_text(dossier: Dossier, name: str) -> bool:
    kind = dossier.settings.kinds.get(dossier.statement[name].kind)
    return not kind or kind.role == "text"


def facts_by_parties_name_them(dossier: Dossier) -> Iterator[Finding]:
    """A fact with evidence that a party published says which parties report it."""
    for item in dossier.progress.items:
        published = (
            (at, party)
            for at, slug in enumerate(item.sources)
            for party in _publishers(dossier, slug)
        )
        if not item.reported_by and (found := next(published, None)):
            at, party = found
            message = (
                f"{party} gaf deze bron zelf uit, dus het feit blijkt niet alleen uit bronnen "
                "buiten de partijen; zet bij 'reported_by' welke partijen het melden"
            )
            yield item, ("sources", at), message


def _publishers(dossier: Dossier, slug: str) -> Iterator[str]:
    """The names of the parties that the publisher of a source is, or has in its name."""
    sources = (source for source in dossier.sources if source.slug == slug and source.publisher)
    for source in sources:
        words = f" {source.publisher} "
        for party in dossier.parties:
            if any(f" {name} " in words for name in (party.name, *party.names)):
                yield party.name


# Warnings -----------------------------------------------------------------------------------------


def statuses_go_forward(dossier: Dossier) -> Iterator[Finding]:
    """The status of a statement does not go back, and what ended has no other status later."""
    for name, before, after in _successive(dossier):
        earlier, later = STEPS[str(before.status)], STEPS[str(after.status)]
        if later < earlier or (later == earlier and before.status != after.status):
            message = f"{name} had al de status '{before.status}', sinds {before.date}"
            yield after, ("status",), message
