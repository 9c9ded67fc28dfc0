"""What came of it: the facts, and the deadlines."""

from collections.abc import Iterator

from generator import deadlines, progress, urls
from generator.linking import Linker
from generator.page import Link, Page
from generator.pictures import bars


def pages(link: Linker) -> Iterator[Page]:
    yield _progress(link)
    yield _deadlines(link)


def _progress(link: Linker) -> Page:
    log = link.dossier.progress
    view = {
        "intro": link.prose(log.intro),
        "found": progress.views(link, log.items),
        "counts": progress.counts(link, link.dossier.commitments),
        "picture": bars.picture(link),
    }
    return link.page(log, "progress", view)


def _deadlines(link: Linker) -> Page:
    dossier = link.dossier
    without = [each for each in dossier.commitments if not dossier.backlinks.deadlines_of(each)]
    view = {
        "intro": link.prose(dossier.deadlines.intro),
        "today": link.today,
        "lists": deadlines.lists(link),
        "without": len(without),
        "none": deadlines.NONE,
        "commitments": link.list(urls.COMMITMENTS),
        "calendar": Link("agenda.ics", file=urls.CALENDAR),
    }
    return link.page(dossier.deadlines, "deadlines", view)
