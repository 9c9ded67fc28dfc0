"""The text of a file that someone saved as evidence: HTML, PDF, plain text or a web archive."""

import io
from collections.abc import Iterator
from pathlib import PurePath

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from generator.text.html_text import HtmlText, normalized

FORMS = {
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".txt": "text",
    ".warc": "warc",
    ".gz": "warc",
}
"""What a file must be, by the end of its name."""
NAMES = {"html": "HTML", "pdf": "PDF", "text": "tekst", "warc": "een webarchief (WARC)"}
MAX_BYTES = 50_000_000
MAX_PAGES = 2_000


class SavedFileError(Exception):
    """The file cannot be kept; the message says why, in Dutch."""


def form_of(name: str, content: bytes) -> str:
    """What a file is: ``html``, ``pdf``, ``text`` or ``warc``.

    Raises:
        SavedFileError: it is something else than the end of its name says.

    """
    ending = PurePath(name).suffix.lower()
    if ending not in FORMS:
        raise SavedFileError(f"de naam moet eindigen op {', '.join(FORMS)}")
    if len(content) > MAX_BYTES:
        raise SavedFileError(f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB")
    named, found = FORMS[ending], _form(content)
    if named != found and not (named == "html" and found == "text"):
        raise SavedFileError(f"dit bestand heet {ending}, maar is {NAMES[found]}")
    return named


def _form(content: bytes) -> str:
    start = content[:1024].lstrip()
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"WARC/") or content.startswith(b"\x1f\x8b"):
        return "warc"
    is_page = start[:15].lower().startswith((b"<!doctype html", b"<html", b"<?xml"))
    return "html" if is_page else "text"


def lines(form: str, content: bytes) -> list[str]:
    """The text of a file of some form, a line for each paragraph, without empty lines.

    Raises:
        SavedFileError: it cannot be read, or has no text.

    """
    found = [normalized(each) for each in _LINES[form](content)]
    if not any(found):
        raise SavedFileError("hier staat geen tekst in; bewaar de pagina als tekst")
    return [each for each in found if each]


def _of_html(content: bytes) -> list[str]:
    return HtmlText(_decoded(content)).lines


def _of_text(content: bytes) -> list[str]:
    return _decoded(content).splitlines()


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _of_pdf(content: bytes) -> list[str]:
    try:
        pages = PdfReader(io.BytesIO(content)).pages[:MAX_PAGES]
        return [line for page in pages for line in page.extract_text().splitlines()]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SavedFileError("deze PDF is niet te lezen; bewaar de tekst als .txt") from error


def _of_archive(content: bytes) -> list[str]:
    try:
        return [line for page in _archived_pages(content) for line in _of_html(page)]
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise SavedFileError("dit webarchief is niet te lezen; bewaar de pagina los") from error


def _archived_pages(content: bytes) -> Iterator[bytes]:
    for record in ArchiveIterator(io.BytesIO(content)):
        headers = record.http_headers
        kind = headers.get_header("Content-Type", "") if headers else ""
        if record.rec_type == "response" and kind.startswith(("text/html", "text/plain")):
            yield record.content_stream().read(MAX_BYTES)


_LINES = {"html": _of_html, "pdf": _of_pdf, "text": _of_text, "warc": _of_archive}
