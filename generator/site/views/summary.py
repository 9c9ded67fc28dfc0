"""How all commitments stand, in words; the numbers add up to the number of commitments."""

from collections.abc import Iterable, Iterator, Sequence

from generator.model import UNTESTABLE, Statement
from generator.site.views import deadlines, progress
from generator.site.views.linker import Linker
from generator.site.views.page import Link
from generator.site.views.progress import StatusCount

PHRASES = {
    "uitgevoerd": ("is uitgevoerd", "zijn uitgevoerd"),
    "deels-uitgevoerd": ("is deels uitgevoerd", "zijn deels uitgevoerd"),
    "in-uitvoering": ("is in uitvoering", "zijn in uitvoering"),
    "overgenomen": ("is voortgezet door anderen", "zijn voortgezet door anderen"),
    "vervallen": ("is vervallen", "zijn vervallen"),
    UNTESTABLE: ("is niet te toetsen", "zijn niet te toetsen"),
}
"""What one commitment, and what several of them are."""
ABOUT = {
    progress.UNDECIDED: "Van {} is de uitkomst onbekend.",
    progress.NOTHING_KNOWN: "Over {} vonden wij niets.",
}


def sentences(link: Linker, commitments: Sequence[Statement]) -> str:
    """What became of the commitments, in Dutch; empty if there are none."""
    return " ".join(_sentences(link, commitments)) if commitments else ""


def _sentences(link: Linker, commitments: Sequence[Statement]) -> Iterator[str]:
    counts = progress.counts(link, commitments)
    total = len(commitments)
    yield "Er is 1 afspraak." if total == 1 else f"Er zijn {total} afspraken."
    known = [_known(each) for each in counts if each.key in PHRASES]
    if known:
        yield f"Daarvan {_enumerated(_without_repeated_verbs(known))}."
    for each in counts:
        if each.key in ABOUT:
            yield ABOUT[each.key].format(each.count)


def late(link: Linker, commitments: Sequence[Statement]) -> Link | None:
    """The commitments whose deadline was not met, and where to read about it; None if none."""
    count = sum(deadlines.state_of(link, each) == deadlines.LATE for each in commitments)
    words = "1 afspraak" if count == 1 else f"{count} afspraken"
    return link.record(link.dossier.deadlines, words) if count else None


def _known(each: StatusCount) -> tuple[str, str]:
    """The verb for a number of commitments, and what follows it."""
    one, many = PHRASES[each.key]
    verb, _, rest = (one if each.count == 1 else many).partition(" ")
    return verb, f"{each.count} {rest}"


def _without_repeated_verbs(known: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Words that follow ``Daarvan``: each verb is given once, before the first that it is of."""
    before = ""
    for verb, rest in known:
        yield rest if verb == before else f"{verb} er {rest}"
        before = verb


def _enumerated(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} en {last}" if first else last
