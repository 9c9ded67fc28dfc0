"""Names are unique, and references and links to names resolve."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks import Finding
from generator.checks.former_names import what_became_of
from generator.dossier import urls
from generator.dossier.citable import register_name
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import KINDS
from generator.grouping import gather
from generator.model import Record
from generator.model.record import Stored
from generator.model.scalars import is_web_address
from generator.model.traversal import KeyPath
from generator.parsing.problem import did_you_mean, hint, shorten
from generator.parsing.validation_messages import not_a_web_address
from generator.text import inline_links


@dataclass(frozen=True)
class _Use:
    """A name that a record has."""

    name: str
    record: Record
    keys: KeyPath
    """Where the name is written in the record."""
    page: str = ""

    @property
    def written(self) -> KeyPath:
        """Where the name is written, if it is not the name of the file."""
        return () if isinstance(self.record, Stored) and self.keys == ("slug",) else self.keys


def every_name_is_used_once(dossier: Dossier) -> Iterator[Finding]:
    """Every ID or slug is used once: it is an address."""
    for name, uses in gather((use.name, use) for use in _uses(dossier)).items():
        if len(uses) > 1:
            original = _original(dossier, name, uses)
            place = dossier.place(original.record)
            line, _ = place.document.position((*place.keys, *original.written))
            for use in (each for each in uses if not _is_same_address(each, original)):
                message = f"'{name}' bestaat al: {place.document.path}, regel {line}"
                yield use.record, use.keys, message


def _original(dossier: Dossier, name: str, uses: tuple[_Use, ...]) -> _Use:
    """The use on the page where the register has the name, or else the first."""
    last = dossier.register.last(name)
    recorded = last.place.partition("#")[0] if last else ""
    order = sorted(uses, key=lambda use: use.keys != ())  # an address that always exists is first
    return next((use for use in order if use.page and urls.address(use.page) == recorded), order[0])


def _is_same_address(use: _Use, original: _Use) -> bool:
    """Whether a use is the original, or has its address, which is a mistake of its own."""
    pages = (use.page, original.page)
    return use is original or (
        original.keys == () and all(pages) and len({*map(urls.address, pages)}) == 1
    )


def _uses(dossier: Dossier) -> Iterator[_Use]:
    """Every name that links can give."""
    for item in dossier.citables:
        yield _Use(item.name, item.record, item.name_field, item.page)
    for file in dossier.files:
        if register_name(file) != file.slug:
            yield _Use(file.slug, file, ("slug",))


def names_are_no_numbers(dossier: Dossier) -> Iterator[Finding]:
    """No slug is a number of the dossier in small letters: some disks take the two for one name."""
    number = re.compile(rf"{dossier.settings.prefix.lower()}-[0-9]+")
    for use in _uses(dossier):
        if number.fullmatch(use.name):
            message = f"'{use.name}' lijkt op een nummer van een uitspraak; kies een andere naam"
            yield use.record, use.keys, message


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
    if others := _other_prefix(dossier):
        message = f"alle nummers beginnen met {others}-; zet die letters terug, want ze blijven"
        yield dossier.settings, ("prefix",), message
        return
    for statement in dossier.statements:
        if not statement.id.startswith(f"{prefix}-"):
            yield statement, ("id",), f"'{statement.id}' moet met {prefix}- beginnen"


def _other_prefix(dossier: Dossier) -> str:
    """The prefix of all IDs, here and in the register, if the dossier says another one."""
    recorded = (event.id for event in dossier.register.events if event.is_statement)
    names = [*(statement.id for statement in dossier.statements), *recorded]
    prefix, *others = {name.partition("-")[0] for name in names} or {""}
    is_mistake = len(names) > 1 and not others and prefix != dossier.settings.prefix
    return prefix if is_mistake else ""


def references_exist(dossier: Dossier) -> Iterator[Finding]:
    """Every reference is the name of an existing record of the right kind."""
    for record, keys, reference, name in dossier.references:
        noun, names = NOUNS[reference.target], dossier.referable[reference.target]
        may_be_unread = (
            reference.target in IN_SETTINGS and not dossier.place(dossier.settings).whole
        )
        if name not in names and name not in dossier.unread.names and not may_be_unread:
            unknown = f"'{shorten(name)}' is geen {noun}{hint(name, names)}"
            yield record, keys, what_became_of(dossier, name) or unknown


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
    known = {use.name for use in _uses(dossier)}
    known_or_unread = known | dossier.unread.names
    for record, keys, text in dossier.rich_texts:
        if inline_links.is_unfinished(text):
            message = "een link is niet af; schrijf [woorden](naam), zonder spaties in de naam"
            yield record, keys, message
        for target in inline_links.targets(text):
            if inline_links.is_external(target):
                if not is_web_address(target):
                    yield record, keys, f"'{shorten(target)}' {not_a_web_address(target)}"
            elif target not in known_or_unread:
                unknown = f"de link naar '{shorten(target)}' leidt nergens heen"
                suggestion = did_you_mean(target, known)
                yield record, keys, what_became_of(dossier, target) or f"{unknown}{suggestion}"
