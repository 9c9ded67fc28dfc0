"""What follows from the changes for the statuses and the deadlines that readers see."""

from collections.abc import Iterator

from generator.editing.change_report import literal
from generator.editing.change_report.comparison import Comparison, Side
from generator.model import Deadline, Statement
from generator.site.views import deadlines, progress
from generator.text.dates import dutch_date


def statuses(found: Comparison) -> Iterator[str]:
    earlier = found.before.link.dossier.statement
    for _, now in found.statements():
        was, is_ = _status(found.before, earlier[now.id]), _status(found.after, now)
        if was != is_:
            yield f"**{now.id}**: van {was} naar {is_}"


def _status(side: Side, statement: Statement) -> str:
    if not statement.commitment:
        return "geen afspraak"
    status = progress.status(side.link, statement)
    note = f", {status.note}" if status.note else ""
    return literal.literal_markdown(f"‘{status.label}’{note}")


def ends(found: Comparison) -> Iterator[str]:
    """The deadlines of which the last day, or whether it was met, is different now."""
    earlier = {each.slug: each for each in found.before.link.dossier.deadlines.items}
    for old, deadline in earlier.items():
        now = found.after.named.get(found.new_names.get(old, old))
        if isinstance(now, Deadline):
            was, is_ = _end(found.before, deadline), _end(found.after, now)
            if was != is_:
                yield f"{literal.name(now.what)}: van {was} naar {is_}"


def _end(side: Side, deadline: Deadline) -> str:
    day = deadlines.last_day(deadline, side.link.today)
    return f"uiterlijk {dutch_date(day)} ({deadlines.state(deadline, side.link.today)})"
