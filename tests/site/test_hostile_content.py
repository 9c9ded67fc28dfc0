"""Content is text wherever it is shown: what ``check`` accepts adds only words to a page."""

import codecs
import csv
import gzip
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import bibtexparser
import feedparser
import odfdo
import openpyxl
import pytest
import rispy
from bs4 import BeautifulSoup, Tag
from csvw import TableGroup
from icalendar import Calendar
from markdown_it import MarkdownIt

from tests.support.hostile import PAYLOADS, SITES, Sites, Structure, hostile_sites, structure, trial
from tests.support.linked_data import graph, graph_of_schema_org

Records = Iterator[tuple[tuple[str, str], int]]

pytestmark = pytest.mark.slow


@pytest.fixture(params=SITES)
def sites(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The small world with a payload in every place that accepts it, and with harmless words."""
    return hostile_sites(request.param, tmp_path_factory)


def test_hostile_content_adds_only_words_to_a_page(sites: Sites) -> None:
    found, expected = map(structures, sites)

    assert len(found) > 100
    assert found.keys() == expected.keys()
    for address in found:
        assert found[address] == expected[address], address


def structures(site: Path) -> dict[str, Structure]:
    return {
        path.relative_to(site).as_posix(): structure(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }


def test_hostile_content_adds_no_record_to_other_formats(sites: Sites) -> None:
    found, expected = map(records_of_other_formats, sites)

    assert {name for name, _ in found} >= {
        "api",
        "atom",
        "bibtex",
        "csv",
        "csvw",
        "embed",
        "ics",
        "json",
        "json-ld",
        "markdown file",
        "ods",
        "ris",
        "search",
        "svg",
        "xlsx",
    }
    assert found == expected


def records_of_other_formats(site: Path) -> Counter[tuple[str, str]]:
    """How many records each file that is not HTML has, as a parser that others wrote reads it."""
    return Counter({key: count for reader in READERS for key, count in reader(site)})


def atom(site: Path) -> Records:
    for path in site.rglob("*.atom"):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo
        tags = Counter(each.tag for each in ET.parse(path).iter())  # noqa: S314  (our own)
        yield ("atom", str(path.relative_to(site))), len(feed.entries)
        yield from ((("atom", f"{path.relative_to(site)} {tag}"), n) for tag, n in tags.items())


def ics(site: Path) -> Records:
    for path in site.rglob("*.ics"):
        calendar = Calendar.from_ical(path.read_bytes())
        properties = Counter(f"{each.name} {key}" for each in calendar.walk() for key in each)
        yield from ((("ics", name), count) for name, count in properties.items())


def tables(site: Path) -> Records:
    for path in site.rglob("*.csv"):
        rows = rows_of(path.read_bytes())
        yield ("csv", str(path.relative_to(site))), len(rows)
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if re.match(r"\s*[=+\-@\t\r]", cell)] == []


def rows_of(data: bytes) -> list[list[str]]:
    """The rows of a table, or of its copy for Excel."""
    is_for_excel = data.startswith(codecs.BOM_UTF16_LE)
    text = data.decode("utf-16" if is_for_excel else "utf-8-sig")
    return [*csv.reader(io.StringIO(text, newline=""), "excel-tab" if is_for_excel else "excel")]


def workbooks(site: Path) -> Records:
    for path in site.rglob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path):
            cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
            yield ("xlsx", sheet.title), sheet.max_row
            yield ("xlsx", f"{sheet.title} cells"), len(cells)
            assert "f" not in {cell.data_type for cell in cells}
    for path in site.rglob("*.ods"):
        for table in odfdo.Document(path).body.get_tables():
            cells = [cell for row in table.rows for cell in row.cells]
            yield ("ods", f"{table.name} rows"), len(table.rows)
            yield ("ods", f"{table.name} cells"), sum(cell.type is not None for cell in cells)
            assert [cell for cell in cells if cell.formula] == []


def described(site: Path) -> Records:
    for path in site.glob("data/metadata.json"):
        tables = TableGroup.from_file(path).tables
        yield from ((("csvw", str(each.url)), len([*each.iterdicts()])) for each in tables)


def citations(site: Path) -> Records:
    paths = (each for each in site.glob("id/**/index.html") if each.parent.name != "kaart")
    for path in paths:
        page, name = BeautifulSoup(path.read_bytes(), "html.parser"), str(path.relative_to(site))
        _, markdown, bibtex, ris = (each.get_text() for each in page.select("pre.citation"))
        references = rispy.loads(f"{ris}\n")
        yield ("ris", f"{name} {sorted(references[0])}"), len(references)
        entries = bibtexparser.loads(bibtex).entries
        yield ("bibtex", f"{name} {sorted(entries[0])}"), len(entries)
        tokens = MarkdownIt().parse(markdown)[1].children or []
        yield ("markdown", f"{name} {[each.type for each in tokens if each.nesting == 1]}"), 1


def embeds(site: Path) -> Records:
    for path in site.glob("id/*/index.html"):
        for code in BeautifulSoup(path.read_bytes(), "html.parser").select("pre.embed"):
            (frame,) = BeautifulSoup(code.get_text(), "html.parser").contents
            assert isinstance(frame, Tag)
            yield ("embed", f"{path.relative_to(site)} {frame.name} {[*frame.attrs]}"), 1
            assert frame.contents == []


def drawings(site: Path) -> Records:
    for path in site.rglob("*.html"):
        for drawing in re.findall(r"<svg viewBox=.*?</svg>", path.read_text(encoding="utf-8")):
            tags = Counter(each.tag for each in ET.fromstring(drawing).iter())  # noqa: S314
            yield from ((("svg", f"{path.relative_to(site)} {tag}"), n) for tag, n in tags.items())


def searched(site: Path) -> Records:
    for path in site.rglob("*.json"):
        json.loads(path.read_bytes())
        yield ("json", path.name if "entry" in path.name else "others"), 1
    found = [gzip.decompress(path.read_bytes()) for path in site.rglob("*.pf_fragment")]
    values = [json.loads(each.partition(b"{")[1] + each.partition(b"{")[2]) for each in found]
    keys = Counter(key for value in values for key in json.loads(value["meta"]["record"]))
    yield ("search", "fragments"), len(values)
    yield from ((("search", key), count) for key, count in keys.items())


def api(site: Path) -> Records:
    for path in site.glob("api/**/*.json"):
        name = str(path.relative_to(site))
        keys = Counter(keys_in(json.loads(path.read_bytes())))
        yield from ((("api", f"{name} {key}"), count) for key, count in keys.items())


def keys_in(value: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401  (any JSON)
    """Where each value in JSON is: every key path, once for each time it occurs."""
    yield f"{key} {type(value).__name__}"
    for name, each in value.items() if isinstance(value, dict) else ():
        yield from keys_in(each, f"{key}.{name}")
    for each in value if isinstance(value, list) else ():
        yield from keys_in(each, f"{key}[]")


def linked_data(site: Path) -> Records:
    for path in site.rglob("*.html"):
        page, name = BeautifulSoup(path.read_bytes(), "html.parser"), str(path.relative_to(site))
        for each in page.find_all("script", type="application/ld+json"):
            found = graph_of_schema_org(json.loads(each.get_text()))
            counts = Counter(str(predicate) for predicate in found.predicates(unique=False))
            yield from ((("json-ld", f"{name} {key}"), n) for key, n in counts.items())


def texts(site: Path) -> Records:
    for name in ("dossier.md", "llms.txt"):
        tokens = MarkdownIt().parse((site / name).read_text(encoding="utf-8"))
        parts = [part for token in tokens for part in (token, *(token.children or ()))]
        found = Counter(part.type for part in parts if not part.type.startswith("text"))
        yield from ((("markdown file", f"{name} {key}"), n) for key, n in found.items())


def catalogue(site: Path) -> Records:
    found = graph((site / "data/catalogus.jsonld").read_text(encoding="utf-8"))
    counts = Counter(str(predicate) for predicate in found.predicates(unique=False))
    yield from ((("json-ld", f"catalogus {key}"), count) for key, count in counts.items())


READERS = (
    api,
    atom,
    ics,
    tables,
    workbooks,
    described,
    catalogue,
    citations,
    drawings,
    embeds,
    linked_data,
    searched,
    texts,
)


def test_every_payload_is_on_a_site() -> None:
    texts = " ".join(site.hostile for site in SITES.values())

    assert [name for name, payload in PAYLOADS.items() if payload.hostile not in texts] == []


@pytest.mark.parametrize("name", ["html", "markdown", "templates"])
def test_most_kinds_of_fields_are_hostile(name: str) -> None:
    accepted = {place.kind for place in trial(SITES[name].hostile).accepted}

    assert len(accepted) > 70
    assert {"Statement.text", "Party.names", "Settings.summary", "Theme.title"} <= accepted
