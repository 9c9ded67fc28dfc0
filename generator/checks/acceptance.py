"""Warnings that editors have accepted: they are right after all, for a reason that is written down.

A file accepts a warning by its name and by what it is about: the statement or entry in the file, or
else the file itself.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.checks import Finding, TextLine
from generator.dossier.dossier import Dossier
from generator.model import Record, Stored
from generator.parsing.locations import Location
from generator.text.placeholders import REASON

RULE = "overbodig"
"""The name of the warning about an acceptance of what is no warning."""

Warned = tuple[str, Finding]
"""A warning with the name of its rule."""
_Key = tuple[str, str, str]
"""What is accepted: the path of the file, the name of the rule and what it is about."""


def unaccepted(dossier: Dossier, warnings: Iterable[Warned]) -> Iterator[Warned]:
    """The warnings that no file accepts, each with how to; and the acceptances of nothing."""
    accepted = {key: (file, at) for key, file, at in _acceptances(dossier)}
    used = set[_Key]()
    for rule, (record, keys, message) in warnings:
        if isinstance(record, TextLine):  # a text has no field in which to accept it
            yield rule, (record, keys, message)
            continue
        key = _key(dossier, rule, record)
        used.add(key)
        if key not in accepted:
            yield rule, (record, keys, f"{message}; {_how_to_accept(dossier, key)}")
    for key, (file, at) in accepted.items():
        if key not in used:
            yield RULE, (file, ("accepted", at), _unused(key))


def _acceptances(dossier: Dossier) -> Iterator[tuple[_Key, Stored, int]]:
    for file in dossier.stored:
        path = dossier.place(file).document.path
        for at, each in enumerate(file.accepted):
            yield (path, each.warning, each.about), file, at


def _key(dossier: Dossier, rule: str, record: Record) -> _Key:
    place = dossier.place(record)
    return place.document.path, rule, _subject(place)


def _subject(place: Location) -> str:
    """The number or slug of the record at a place, or of what it is a part of."""
    name, value = PurePosixPath(place.document.path).stem, place.document.value
    for key in place.keys:
        value = value[key]
        if isinstance(value, dict):
            name = value.get("id") or value.get("slug") or name
    return name


def _how_to_accept(dossier: Dossier, key: _Key) -> str:
    path, rule, subject = key
    entry = f'{{warning: {rule}, about: {subject}, why: "{REASON}"}}'
    file = next(each for each in dossier.stored if dossier.place(each).document.path == path)
    if file.accepted:
        return f"klopt het toch, zet dan in dit bestand bij 'accepted' ook: {entry}"
    return f"klopt het toch, zet dan onderaan dit bestand: accepted: [{entry}]"


def _unused(key: _Key) -> str:
    _, rule, subject = key
    return f"er is geen waarschuwing '{rule}' over {subject} (meer); haal dit weg"
