"""How to reach who makes the site, as OpenAPI has it: with a mail address, if one is known."""

from generator.dossier import urls
from generator.site.views.linker import Linker


def contact(link: Linker) -> dict[str, str]:
    """The name, the web address and the mail address; without the last if none is known."""
    settings = link.dossier.settings
    given = settings.owner.contact
    is_web_address = "/" in given
    mail = _reported_by_mail(link) if is_web_address else given
    url = given if is_web_address else _page_about(link)
    return {"name": settings.owner.name, "url": url, **({"email": mail} if mail else {})}


def _reported_by_mail(link: Linker) -> str:
    report = link.dossier.settings.report
    return report.address if report.by == "mail" else ""


def _page_about(link: Linker) -> str:
    """The page about the site, or else its first page."""
    about = (urls.page(each) for each in link.dossier.articles if each.about)
    return link.absolute_url(next(about, urls.page(link.dossier.settings)))
