"""What the middleware of the preview answers, for any server of files below it."""

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest

from generator.build.middleware import (
    BANNER_STYLE,
    LONGEST_PATH,
    also_under,
    cache_hashed_files,
    for_preview,
    only_files_inside,
    only_own_hosts,
    only_possible_paths,
    only_reading,
    show_problems,
    under_policy,
    without_body_for_head,
)

POLICY = "script-src 'self'; style-src 'self'; frame-ancestors 'none'"
META = '<meta http-equiv="Content-Security-Policy" content="script-src &#39;self&#39;">'
RELOAD = "\nlivereload(1, 2);\n"
PAGE = (
    f'<html><head><meta charset="utf-8">{META}</head><body>{META}<script>evil()</script>'
    f"<script>{RELOAD}</script></body></html>"
)


class Answer(NamedTuple):
    status: str
    headers: dict[str, str]
    body: bytes


def app_with(
    body: str = "x", status: str = "200 OK", content_type: str = "text/html"
) -> WSGIApplication:
    def app(_: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        length = ("Content-Length", str(len(body.encode())))
        start_response(status, [("Content-Type", content_type), length])
        return [body.encode()]

    return app


def ask(app: WSGIApplication, path: str = "/", method: str = "GET", **more: str) -> Answer:
    started: list[tuple[str, list[tuple[str, str]]]] = []
    environ = {"PATH_INFO": path, "REQUEST_METHOD": method, **more}
    body = app(environ, lambda *given: started.append(given))  # type: ignore[arg-type]
    ((status, headers),) = started
    assert len(dict(headers)) == len(headers), "a header is sent once"
    return Answer(status, dict(headers), b"".join(body))


@pytest.mark.parametrize(
    ("path", "status", "is_cached"),
    [
        ("/assets/javascripts/bundle.a5f9d56c.min.js", "200 OK", True),
        ("/assets/javascripts/bundle.a5f9d56c.min.js", "404 Not Found", False),
        ("/assets/site.css", "200 OK", False),
        ("/themas/", "200 OK", False),
    ],
)
def test_a_browser_caches_files_with_a_content_hash_in_their_name(
    path: str, status: str, *, is_cached: bool
) -> None:
    answer = ask(cache_hashed_files(app_with(status=status)), path)

    assert answer.status == status
    assert ("Cache-Control" in answer.headers) is is_cached


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"]
)
def test_a_request_under_a_name_of_this_machine_is_answered(host: str) -> None:
    assert ask(only_own_hosts(app_with(), 8000), HTTP_HOST=host).status == "200 OK"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8000",
        "evil.example",
        "localhost:8001",
        "localhost",
        "127.0.0.1.evil.example:8000",
        "localhost:8000.evil.example",
        "127.0.0.1:8000,evil.example",
        "127.0.0.2:8000",
        "0.0.0.0:8000",
        " localhost:8000",
        "",
        None,
    ],
)
def test_a_request_under_another_name_is_refused_in_words(host: str | None) -> None:
    names = {} if host is None else {"HTTP_HOST": host}

    answer = ask(only_own_hosts(app_with("draft"), 8000), **names)

    assert answer.status == "421 Misdirected Request"
    assert answer.body.decode() == "Dit voorbeeld staat alleen op http://127.0.0.1:8000/.\n"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_on_the_port_of_the_web_a_name_needs_no_port() -> None:
    assert ask(only_own_hosts(app_with(), 80), HTTP_HOST="localhost").status == "200 OK"


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", ""]
)
def test_only_reading_is_allowed(method: str) -> None:
    answer = ask(only_reading(app_with("draft")), method=method)

    assert answer.status == "405 Method Not Allowed"
    assert answer.headers["Allow"] == "GET, HEAD"
    assert b"draft" not in answer.body
    assert ask(only_reading(app_with("draft"))).body == b"draft"


@pytest.mark.parametrize("path", ["/\0", "/themas/\0.html", "/" + "a" * LONGEST_PATH])
def test_a_path_that_no_file_can_have_is_refused(path: str) -> None:
    assert ask(only_possible_paths(app_with()), path).status == "400 Bad Request"
    assert ask(only_possible_paths(app_with()), path.replace("\0", "")[:LONGEST_PATH]).body == b"x"


