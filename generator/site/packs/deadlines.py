"""The deadlines of a pack in two lists: open and settled."""

from generator.site.api import entries
from generator.site.api_models.entries import Termijn, Verschuiving
from generator.site.packs.models import Cited, Deadline, Deadlines
from generator.site.packs.selection import Selection
from generator.site.views import deadlines
from generator.text.dates import dutch_date, on_dutch_date


def lists(chosen: Selection) -> Deadlines | None:
    """The deadlines, those that end first on top; None if there are none."""
    shown = [entries.deadline(chosen.link, each) for each in chosen.deadlines]
    shown.sort(key=lambda each: (each.laatste_dag, each.id))
    if not shown:
        return None
    return Deadlines(
        open=[_deadline(chosen, each) for each in shown if not each.uitkomst],
        settled=[_deadline(chosen, each) for each in shown if each.uitkomst],
    )


def _deadline(chosen: Selection, shown: Termijn) -> Deadline:
    return Deadline(
        name=shown.naam,
        words=shown.woorden,
        end=dutch_date(shown.laatste_dag),
        state=_state(shown),
        shifts=[_shift(each) for each in shown.verschuivingen],
        outcome=f"{dutch_date(shown.uitkomst.tijdstip.waarde)}: {shown.uitkomst.wat}"
        if shown.uitkomst
        else None,
        sources=_sources(chosen, shown),
        sentences=chosen.references(shown.uitspraken),
    )


def _state(shown: Termijn) -> str:
    """How it stands, in words: of what is settled whether that was in time."""
    if shown.overschrijding:
        return f"te laat: {shown.overschrijding}"
    if shown.uitkomst:
        return shown.stand
    return "verstreken" if shown.stand == deadlines.LATE else "loopt"


def _shift(shown: Verschuiving) -> str:
    known, end = on_dutch_date(shown.tijdstip.waarde), dutch_date(shown.einde.waarde)
    return f"Verschoven {known}, naar {end}. {shown.besluit}"


def _sources(chosen: Selection, shown: Termijn) -> tuple[Cited, ...]:
    outcome = shown.uitkomst.bronnen if shown.uitkomst else ()
    shifts = (source for each in shown.verschuivingen for source in each.bronnen)
    found = {each.id: each for each in (*shown.bronnen, *shifts, *outcome)}
    return chosen.cited(found.values())
