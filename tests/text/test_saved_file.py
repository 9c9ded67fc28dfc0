"""The text of a saved page, whatever it was saved as; a file that is something else is refused."""

import gzip

import pytest

from generator.text import saved_file
from generator.text.saved_file import SavedFileError, form_of, lines

PAGE = b"""<!DOCTYPE html><html><head><title>Titel</title><style>p { color: red }</style></head>
<body><h1>De kop</h1><p>Een <b>vette</b>
zin.</p><script>alert("nee")</script><ul><li>Punt &amp; streep</li></ul></body></html>"""
SHOWN = ["De kop", "Een vette zin.", "Punt & streep"]


def pdf(words: str) -> bytes:
    """A PDF of one page, by the PDF Reference: five objects and the table of where they begin."""
    stream = f"BT /F1 24 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    end = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(content)
    return content + head + table + end


def archive(page: bytes) -> bytes:
    """A packed web archive with one page, by ISO 28500."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (
        len(page),
        page,
    )
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-11-27T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        "WARC-Target-URI: https://krant.example/\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0)


@pytest.mark.parametrize(
    ("name", "content", "form", "shown"),
    [
        ("a.html", PAGE, "html", SHOWN),
        ("a.HTM", b"<p>Zonder begin.</p>", "html", ["Zonder begin."]),
        ("a.txt", "\ufeffEén zin.\r\n\r\nTwee.\n".encode(), "text", ["Eén zin.", "Twee."]),
        ("a.txt", "Café".encode("cp1252"), "text", ["Café"]),
        ("a.pdf", pdf("Woorden op papier."), "pdf", ["Woorden op papier."]),
        ("a.warc.gz", archive(PAGE), "warc", SHOWN),
        ("a.warc", gzip.decompress(archive(PAGE)), "warc", SHOWN),
    ],
    ids=["page", "part of a page", "text", "old text", "pdf", "packed archive", "archive"],
)
def test_the_text_of_a_saved_file(name: str, content: bytes, form: str, shown: list[str]) -> None:
    assert form_of(name, content) == form
    assert lines(form, content) == shown


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.docx", b"PK", "de naam moet eindigen op"),
        ("a.pdf", PAGE, "dit bestand heet .pdf, maar is HTML"),
        ("a.html", pdf("x"), "dit bestand heet .html, maar is PDF"),
        ("a.txt", archive(PAGE), "dit bestand heet .txt, maar is een webarchief"),
        ("a.warc", b"Gewone woorden.", "dit bestand heet .warc, maar is tekst"),
    ],
    ids=["unknown", "page", "pdf", "archive", "text"],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    name: str, content: bytes, message: str
) -> None:
    with pytest.raises(SavedFileError, match=message):
        form_of(name, content)


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_file, "MAX_BYTES", 10)

    with pytest.raises(SavedFileError, match="groter dan"):
        form_of("a.txt", b"Meer dan tien.")


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("pdf", b"%PDF-1.4\nkapot"),
        ("pdf", pdf("x")[:200]),
        ("warc", b"WARC/1.0\r\nkapot"),
        ("warc", archive(PAGE)[:40]),
        ("html", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("text", b"  \n"),
    ],
    ids=["no pdf", "half a pdf", "no archive", "half an archive", "only a script", "only blanks"],
)
def test_a_file_without_text_that_can_be_read_is_refused(form: str, content: bytes) -> None:
    with pytest.raises(SavedFileError, match=r"niet te lezen|geen tekst"):
        lines(form, content)
