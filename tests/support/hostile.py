"""The small world with hostile text in every field that accepts it.

The fields are found by walking the records, so a new field is in by itself. What a rule compares
with a source, such as a name or a quotation, is hostile in the source as well.
"""

import copy
import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
import yaml

from generator.build.build import build
from generator.build.check import check_menu
from generator.checks.runner import WORDING_RULES, check
from generator.dossier.content_folder import is_source_text
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing.events import RESOLVED_BY_RECORDING
from generator.model import limits
from generator.model.traversal import KeyPath, fields_with_records
from generator.parsing import yaml_reader
from generator.parsing.content_files import CONFIGURATION
from generator.parsing.problem import Problem
from generator.parsing.yaml_cache import YamlCache
from tests.conftest import WORLD, dossier_of, world_texts
from tests.support.frozen import configuration
from tests.support.incremental import DAY, record_changes, world_project
from tests.support.sharing import made_once

HARMLESS = "·onschuldig·"


class Payload(NamedTuple):
    hostile: str
    harmless: str = HARMLESS
    """What must give pages of the same structure."""


RUN = "pwned()"
"""A call that the browser test notices."""
HOST = "https://evil.invalid"
PAYLOADS = {
    "tags": Payload(f"<script>{RUN}</script><img src=x onerror={RUN}><svg/onload={RUN}><b>"),
    "quotes": Payload(f"\"><svg onload=\"{RUN}\">'><i onmouseover='{RUN}'>\" onfocus={RUN} x='"),
    "links": Payload(
        f"[k](javascript:{RUN}) [k](JaVaScRiPt&colon;{RUN}) [k](data:text/html,<b>) "
        f"<javascript:{RUN}> <{HOST}/> [k]: {HOST}/ [k][k] [k](&#106;avascript:{RUN})"
    ),
    "images": Payload(f"![a]({HOST}/p.png)!", f"·[a]({HOST}/p.png)·"),
    "attributes": Payload(
        f"{{: onclick={RUN} }} {{ .x onclick='{RUN}' #x }} {{#x}} <a markdown=1>"
    ),
    "templates": Payload("{{ 7*7 }}{% for x in y %}{# c #}{{ config }}${7*7}#{7*7}<%= 7 %>"),
    "preprocessors": Payload(
        '--- title: x --- --8<-- "/etc/passwd" {!/etc/passwd!} *[HTML]: x [^1]'
    ),
    "references": Payload(
        f"&lt;script&gt;{RUN}&lt;/script&gt; &#x3C;b&#x3E; &quot;&amp;&nbsp;&#0;"
    ),
    "ends": Payload(
        "]]> <![CDATA[ x --> <!-- <?php ?> </script></style></pre></svg></title> \\}} %"
    ),
    "formulas": Payload(f'=HYPERLINK("{HOST}";"x") -1+1 @x'),
    "lines": Payload(
        "x\n\n# kop\n\n- punt\n> punt\n\nEND:VEVENT\nBEGIN:VEVENT\n1. x\n\n    <b>x",
        "x\n\nx\n\nx\nx\n\nx\nx\nx\n\nx",
    ),
}
SITES = {
    "html": Payload(" ".join(PAYLOADS[name].hostile for name in ("formulas", "tags", "quotes"))),
    "markdown": Payload(
        " ".join(PAYLOADS[name].hostile for name in ("attributes", "references", "ends"))
    ),
    "templates": Payload(
        " ".join(PAYLOADS[name].hostile for name in ("preprocessors", "templates"))
    ),
    **{name: PAYLOADS[name] for name in ("links", "images", "lines")},
    "words": Payload("w" * (limits.WORD - 15), "www"),  # they are put after words, too
}
"""The payloads by the site that is built with them: those that the same fields accept, together."""


@dataclass(frozen=True)
class Place:
    """A text in the content, with the kind of field that it is in."""

    path: str
    keys: KeyPath
    kind: str
    value: str


@cache
def world() -> Dossier:
    return dossier_of(world_texts())


@cache
def places() -> tuple[Place, ...]:
    """Every text in a field of a record of the small world."""
    return tuple(_places())


def _places() -> Iterator[Place]:
    for record in world().records:
        place = world().place(record)
        nested = fields_with_records(type(record))
        for name in type(record).model_fields.keys() - {*nested}:
            written = _at(place.document.value, place.keys).get(name)
            for path, value in _texts(written, (*place.keys, name)):
                kind = f"{type(record).__name__}.{name}"
                yield Place(place.document.path, path, kind, value)


