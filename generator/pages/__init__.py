"""Which pages there are, and what each of them shows."""

from collections.abc import Iterator, Mapping

from generator import text
from generator.dossier import Dossier
from generator.linking import Linker
from generator.page import Page
from generator.pages import chapters, commitments, named, reference, sources


def render(dossier: Dossier, templates: Mapping[str, str]) -> dict[str, str]:
    """Every page as Markdown, by its path under the docs folder."""
    environment = text.environment(templates)
    return {page.path: text.render(environment, page) for page in all_pages(dossier)}


def all_pages(dossier: Dossier) -> Iterator[Page]:
    """Every page of the site."""
    link = Linker(dossier)
    for room in (chapters, commitments, named, sources, reference):
        yield from room.pages(link)
