"""When what a page says was last reviewed, as readers see it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.dossier import reviews
from generator.model import Reviewable
from generator.site.views.linker import Linker


@dataclass(frozen=True)
class ReviewView:
    day: dt.date | None
    """The earliest day on which a record was last reviewed; None if one never was."""
    is_stale: bool
    """Whether that is too long ago on the day of the linker."""


def view(link: Linker, records: Sequence[Reviewable]) -> ReviewView | None:
    """The review of some records that is longest ago; None if there are no records."""
    day = reviews.earliest(records)
    if not day:
        return None
    is_reviewed = all(each.reviewed for each in records)
    return ReviewView(day if is_reviewed else None, reviews.is_stale(day, link.today))
