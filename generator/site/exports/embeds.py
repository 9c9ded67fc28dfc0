"""Each statement in small, for others to show in a frame on their sites, and the code for that.

The address stays when the statement ends: then it says what happened, and where to go.
"""

from collections.abc import Iterator
from functools import partial

from generator.dossier import urls
from generator.dossier.register import Event, Version
from generator.site import security_policy
from generator.site.exports.static_page import Preview, StaticPage
from generator.site.exports.tombstones import tombstone
from generator.site.views import history, progress
from generator.site.views.escaping import in_html
from generator.site.views.linker import Linker
from generator.text.excerpts import first_words

HEIGHT = 280
"""How many CSS pixels high the frame is: most sentences fit, a longer one scrolls."""
_TITLE_LENGTH = 90
"""How many characters of a text the title of the frame has at most."""
_CODE = (
    '<iframe src="{address}" title="{title}" width="100%" height="{height}" loading="lazy"'
    ' style="border: 0; max-width: 40rem"></iframe>'
)


def pages(link: Linker) -> Iterator[StaticPage]:
    """A page for every statement that is or was in use."""
    current = {item.name: item for item in link.dossier.citables}
    for name in link.dossier.register.history:
        if name[0].isupper():
            item = current.get(name)
            yield StaticPage(
                path=urls.embed(name),
                template="embed.html.j2",
                canonical=item.own_page if item else urls.permalink(name),
                preview=partial(_preview, link, name),
                view=partial(_view, link, name),
                policy=security_policy.OF_EMBEDS,
            )


def code(link: Linker, event: Event) -> str:
    """The HTML with which others show a statement."""
    return _CODE.format(
        address=in_html(link.absolute_url(urls.embed(event.id))),
        title=in_html(_title(link, event)),
        height=HEIGHT,
    )


def _title(link: Linker, event: Event) -> str:
    return f"{_kind(link, event.id)}: {first_words(event.text, _TITLE_LENGTH)}"


def _kind(link: Linker, name: str) -> str:
    statement = link.dossier.statement.get(name)
    return f"{'Afspraak' if statement and statement.commitment else 'Uitspraak'} {name}"


def _newest(link: Linker, name: str) -> Version:
    return link.dossier.register.versions(name)[-1]


def _preview(link: Linker, name: str) -> Preview:
    title = _title(link, _newest(link, name).event)
    return Preview(title, f"{title}.")


def _view(link: Linker, name: str) -> dict[str, object]:
    newest, statement = _newest(link, name), link.dossier.statement.get(name)
    source = history.source_of(link, newest.event)
    return {
        "kind": _kind(link, name),
        "text": newest.event.text,
        "end": tombstone(link, name),
        "status": progress.status(link, statement) if statement and statement.commitment else None,
        "version": link.version(newest).text,
        "since": newest.event.date,
        "source": source.title if source else "",
        "language": source.language if source else None,
        "permalink": link.permalink(name),
    }
