"""Notices: what is no mistake in a source text, but what an editor should see."""

import json
from pathlib import Path

import pytest

from generator.build.check import CheckedContent, Content, check
from generator.checks import notices
from generator.dossier.loader import read
from generator.model import characters
from generator.parsing.content_files import CONFIGURATION, Tree
from generator.parsing.yaml_cache import YamlCache
from tests.conftest import TODAY, WORLD, problems_in, world_texts
from tests.model.test_characters import IDS, STARTS
from tests.support.command_line import run
from tests.support.frozen import configuration

CACHE = YamlCache()  # only the source text differs from test to test

SOURCE = "content/sources/notulen.txt"
SENTENCE = "elke bewoner"


def changed_world(old: str, new: str) -> dict[str, str]:
    """The small world with one text in its source replaced."""
    texts = world_texts()
    assert texts[SOURCE].count(old) == 1
    return {**texts, SOURCE: texts[SOURCE].replace(old, new)}


def checked(texts: dict[str, str]) -> CheckedContent:
    menu = {CONFIGURATION: configuration(WORLD)}
    return check(Content(Tree(texts), Tree(menu), read(texts, parse=CACHE.parse), CACHE), TODAY)


def test_an_unseen_character_in_a_source_is_a_notice_and_no_problem() -> None:
    texts = changed_world(SENTENCE, "elke\u202e bewoner")
    line = next(each for each in texts[SOURCE].split("\n") if "\u202e" in each)
    number = texts[SOURCE].split("\n").index(line) + 1

    result = checked(texts)

    assert result.problems == ()
    message = "hier staat een onzichtbaar teken (U+202E); op de site staat het niet"
    place = f"{SOURCE}:{number}:{line.index(chr(0x202E)) + 1}"
    assert [str(each) for each in result.notices] == [f"{place}: {message} [onzichtbaar-teken]"]


@pytest.mark.parametrize("character", STARTS, ids=IDS)
def test_a_quote_matches_a_line_with_an_unseen_character(character: str) -> None:
    """What nobody sees cannot be written in a quote, so the quote must match without it."""
    joined = characters.readable(f"elke{character}bewoner")
    texts = changed_world(SENTENCE, f"elke {character}bewoner" if " " not in joined else "x")
    if " " in joined:  # a character between words stands for a space
        texts = changed_world(SENTENCE, f"elke{character}bewoner")

    assert checked(texts).problems == ()
    found = [*notices.in_sources(texts)]
    assert len(found) == (character not in "\x0b\x0c\x85\xad\u2028\u2029")


def test_a_quote_matches_a_line_that_is_not_composed() -> None:
    texts = changed_world("een regenton", "e\u0301e\u0301n regenton")
    path = "content/themes/groen.yml"
    texts[path] = texts[path].replace("een regenton krijgen", "één regenton krijgen")

    assert {each.rule for each in problems_in(texts)} == {"gewijzigd"}


def test_without_unseen_characters_there_is_no_notice() -> None:
    assert checked(world_texts()).notices == ()


def test_every_format_shows_a_notice_and_succeeds(project: Path) -> None:
    path = project / "content/sources/slides.txt"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Verantwoordelijk", "\u200bVerantwoordelijk", 1),
        encoding="utf-8",
    )

    text = run(project, "check")
    annotation = run(project, "check", "--format", "github")
    json_report = run(project, "check", "--format", "json")

    assert [each.returncode for each in (text, annotation, json_report)] == [0, 0, 0]
    (notice,) = json.loads(json_report.stdout)["notices"]
    heading, line, carets = text.stderr.splitlines()
    place = f"{notice['path']}:{notice['line']}:{notice['column']}"
    assert heading == f"Let op: {place}: {notice['message']} [onzichtbaar-teken]"
    assert "<U+200B>Verantwoordelijk" in line
    assert carets.strip() == "^" * len("<U+200B>")
    assert annotation.stdout.startswith("::notice file=content/sources/slides.txt,line=")
    assert "\u200b" not in json_report.stdout
