"""The rules of headers, in the format that hosts read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.api.answers import VERSION
from generator.site.hosting import headers
from generator.site.hosting.headers import HeaderRule
from generator.site.security_policy import NAME, in_header

HASHED = "assets/stylesheets/main.57a0d79d.min.css"
RULES = {
    each.addresses: each.headers
    for each in headers.rules([HASHED, "assets/site.css"], ["let x"], [])
}


def test_all_files_have_the_headers_of_security() -> None:
    assert RULES["/*"][NAME] == in_header(["let x"])
    assert RULES["/*"].keys() == {
        NAME,
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "X-Frame-Options",
    }


def test_the_data_has_its_version_and_may_be_read_by_other_sites() -> None:
    assert RULES["/api/*"] == {
        "API-Version": VERSION,
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "API-Version",
    }


def test_only_files_named_after_their_contents_may_be_kept_for_a_year() -> None:
    assert RULES[f"/{HASHED}"] == {"Cache-Control": "public, max-age=31536000, immutable"}
    assert {each for each in RULES if "Cache-Control" in RULES[each]} == {f"/{HASHED}"}


def test_descriptions_of_the_data_have_the_types_that_their_standards_ask_for() -> None:
    assert RULES["/data/catalogus.jsonld"] == {"Content-Type": "application/ld+json"}
    assert RULES["/data/metadata.json"] == {"Content-Type": "application/csvm+json"}


def test_tables_for_excel_have_their_own_encoding() -> None:
    assert RULES["/data/excel/*.csv"] == {"Content-Type": "text/csv; charset=utf-16"}


NAMES = st.from_regex(r"[A-Z][a-z]+(-[A-Z][a-z]+)?", fullmatch=True)
VALUES = st.from_regex(r"[!-~]([ -~]*[!-~])?", fullmatch=True)
ADDRESSES = st.from_regex(r"/[a-z/*.]*", fullmatch=True)


RULE = st.builds(HeaderRule, ADDRESSES, st.dictionaries(NAMES, VALUES), st.lists(NAMES).map(tuple))


@given(st.lists(RULE))
def test_rules_are_read_as_they_were_written(rules: list[HeaderRule]) -> None:
    assert list(headers.parse(headers.file(rules))) == rules


@pytest.mark.parametrize("text", ["  X: y\n", "/*\n  no header\n"])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"X|no header"):
        headers.parse(text)
