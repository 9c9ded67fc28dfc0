"""The part of nginx's configuration that differs by site; tests/build/test_nginx.py serves it."""

import pytest

from generator.site.hosting import nginx
from generator.site.hosting.headers import HeaderRule

RULES = (
    HeaderRule("/*", {"X-Frame": "none", "X-All": "a", "Content-Type": "x"}),
    HeaderRule("/kaart/*.html", {"X-Frame": "any"}),
    HeaderRule("/kaart/a.html", {"X-Frame": "one"}, removed=("X-All",)),
)
MAPS = """\
map $asked $header_x_frame {
    "/kaart/a.html" "one";
    "~^/kaart/.*\\.html$" "any";
    default "none";
}

map $asked $header_x_all {
    "/kaart/a.html" "";
    default "a";
}

map $asked $redirect {
    "/oud/" "/nieuw/#deel";
}
"""


def test_the_last_rule_that_matches_comes_first() -> None:
    assert nginx.maps(RULES, {"/oud/": "/nieuw/#deel"}) == MAPS


def test_each_header_is_added_once() -> None:
    assert nginx.add_headers(RULES) == (
        "add_header X-Frame $header_x_frame always;\nadd_header X-All $header_x_all always;\n"
    )


@pytest.mark.parametrize("value", ['a"b', "a$b", "a\\b", "a\nb"])
def test_a_value_that_nginx_would_read_as_its_own_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="a"):
        nginx.maps([HeaderRule("/*", {"X": value})], {})
