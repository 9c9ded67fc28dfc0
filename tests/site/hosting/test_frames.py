"""The headers that hosts give an answer: only what is made for a frame may be in one."""

from collections.abc import Callable

import pytest

from generator.site.hosting import headers
from tests.support.header_rules import headers_of, headers_of_last_rule
from tests.support.policies import directives

RULES = headers.file(headers.rules([], ["scheme()"], ["p { color: red }"]))
POLICY = "Content-Security-Policy"
HeadersOf = Callable[[str, str], dict[str, str]]
HOSTS = [headers_of, headers_of_last_rule]
"""How Cloudflare Pages combines rules, and how Netlify does."""


@pytest.mark.parametrize("headers_of_host", HOSTS)
@pytest.mark.parametrize(
    "address",
    ["/", "/afspraken/ABC-001/", "/id/ABC-001/", "/id/ABC-001/v1/", "/id/kaart/", "/kaart/", "/x"],
)
def test_nobody_can_show_a_page_in_a_frame(headers_of_host: HeadersOf, address: str) -> None:
    found = headers_of_host(RULES, address)

    assert directives(found[POLICY])["frame-ancestors"] == {"'none'"}
    assert found["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("headers_of_host", HOSTS)
def test_everybody_can_show_a_statement_in_a_frame(headers_of_host: HeadersOf) -> None:
    found = headers_of_host(RULES, "/id/ABC-001/kaart/")

    assert "," not in found[POLICY], "a browser would apply two policies"
    assert directives(found[POLICY]) == {
        "default-src": {"'none'"},
        "style-src": {"'self'"},
        "base-uri": {"'none'"},
        "form-action": {"'none'"},
        "frame-ancestors": {"*"},
    }


def test_where_rules_are_combined_the_old_header_about_frames_is_gone() -> None:
    assert "X-Frame-Options" not in headers_of(RULES, "/id/ABC-001/kaart/")


def test_rules_are_combined_as_the_documentation_of_cloudflare_says() -> None:
    """After the examples at https://developers.cloudflare.com/pages/configuration/headers/."""
    rules = (
        "/*\n  X-Robots-Tag: noindex\n  Content-Security-Policy: default-src 'self';\n"
        "/static/*\n  X-Robots-Tag: nosnippet\n"
        "/*.jpg\n  ! Content-Security-Policy\n"
    )

    assert headers_of(rules, "/static/styles.css")["X-Robots-Tag"] == "noindex, nosnippet"
    assert POLICY in headers_of(rules, "/static/styles.css")
    assert POLICY not in headers_of(rules, "/static/image.jpg")
