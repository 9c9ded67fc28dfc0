"""Hosts that read ``_headers`` give the version of the API, and let other sites read it."""

from generator.site import headers
from generator.site.api.answers import VERSION
from generator.site.security_policy import NAME


def rules(text: str) -> dict[str, dict[str, str]]:
    """The headers for each address: an address, then lines that begin with a blank."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            found[[*found][-1]][name] = value
        else:
            found[line] = {}
    return found


def test_the_data_has_its_version_and_may_be_read_by_other_sites() -> None:
    found = rules(headers.file(["let x"], []))

    assert found.keys() == {"/*", "/api/*", "/data/catalogus.jsonld"}
    assert found["/*"].keys() == {NAME}
    assert found["/api/*"] == {"API-Version": VERSION, "Access-Control-Allow-Origin": "*"}
    assert found["/data/catalogus.jsonld"] == {"Content-Type": "application/ld+json"}
