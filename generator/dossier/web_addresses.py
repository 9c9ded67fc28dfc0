"""The web addresses in a dossier to which readers are led, with where each is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dossier.dossier import Dossier
from generator.grouping import gather
from generator.model import Record
from generator.model.scalars import Link
from generator.model.traversal import KeyPath, fields_with, texts
from generator.parsing.yaml_reader import Document
from generator.text import inline_links


@dataclass(frozen=True, order=True)
class Place:
    """A line of a content file, counted from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


Places = Mapping[str, tuple[Place, ...]]
"""Where each web address is written, by the address; both in order."""


def places(dossier: Dossier) -> Places:
    """Where each web address in fields and in links of rich texts is written."""
    found = (
        (address, _place(dossier, record, keys, address)) for address, record, keys in _all(dossier)
    )
    return {address: tuple(sorted({*each})) for address, each in sorted(gather(found).items())}


def _all(dossier: Dossier) -> Iterator[tuple[str, Record, KeyPath]]:
    for record in dossier.records:
        for keys, text in texts(record, fields_with(type(record), Link)):
            if inline_links.is_external(text):
                yield text, record, keys
    for record, keys, text in dossier.rich_texts:
        yield from ((each, record, keys) for each in _external(text))


def _external(text: str) -> Iterator[str]:
    return (each for each in inline_links.targets(text) if inline_links.is_external(each))


def _place(dossier: Dossier, record: Record, keys: KeyPath, address: str) -> Place:
    place = dossier.place(record)
    line, _ = place.document.position((*place.keys, *keys))
    return Place(place.document.path, _first_line_with(address, place.document, line))


def _first_line_with(address: str, document: Document, start: int) -> int:
    """The first line from ``start`` with an address; ``start`` if YAML has it in another form."""
    lines = document.text.split("\n")[start - 1 :]
    return next((start + at for at, line in enumerate(lines) if address in line), start)
