"""What the sentences of two quoted documents have in common, and what differs."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.dossier import documents, urls
from generator.grouping import gather
from generator.model import Comparison, Source, Statement
from generator.model.limits import NAME

Home = tuple[Statement, Source]
"""A statement with the document that it quotes."""
LATER_HAS_IT = "nieuw"
EARLIER_HAS_IT = "weggelaten"
ONE_SIDED = frozenset((LATER_HAS_IT, EARLIER_HAS_IT))
"""What is said of a sentence that only one of two documents has."""


@dataclass(frozen=True)
class Tie:
    """A sentence of two documents, or one that only one of them has."""

    how: str
    """One of the values of ``Comparison.how``."""
    before: Statement | None
    """The sentence in the earlier document."""
    after: Statement | None
    """The sentence in the later document."""
    words: tuple[str, str] | None = None
    """The words before and after, of a sentence that changed."""


@dataclass(frozen=True)
class DocumentPair:
    """Two quoted documents of which sentences are compared."""

    earlier: Source
    later: Source
    ties: tuple[Tie, ...]
    """In the order of the statements that give them."""
    is_order_known: bool
    """Whether dates or ties show which of the two is the earlier one."""

    @property
    def slugs(self) -> tuple[str, str]:
        """The slugs in an order that does not change when a date becomes known."""
        first, second = sorted((self.earlier.slug, self.later.slug))
        return first, second

    @property
    def name(self) -> str:
        """Its name in the register; of long slugs a part of their hash."""
        name = f"vergelijking-{'-'.join(self.slugs)}"
        digest = hashlib.sha256("--".join(self.slugs).encode()).hexdigest()
        return name if len(name) <= NAME else f"vergelijking-{digest[:16]}"

    @property
    def page(self) -> str:
        return urls.comparison(*self.slugs)

    @property
    def title(self) -> str:
        return f"{self.earlier.display_name} en {self.later.display_name} naast elkaar"


def pairs(homes: Iterable[Home], quoted: Mapping[str, Source]) -> tuple[DocumentPair, ...]:
    """Every two documents of which sentences are compared, in the order of their slugs.

    ``quoted`` has the documents with a text, by slug. What names another source, or no other
    document than its own, is left out: the rules report it.
    """
    statements = {statement.id: (statement, source) for statement, source in homes}
    found = gather(
        (tuple(sorted((source.slug, each.document))), (statement, each))
        for statement, source in statements.values()
        for each in statement.compared
        if {source.slug, each.document} <= quoted.keys() and each.document != source.slug
    )
    by_id = {name: statement for name, (statement, _) in statements.items()}
    of = {name: source.slug for name, (_, source) in statements.items()}
    return tuple(
        _pair(quoted[first], quoted[second], said, by_id, of)
        for (first, second), said in sorted(found.items())
    )


Said = tuple[Statement, Comparison]


def _pair(
    first: Source,
    second: Source,
    said: Iterable[Said],
    by_id: Mapping[str, Statement],
    document_of: Mapping[str, str],
) -> DocumentPair:
    said = tuple(said)
    later = later_by_ties((document_of[each.id], comparison) for each, comparison in said)
    earlier, last = in_order(first, second, later)
    ties = (
        _tie(statement, each, by_id, is_first=document_of[statement.id] == earlier.slug)
        for statement, each in said
    )
    is_known = bool(later) or documents.is_earlier(earlier, last)
    return DocumentPair(earlier, last, tuple(ties), is_known)


def in_order(first: Source, second: Source, later: str | None) -> tuple[Source, Source]:
    """The earlier and the later of two documents: by their dates, or else as the ties say.

    ``later`` is the slug of the later document according to the ties.
    """
    if documents.is_earlier(second, first):
        return second, first
    if not documents.is_earlier(first, second) and later:
        return (second, first) if later == first.slug else (first, second)
    earlier, last = sorted((first, second), key=documents.order)
    return earlier, last


def later_by_ties(said: Iterable[tuple[str, Comparison]]) -> str | None:
    """The document that must be the later one of two, as the first tie says that tells.

    ``said`` has the document of each statement, and what is said of that statement.
    """
    return next(laters(said), None)


def laters(said: Iterable[tuple[str, Comparison]]) -> Iterator[str]:
    """The document that each sentence makes the later one: what is new is in the later one."""
    for document, each in said:
        if each.how == LATER_HAS_IT:
            yield document
        elif each.how == EARLIER_HAS_IT:
            yield each.document


def _tie(
    statement: Statement, said: Comparison, by_id: Mapping[str, Statement], *, is_first: bool
) -> Tie:
    other = by_id.get(said.to) if said.to else None
    before, after = (statement, other) if is_first else (other, statement)
    if not (said.here and said.there):
        return Tie(said.how, before, after)
    words = (said.here, said.there) if is_first else (said.there, said.here)
    return Tie(said.how, before, after, words)
