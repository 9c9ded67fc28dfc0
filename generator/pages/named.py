"""What statements name: parties, consultation bodies, instruments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator import history, progress, urls
from generator.linking import Linker
from generator.model import Body, Instrument, Party
from generator.neighbours import sequence, with_neighbours
from generator.page import Link, Page
from generator.pictures import matrix
from generator.statements import commitment_row, named_as, views

Named = Party | Body | Instrument


def pages(link: Linker) -> Iterator[Page]:
    yield from _parties(link)
    yield from _bodies(link)
    yield from _instruments(link)


def _parties(link: Linker) -> Iterator[Page]:
    labels = link.dossier.settings.party_groups
    groups = {label: _in_group(link, group) for group, label in labels.items()}
    yield link.list_page(urls.PARTIES, "parties", partial(_groups, link, groups))
    ordered = [party for found in groups.values() for party in found]
    yield from _item_pages(link, ordered, "party", link.list(urls.PARTIES))


def _groups(link: Linker, groups: Mapping[str, Sequence[Party]]) -> dict[str, Any]:
    rows = [
        {"label": label, "rows": _rows(link, found)} for label, found in groups.items() if found
    ]
    return {"groups": rows, "picture": matrix.picture(link)}


def _in_group(link: Linker, group: str) -> list[Party]:
    found = (party for party in link.dossier.parties if party.group == group)
    return sorted(found, key=lambda party: party.shown.lower())


def _bodies(link: Linker) -> Iterator[Page]:
    yield link.list_page(urls.BODIES, "bodies", partial(_overview, link))
    yield from _item_pages(link, link.dossier.bodies, "body", link.list(urls.BODIES))


def _overview(link: Linker) -> dict[str, Any]:
    follow_up = link.record(link.dossier.follow_up)
    return {"rows": _rows(link, link.dossier.bodies), "follow_up": follow_up}


def _instruments(link: Linker) -> Iterator[Page]:
    ordered = sorted(link.dossier.instruments, key=lambda each: each.shown.lower())
    rows = partial(_rows, link, ordered)
    yield link.list_page(urls.INSTRUMENTS, "instruments", lambda: {"rows": rows()})
    yield from _item_pages(link, ordered, "instrument", link.list(urls.INSTRUMENTS))


def _rows(link: Linker, records: Iterable[Named]) -> list[dict[str, Any]]:
    return [
        {
            "link": link.record(record),
            "full": record.name if record.name != record.shown else "",
            "uncertain": bool(record.uncertain),
            "count": len(link.dossier.backlinks.naming(record)),
        }
        for record in records
    ]


def _item_pages(
    link: Linker, records: Sequence[Named], template: str, back: Link
) -> Iterator[Page]:
    for before, record, after in with_neighbours(records):
        view = partial(_view, link, record, sequence(before, after, link.record))
        yield link.page(record, template, view, title=record.name, list=back)


def _view(link: Linker, record: Named, beside: dict[str, Any]) -> dict[str, Any]:
    return {**_shared(link, record), **_own(link, record), **beside}


def _shared(link: Linker, record: Named) -> dict[str, Any]:
    """What records of every kind show."""
    naming = link.dossier.backlinks.naming(record)
    homes = {home.slug: home for home in map(link.dossier.home, naming)}
    return {
        "abbreviation": record.abbreviation,
        "names": list(record.names),
        "what": link.paragraphs(record.what),
        "sources": link.slugs(record.sources),
        "uncertain": link.paragraphs(record.uncertain),
        "homes": [link.record(home) for home in homes.values()],
        "statements": views(link, naming),
        "history": history.rows(link, record.slug),
        "permalink": link.full_permalink(record.slug),
        "commitment_count": sum(statement.commitment for statement in naming),
    }


def _own(link: Linker, record: Named) -> dict[str, Any]:
    """What only records of this kind show."""
    if isinstance(record, Body):
        members = link.slugs(record.members)
        return {"members": members, "level": record.level, "temporary": record.temporary}
    return _ties(link, record) if isinstance(record, Party) else {}


def _ties(link: Linker, party: Party) -> dict[str, Any]:
    """What a party is part of, what is part of it, and where it takes part."""
    dossier = link.dossier
    return {
        "group": dossier.settings.party_groups[party.group],
        "part_of": link.slugs((party.part_of,) if party.part_of else ()),
        "inside": [link.record(each) for each in dossier.parties if each.part_of == party.slug],
        "bodies": [link.record(body) for body in dossier.bodies if party.slug in body.members],
        **_commitments(link, party),
        "feed": Link("Wijzigingen volgen (Atom)", file=urls.party_feed(party)),
    }


def _commitments(link: Linker, party: Party) -> dict[str, Any]:
    """The commitments that name a party, by which words, and how they stand."""
    naming = link.dossier.backlinks.naming(party)
    commitments = [statement for statement in naming if statement.commitment]
    return {
        "commitments": [
            {**commitment_row(link, each), "named_as": named_as(party, each)}
            for each in commitments
        ],
        "counts": progress.counts(link, commitments),
    }
