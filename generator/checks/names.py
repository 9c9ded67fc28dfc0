"""Names are unique, and references and links to names resolve."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import KINDS
from generator.model import Record, Statement
from generator.model.scalars import is_web_address
from generator.parsing.problem import did_you_mean, hint, shorten
from generator.parsing.validation_messages import NOT_A_WEB_ADDRESS
from generator.text import inline_links


def every_name_is_used_once(dossier: Dossier) -> Iterator[Finding]:
    """Every ID or slug is used once: it is an address."""
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
    """No file has the address of a built-in page: one of the two would be overwritten."""
    for file in dossier.files:
        if urls.collides(file):
            address = urls.address(urls.page(file))
            message = f"op {address} staat al iets anders; geef dit bestand een andere naam"
            yield file, ("slug",), message


def ids_have_the_prefix(dossier: Dossier) -> Iterator[Finding]:
    """Every ID starts with the prefix of the dossier."""
    prefix = dossier.settings.prefix
    for statement in dossier.statements:
        if not statement.id.startswith(f"{prefix}-"):
            yield statement, ("id",), f"'{statement.id}' moet met {prefix}- beginnen"


def references_exist(dossier: Dossier) -> Iterator[Finding]:
    """Every reference is the name of an existing record of the right kind."""
    for record, keys, reference, name in dossier.references:
        noun, names = NOUNS[reference.target], dossier.referable[reference.target]
        may_be_unread = (
            reference.target in IN_SETTINGS and not dossier.place(dossier.settings).whole
        )
        if name not in names and name not in dossier.unread.names and not may_be_unread:
            yield record, keys, f"'{shorten(name)}' is geen {noun}{hint(name, names)}"


IN_SETTINGS = {
    "kind": "soort uitspraak uit dossier.yml",
    "group": "groep partijen uit dossier.yml",
    "point_kind": "soort aandachtspunt uit dossier.yml",
}
"""The names that dossier.yml defines: a mistake in it is reported there, not at every use."""
NOUNS = {
    **{kind.key: kind.reference_noun or kind.noun for kind in KINDS if kind.is_referable},
    **IN_SETTINGS,
}
"""What editors call each kind of reference."""


def links_resolve(dossier: Dossier) -> Iterator[Finding]:
    """Every link in a rich text leads to the name of a record or to a valid web address."""
    known = {name for name, _ in _owned_names(dossier)}
    known_or_unread = known | dossier.unread.names
    for record, keys, text in dossier.rich_texts:
        if inline_links.is_unfinished(text):
            message = "een link is niet af; schrijf [woorden](naam), zonder spaties in de naam"
            yield record, keys, message
        for target in inline_links.targets(text):
            if inline_links.is_external(target):
                if not is_web_address(target):
                    yield record, keys, f"'{shorten(target)}' {NOT_A_WEB_ADDRESS}"
            elif target not in known_or_unread:
                suggestion = did_you_mean(target, known)
                message = f"de link naar '{shorten(target)}' leidt nergens heen{suggestion}"
                yield record, keys, message
