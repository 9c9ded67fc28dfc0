"""What is said of sentences of two documents is true to their words, and said once."""

import unicodedata
from collections.abc import Iterator

from generator.checks import Finding
from generator.dossier.comparisons import ONE_SIDED, laters
from generator.dossier.documents import is_earlier
from generator.dossier.dossier import Dossier
from generator.grouping import gather
from generator.model import Comparison, Statement

Said = tuple[Statement, int, Comparison]
"""What a statement says of another document, with its place in the list."""


def comparisons_are_complete(dossier: Dossier) -> Iterator[Finding]:
    """A comparison names the sentence and the words that it is about, and no others."""
    for statement, at, said in _all(dossier):
        wanted = _wanted(said)
        given = [each for each in _OTHERS if getattr(said, each) is not None]
        for field in given:
            if field not in wanted:
                message = f"bij '{said.how}' hoort geen '{field}'; haal dat weg"
                yield statement, ("compared", at, field), message
        missing = [f"'{each}'" for each in wanted if each not in given]
        if missing and dossier.place(said).whole:
            message = f"vul bij '{said.how}' ook {' en '.join(missing)} in"
            yield statement, ("compared", at, "how"), message


_OTHERS = ("to", "here", "there")


def _wanted(said: Comparison) -> tuple[str, ...]:
    if said.how in ONE_SIDED:
        return ()
    return _OTHERS if said.how == "gewijzigd" else ("to",)


def compared_documents_are_quoted(dossier: Dossier) -> Iterator[Finding]:
    """The other document is another one, is quoted, and has the sentence that is named."""
    cited = dossier.referable["source"].keys() - {part.source for part in dossier.parts}
    for statement, at, said in _all(dossier):
        keys = ("compared", at)
        if said.document == dossier.home(statement).source:
            message = f"'{said.document}' is het document van {statement.id} zelf; noem een ander"
            yield statement, (*keys, "document"), message
        elif said.document in cited - dossier.texts.keys():
            message = f"van '{said.document}' is de tekst er niet; vergelijk met een document dat "
            yield statement, (*keys, "document"), f"{message}de site citeert"
        elif (other := _other(dossier, said)) and said.document in dossier.texts:
            home = dossier.home(other).source
            if home != said.document:
                message = f"{other.id} staat in '{home}', niet in '{said.document}'"
                yield statement, (*keys, "to"), message


def compared_words_are_verbatim(dossier: Dossier) -> Iterator[Finding]:
    """The words of a change are in the two sentences, and equal sentences have equal words."""
    for statement, at, said in _all(dossier):
        found = _misquoted(dossier, statement, said)
        yield from ((statement, ("compared", at, field), message) for field, message in found)


def _misquoted(
    dossier: Dossier, statement: Statement, said: Comparison
) -> Iterator[tuple[str, str]]:
    other = _other(dossier, said)
    if not dossier.is_verbatim(statement):
        return
    if said.here and said.here not in statement.text:
        yield "here", f"'{said.here}' staat niet in {statement.id}"
    is_known = other and dossier.home(other).source == said.document
    if not other or not is_known or not dossier.is_verbatim(other):
        return  # that is a mistake of its own
    if said.there and said.there not in other.text:
        yield "there", f"'{said.there}' staat niet in {other.id}"
    is_same = _letters(statement.text) == _letters(other.text)
    if said.how == "zelfde" and not is_same:
        yield "how", f"{other.id} heeft andere woorden; schrijf 'gewijzigd', met 'here' en 'there'"
    elif said.how == "gewijzigd" and is_same:
        yield "how", f"{other.id} heeft dezelfde woorden; schrijf 'zelfde'"
    elif said.how == "gewijzigd" and said.here and said.here == said.there:
        yield "there", f"'{said.here}' is niet gewijzigd; noem de woorden die verschillen"


def _letters(text: str) -> str:
    """A text without its case, spaces and punctuation; amounts and signs such as + stay."""
    return "".join(
        each for each in text.casefold() if unicodedata.category(each)[0] not in ("P", "Z", "C")
    )


def comparisons_are_made_once(dossier: Dossier) -> Iterator[Finding]:
    """Two sentences are compared once, and a sentence that returns is not new or left out."""
    tied = dict[frozenset[str], str]()
    for statement, at, said in _all(dossier):
        pair = frozenset((statement.id, said.to or f"({said.document})"))
        if pair in tied:
            what = said.to or f"'{said.document}'"
            message = f"de vergelijking met {what} staat al bij {tied[pair]}; haal er een weg"
            yield statement, ("compared", at, "to" if said.to else "how"), message
        tied.setdefault(pair, statement.id)
    yield from _contradictions(dossier)


def _contradictions(dossier: Dossier) -> Iterator[Finding]:
    returning = _returning(dossier)
    for statement, at, said in _all(dossier):
        by = returning.get((statement.id, said.document))
        if said.how in ONE_SIDED and by:
            message = f"'{said.how}' kan niet: bij {by} staat dat '{said.document}' deze zin heeft"
            yield statement, ("compared", at, "how"), message


def _returning(dossier: Dossier) -> dict[tuple[str, str], str]:
    """Which statement says that a sentence is in another document, by both."""
    found = dict[tuple[str, str], str]()
    for statement, _, said in _all(dossier):
        if said.to and said.how not in ONE_SIDED:
            home = dossier.home(statement).source
            found.setdefault((statement.id, said.document), statement.id)
            found.setdefault((said.to, home), statement.id)
    return found


def new_sentences_are_in_the_later_document(dossier: Dossier) -> Iterator[Finding]:
    """What is new is in the later of two documents, and what was left out in the earlier one."""
    one_sided = (each for each in _all(dossier) if each[2].how in ONE_SIDED)
    by_pair = gather((_pair(dossier, each), each) for each in one_sided)
    for said in by_pair.values():
        expected = _later(dossier, said[0])
        for each in said:
            if message := _wrong_order(dossier, each, expected, said[0][0].id):
                yield each[0], ("compared", each[1], "how"), f"'{each[2].how}' kan niet: {message}"


def _wrong_order(dossier: Dossier, said: Said, expected: str, first: str) -> str | None:
    """Why a document cannot be the later one; ``first`` is the statement that says which is."""
    later = _later(dossier, said)
    for earlier in _pair(dossier, said) - {later}:
        if _is_earlier(dossier, later, earlier):
            return f"volgens de datum is '{later}' eerder dan '{earlier}'"
        if later != expected and not _is_earlier(dossier, earlier, later):
            return f"volgens {first} is '{expected}' het latere document"
    return None


def _later(dossier: Dossier, said: Said) -> str:
    return next(laters([(_home(dossier, said), said[2])]))


def _pair(dossier: Dossier, said: Said) -> frozenset[str]:
    return frozenset((_home(dossier, said), said[2].document))


def _home(dossier: Dossier, said: Said) -> str:
    return dossier.home(said[0]).source


def _is_earlier(dossier: Dossier, first: str, second: str) -> bool:
    known = {source.slug: source for source in dossier.documents}
    return {first, second} <= known.keys() and is_earlier(known[first], known[second])


def _all(dossier: Dossier) -> Iterator[Said]:
    for statement in dossier.statements:
        yield from ((statement, at, said) for at, said in enumerate(statement.compared))


def _other(dossier: Dossier, said: Comparison) -> Statement | None:
    return dossier.statement.get(said.to) if said.to else None
