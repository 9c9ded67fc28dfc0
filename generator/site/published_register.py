"""Compares a published site with its register, to find what was changed, moved or left out.

It needs nothing but the site: the register is published with it, each event seals the one before
it, and the page of each version shows the text and both codes.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.dossier import register_chain, register_files, urls
from generator.dossier.citable import group_name
from generator.dossier.register import Event, Register, fingerprint
from generator.model import characters
from generator.site.views.progress import LABELS, NOTHING_KNOWN, UNDECIDED
from generator.text.html_text import HtmlText, normalized

Read = Callable[[str], str | None]
"""Gives the text of a file of the site by its path, ``id/naam/index.html``; None if it has none."""
Pages = Callable[[str], HtmlText | None]
"""Gives what a page of the site shows, by its path; None if there is no such page."""
_KEPT_PAGES = 100
"""The number of parsed pages in the cache: many texts are on the same page."""


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
    register, pages = register_files.parse(_files(text)), _pages(read)
    found = (*_of_lines(register), *_of_head(pages, text), *_of_names(pages, register))
    return Published(register, found)


def _pages(read: Read) -> Pages:
    @lru_cache(maxsize=_KEPT_PAGES)
    def page(path: str) -> HtmlText | None:
        html = read(path)
        return None if html is None else HtmlText(html)

    return page


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


def _of_head(pages: Pages, text: str) -> Iterator[str]:
    address = urls.address(urls.CITING)
    page = pages(urls.static_file_at(address))
    if page is None:
        yield f"{address}: deze pagina ontbreekt"
    elif register_chain.text_hash(text) not in page.codes:
        yield f"{address}: de code van het register is niet die van {urls.REGISTER}"


def _of_names(pages: Pages, register: Register) -> Iterator[str]:
    for name, events in register.history.items():
        versions = register.versions(name)
        for each in versions:
            yield from _of_version(pages, register, each.event, urls.version(name, each.number))
        for newest in versions[-1:]:
            yield from _of_text(pages, newest.event, urls.permalink(name))
            if not events[-1].ends:
                yield from _of_place(pages, newest.event, events[-1].place)
                yield from _of_status(pages, register, newest.event)


def _of_version(pages: Pages, register: Register, event: Event, path: str) -> Iterator[str]:
    yield from _of_text(pages, event, path)
    codes = {event.fingerprint, register_chain.event_hash(register, event)}
    if (page := pages(path)) and not codes <= page.codes:
        yield f"/{path}: hier staat een andere controlecode dan in het register"


def _of_text(pages: Pages, event: Event, path: str) -> Iterator[str]:
    page = pages(path)
    if page is None:
        yield f"/{path}: deze pagina ontbreekt"
    elif normalized(event.text) not in page.quotes:
        yield f"/{path}: hier staan andere woorden dan in het register ({event.id})"


def _of_place(pages: Pages, event: Event, place: str) -> Iterator[str]:
    """A text whose page has other words; later pages of a list are not read.

    A file has no words to compare, and a group without members only an anchor.
    """
    address, _, anchor = place.partition("#")
    if not address.endswith("/") or event.id.startswith(group_name("")):
        return
    page = pages(urls.static_file_at(address))
    if page is None:
        yield f"{address}: deze pagina ontbreekt"
    elif anchor in page.anchors and normalized(event.text) not in page.words:
        yield f"{place}: hier staan andere woorden dan in het register"


def _of_status(pages: Pages, register: Register, event: Event) -> Iterator[str]:
    """A commitment that its own page or its permalink gives another status."""
    if not register.is_recorded_as_commitment(event.id):
        return
    status = register.recorded_status(event.id)
    labels = [LABELS[status]] if status else [LABELS[UNDECIDED], LABELS[NOTHING_KNOWN]]
    for path, before in (
        (urls.permalink(event.id), "Status"),
        (urls.static_file_at(urls.commitment_address(event.id)), normalized(event.text)),
    ):
        page = pages(path)
        if page is None:
            yield f"/{path}: deze pagina ontbreekt"
        elif not any(f"{before} {label}" in page.words for label in labels):
            yield f"/{path}: hier staat een andere status dan in het register ({event.id})"
