"""Records that were renamed, and citable items that are on another page now."""

from collections.abc import Iterator

from generator.dossier.citable import Citable
from generator.editing.change_report import labels, literal, recorded
from generator.editing.change_report.comparison import Comparison


def renamed(found: Comparison) -> Iterator[str]:
    """One line for each record that has another name; all that follows from it is left out."""
    for old, new in found.new_names.items():
        record = found.after.named[new]
        noun = f"{labels.noun(record)} " if labels.noun(record) else ""
        yield f"{noun}{literal.name(old)} heet nu {literal.name(new)}; {_fate(found, old)}"


def _fate(found: Comparison, name: str) -> str:
    """Whether the old address still leads somewhere; a file that exists once keeps its address."""
    item = found.before.citables.get(name)
    return recorded.leads_on(found, name, item.place) if item else "het adres blijft hetzelfde"


def moved(found: Comparison) -> Iterator[str]:
    """The items that are elsewhere, other than by a new name of themselves or of their page."""
    for name, was in found.before.citables.items():
        now = found.after.citables.get(name)
        if now and was.place != now.place and not _moved_with_page(found, was, now):
            places = f"van {literal.code(was.place)} naar {literal.code(now.place)}"
            fate = recorded.leads_on(found, name, was.place)
            yield f"**{literal.literal_markdown(name)}**: {places}; {fate}"


def _moved_with_page(found: Comparison, was: Citable, now: Citable) -> bool:
    return found.new_names.get(was.file.slug) == now.file.slug
