"""The whole dossier as one file that needs no other: to keep, to print, to read without a network.

The same is there as Markdown (CommonMark 0.31) for programs that read texts, without the list of
changes. In it only what is on another site is a link: numbers and names stand for what is in it.

Links lead to places in the file itself. Only what is not in it, and the permalinks, which are for
use elsewhere, have the address of the site.
"""

import re
from collections.abc import Iterator
from functools import partial

from generator.dossier import urls
from generator.site import security_policy
from generator.site.exports import static_page
from generator.site.exports.static_page import Preview, StaticPage
from generator.site.one_file import contents
from generator.site.one_file.targets import Targets
from generator.site.views import templates
from generator.site.views.linker import Linker
from generator.site.views.page import Output
from generator.site.views.templates import Environment

STYLE = "static/dossier.css"
"""The style, which is inside the file."""
MARKDOWN = "commonmark/dossier.md.j2"
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n){2,}")
"""Where parts of the template are empty; no text of the content has a line end."""
TITLE = "Alles in één bestand"


def outputs(link: Linker, environment: Environment) -> Iterator[Output]:
    page = StaticPage(
        path=urls.ONE_FILE,
        template="dossier.html.j2",
        canonical=urls.ONE_FILE,
        preview=lambda: Preview(TITLE, link.dossier.settings.summary),
        view=partial(_view, link, environment),
    )
    yield from static_page.outputs(link, environment, [page])
    yield urls.MARKDOWN, partial(_markdown, link, environment)


def _markdown(link: Linker, environment: Environment) -> str:
    template = templates.commonmark(environment).get_template(MARKDOWN)
    return _BLANK_LINES.sub("\n\n", template.render(view=contents.view(link))).rstrip() + "\n"


def _view(link: Linker, environment: Environment) -> dict[str, object]:
    style = environment.get_template(STYLE).render()
    return {
        **contents.view(link),
        "goto": Targets(link).href,
        "policy": security_policy.policy(styles=[style]),
    }
