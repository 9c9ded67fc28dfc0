"""What is printed has only characters that the font of the printed documents has."""

from collections.abc import Iterator, Mapping

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.model import (
    Chapter,
    Deadline,
    OpenPoint,
    Outcome,
    Party,
    Passage,
    Progress,
    Record,
    Settings,
    Shift,
    Source,
    Statement,
    Theme,
)
from generator.model.characters import code_point
from generator.model.settings import Owner
from generator.model.traversal import KeyPath, texts
from generator.text.printable import printable, unprintable

_PRINTED: Mapping[type[Record], tuple[str, ...]] = {
    Settings: ("title", "summary", "colophon", "party_groups", "point_kinds"),
    Owner: ("name", "licence"),
    Chapter: ("title", "intro", "part"),
    Theme: ("missing",),
    Statement: ("text", "note", "untestable"),
    Party: ("name", "label", "what", "uncertain"),
    Source: ("title", "label", "publisher", "consulted_how"),
    Progress: ("what", "status_note"),
    Deadline: ("what", "words"),
    Shift: ("decision",),
    Outcome: ("what",),
    OpenPoint: ("title", "found", "handled"),
    Passage: ("text",),
}
"""The fields that are printed, by record; a test compares them with what is."""


def characters_can_be_printed(dossier: Dossier) -> Iterator[Finding]:
    """Every character of a text that is printed is in the font."""
    for record in dossier.records:
        for keys, text in texts(record, _printed_fields(record)):
            for character in unprintable(text):
                yield record, keys, _message(keys, character)


def _printed_fields(record: Record) -> Iterator[str]:
    for model, fields in _PRINTED.items():
        if isinstance(record, model):
            yield from fields


def _message(keys: KeyPath, character: str) -> str:
    return (
        f"in {keys[0]} staat ‘{character}’ ({code_point(character)}); dat teken kan niet op papier,"
        f" in de pdf’s staat daar {printable(character)}"
    )
