"""The sentences of a pack in their chapters, with how they stand and what came of them."""

from collections.abc import Sequence

from generator.model import Chapter, Progress, Statement, Theme
from generator.site.api import chapters, entries, statements
from generator.site.api_models.statements import Thema, Uitspraak
from generator.site.packs.models import Fact, Part, Sentence, Standing
from generator.site.packs.selection import Selection
from generator.site.views import progress
from generator.text.dates import dutch_date, on_dutch_date


def parts(chosen: Selection) -> tuple[Part, ...]:
    return tuple(_part(chosen, chapter, said) for chapter, said in chosen.parts)


def _part(chosen: Selection, found: Chapter, said: Sequence[Statement]) -> Part:
    link, theme = chosen.link, found if isinstance(found, Theme) else None
    shown = chapters.theme(link, theme) if theme else chapters.chapter(link, found)
    is_whole = len(said) == len(found.statements)
    return Part(
        title=shown.naam,
        document=shown.document.naam if link.dossier.has_several_documents else None,
        place=shown.onderdeel,
        intro=shown.inleiding if is_whole else None,
        missing=shown.ontbreekt if isinstance(shown, Thema) and is_whole else None,
        commitments=[_sentence(chosen, each) for each in said if each.commitment],
        others=[_sentence(chosen, each) for each in said if not each.commitment],
    )


def _sentence(chosen: Selection, said: Statement) -> Sentence:
    shown = statements.statement(chosen.link, said)
    return Sentence(
        id=shown.id,
        text=shown.tekst,
        version=shown.versie.nummer,
        date=dutch_date(shown.versie.datum),
        address=shown.vaste_link,
        place=shown.vindplaats.onderdeel,
        note=shown.toelichting,
        standing=_standing(chosen, said, shown),
        parties=[each.naam for each in shown.genoemde_partijen],
        deadlines=[each.naam for each in shown.termijnen],
        points=[each.naam for each in shown.kanttekeningen],
        facts=facts(chosen, chosen.link.dossier.backlinks.progress_of(said)),
    )


def _standing(chosen: Selection, said: Statement, shown: Uitspraak) -> Standing | None:
    status = shown.status
    if not status:
        return None
    known = chosen.link.dossier.backlinks.progress_of(said)
    proof = [each for each in known if status.feit and each.slug == status.feit.id]
    return Standing(
        code=status.code,
        words=status.omschrijving,
        note=status.toelichting,
        date=on_dutch_date(status.tijdstip.waarde) if status.tijdstip else None,
        sources=[
            cited
            for each in proof
            for cited in chosen.cited(entries.fact(chosen.link, each).bronnen)
        ],
        reason=status.reden,
    )


def facts(chosen: Selection, items: Sequence[Progress]) -> tuple[Fact, ...]:
    """Facts, newest first."""
    return tuple(_fact(chosen, each) for each in progress.newest_first(items))


def _fact(chosen: Selection, item: Progress) -> Fact:
    shown = entries.fact(chosen.link, item)
    return Fact(
        date=dutch_date(shown.tijdstip.waarde),
        text=shown.wat,
        status=shown.status,
        status_note=shown.status_toelichting,
        sources=chosen.cited(shown.bronnen),
        passages=chosen.passages(shown.passages),
        reporters=[each.naam for each in shown.gemeld_door],
        sentences=chosen.references(shown.uitspraken),
    )
