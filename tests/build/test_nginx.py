"""The site as nginx serves it: the headers of every kind of file, errors, redirects."""

import http.client
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

import brotli
import pytest

from generator.site.security_policy import NAME
from tests.support.built import built_world
from tests.support.incremental import files
from tests.support.nginx import log_of, served_by_nginx
from tests.support.policies import directives

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "application/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "map": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "gz": "application/gzip",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "atom": "application/atom+xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "sha256": "text/plain; charset=utf-8",
    "jsonl": "application/x-ndjson; charset=utf-8",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Source: the media types that IANA lists."""
CSVW_METADATA = "data/metadata.json"
FOR_EXCEL = "data/excel/"
SECURITY = {
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}
OF_API = {
    "api-version": "1.0.0",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "API-Version",
}
FOR_A_MINUTE = "public, max-age=60"
FOR_A_YEAR = "public, max-age=31536000, immutable"
KEPT_COPY = "bronnen/krant/bewaarde-tekst.txt"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Served(NamedTuple):
    site: Path
    address: str

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path, exactly as it is written."""
        host = urlsplit(self.address).netloc
        with closing(http.client.HTTPConnection(host, timeout=10)) as connection:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            found = [(name.lower(), value) for name, value in answer.getheaders()]
            assert len(found) == len(dict(found)), "a header is there twice"
            return Answer(answer.status, dict(found), answer.read())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("nginx")
    site = built_world(tmp_path_factory, folder / "project") / "site"
    for name in (".git/config", ".env", ".well-known/security.txt"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("text\n")
    with served_by_nginx(site, folder / "release") as address:
        yield Served(site, address)


def served_files(served: Served) -> dict[str, bytes]:
    """The files that readers can ask for."""
    return {
        name: content
        for name, content in files(served.site).items()
        if name[0] not in "_." and name != "404.html"
    }


def test_every_file_has_its_type_and_its_headers(served: Served) -> None:
    found = served_files(served)

    for name, content in found.items():
        status, headers, body = served.ask(f"/{name}")
        assert (status, body) == (200, content), name
        suffix = PurePosixPath(name).suffix.removeprefix(".")
        if name != CSVW_METADATA and not name.startswith(FOR_EXCEL):
            assert headers["content-type"] == TYPES[suffix], name
        assert {key: headers.get(key) for key in SECURITY} == SECURITY, name
        assert directives(headers[NAME.lower()])["frame-ancestors"] == {"'none'"}, name
        expected = OF_API if name.startswith("api/") else dict.fromkeys(OF_API)
        assert {key: headers.get(key) for key in OF_API} == expected, name
        kept = FOR_A_YEAR if name.endswith((".min.js", ".min.css")) else FOR_A_MINUTE
        if "/lunr/" not in name:
            assert headers["cache-control"] == kept, name
    assert {PurePosixPath(name).suffix.removeprefix(".") for name in found} == TYPES.keys()


def test_a_description_of_tables_has_the_type_that_its_standard_asks_for(served: Served) -> None:
    """Source: https://www.w3.org/TR/tabular-data-model/#standard-path."""
    headers = served.ask(f"/{CSVW_METADATA}").headers

    assert headers["content-type"] == "application/csvm+json; charset=utf-8"


def test_a_table_for_excel_has_its_own_encoding(served: Served) -> None:
    names = [name for name in served_files(served) if name.startswith(FOR_EXCEL)]

    assert len(names) > 10
    for name in names:
        headers = served.ask(f"/{name}").headers
        assert headers["content-type"] == "text/csv; charset=utf-16", name
        assert headers["cache-control"] == FOR_A_MINUTE, name


def test_pages_have_addresses_that_end_in_a_slash(served: Served) -> None:
    assert served.ask("/over/").body == (served.site / "over/index.html").read_bytes()
    status, headers, _ = served.ask("/over")
    assert (status, headers["location"]) == (301, "/over/")


def test_only_what_is_made_for_it_can_be_shown_in_a_frame(served: Served) -> None:
    (embed, *_) = sorted((served.site / "id").glob("*/kaart/index.html"))
    address = f"/{embed.parent.relative_to(served.site).as_posix()}/"

    framed, page = served.ask(f"{address}?x=/y/").headers, served.ask("/over/").headers

    assert directives(framed[NAME.lower()])["frame-ancestors"] == {"*"}
    assert "x-frame-options" not in framed
    assert framed["x-content-type-options"] == "nosniff"
    assert directives(page[NAME.lower()])["frame-ancestors"] == {"'none'"}


@pytest.mark.parametrize(("encoding", "suffix"), [("br", "br"), ("gzip", "gz"), ("br, gzip", "br")])
def test_compressed_copies_are_served_as_they_are(
    encoding: str, suffix: str, served: Served
) -> None:
    status, headers, body = served.ask("/over/", **{"Accept-Encoding": encoding})

    assert status == 200
    assert headers["content-encoding"] == {"br": "br", "gz": "gzip"}[suffix]
    assert headers["vary"] == "Accept-Encoding"
    assert headers["content-type"] == TYPES["html"]
    release = served.site.parent.parent / "release"
    assert body == (release / f"www/over/index.html.{suffix}").read_bytes()
    if suffix == "br":
        assert brotli.decompress(body) == (served.site / "over/index.html").read_bytes()


def test_an_unchanged_file_is_not_sent_again(served: Served) -> None:
    tag = served.ask("/over/").headers["etag"]

    answer = served.ask("/over/", **{"If-None-Match": tag})

    assert (answer.status, answer.body) == (304, b"")


def test_an_unknown_address_gets_the_page_for_it(served: Served) -> None:
    page = (served.site / "404.html").read_bytes()
    for path in ("/niets", "/niets/", "/over/niets.html", "/_headers", "/_redirects", "/assets/"):
        status, headers, body = served.ask(path)
        assert (status, body) == (404, page), path
        assert {key: headers.get(key) for key in SECURITY} == SECURITY, path


@pytest.mark.parametrize("path", ["/.git/config", "/.env", "/over/.env", "/.well-known/../.env"])
def test_hidden_files_are_not_served(path: str, served: Served) -> None:
    assert served.ask(path).status == 404


def test_files_for_machines_are_served(served: Served) -> None:
    status, headers, body = served.ask("/.well-known/security.txt")

    assert (status, body) == (200, b"text\n")
    assert headers["content-type"] == TYPES["txt"]


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/over/../../../etc/passwd",
        "/..\\..\\etc\\passwd",
        "/over/%00",
        "//etc/passwd",
        "/over/....//....//etc/passwd",
    ],
)
def test_nothing_outside_the_site_is_served(path: str, served: Served) -> None:
    answer = served.ask(path)

    assert 400 <= answer.status < 500
    assert b"root:" not in answer.body


