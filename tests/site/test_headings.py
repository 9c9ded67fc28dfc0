"""Headings of pages in Markdown, whose ids are what links lead to."""

from collections.abc import Mapping

from generator.dossier.loader import read
from generator.site import files
from tests.conftest import TODAY, world_texts


def test_an_id_that_looks_like_the_start_of_a_list_stays_as_it_is(
    templates: Mapping[str, str],
) -> None:
    content = world_texts()
    section = "  - slug: 13-vragen\n    heading: Dertien vragen\n    text: Een, twee, drie.\n"
    path = "content/pages/over.yml"
    content[path] = content[path].replace("about: true", f"{section}about: true")
    dossier = read(content).dossier
    assert dossier

    page = files.render(dossier, templates, TODAY)["over.md"]

    assert "## Dertien vragen { #13-vragen }\n" in page
