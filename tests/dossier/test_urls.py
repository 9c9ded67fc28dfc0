"""A page has one address, and relative links to it are as short as possible."""

import datetime as dt
from collections.abc import Mapping

import pytest

from generator.build import search_index
from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.site import files


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("index.md", "/"),
        ("themas/index.md", "/themas/"),
        ("themas/groen.md", "/themas/groen/"),
        ("partijen/ezk/pagina-2.md", "/partijen/ezk/pagina-2/"),
        (
            "instrumenten/arbeidsindex.md",
            "/instrumenten/arbeidsindex/",
        ),  # the name itself ends in "index"
        ("index/index.md", "/index/"),
        ("id/WAT-001/index.html", "/id/WAT-001/"),
        ("data/afspraken.csv", "/data/afspraken.csv"),
    ],
)
def test_the_address_of_a_page(page: str, address: str) -> None:
    assert urls.address(page) == address


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("WAT-001", "/api/v1/begrippen/WAT-001.json"),
        ("index", "/api/v1/begrippen/index-.json"),
        ("pagina-2", "/api/v1/begrippen/pagina-2-.json"),
        ("pagina", "/api/v1/begrippen/pagina.json"),
        ("pagina-2-en-3", "/api/v1/begrippen/pagina-2-en-3.json"),
    ],
)
def test_no_name_has_the_address_of_a_page_of_its_list(name: str, address: str) -> None:
    assert urls.address(urls.api_item("begrippen", name)) == address
    assert urls.api_list("begrippen") == "api/v1/begrippen/index.json"
    assert urls.api_list("begrippen", 2) == "api/v1/begrippen/pagina-2.json"


@pytest.mark.parametrize(
    ("start", "goal", "link"),
    [
        ("/", "/themas/groen/", "themas/groen/"),
        ("/themas/groen/", "/", "../../"),
        ("/themas/groen/", "/themas/", "../"),
        ("/themas/groen/", "/themas/groen/#WAT-005", "./#WAT-005"),
        ("/themas/groen/", "/id/WAT-005/", "../../id/WAT-005/"),
        ("/id/WAT-005/", "/data/afspraken.csv", "../../data/afspraken.csv"),
    ],
)
def test_the_link_from_one_address_to_another(start: str, goal: str, link: str) -> None:
    assert urls.relative_address(start, goal) == link


def test_a_content_page_cannot_have_the_address_of_a_built_in_page(
    world: Dossier, templates: Mapping[str, str]
) -> None:
    article = world.articles[0]
    rendered = files.render(world, templates, dt.date(2020, 6, 1))
    paths = [path for path in rendered if "/" in path or urls.is_page(path)]
    folders = {urls.address(path).split("/")[1] for path in paths}
    no_slugs = {".well-known"}
    former = {"verloren"}  # the address of a removed page can be used again
    names = {*folders, "assets", search_index.SITE_FOLDER} - {article.slug} - former - no_slugs

    assert {"", "afspraken", "id", "voortgang"} <= names
    for name in names:
        assert urls.collides(article.model_copy(update={"slug": name or "index"})), name
    assert not any(map(urls.collides, world.files))
