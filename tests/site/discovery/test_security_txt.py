"""``security.txt`` is what RFC 9116 asks, by its grammar; there is none without a true contact."""

import datetime as dt
import re
from pathlib import Path

import pytest

from generator.dossier.dossier import Dossier
from generator.site.discovery import security_txt
from generator.site.views.linker import Linker
from tests.conftest import TODAY, dossier_of, world_texts

SETTINGS = "content/dossier.yml"
FIELD = re.compile(r"(?P<name>[A-Za-z-]+): (?P<value>\S.*)")
"""A field of the grammar in section 4, of which the values have forms of their own."""
ONCE = {"Expires", "Preferred-Languages"}
"""Fields that may be there once at most: 2.5.5 and 2.5.8."""


def texts_with(old: str, new: str) -> dict[str, str]:
    texts = world_texts()
    assert texts[SETTINGS].count(old) == 1
    return {**texts, SETTINGS: texts[SETTINGS].replace(old, new)}


def text_of(dossier: Dossier) -> str:
    ((path, make),) = security_txt.outputs(Linker(dossier, TODAY))
    assert path == ".well-known/security.txt"  # section 3
    return make()


def fields(text: str) -> list[tuple[str, str]]:
    """The fields, in order; comments begin with a number sign (2.3)."""
    assert text.endswith("\n")
    text.encode("ascii")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    found = [FIELD.fullmatch(line) for line in lines]
    return [(each["name"], each["value"]) for each in found if each] if all(found) else []


def test_it_has_the_required_fields_once(world: Dossier) -> None:
    found = fields(text_of(world))
    names = [name for name, _ in found]

    assert dict(found) == {
        "Contact": "mailto:lek@stichting.example",
        "Expires": "2027-06-01T23:59:59Z",
        "Preferred-Languages": "nl, en",
        "Canonical": "https://waterplein.example/.well-known/security.txt",
    }
    assert {name: names.count(name) for name in ONCE} == dict.fromkeys(ONCE, 1)
    assert dt.datetime.fromisoformat(dict(found)["Expires"]).tzinfo is dt.UTC  # RFC 3339


def test_a_page_with_a_contact_is_named_as_it_is() -> None:
    page = "https://stichting.example/lek-melden"
    texts = texts_with("contact: lek@stichting.example", f"contact: {page}")

    assert ("Contact", page) in fields(text_of(dossier_of(texts)))


def test_a_site_below_a_path_says_where_the_file_belongs() -> None:
    """Section 3: the file is at the root of the host."""
    texts = texts_with("https://waterplein.example/", "https://waterplein.example/pleinen/water/")

    text = text_of(dossier_of(texts))

    place = "https://waterplein.example/.well-known/security.txt"
    assert ("Canonical", place) in fields(text)
    assert text.startswith(f"# Dit bestand hoort op {place}\n")


def test_an_address_without_https_is_not_canonical() -> None:
    """2.5.2: a web address in this field must begin with https."""
    texts = texts_with("address: https://waterplein", "address: http://waterplein")

    assert "Canonical" not in dict(fields(text_of(dossier_of(texts))))


def test_without_a_contact_there_is_no_file(frozen: Dossier) -> None:
    assert frozen.settings.security is None
    assert [*security_txt.outputs(Linker(frozen, TODAY))] == []


@pytest.mark.slow
def test_no_file_is_published_without_a_contact(site: Path) -> None:
    assert not (site / ".well-known").exists()