def _texts(value: object, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The texts in a plain value that are not in a record of their own."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, list):
        yield from (((*keys, at), each) for at, each in enumerate(value) if isinstance(each, str))
    elif isinstance(value, dict):
        yield from (((*keys, key), each) for key, each in value.items() if isinstance(each, str))


def _at(value: Any, keys: KeyPath) -> Any:  # noqa: ANN401  (a plain value is anything)
    for key in keys:
        value = value[key]
    return value


def planted(texts: Mapping[str, str], values: Mapping[Place, str]) -> dict[str, str]:
    """Content with other texts in some places; its files become JSON, a line for each value."""
    documents: dict[str, Any] = {}
    for place, text in values.items():
        if place.path not in documents:
            parsed = yaml_reader.parse(place.path, texts[place.path])
            documents[place.path] = copy.deepcopy(parsed.value)
        _at(documents[place.path], place.keys[:-1])[place.keys[-1]] = text
    return {**texts, **{path: _json(value) for path, value in documents.items()}}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


class Trial(NamedTuple):
    """What ``check`` says of a text that is put in every place."""

    texts: dict[str, str]
    """Content with the text in the places that accept it, and mkdocs.yml."""
    accepted: Mapping[Place, str]
    refused: Mapping[Place, str]
    """The other places, each with the rule that refuses it there."""


def trial(text: str, where: Collection[Place] | None = None) -> Trial:
    """Put a text before and after every other text, or in its words if a source has them too.

    ``where`` are the places to try; by default all.
    """
    tried = places() if where is None else where
    quoted = {place: _in_words(place.value, text) for place in quoted_places() & {*tried}}
    around = {place: f"{text} {place.value} {text}" for place in tried if place not in quoted}
    if "\n" in text:  # other lines of a source would become quoted ones
        found = _without_refused(around | {each: f"{each.value}{text}" for each in quoted}, {})
    else:
        found = _without_refused(around | quoted, _sources(text))
    return found._replace(texts={**found.texts, CONFIGURATION: _configuration(found.texts, text)})


@cache
def quoted_places() -> frozenset[Place]:
    """The places of the kinds of which the words must occur in a source."""
    first = {place.kind: place for place in reversed(places())}
    cache = YamlCache()
    quoted = {kind for kind, place in first.items() if _is_quoted(place, cache)}
    return frozenset(place for place in places() if place.kind in quoted)


def _is_quoted(place: Place, cache: YamlCache) -> bool:
    texts = planted(world_texts(), {place: f"{place.value} {HARMLESS}"})
    rules = {problem.rule for problem in check(read(texts, parse=cache.parse), DAY)}
    return not rules.isdisjoint(QUOTING_RULES)


QUOTING_RULES = {"citaat", "overgeslagen-regel", "woorden-van-de-bron"} | {
    rule for rule, _ in WORDING_RULES
}


@cache
def _words() -> re.Pattern[str]:
    """Words of the quoted texts, at least one of each."""
    words = {max(re.findall(r"\w+", place.value), key=len) for place in quoted_places()}
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b")


def _in_words(value: str, text: str) -> str:
    """A value with a text after some words: what was part of another value still is."""
    return _words().sub(lambda word: f"{word[0]}{text}", value)


def _sources(text: str) -> dict[str, str]:
    sources = {path: each for path, each in world_texts().items() if is_source_text(path)}
    return {path: _in_words(each, text) for path, each in sources.items()}


def _without_refused(values: Mapping[Place, str], sources: Mapping[str, str]) -> Trial:
    values, refused, cache = dict(values), dict[Place, str](), YamlCache()
    while True:
        texts = planted({**world_texts(), **sources}, values)
        reading = read(texts, parse=cache.parse)
        problems = [each for each in check(reading, DAY) if each.rule not in RESOLVED_BY_RECORDING]
        if not problems:
            return Trial(texts, values, refused)
        found = {place: each.rule for each in problems for place in _refusing(each, values, texts)}
        assert found, problems
        refused |= found
        values = {place: value for place, value in values.items() if place not in found}


def _refusing(
    problem: Problem, values: Mapping[Place, str], texts: Mapping[str, str]
) -> Iterator[Place]:
    """The place that a problem is about: none, if it follows from other problems."""
    document = yaml_reader.parse(problem.path, texts[problem.path])
    here = (place for place in values if place.path == problem.path)
    return (each for each in here if document.position(each.keys)[0] == problem.line)


def _configuration(texts: Mapping[str, str], text: str) -> str:
    """mkdocs.yml with the name of the site, and with a text in the menu if that accepts it."""
    dossier = read(texts).dossier
    assert dossier
    value = yaml.safe_load(configuration(WORLD))
    value["site_name"] = dossier.settings.title
    menu = [{f"{title} {text}": page for title, page in entry.items()} for entry in value["nav"]]
    hostile = _json({**value, "nav": menu})
    return _json(value) if check_menu(hostile, dossier) else hostile


def build_world_with(text: str, tried: Trial, root: Path) -> None:
    """Build the small world as tried with a text."""
    world_project(root)
    for path, content in tried.texts.items():
        (root / path).write_text(content, encoding="utf-8")
    record_changes(root, note=" ".join(text.split()))
    assert build(root, DAY).problems == ()


class Sites(NamedTuple):
    hostile: Path
    harmless: Path


def hostile_sites(name: str, factory: pytest.TempPathFactory) -> Sites:
    """The site with payloads in every place that accepts them, and the one with harmless words."""
    hostile, harmless = SITES[name]
    tried = trial(hostile)
    expected = trial(harmless, tried.accepted)
    key = hashlib.sha256(repr(sorted(expected.texts.items())).encode()).hexdigest()[:12]
    return Sites(
        made_once(factory, f"hostile-{name}", partial(build_world_with, hostile, tried)) / "site",
        made_once(factory, f"harmless-{key}", partial(build_world_with, harmless, expected))
        / "site",
    )


# Comparing ----------------------------------------------------------------------------------------


Structure = Counter[tuple[object, ...]]


class _Reader(HTMLParser):
    """Counts the elements of a page with their attributes, and the targets of its links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Structure = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag, *sorted(name for name, _ in attrs)] += 1
        for name, value in attrs:
            if name in ("href", "src", "action", "srcset", "data", "xlink:href"):
                target = urlsplit((value or "").strip())
                self.found[name, target.scheme, target.netloc] += 1

    def handle_comment(self, data: str) -> None:
        self.found["comment", data] += 1

    def unknown_decl(self, data: str) -> None:
        self.found["declaration", data] += 1

    def handle_pi(self, data: str) -> None:
        self.found["instruction", data] += 1


def structure(html: str) -> Structure:
    """How often each element with its attributes, and each scheme and host, occurs in a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found
