"""The PDFs: archivable and accessible as other programs see them, small, and the same each time."""

import re
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from generator.build import packs
from generator.build.errors import SiteError
from generator.build.typesetting import Typesetter
from generator.dossier.dossier import Dossier
from generator.site.packs import files
from generator.site.views.linker import Linker
from tests.conftest import TODAY
from tests.support.incremental import DAY, EDITS, record_changes, toggle, world_project
from tests.support.packs import compile_packs, elements, frozen_packs, world_packs

MOST_BYTES = 500_000
MOST_SECONDS = 2.0


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return frozen_packs(tmp_path_factory)


@pytest.fixture(scope="module")
def whole(pdfs: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(pdfs / "dossier.pdf") as document:
        yield document


@pytest.fixture(scope="module")
def text(pdfs: Path) -> str:
    return text_of(pdfs / "dossier.pdf")


def text_of(path: Path) -> str:
    """The words of a document without white space, as a line may end within a long word."""
    pages = pypdf.PdfReader(path).pages
    return squeezed("".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    return "".join(text.split())


# For archives and for everyone --------------------------------------------------------------------


def test_a_document_says_that_it_is_for_archives_and_for_everyone(pdfs: Path) -> None:
    found = sorted(pdfs.rglob("*.pdf"))

    assert len(found) == 1 + 4 + 25
    for path in found:
        with pikepdf.open(path) as document, document.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A"), path
            assert xmp["pdfuaid:part"] == "1"
            assert document.Root.Lang == "nl"
            assert document.Root.MarkInfo.Marked
            assert document.Root.ViewerPreferences.DisplayDocTitle
            assert str(document.docinfo["/Title"]).endswith(" – Afspraken regionale economie")
            assert str(document.docinfo["/CreationDate"]).startswith("D:20261123")


def test_the_bookmarks_are_the_headings(whole: pikepdf.Pdf, frozen: Dossier) -> None:
    with whole.open_outline() as outline:
        roots = [item.title for item in outline.root]
        marks = [item.title for item in walk(outline.root)]
    headings = [each for each in elements(whole) if re.fullmatch("/H[1-6]", str(each.S))]

    assert len(marks) == len(headings)
    assert {*(theme.title for theme in frozen.themes)} < {*roots}
    assert {*(squeezed(each.text) for each in frozen.commitments)} <= {*map(squeezed, marks)}
    assert roots[-2:] == ["Bronnen", "Zo verwijst u hiernaar"]


def walk(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from walk(item.children)


def test_levels_of_headings_follow_each_other(whole: pikepdf.Pdf) -> None:
    names = (str(each.S) for each in elements(whole))
    levels = [int(name[2:]) for name in names if re.fullmatch("/H[1-6]", name)]

    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_says_where_it_leads(whole: pikepdf.Pdf) -> None:
    annotations = [each for page in whole.pages for each in page.get("/Annots", [])]
    links = [each for each in annotations if each.Subtype == "/Link"]

    assert len(links) > 300
    assert all(str(each.Contents).strip() for each in links)


def test_every_table_has_header_cells_with_a_scope(whole: pikepdf.Pdf) -> None:
    kinds = Counter(str(each.S) for each in elements(whole))
    headers = [each for each in elements(whole) if each.S == "/TH"]
    attributes = [each.A if isinstance(each.A, pikepdf.Array) else [each.A] for each in headers]

    assert kinds["/Table"] >= 8
    assert len(headers) >= 2 * kinds["/Table"]
    assert all(any("/Scope" in each for each in found) for found in attributes)


# Contents -----------------------------------------------------------------------------------------


def test_each_sentence_has_its_number_version_and_permalink(text: str, frozen: Dossier) -> None:
    for said in frozen.statements:
        version = frozen.register.versions(said.id)[-1]
        day = version.event.date
        address = f"https://afspraken.example/id/{said.id}/"
        assert squeezed(said.text) in text, said.id
        assert re.search(rf"versie{version.number}van{day.day}\w+{day.year}·{address}", text)
    assert frozen.statements


def test_the_permalink_of_each_sentence_can_be_followed(
    whole: pikepdf.Pdf, frozen: Dossier
) -> None:
    annotations = (each for page in whole.pages for each in page.get("/Annots", []))
    followed = {str(each.A.URI) for each in annotations if "/A" in each and "/URI" in each.A}

    assert {f"https://afspraken.example/id/{each.id}/" for each in frozen.statements} <= followed
    assert {each.url for each in frozen.sources if each.url} & followed


def test_a_fact_has_its_words_and_its_source(text: str, frozen: Dossier) -> None:
    titles = {source.slug: source.display_name for source in frozen.sources}
    for fact in frozen.progress.items:
        for slug in fact.sources:
            assert squeezed(titles[slug]) in text, fact.slug


def test_every_page_has_its_number(pdfs: Path) -> None:
    pages = pypdf.PdfReader(pdfs / "dossier.pdf").pages
    for number, page in enumerate(pages, 1):
        assert f"bladzijde {number} van {len(pages)}" in page.extract_text()


def test_no_page_ends_with_a_heading(pdfs: Path) -> None:
    for path in (pdfs / "dossier.pdf", pdfs / "themas/human-capital/dossier.pdf"):
        document = pypdf.PdfReader(path)
        titles = {squeezed(str(each.title)) for each in walk_bookmarks(document.outline)}
        for page in document.pages[1:]:
            *body, footer = page.extract_text().splitlines()
            assert "bladzijde" in footer
            assert squeezed(body[-1]) not in titles, path


def walk_bookmarks(items: list[Any]) -> Iterator[pypdf.generic.Destination]:
    for item in items:
        if isinstance(item, list):
            yield from walk_bookmarks(item)
        else:
            yield item


# Size and sameness --------------------------------------------------------------------------------


def test_the_whole_dossier_is_small(pdfs: Path, whole: pikepdf.Pdf) -> None:
    assert (pdfs / "dossier.pdf").stat().st_size < MOST_BYTES
    assert 15 <= len(whole.pages) <= 40


def test_two_folders_get_the_same_bytes(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first, root = world_packs(tmp_path_factory), world_project(tmp_path / "elsewhere")
    compile_packs(root, DAY)
    second = root / packs.PDF
    names = [path.relative_to(first) for path in sorted(first.rglob("*.pdf"))]

    assert len(names) == 7
    assert [(first / each).read_bytes() for each in names] == [
        (second / each).read_bytes() for each in names
    ]


@pytest.mark.quiet
def test_the_whole_dossier_takes_little_time(pdfs: Path, frozen: Dossier) -> None:
    start = time.process_time()
    path, make = next(files.outputs(Linker(frozen, TODAY, has_packs=True)))
    Typesetter(pdfs.parents[1]).pdf(make())

    assert path == "dossier.pdf"
    assert time.process_time() - start < MOST_SECONDS


# What is out of date ------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = world_project(tmp_path)
    compile_packs(root, DAY)
    return root


def test_only_documents_with_the_changed_word_are_compiled(project: Path) -> None:
    EDITS["a note"](project)  # of WAT-007, which is in a theme and names a party

    assert compile_packs(project, DAY) == {
        "dossier.pdf",
        "themas/groen/dossier.pdf",
        "partijen/bewoners/dossier.pdf",
        "partijen/gemeente/dossier.pdf",
        "partijen/gw/dossier.pdf",
    }


def test_nothing_is_compiled_if_nothing_changed(project: Path) -> None:
    before = {path: path.stat() for path in (project / packs.PDF).rglob("*.pdf")}

    assert compile_packs(project, DAY) == frozenset()
    assert {path: path.stat() for path in before} == before


def test_all_are_compiled_after_a_change_of_the_template(project: Path) -> None:
    toggle("templates/pdf/appendices.typ", "[Bronnen]", "[De bronnen]")(project)

    assert len(compile_packs(project, DAY)) == 7


def test_a_document_that_was_changed_by_hand_is_made_again(project: Path) -> None:
    path = project / packs.PDF / "dossier.pdf"
    content = path.read_bytes()
    path.write_bytes(content[:1000])

    assert compile_packs(project, DAY) == {"dossier.pdf"}
    assert path.read_bytes() == content


def test_a_mistake_in_the_template_is_an_error_of_the_site(project: Path) -> None:
    toggle("templates/pdf/pack.typ", "#citing(pack)", "#citeren(pack)")(project)

    with pytest.raises(SiteError, match="unknown variable: citeren"):
        compile_packs(project, DAY)


def test_a_font_that_is_missing_is_an_error_of_the_site(project: Path) -> None:
    toggle("templates/pdf/layout.typ", '"Source Sans Pro"', '"Source Sans"')(project)

    with pytest.raises(SiteError, match="unknown font family"):
        compile_packs(project, DAY)


# Addresses that were left -------------------------------------------------------------------------


def test_a_renamed_party_keeps_its_document(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = world_packs(tmp_path_factory) / "partijen"

    assert (folder / "gw/dossier.pdf").read_bytes() == (
        folder / "gemeente/dossier.pdf"
    ).read_bytes()


def test_of_a_withdrawn_party_a_document_says_what_happened(project: Path) -> None:
    (project / "content/parties/buurt.yml").unlink()
    toggle("content/parties/bewoners.yml", "part_of: buurt\n", "")(project)
    toggle("content/chapters/aanloop.yml", "    parties: [buurt]\n", "")(project)
    record_changes(project, note="Opgeheven per 1 juni.")
    compile_packs(project, DAY)
    words = text_of(project / packs.PDF / "partijen/buurt/dossier.pdf")

    assert "Vervallenop1juni2020.Opgehevenper1juni." in words
    assert "https://waterplein.example/id/buurt/" in words
