"""Every pack: of the dossier, of each theme and of each party, and of what has ended."""

from collections.abc import Iterable

from generator.dossier import urls
from generator.model import Chapter, Party, Progress, Statement, Theme
from generator.site.api import chapters, named, versions
from generator.site.api.statements import statement
from generator.site.packs import appendices, covers, deadlines, sentences
from generator.site.packs.models import About, Count, Ended, Pack, Place
from generator.site.packs.selection import Selection
from generator.site.views import history, progress, summary
from generator.site.views.day_changes import kind_of_event
from generator.site.views.linker import Linker
from generator.site.views.statements import commitments_of
from generator.text.dates import dutch_date
from generator.text.excerpts import first_words

_SUBJECT = 120
"""How many characters of a text a cover shows as its subject."""


def of_dossier(link: Linker) -> Pack:
    parts = [(each, each.statements) for each in _ordered(link)]
    chosen = Selection(link, parts, is_whole=True)
    settings = link.dossier.settings
    return _pack(chosen, "Alle afspraken", settings.summary, urls.page(settings))


def _ordered(link: Linker) -> list[Chapter]:
    """All chapters: themes first, and those without commitments last."""
    themes, parts = link.dossier.themes, link.dossier.parts
    others = [part for part in parts if not isinstance(part, Theme)]
    return [*themes, *sorted(others, key=lambda part: not commitments_of(part))]


def of_theme(link: Linker, theme: Theme) -> Pack:
    """A theme, and the sentences in other chapters that name it."""
    elsewhere = _by_chapter(link, link.dossier.backlinks.naming(theme))
    parts = [
        (theme, theme.statements),
        *((home, said) for home, said in elsewhere if home != theme),
    ]
    shown = chapters.theme(link, theme)
    return _pack(Selection(link, parts), f"Thema: {shown.naam}", shown.inleiding, urls.page(theme))


def of_party(link: Linker, party: Party) -> Pack:
    """The sentences that name a party, and what it reported itself."""
    backlinks, shown = link.dossier.backlinks, named.party(link, party)
    parts = _by_chapter(link, backlinks.naming(party))
    reported = backlinks.progress_reported_by(party)
    chosen = Selection(link, parts, reported)
    about = About(
        details=shown.groep if shown.naam == shown.korte_naam else f"{shown.naam}, {shown.groep}",
        uncertain=shown.onzeker,
        facts=sentences.facts(chosen, _apart(reported, chosen.statements)),
    )
    page = urls.page(party)
    return _pack(chosen, f"Partij: {shown.korte_naam}", shown.beschrijving, page, about)


def _by_chapter(
    link: Linker, statements: Iterable[Statement]
) -> list[tuple[Chapter, tuple[Statement, ...]]]:
    """Sentences with their chapters."""
    names = {each.id for each in statements}
    found = (
        (part, tuple(each for each in part.statements if each.id in names))
        for part in _ordered(link)
    )
    return [(part, said) for part, said in found if said]


def _apart(reported: Iterable[Progress], shown: Iterable[Statement]) -> list[Progress]:
    """The facts that are about none of the sentences that are shown."""
    names = {each.id for each in shown}
    return [each for each in reported if names.isdisjoint(each.statements)]


def _pack(
    chosen: Selection, subject: str, about_it: str | None, page: str, about: About | None = None
) -> Pack:
    link, commitments = chosen.link, chosen.commitments
    counts = progress.counts(link, commitments)
    return Pack(
        created=covers.created(link),
        cover=covers.cover(link, subject, about_it or "", page),
        standing=summary.sentences(link, commitments),
        counts=[Count(each.key, each.label, each.count) for each in counts],
        about=about,
        parts=sentences.parts(chosen),
        deadlines=deadlines.lists(chosen),
        points=appendices.points(chosen),
        sources=appendices.sources(chosen),
        citation=_citation(chosen),
    )


def _citation(chosen: Selection) -> str | None:
    """How to cite the first commitment, or else the first sentence."""
    example = next(iter((*chosen.commitments, *chosen.statements)), None)
    return statement(chosen.link, example).versie.citatie if example else None


def of_ended(link: Linker, name: str, page: str) -> Pack:
    """What is left of a theme or party, at the address beside the page that it had."""
    collection = kind_of_event(link.dossier.register.history[name][-1]).collection
    shown = versions.ended(link, collection, name)
    ended = Ended(
        happened=f"{shown.wat_er_gebeurde} op {dutch_date(shown.datum)}",
        note=shown.toelichting,
        successors=[
            Place(history.first_words_of(link, each.id), each.vaste_link)
            for each in shown.opvolgers
        ],
        versions=[
            f"Versie {each.nummer} van {dutch_date(each.datum)}: {each.tekst}"
            for each in shown.versies
        ],
        address=shown.vaste_link,
    )
    subject = first_words(shown.versies[-1].tekst, _SUBJECT)
    cover = covers.cover(link, subject, "", page)
    return Pack(created=covers.created(link), cover=cover, ended=ended)
