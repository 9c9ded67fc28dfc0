"""Headings of pages in Markdown, whose ids are what links lead to."""

from collections.abc import Mapping

from generator.dossier.loader import read
from generator.site import files
from tests.conftest import TODAY, world_texts


def test_an_id_that_looks_like_the_start_of_a_list_stays_as_it_is(
    templates: Mapping[str, str],
) -> None:
    content = world_texts()
    path = "content/sources/krant.yml"
    content[path] = content[path].replace("title: Bericht in", "title: 13-daags bericht in")

    dossier = read(content).dossier
    assert dossier

    page = files.render(dossier, templates, TODAY)["bronnen/krant.md"]

    assert "# 13&#45;daags bericht in De Waterkrant { #13-daags-bericht-in-de-waterkrant" in page