def test_a_former_address_redirects(served: Served) -> None:
    status, headers, _ = served.ask("/partijen/gw/")

    assert (status, headers["location"]) == (301, "/partijen/gemeente/")
    assert headers["strict-transport-security"]


def test_an_unknown_address_of_the_data_gets_a_problem_as_json(served: Served) -> None:
    """Source: RFC 9457."""
    for path in ("/api/v1/niets.json", "/api/v1/", "/api/", "/api/v1/partijen/niets.json"):
        status, headers, body = served.ask(path)
        assert status == 404, path
        assert headers["content-type"] == "application/problem+json; charset=utf-8"
        assert {key: headers.get(key) for key in OF_API} == OF_API, path
        problem = json.loads(body)
        assert problem["status"] == 404
        assert problem.keys() == {"type", "title", "status", "detail"}
    assert "/api/v1/index.json" in problem["detail"]
    assert served.ask("/api/v1/index.json").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_reading_is_possible(method: str, served: Served) -> None:
    assert served.ask("/", method).status == 405
    status, headers, body = served.ask("/api/v1/index.json", method)
    assert status == 405
    if method != "TRACE":  # which nginx refuses before anything else
        assert headers["content-type"] == "application/problem+json; charset=utf-8"
        assert json.loads(body)["status"] == 405


def test_head_has_the_headers_of_get_and_no_body(served: Served) -> None:
    answers = [served.ask("/over/", method) for method in ("GET", "HEAD")]

    dates = [answer.headers.pop("date") for answer in answers]
    assert len(dates) == 2
    assert answers[0].headers == answers[1].headers
    assert answers[1].body == b""


def test_what_was_kept_of_a_source_is_text_whatever_it_says(served: Served) -> None:
    headers = served.ask(f"/{KEPT_COPY}").headers

    assert headers["content-type"] == TYPES["txt"]
    assert headers["x-content-type-options"] == "nosniff"


def test_nginx_says_that_it_works_and_not_which_version_it_is(served: Served) -> None:
    status, headers, body = served.ask("/gezond")

    assert (status, body) == (200, b"in orde\n")
    assert headers["server"] == "nginx"


def test_no_address_of_a_reader_is_logged(served: Served) -> None:
    for path in ("/over/", "/niets/", "/api/niets.json", "/../x"):
        served.ask(path)

    log = log_of(served.site.parent.parent / "release").read_text()
    assert '"GET /over/ HTTP/1.1" 200' in log
    assert '"GET /niets/ HTTP/1.1" 404' in log
    assert "127.0.0.1" not in log
