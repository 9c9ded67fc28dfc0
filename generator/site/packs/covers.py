"""The cover of a pack: what it is about, which version it is, and who made it."""

from generator.dossier import urls
from generator.site.api import answers
from generator.site.api_models.answers import Dossier
from generator.site.packs.models import Cover, Place
from generator.site.views.linker import Linker
from generator.text.dates import dutch_date


def cover(link: Linker, subject: str, summary: str, page: str) -> Cover:
    """The cover of the pack beside a page."""
    begin = answers.entry_point(link, ())
    return Cover(
        dossier=begin.naam,
        subject=subject,
        summary=summary,
        changed=dutch_date(_changed(begin)),
        lines=begin.recorded.aantal_regels,
        head=begin.recorded.sha256,
        as_of=dutch_date(begin.peildatum),
        owner=begin.maker.naam,
        contact=Place(link.contact.text, link.contact.address),
        licence=begin.licentie,
        colophon=begin.colofon,
        site=begin.site,
        page=link.absolute_url(page),
        file=link.absolute_url(urls.pack_beside(page)),
    )


def created(link: Linker) -> str:
    """The day of the content of a pack: the day for which it is made."""
    return answers.entry_point(link, ()).peildatum.isoformat()


def _changed(begin: Dossier) -> str:
    return str(begin.recorded.laatste_wijziging or begin.peildatum)
