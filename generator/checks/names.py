"""Names are unique, and what refers to a name finds it."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.model import Record, Statement
from generator.parsing.problem import hint, nearest, shorten
from generator.text import inline_links


def every_name_is_used_once(dossier: Dossier) -> Iterator[Finding]:
    """An ID or slug belongs to one record: it is an address."""
    first: dict[str, Record] = {}
    for name, record in _owned_names(dossier):
        if earlier := first.get(name):
            place = dossier.place(earlier)
            line, _ = place.document.position(place.keys)
            key = ("id",) if isinstance(record, Statement) else ("slug",)
            yield record, key, f"'{name}' bestaat al: {place.document.path}, regel {line}"
        first.setdefault(name, record)


def _owned_names(dossier: Dossier) -> Iterator[tuple[str, Record]]:
    for statement in dossier.statements:
        yield statement.id, statement
    for file in dossier.files:
        yield file.slug, file
    yield from ((entry.slug, entry) for entry, _ in dossier.entries())


def addresses_are_free(dossier: Dossier) -> Iterator[Finding]:
    """No file has the address of what the site has there anyway: one of both would be lost."""
    for file in dossier.files:
        if urls.is_taken(file):
            address = urls.address(urls.page(file))
            message = f"op {address} staat al iets anders; geef dit bestand een andere naam"
            yield file, ("slug",), message


def ids_bear_the_prefix(dossier: Dossier) -> Iterator[Finding]:
    """Every ID begins with the prefix of the dossier."""
    prefix = dossier.settings.prefix
    for statement in dossier.statements:
        if not statement.id.startswith(f"{prefix}-"):
            yield statement, ("id",), f"'{statement.id}' moet met {prefix}- beginnen"


def references_exist(dossier: Dossier) -> Iterator[Finding]:
    """A name that refers to a record is the name of one, of the right kind."""
    for record, keys, reference, name in dossier.references:
        noun, names = NOUNS[reference.target], dossier.referable[reference.target]
        told = reference.target in IN_SETTINGS and not dossier.place(dossier.settings).whole
        if name not in names and name not in dossier.lost.names and not told:
            yield record, keys, f"'{shorten(name)}' is geen {noun}{hint(name, names)}"


IN_SETTINGS = frozenset({"kind", "group", "point_kind"})
"""What is listed in dossier.yml: a slip there is told there, not wherever it is used."""


NOUNS = {
    "statement": "nummer van een uitspraak",
    "party": "partij",
    "body": "overleg",
    "instrument": "instrument",
    "source": "bron",
    "theme": "thema",
    "kind": "soort uitspraak uit dossier.yml",
    "group": "groep partijen uit dossier.yml",
    "point_kind": "soort aandachtspunt uit dossier.yml",
}
"""By kind of reference, what the editor calls it."""


def links_resolve(dossier: Dossier) -> Iterator[Finding]:
    """A link in a text leads to a record by its name, or to a web address."""
    known = {name for name, _ in _owned_names(dossier)}
    told = known | dossier.lost.names
    for record, keys, text in dossier.texts_of_ours:
        if inline_links.is_unfinished(text):
            message = "een link is niet af; schrijf [woorden](naam), zonder spaties in de naam"
            yield record, keys, message
        for target in inline_links.targets(text):
            if not inline_links.is_web_address(target) and target not in told:
                meant = nearest(target, known)
                message = f"de link naar '{shorten(target)}' leidt nergens heen{meant}"
                yield record, keys, message