def test_head_has_the_headers_of_get_and_no_body() -> None:
    closed = []

    class Body(list[bytes]):
        def close(self) -> None:
            closed.append(True)

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return Body(app_with("text")(environ, start_response))

    answer = ask(without_body_for_head(app), method="HEAD")

    assert answer == ask(app)._replace(body=b"")
    assert closed == [True]
    assert ask(without_body_for_head(app)).body == b"text"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with links to a file beside it and to one inside it."""
    (tmp_path / "site/map").mkdir(parents=True)
    (tmp_path / "site/_headers").write_text(f"/*\n  Content-Security-Policy: {POLICY}\n")
    (tmp_path / "site-draft").mkdir()
    (tmp_path / "site-draft/index.html").write_text("outside")
    (tmp_path / "site/map/index.html").write_text("inside")
    (tmp_path / "site/buiten.html").symlink_to(tmp_path / "site-draft/index.html")
    (tmp_path / "site/buiten").symlink_to(tmp_path / "site-draft")
    (tmp_path / "site/binnen").symlink_to("map")
    (tmp_path / "site/rond").symlink_to("rond")
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("path", "is_answered"),
    [
        ("/", True),
        ("/map/", True),
        ("/map/nergens", True),
        ("/binnen/", True),
        ("/rond", True),  # the server finds no file there
        ("/../site-draft/", True),  # as the server reads it: /site-draft/ in the site
        ("/buiten.html", False),
        ("/buiten/", False),
        ("/buiten", False),
        ("/map/../buiten/index.html", False),
        ("//buiten/index.html", False),
        ("/buiten\xff/", False),  # the server ignores what is not UTF-8
    ],
)
def test_a_link_that_leads_outside_the_site_is_not_followed(
    path: str, site: Path, *, is_answered: bool
) -> None:
    answer = ask(only_files_inside(app_with("x"), site), path)

    assert answer.status == ("200 OK" if is_answered else "404 Not Found")


def test_a_site_that_is_a_link_itself_is_served(site: Path) -> None:
    link = site.with_name("link")
    link.symlink_to(site)

    assert ask(only_files_inside(app_with("x"), link), "/map/").status == "200 OK"


def source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_page_has_the_policy_of_the_site_and_allows_what_the_preview_adds(site: Path) -> None:
    answer = ask(under_policy(app_with(PAGE), site))

    assert answer.headers["Content-Security-Policy"] == (
        f"script-src 'self' {source(RELOAD)}; style-src 'self' {source(BANNER_STYLE)}; "
        "frame-ancestors 'none'"
    )
    assert answer.body.decode() == PAGE.replace(META, "", 1)
    assert answer.headers["Content-Length"] == str(len(answer.body))


@pytest.mark.parametrize(
    ("page", "status"),
    [
        (PAGE.replace("</body>", "<p></p></body>"), "200 OK"),
        (PAGE, "404 Not Found"),  # the server adds no script to this page
        ("</body>", "200 OK"),
        ("", "200 OK"),
    ],
)
def test_only_the_script_that_the_server_added_is_allowed(
    page: str, status: str, site: Path
) -> None:
    policy = ask(under_policy(app_with(page, status), site)).headers["Content-Security-Policy"]

    assert policy.startswith("script-src 'self'; ")


def test_a_page_without_an_end_gets_its_script_at_its_end(site: Path) -> None:
    answer = ask(under_policy(app_with(f"<p>x<script>{RELOAD}</script>"), site))

    assert source(RELOAD) in answer.headers["Content-Security-Policy"]


def test_a_site_of_an_earlier_version_gets_a_strict_policy(site: Path) -> None:
    (site / "_headers").unlink()

    policy = ask(under_policy(app_with(PAGE), site)).headers["Content-Security-Policy"]

    assert policy.startswith(f"default-src 'none'; script-src 'self' {source(RELOAD)}; ")


def test_only_pages_are_changed(site: Path) -> None:
    script = app_with(PAGE, content_type="application/javascript")

    assert ask(show_problems(under_policy(script, site), lambda: "x")) == ask(script)


def test_a_banner_has_the_problems_as_text(site: Path) -> None:
    problem = "</pre><script>1</script>"
    answer = ask(
        for_preview(app_with(PAGE), site, 8000, lambda: problem), HTTP_HOST="localhost:8000"
    )

    assert b"&lt;/pre&gt;&lt;script&gt;1&lt;/script&gt;</pre>" in answer.body
    assert problem.encode() not in answer.body
    assert f"<style>{BANNER_STYLE}</style>".encode() in answer.body
    assert source(BANNER_STYLE) in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Length"] == str(len(answer.body))


# Under a path -------------------------------------------------------------------------------------


def showing_its_path(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [environ["PATH_INFO"].encode()]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/afspraken/assets/a.css", "/assets/a.css"),
        ("/assets/a.css", "/assets/a.css"),
        ("/afspraken/", "/afspraken/"),  # a page of the site
        ("/afspraken/over/", "/over/"),
        ("/afspraken/nergens/", "/nergens/"),
        ("/nergens/", "/nergens/"),
        ("/afspraken/" + "a" * 1000, "/" + "a" * 1000),
    ],
)
def test_a_file_is_found_under_the_path_of_the_published_site(
    asked: str, found: str, tmp_path: Path
) -> None:
    for name in ("assets/a.css", "afspraken/index.html", "over/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")

    app = also_under(showing_its_path, tmp_path, "/afspraken/")

    assert ask(app, asked).body.decode() == found
    assert ask(also_under(showing_its_path, tmp_path, "/"), asked).body.decode() == asked
