"""What programs that read texts for people find first: ``llms.txt``, with links to the rest.

Source: https://llmstxt.org. The name comes first, then a summary, some text, and lists of links
below headings; what is below ``Optional`` can be skipped.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.dossier import urls
from generator.dossier.fixed_addresses import LIST_PAGES
from generator.site.views.escaping import in_commonmark_document, in_destination
from generator.site.views.linker import Linker
from generator.site.views.page import Output

_CITING = (
    "Elke uitspraak staat er letterlijk. Noem bij een citaat het nummer, de versie en de vaste "
    "link. Wat er later van kwam, is geen tekst van het document: dat zijn feiten met een bron."
)
_Links = Iterable[tuple[str, str]]
"""Titles with web addresses."""


def outputs(link: Linker) -> Iterator[Output]:
    yield urls.LLMS, partial(_text, link)


def _text(link: Linker) -> str:
    settings = link.dossier.settings
    return "\n".join(
        (
            f"# {in_commonmark_document(settings.title)}\n",
            f"> {in_commonmark_document(settings.summary)}\n",
            f"{_CITING}\n",
            *_section("Alles", _everything(link)),
            *_section("Thema’s", _themes(link)),
            *_section("Lijsten", _lists(link)),
            *_section("Optional", _others(link)),
        )
    )


def _section(title: str, links: _Links) -> Iterator[str]:
    items = [
        f"- [{in_commonmark_document(words)}]({in_destination(address)})"
        for words, address in links
    ]
    if items:
        yield "\n".join((f"## {title}\n", *items, ""))


def _everything(link: Linker) -> _Links:
    for file in (urls.MARKDOWN, urls.API, urls.OPENAPI):
        yield link.title_of_page(file), link.absolute_url(file)


def _themes(link: Linker) -> _Links:
    for theme in link.dossier.themes:
        yield theme.title, link.absolute_url(urls.page(theme))


def _lists(link: Linker) -> _Links:
    for page in LIST_PAGES.values():
        yield page.title, link.absolute_url(page.page)


def _others(link: Linker) -> _Links:
    for file in (urls.ONE_FILE, urls.XLSX, urls.ODS, urls.REGISTER):
        yield link.title_of_page(file), link.absolute_url(file)
