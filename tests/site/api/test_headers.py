"""Hosts that read ``_headers`` give the version of the API, and let other sites read it."""

from generator.site import headers
from generator.site.api.answers import VERSION
from tests.support.header_rules import headers_of

ABOUT_THE_API = ("API-Version", "Access-Control-Allow-Origin")


def test_the_data_has_its_version_and_may_be_read_by_other_sites() -> None:
    rules = headers.file(["let x"], [])
    of_data, of_page = headers_of(rules, "/api/v1/index.json"), headers_of(rules, "/afspraken/")

    assert {name: of_data[name] for name in ABOUT_THE_API} == {
        "API-Version": VERSION,
        "Access-Control-Allow-Origin": "*",
    }
    assert [name for name in ABOUT_THE_API if name in of_page] == []
