"""A small static page: what every one of them needs, and how it is rendered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from generator.dossier import urls
from generator.site import security_policy
from generator.site.exports import social_card
from generator.site.views import templates
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Output, View

_ABOUT = {"over": "Over deze site", "toegankelijkheid": "Toegankelijkheid", "privacy": "Privacy"}
"""The pages about the site in the footer, by the names of their files, if they exist."""


@dataclass(frozen=True)
class Preview:
    """What is shown of a page where its address is shared, and by search engines."""

    title: str
    description: str
    kind: str = ""
    """What it is, if the title is a text of the page."""
    card: str = social_card.PATH


@dataclass(frozen=True)
class StaticPage:
    """A static page that has not been rendered yet."""

    path: str
    template: str
    canonical: str
    """The path of the page that search engines should show: another page, or this one."""
    preview: Callable[[], Preview]
    """Made when the page is rendered, like its view."""
    view: View
    policy: str = security_policy.policy()


def outputs(
    link: Linker, environment: templates.Environment, pages: Iterable[StaticPage]
) -> Iterable[Output]:
    """Static pages as HTML."""
    return ((page.path, partial(_render, link, environment, page)) for page in pages)


def _render(link: Linker, environment: templates.Environment, page: StaticPage) -> str:
    here, preview = urls.address(page.path), page.preview()
    values = {
        "preview": preview,
        "view": page.view(),
        "policy": page.policy,
        "address": link.absolute_url(page.path),
        "canonical": link.absolute_url(page.canonical),
        "card": link.absolute_url(preview.card),
        "site": link.dossier.settings,
        "about": [link.record(link.dossier.record[name], text) for name, text in _about(link)],
        "root": urls.relative_address(here, "/"),
        "href": partial(_href, here),
    }
    return environment.get_template(f"static/{page.template}").render(values)


def _about(link: Linker) -> Iterable[tuple[str, str]]:
    return ((name, text) for name, text in _ABOUT.items() if name in link.dossier.record)


def _href(here: str, link: Link) -> str:
    target = urls.address(link.file or link.page)
    return urls.relative_address(here, target + (f"#{link.fragment}" if link.fragment else ""))
