"""What ``check`` prints to be pasted gives, once pasted, content without that problem."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
import yaml

from generator.dossier import register_files
from generator.dossier.citable import HOME
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.register import Event
from generator.editing import events
from generator.parsing.yaml_editor import format_value, format_words, quoted
from generator.parsing.yaml_reader import parse
from tests.checks.test_mistakes import messages, world_project

MENU = "mkdocs.yml"
CORRECTION = events.Change("redactioneel", dt.date(2020, 4, 6), "Duidelijker.")
TITLES = [
    "Vraag: antwoord",
    "Vraag:",
    "Nummer # één",
    'Zo "heet" het',
    "Zo 'heet' het",
    "- streepje",
    "* ster",
    "& en",
    "R&D en <b>vet</b>",
    "! uitroep",
    "% procent",
    "@ naam",
    "| streep",
    "> groter",
    "? vraag",
    "{accolade}",
    "`code`",
    "schuine \\ streep",
    "een, twee.",
    "ja",
    "yes",
    "No",
    "NULL",
    "2026",
    "1.10",
    "1e3",
    "0x1f",
    "2026-11-23",
    ".inf",
    "🚲 Fietsen",
    "de\u00a0vaste\u202fspatie",
    "Thema’s",
]
PLAIN_TITLES = [title for title in TITLES if not re.search(r'[<>"]|&(?! )', title)]


def remedy(texts: dict[str, str], start: str) -> str:
    """What the only message with this start tells to paste."""
    (found,) = [each for each in messages(texts) if start in each]
    return found.partition(start)[2].rpartition(" [")[0]


def with_page(title: str) -> dict[str, str]:
    """The small world with a page that is recorded, and that its menu does not have yet."""
    sections = "sections:\n  - slug: proefkop\n    heading: Kop\n    text: Tekst.\n"
    page = f"title: {quoted(title)}\nchanged: 2020-04-05\n{sections}"
    texts = {**world_project(), "content/pages/proef.yml": page}
    return texts | recorded(texts, lambda dossier: events.new(dossier, dossier.settings.changed))


def recorded(texts: dict[str, str], make: Callable[[Dossier], list[Event]]) -> dict[str, str]:
    """The files of the register with the events that are made of the content."""
    dossier = read({path: text for path, text in texts.items() if path != MENU}).dossier
    assert dossier
    return register_files.with_events(texts, dossier.register, make(dossier))


@pytest.mark.parametrize("title", TITLES)
def test_the_line_for_the_menu_can_be_pasted(title: str) -> None:
    texts = with_page(title)

    line = remedy(texts, "voeg toe: ")

    assert messages({**texts, MENU: texts[MENU].replace("\nnav:\n", f"\nnav:\n  {line}\n")}) == []
    ((name, path),) = yaml.safe_load(line)[0].items()
    assert path == "proef.md"
    assert name == title or title not in PLAIN_TITLES


@pytest.mark.parametrize("title", TITLES)
def test_the_name_for_an_entry_without_one_can_be_pasted(title: str) -> None:
    texts = with_page(title)
    nameless = texts[MENU].replace("\nnav:\n", "\nnav:\n  - proef.md\n")

    line = remedy({**texts, MENU: nameless}, "een naam: ")

    assert messages({**texts, MENU: nameless.replace("- proef.md", line)}) == []


@pytest.mark.parametrize("title", PLAIN_TITLES)
def test_the_name_of_the_site_can_be_pasted(title: str) -> None:
    texts = world_project()
    path = "content/dossier.yml"
    texts[path] = texts[path].replace("title: Het Waterplein", f"title: {quoted(title)}")

    texts |= recorded(texts, lambda dossier: events.changed(dossier, HOME, CORRECTION))

    line = remedy(texts, "zet hier: ")

    assert yaml.safe_load(line) == {"site_name": title}
    menu = texts[MENU].replace("site_name: Het Waterplein", line)
    found = messages({**texts, MENU: menu})
    assert [each for each in found if not each.endswith("[teken-op-papier]")] == []


@pytest.mark.parametrize("title", TITLES)
def test_the_line_for_the_register_can_be_pasted(title: str) -> None:
    texts = world_project()
    term = f"changed: 2020-04-05\nterm: {quoted(title)}\nmeaning: Proef.\nordinary: true\n"
    texts["content/terms/proef.yml"] = term

    path, _, line = remedy(texts, "of maak ").partition(" met deze regel: ")

    found = messages({**texts, path: f"{line}\n"})
    assert [each for each in found if not each.startswith("Let op")] == []


@pytest.mark.parametrize("text", [*TITLES, "zin", "2e-kamer", "ABC-001"])
def test_a_text_is_written_as_every_parser_reads_it(text: str) -> None:
    for written in (format_words(text), format_value(text)):
        for parser in (yaml.safe_load, yaml.full_load, lambda each: parse("", each).value):
            if text != "2026-11-23":  # a date is written as in all other content
                assert parser(f"naam: {written}") == {"naam": text}
