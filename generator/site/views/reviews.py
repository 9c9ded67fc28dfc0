"""When what a page says was last reviewed, as readers see it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.dossier import reviews
from generator.model import Reviewable
from generator.site.views.linker import Linker


@dataclass(frozen=True)
class ReviewView:
    day: dt.date
    is_stale: bool
    """Whether that is too long ago on the day of the linker."""


def view(link: Linker, records: Iterable[Reviewable]) -> ReviewView | None:
    """The latest review of some records; None if none was ever reviewed."""
    day = reviews.latest(records)
    return ReviewView(day, reviews.is_stale(day, link.today)) if day else None
