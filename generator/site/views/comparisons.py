"""How sentences of one document return in another one, as readers see it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dossier.comparisons import DocumentPair, Tie
from generator.model import Source, Statement
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Piece, Prose
from generator.text import word_diff
from generator.text.word_diff import Part

LABELS = {
    "zelfde": "Hetzelfde",
    "gewijzigd": "Gewijzigd",
    "weggelaten": "Weggelaten",
    "nieuw": "Nieuw",
    "": "Niet vergeleken",
}
"""The words for each row of a page with two documents side by side."""
_SAID = {
    "weggelaten": "weggelaten: deze zin staat daar niet meer",
    "nieuw": "nieuw: deze zin stond daar nog niet",
}


@dataclass(frozen=True)
class ComparedView:
    """What another document does with a statement."""

    document: Link
    words: Prose
    pair: Link
    """The page with the two documents side by side."""


def of_statement(link: Linker, statement: Statement) -> Iterator[ComparedView]:
    """What every other document does with a statement."""
    for pair, tie in link.dossier.ties_of(statement):
        is_before = tie.before is not None and tie.before.id == statement.id
        document = pair.later if is_before else pair.earlier
        words = tuple(_words(link, tie, is_before=is_before))
        yield ComparedView(link.record(document), words, link.pair(pair, "Naast elkaar"))


def _words(link: Linker, tie: Tie, *, is_before: bool) -> Iterator[Piece]:
    other = tie.after if is_before else tie.before
    if not other:
        yield Piece(_SAID[tie.how])
        return
    here, there = (tie.words or ("", ""))[:: 1 if is_before else -1]
    changed = f"gewijzigd: hier ‘{here}’, daar ‘{there}’, in "
    yield Piece("dezelfde woorden, in " if tie.how == "zelfde" else changed)
    yield Piece(link.statement(other).text, link.statement(other))


# Side by side -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Side:
    """A sentence of one document next to that of the other."""

    link: Link
    parts: Sequence[Part]
    """The words, in runs that the other document has or has not."""


@dataclass(frozen=True)
class ComparedRow:
    """A sentence of two documents, or one that only one of them has."""

    label: str
    before: Side | None
    after: Side | None
    words: tuple[str, str] | None
    """The words that changed, before and after."""
    absent: str
    """What is shown for a sentence that one of the two lacks; empty if unknown."""


def rows(link: Linker, ties: Iterable[Tie]) -> list[ComparedRow]:
    return [_row(link, tie) for tie in ties]


def _row(link: Linker, tie: Tie) -> ComparedRow:
    before, after = (each.text if each else "" for each in (tie.before, tie.after))
    is_whole = tie.how != "gewijzigd"
    parts = [] if is_whole else word_diff.between(before, after)
    old = [Part("same", before)] if is_whole else [each for each in parts if each.kind != "new"]
    new = [Part("same", after)] if is_whole else [each for each in parts if each.kind != "gone"]
    return ComparedRow(
        label=LABELS[tie.how],
        before=_side(link, tie.before, old),
        after=_side(link, tie.after, new),
        words=tie.words,
        absent="staat hier niet" if tie.how else "",
    )


def _side(link: Linker, statement: Statement | None, parts: Sequence[Part]) -> Side | None:
    return (
        Side(link.statement(statement, statement.id), word_diff.joined(parts))
        if statement
        else None
    )


def in_order(link: Linker, pair: DocumentPair) -> list[Tie]:
    """Every sentence of both documents, in the order of the earlier one.

    A sentence that the later one alone has comes after the sentence before it there.
    """
    known = _by_earlier(pair)
    found = [
        tie
        for each in _statements(link, pair.earlier)
        for tie in known.get(each.id, (Tie("", each, None),))
    ]
    places = {tie.after.id: at for at, tie in enumerate(found) if tie.after}
    following = _following(_statements(link, pair.later), places, pair)
    return [
        *following.get(-1, ()),
        *(each for at, tie in enumerate(found) for each in (tie, *following.get(at, ()))),
    ]


def _by_earlier(pair: DocumentPair) -> dict[str, list[Tie]]:
    found: dict[str, list[Tie]] = {}
    for tie in pair.ties:
        if tie.before:
            found.setdefault(tie.before.id, []).append(tie)
    return found


def _following(
    statements: Iterable[Statement], places: dict[str, int], pair: DocumentPair
) -> dict[int, list[Tie]]:
    """What only the later document has, by the row that it follows; -1 is before all rows."""
    new = {tie.after.id: tie for tie in pair.ties if tie.after and not tie.before}
    found: dict[int, list[Tie]] = {}
    at = -1
    for statement in statements:
        if statement.id in places:
            at = places[statement.id]
        else:
            tie = new.get(statement.id, Tie("", None, statement))
            found.setdefault(at, []).append(tie)
    return found


def _statements(link: Linker, source: Source) -> list[Statement]:
    return [
        each
        for part in link.dossier.parts
        if part.source == source.slug
        for each in part.statements
    ]


def counts(ties: Iterable[Tie]) -> str:
    """How many sentences are the same, changed, left out and new, in words."""
    count = Counter(tie.how for tie in ties)
    words = (
        _counted(count["zelfde"], "hetzelfde"),
        _counted(count["gewijzigd"], "gewijzigd"),
        _counted(count["weggelaten"], "weggelaten"),
        _counted(count["nieuw"], "nieuw"),
    )
    first, *others = filter(None, words)
    noun = "zin" if first.startswith("1 ") else "zinnen"
    number, _, what = first.partition(" ")
    return ", ".join((f"{number} {noun} {what}", *others))


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count else ""


def uncompared(ties: Iterable[Tie]) -> int:
    """How many sentences nothing is said of yet."""
    return sum(not tie.how for tie in ties)
