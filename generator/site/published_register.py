"""Compares a published site with its register, to find what was changed, moved or left out.

It needs nothing but the site: the register is published with it, each event seals the one before
it, and the page of each version shows the text and both codes.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.dossier import register_chain, register_files, urls
from generator.dossier.register import Event, Register, fingerprint
from generator.model import characters
from generator.text.html_text import HtmlText, normalized

Read = Callable[[str], str | None]
"""Gives the text of a file of the site by its path, ``id/naam/index.html``; None if it has none."""


@dataclass(frozen=True)
class Published:
    """What was found in a site."""

    register: Register
    differences: tuple[str, ...]
    """What differs, in Dutch."""


def verify(read: Read) -> Published:
    """Compare a site with the register that is published with it."""
    text = read(urls.REGISTER)
    if text is None:
        return Published(Register(), (f"{urls.REGISTER}: dit bestand ontbreekt",))
    register = register_files.parse(_files(text))
    found = (*_of_lines(register), *_of_head(read, text), *_of_pages(read, register))
    return Published(register, found)


def _files(text: str) -> dict[str, str]:
    """The lines of the register by the file of their name; a line without a hash begins a file."""
    found: dict[str, str] = {}
    path, name = "", ""
    for written in characters.lines(text):
        given, mark = _name_and_mark(written)
        if given != name or '"previous"' not in written:
            path, name = f"{register_files.FOLDER}/{given}-{mark}.jsonl", given
        found[path] = f"{found.get(path, '')}{written}\n"
    return found


def _name_and_mark(written: str) -> tuple[str, str]:
    """What the name of a file has of its first line: a name and the start of a fingerprint."""
    try:
        value = json.loads(written)
        return str(value["id"]), str(value["fingerprint"])[:8]
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", ""


# What differs -------------------------------------------------------------------------------------


def _of_lines(register: Register) -> Iterator[str]:
    for problem in register.problems:
        yield f"{urls.REGISTER}: een regel is niet te lezen: {problem.message}"
    for event in register.written:
        if event.fingerprint != fingerprint(event.text):
            yield f"{urls.REGISTER}: de tekst van {event.id} van {event.date} is gewijzigd"
    for event, _ in register_chain.breaks(register):
        before = f"vóór de regel van {event.id} van {event.date}"
        yield f"{urls.REGISTER}: {before} is een regel gewijzigd, verplaatst of weggehaald"


def _of_head(read: Read, text: str) -> Iterator[str]:
    page = read(urls.static_file_at(urls.address(urls.CITING)))
    codes = HtmlText(page or "").codes
    if register_chain.text_hash(text) not in codes:
        address = urls.address(urls.CITING)
        yield f"{address}: de code van het register is niet die van {urls.REGISTER}"


def _of_pages(read: Read, register: Register) -> Iterator[str]:
    for name, events in register.history.items():
        versions = register.versions(name)
        for each in versions:
            yield from _of_version(read, register, each.event, urls.version(name, each.number))
        for newest in versions[-1:]:
            yield from _of_text(read, newest.event, urls.permalink(name))
            if newest.event.is_statement and not events[-1].ends:
                yield from _of_place(read, newest.event, events[-1].place)


def _of_version(read: Read, register: Register, event: Event, path: str) -> Iterator[str]:
    yield from _of_text(read, event, path)
    page = read(path)
    codes = {event.fingerprint, register_chain.event_hash(register, event)}
    if page is not None and not codes <= HtmlText(page).codes:
        yield f"/{path}: hier staat een andere controlecode dan in het register"


def _of_text(read: Read, event: Event, path: str) -> Iterator[str]:
    page = read(path)
    if page is None:
        yield f"/{path}: deze pagina ontbreekt"
    elif normalized(event.text) not in HtmlText(page).quotes:
        yield f"/{path}: hier staan andere woorden dan in het register ({event.id})"


def _of_place(read: Read, event: Event, place: str) -> Iterator[str]:
    """A statement whose page has other words; later pages of a list are not read."""
    address, _, anchor = place.partition("#")
    page = read(urls.static_file_at(address))
    if page is None:
        yield f"{address}: deze pagina ontbreekt"
    elif f'id="{anchor}"' in page and normalized(event.text) not in HtmlText(page).words:
        yield f"{place}: hier staan andere woorden dan in het register"
