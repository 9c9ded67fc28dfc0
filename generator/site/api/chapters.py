"""Themes and chapters as data, and pages with texts of our own."""

from generator.dossier import urls
from generator.model import Arrangement, Article, Chapter, FollowUp, Section, Theme
from generator.site.api import references
from generator.site.api.versions import common
from generator.site.api_models.entries import Pagina, Tussenkop
from generator.site.api_models.statements import Hoofdstuk, Thema, VervolgOnderdeel
from generator.site.api_models.values import Statustelling
from generator.site.views import progress
from generator.site.views.linker import Linker
from generator.site.views.statements import commitments_of
from generator.text.inline_links import plain_text


def theme(link: Linker, found: Theme) -> Thema:
    return Thema(
        **common(link, found),
        naam=found.title,
        nummer=found.number,
        nummering=plain_text(found.numbering),
        namen=found.names,
        document=references.named(link, link.dossier.source(found.source)),
        onderdeel=found.part,
        inleiding=references.words(found.intro),
        ontbreekt=references.words(found.missing),
        statustelling=_counts(link, found),
        uitspraken=references.bares(link, found.statements),
        genoemd_in=references.bares(link, link.dossier.backlinks.naming(found)),
    )


def _counts(link: Linker, found: Theme) -> tuple[Statustelling, ...]:
    return tuple(
        Statustelling(code=each.key, omschrijving=each.label, aantal=each.count)
        for each in progress.counts(link, commitments_of(found))
    )


def chapter(link: Linker, found: Chapter) -> Hoofdstuk:
    follow_up = found if isinstance(found, FollowUp) else None
    return Hoofdstuk(
        **common(link, found),
        naam=found.title,
        document=references.named(link, link.dossier.source(found.source)),
        onderdeel=found.part,
        inleiding=references.words(found.intro),
        uitspraken=references.bares(link, found.statements),
        vervolg=tuple(_arrangement(link, each) for each in follow_up.arrangements)
        if follow_up
        else (),
        niet_gezegd=tuple(map(plain_text, follow_up.not_said)) if follow_up else (),
    )


def _arrangement(link: Linker, found: Arrangement) -> VervolgOnderdeel:
    return VervolgOnderdeel(
        wat=found.what,
        uitspraken=references.statements(link, found.statements),
        overleg=references.file(link, found.body),
        niveau=found.level,
        frequentie=found.frequency,
        tijdelijk=found.temporary,
    )


def article(link: Linker, found: Article) -> Pagina:
    return Pagina(
        **common(link, found),
        naam=found.title,
        tussenkoppen=references.all_named(link, found.sections),
    )


def section(link: Linker, found: Section) -> Tussenkop:
    return Tussenkop(
        **common(link, found),
        naam=found.heading,
        tekst=plain_text(found.text),
        staat_op=link.absolute_url(urls.page(references.file_of(link, found))),
    )
