"""The security policy: the scripts of the theme run on every page, and no others."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.build.build import build
from generator.build.finish import finish, own_styles
from generator.site import security_policy
from generator.site.security_policy import (
    extended,
    from_headers_file,
    in_header,
    inline_scripts,
    policy,
)
from tests.support.built import built_world
from tests.support.incremental import DAY, files
from tests.support.policies import allowed, directives, policy_in, scripts_in, source

EXAMPLE = ("alert('Hello, world.');", "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='")
"""A script with its source, from https://www.w3.org/TR/CSP3/#external-hash."""
DIRECTIVES = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "connect-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'self'"},
}
IN_A_FRAME = {
    "default-src": {"'none'"},
    "style-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
"""What others may show in a frame needs its style alone."""
WITH_ITS_OWN_STYLE = "dossier.html"
"""It is read without the rest of the site."""
NOT_FOUND = "<script>scheme()</script><script>palette()</script>"


# The text of the policy ---------------------------------------------------------------------------


def test_the_policy_allows_what_the_site_needs_and_no_more() -> None:
    assert directives(policy()) == DIRECTIVES


def test_inline_scripts_and_styles_are_allowed_by_their_hash() -> None:
    script, expected = EXAMPLE

    assert directives(policy([script, script])) == {
        **DIRECTIVES,
        "script-src": {*DIRECTIVES["script-src"], expected},
    }
    assert directives(policy(styles=[script]))["style-src"] == {"'self'", expected}
    assert directives(extended(policy(), [script])) == directives(policy([script]))
    assert directives(extended(policy(["x"]), styles=[script])) == directives(
        policy(["x"], [script])
    )


def test_only_inline_scripts_without_a_type_count() -> None:
    page = """<script src="x.js">a</script><script type="application/json">b</script>
    <SCRIPT>c<b></SCRIPT><script async>d</script><!-- <script>e</script> -->
    <title><script>f</script></title><p title="<script>g</script>">"""

    assert inline_scripts(page) == ("c<b>", "d")


def test_the_headers_allow_the_scripts_of_all_pages() -> None:
    scripts = inline_scripts(NOT_FOUND)

    found = in_header(scripts)

    assert allowed(found) == {source("scheme()"), source("palette()")}
    assert directives(found).keys() == DIRECTIVES.keys() | {"frame-ancestors"}
    assert directives(found)["frame-ancestors"] == {"'none'"}
    assert from_headers_file(f"/*\n  Content-Security-Policy: {found}\n  X: y\n") == found
    assert from_headers_file("/*\n  X: y\n") == ""


# The site -----------------------------------------------------------------------------------------


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_world(tmp_path_factory, tmp_path)


def html_files(folder: Path) -> dict[str, BeautifulSoup]:
    return {
        name: BeautifulSoup(content, "html.parser")
        for name, content in files(folder).items()
        if name.endswith(".html")
    }


def test_every_page_has_a_policy_that_allows_its_scripts(built: Path) -> None:
    pages = html_files(built / "site")
    header = from_headers_file((built / "site/_headers").read_text(encoding="utf-8"))

    assert len({name.count("/") for name in pages}) >= 4
    assert len(allowed(header)) >= 1
    assert len(header) < 2000  # the longest line that Cloudflare Pages reads
    for name, page in pages.items():
        found = policy_in(page)
        if name.endswith("/kaart/index.html"):
            assert directives(found) == IN_A_FRAME, name
            continue
        assert allowed(found) == scripts_in(page), name
        assert allowed(found) <= allowed(header), name
        styles = {source(style.get_text()) for style in page.find_all("style")}
        assert directives(found)["style-src"] == DIRECTIVES["style-src"] | styles, name
        assert directives(found)["style-src"] <= directives(header)["style-src"], name
        own = {"script-src", "style-src"}
        assert {k: v for k, v in directives(found).items() if k not in own} == {
            k: v for k, v in DIRECTIVES.items() if k not in own
        }, name


def test_no_page_needs_inline_styles_or_handlers(built: Path) -> None:
    """Charts are styled by classes."""
    for name, page in html_files(built / "site").items():
        assert bool(page.find_all("style")) == (name == WITH_ITS_OWN_STYLE), name
        assert page.find_all(style=True) == [], name
        attributes = {key for tag in page.find_all() for key in tag.attrs}
        assert {key for key in attributes if key.startswith("on")} == set(), name
        hrefs = [str(link["href"]) for link in page.find_all(href=True)]
        assert [href for href in hrefs if href.lower().startswith("javascript:")] == [], name


INJECTED = "<script>window.injected = 1</script>"


@pytest.mark.parametrize("place", ["<h1", "</head>", '<meta name="viewport"'])
def test_a_script_that_gets_into_a_page_is_not_allowed(place: str, built: Path) -> None:
    """Nor does a policy that gets into a page replace that of the site."""
    folder, own = built / "build/site", "<meta http-equiv='content-security-policy' content='x'>"
    meta = security_policy.meta(policy_in(html_files(folder)["over/index.html"]))
    page = folder / "over/index.html"
    text = page.read_text(encoding="utf-8")
    before = (folder / "_headers").read_bytes()
    unfinished = text.replace(meta, "").replace(place, f"{own}{INJECTED}{place}", 1)
    page.write_text(unfinished, encoding="utf-8")

    assert finish(folder, ["over/index.html"], styles=own_styles(built)) == {"over/index.html"}

    assert page.read_text(encoding="utf-8") == text.replace(place, f"{own}{INJECTED}{place}", 1)
    assert (folder / "_headers").read_bytes() == before


def test_a_site_under_a_path_allows_the_scripts_of_its_pages(
    built: Path,
) -> None:
    for name in ("mkdocs.yml", "content/dossier.yml"):
        file = built / name
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("waterplein.example/", "waterplein.example/pad/"), "utf-8")
    assert build(built, DAY).problems == ()

    site = built / "site"
    header = (site / "_headers").read_text(encoding="utf-8")
    assert header.startswith("/*\n")
    for page in html_files(site).values():
        assert scripts_in(page) == allowed(policy_in(page))
        assert scripts_in(page) <= allowed(from_headers_file(header))
