"""The form of web addresses, mail addresses, addresses on the site and plain lines."""

import re

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.scalars import (
    END_MARKS,
    Line,
    SitePath,
    is_plain,
    is_web_address,
    require_mail_address,
)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example",
        "http://a.example:8080/",
        "https://www.a-b.example/een/pad.html?x=1&y=%20#deel",
        "https://a.example/~naam/a_b,c;d=e+f!$*@:",
        "https://a.example?x",
        "https://127.0.0.1/",
    ],
)
def test_a_url_of_rfc_3986_is_a_web_address(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a.example",
        "//a.example",
        "ftp://a.example",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        " https://a.example",
        "https://a.example ",
        "https:///a",
        "https://",
        "https://u@a.example/",
        "https://u:p@a.example/",
        "https://a.example\\@b.example/",
        "https://[::1]/",
        "https://a..example/",
        "https://é.example/",
        "https://a.example/é",
        "https://a.example/%2",
        "https://a.example/%zz",
        "https://a.example:port/",
        *(f"https://a.example/{each}" for each in " \n\t\"'`()<>[]{}|\\^"),
        *(f"https://a.example/een{mark}" for mark in END_MARKS),
        *(f"https://a{each}.example/" for each in "\"'()<>"),
    ],
)
def test_another_text_is_no_web_address(text: str) -> None:
    assert not is_web_address(text)


@pytest.mark.parametrize("address", ["a@b.example", "a.b+c_d-e@b-c.example"])
def test_a_plain_mail_address_is_accepted(address: str) -> None:
    assert require_mail_address(address) == address


@pytest.mark.parametrize(
    "text", ["", "a", "a@", "@b", "a@b?bcc=c@d", "a@b,c@d", "a@b&x", "mailto:a@b", "a b@c", "a@b\n"]
)
def test_another_text_is_no_mail_address(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape("not an e-mail address")):
        require_mail_address(text)


@pytest.mark.parametrize("path", ["/", "/a/", "/a/b-c/#X-001", "/a/pagina-2/", "/#Wat-één"])
def test_an_address_on_the_site_is_accepted(path: str) -> None:
    assert TypeAdapter(SitePath).validate_python(path) == path


@pytest.mark.parametrize(
    "path", ["", "a/", "/a", "//a/", "/../", "/a/../../b/", "/./", "/%2e%2e/", "/a/#x#y", "/a\\b/"]
)
def test_a_path_that_may_lead_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(SitePath).validate_python(path)


@pytest.mark.parametrize("text", ["a\nb", "a\n\nb", "\na", "a\n\n"])
def test_a_line_has_no_line_end(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Line).validate_python(text)


def test_the_line_end_that_yaml_adds_to_a_block_is_dropped() -> None:
    assert TypeAdapter(Line).validate_python("een regel\n") == "een regel"


@pytest.mark.parametrize("text", ["Provincies & gemeenten", "Wat? 'Dit' (en dat)", "é – ’"])
def test_a_plain_line_is_the_same_in_html(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", ["a < b", "a > b", 'a "b"', "R&D", "&lt;", "a &#60;"])
def test_a_character_with_a_meaning_in_html_is_not_plain(text: str) -> None:
    assert not is_plain(text)
