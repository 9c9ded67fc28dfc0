"""What follows the sentences of a pack: open points, and the list of sources."""

from collections.abc import Iterator

from generator.grouping import gather
from generator.site.api import entries, named
from generator.site.api_models.entries import Kanttekening
from generator.site.api_models.named import Bron
from generator.site.packs.models import Point, PointGroup, Source
from generator.site.packs.selection import Selection
from generator.text.dates import dutch_date


def points(chosen: Selection) -> tuple[PointGroup, ...]:
    """The open points by their kind, those that matter less last."""
    link = chosen.link
    shown = [entries.open_point(link, each) for each in chosen.points]
    groups = gather((each.soort, each) for each in sorted(shown, key=lambda each: each.is_klein))
    titles = (each for each in link.dossier.settings.point_kinds.values() if each in groups)
    return tuple(
        PointGroup(title, [_point(chosen, each) for each in groups[title]]) for title in titles
    )


def _point(chosen: Selection, shown: Kanttekening) -> Point:
    return Point(
        title=shown.naam,
        found=shown.bevinding,
        handled=shown.werkwijze,
        address=shown.vaste_link,
        sentences=chosen.references(shown.uitspraken),
    )


def sources(chosen: Selection) -> tuple[Source, ...]:
    shown = (named.source(chosen.link, each) for each in chosen.sources)
    return tuple(_source(number, each) for number, each in enumerate(shown, 1))


def _source(number: int, shown: Bron) -> Source:
    return Source(
        number=number,
        title=shown.naam,
        language=shown.taal,
        details=", ".join(_details(shown)) or None,
        consulted=_consulted(shown),
        web=shown.webadres,
        address=shown.vaste_link,
        is_quoted=shown.is_geciteerd,
    )


def _details(shown: Bron) -> Iterator[str]:
    if shown.uitgever:
        yield shown.uitgever
    if shown.tijdstip:
        yield dutch_date(shown.tijdstip.waarde)
    elif shown.geschreven:
        begin, end = shown.geschreven.begin.waarde, shown.geschreven.einde.waarde
        yield f"geschreven tussen {dutch_date(begin)} en {dutch_date(end)}"


def _consulted(shown: Bron) -> str | None:
    """When and how it was consulted, and whether a copy was kept."""
    day = shown.geraadpleegd_op
    said = (
        f"Geraadpleegd op {dutch_date(day)}." if day else "",
        shown.hoe_geraadpleegd or "",
        "Er is een kopie bewaard." if shown.bewaarde_kopie else "",
    )
    return " ".join(filter(None, said)) or None
