"""The whole dossier as one file that needs no other: to keep, to print, to read without a network.

The same is there as Markdown (CommonMark 0.31) for programs that read texts, without the list of
changes. In it only what is on another site is a link: numbers and names stand for what is in it.

Links lead to places in the file itself. Only what is not in it, and the permalinks, which are for
use elsewhere, have the address of the site.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from generator.dossier import urls
from generator.site import security_policy
from generator.site.exports import static_page
from generator.site.exports.static_page import Preview, StaticPage
from generator.site.one_file import contents
from generator.site.one_file.targets import Targets
from generator.site.pieces import Pieces, without_cache
from generator.site.views import templates
from generator.site.views.escaping import rendered
from generator.site.views.linker import Linker
from generator.site.views.page import Output
from generator.site.views.templates import Environment

STYLE = "static/dossier.css"
"""The style, which is inside the file."""
MARKDOWN = "commonmark/dossier.md.j2"
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n){2,}")
"""Where parts of the template are empty; no text of the content has a line end."""
TITLE = "Alles in één bestand"


def outputs(
    link: Linker, environment: Environment, pieces: Pieces = without_cache
) -> Iterator[Output]:
    page = StaticPage(
        path=urls.ONE_FILE,
        template="dossier.html.j2",
        canonical=urls.ONE_FILE,
        preview=lambda: Preview(TITLE, link.dossier.settings.summary),
        view=partial(_view, link, environment, pieces),
    )
    yield from static_page.outputs(link, environment, [page])
    yield urls.MARKDOWN, partial(_markdown, link, environment, pieces)


def _markdown(link: Linker, environment: Environment, pieces: Pieces) -> str:
    environment = templates.commonmark(environment)

    def piece(kind: str, name: str, make_view: Callable[[], object]) -> Markup:
        make = partial(_render, environment, f"commonmark/dossier/{kind}.md.j2", make_view)
        return rendered(pieces(urls.MARKDOWN, f"{kind} {name}", make))

    text = environment.get_template(MARKDOWN).render(view=contents.view(link, piece))
    return _BLANK_LINES.sub("\n\n", text).rstrip() + "\n"


def _view(link: Linker, environment: Environment, pieces: Pieces) -> dict[str, object]:
    style = environment.get_template(STYLE).render()
    goto = Targets(link).href

    def piece(kind: str, name: str, make_view: Callable[[], object]) -> Markup:
        template = f"static/dossier/{kind}.html.j2"
        make = partial(_render, environment, template, make_view, goto=goto)
        return rendered(pieces(urls.ONE_FILE, f"{kind} {name}", make))

    return {
        **contents.view(link, piece),
        "changes": contents.changes(link, piece),
        "goto": goto,
        "policy": security_policy.policy(styles=[style]),
    }


def _render(
    environment: Environment, template: str, make_view: Callable[[], object], **values: object
) -> str:
    return environment.get_template(template).render(view=make_view(), **values)
