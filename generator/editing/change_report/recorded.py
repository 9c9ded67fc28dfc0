"""What a proposal adds to the register, or takes from it."""

from collections.abc import Iterator

from generator.dossier import urls
from generator.dossier.citable import Citable
from generator.dossier.register import Event
from generator.editing.change_report import literal
from generator.editing.change_report.comparison import Comparison
from generator.model import Statement
from generator.site.views import history
from generator.site.views.inline_html import plural

NOT_YET = "nog niet vastgelegd"


def suffix(found: Comparison, name: str) -> str:
    """The events of a name that the proposal adds, in Dutch; or that it has to be recorded."""
    return _described(found, name) or f" ({NOT_YET})"


def _described(found: Comparison, name: str) -> str:
    return "".join(map(_in_dutch, _new_events(found, name)))


def _new_events(found: Comparison, name: str) -> tuple[Event, ...]:
    known = found.before.link.dossier.register.history.get(name, ())
    return found.after.link.dossier.register.history.get(name, ())[len(known) :]


def _in_dutch(event: Event) -> str:
    note = f": {event.note}" if event.note else ""
    into = f", zie {', '.join(event.into)}" if event.into else ""
    return f" ({literal.literal_markdown(history.label(event).lower() + note + into)})"


def leads_on(found: Comparison, name: str, place: str) -> str:
    """Whether a former address leads to what was there, in Dutch."""
    register = found.after.link.dossier.register
    is_recorded = name in register.history and place in register.former_places(name)
    return "het oude adres leidt door" if is_recorded else NOT_YET


# The register itself ------------------------------------------------------------------------------


def changes(found: Comparison) -> Iterator[str]:
    """What no other section tells: lines that are gone, other new lines, and lines to be added."""
    yield from _lost(found)
    for name, was in found.before.citables.items():
        if not _is_told_elsewhere(found, was) and (events := _described(found, name)):
            yield f"{literal.name(name)}{events}"
    if missing := [*_missing(found)]:
        yield f"{NOT_YET}: {', '.join(map(literal.name, missing))}"


def _lost(found: Comparison) -> Iterator[str]:
    """How many lines are gone from the register, although it may only grow, and of which names."""
    after = found.after.link.dossier.register.history
    before = found.before.link.dossier.register.history.items()
    counts = {name: len(set(events) - set(after.get(name, ()))) for name, events in before}
    if names := [name for name, count in counts.items() if count]:
        lines = plural(sum(counts.values()), "regel ontbreekt", "regels ontbreken")
        yield f"{lines}, van {', '.join(map(literal.name, names))}; zet terug wat er stond"


def _missing(found: Comparison) -> Iterator[str]:
    """The names of what is new, gone or has other words, and is not in the register like that."""
    known = found.after.link.dossier.register.history
    yield from (name for name in found.after.citables if name not in known)
    for name, was in found.before.citables.items():
        is_the_same = name in found.after.citables and found.after.citables[name].text == was.text
        is_reported = _is_told_elsewhere(found, was) or name not in known
        if not is_the_same and not is_reported and not _new_events(found, name):
            yield name


def _is_told_elsewhere(found: Comparison, was: Citable) -> bool:
    """Whether the events of an item are given where its change is: in the lines of a statement."""
    if was.name in found.new_names:
        return True
    now = found.after.citables.get(was.name)
    if not now and urls.is_comparison(was.place):  # it follows the name of a document
        return found.successor(was.name) in found.after.citables
    if now and now.place != was.place:
        return True
    return isinstance(was.record, Statement) and (not now or now.text != was.text)
