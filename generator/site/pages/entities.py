"""The pages of what statements name: parties, consultation bodies, instruments."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.dossier import page_numbers, urls
from generator.dossier.kind import Kind
from generator.dossier.kinds import KINDS, kind_of_model
from generator.dossier.page_numbers import split_into_pages
from generator.grouping import gather
from generator.model import Body, Named, Party, Record, Statement
from generator.site.discovery import schema_org
from generator.site.views import history, party_table, progress, reviews
from generator.site.views.linker import Linker
from generator.site.views.page import Link, Page
from generator.site.views.pagination import (
    PaginatedList,
    neighbour_links,
    paginate,
    with_neighbours,
)
from generator.site.views.statements import CommitmentRow, commitment_row, named_as, views

MAX_CHAPTERS = 50
"""A page lists at most this many chapters that name its record; its statements show the rest."""


def pages(link: Linker) -> Iterator[Page]:
    """The pages of every kind of record that statements name; parties are listed by group."""
    yield from _parties(link)
    for kind in KINDS:
        if issubclass(kind.model, Named) and kind.model is not Party:
            yield from _entities(link, kind)


def _parties(link: Linker) -> Iterator[Page]:
    groups = link.dossier.settings.party_groups
    grouped = [(group, party) for group in groups for party in _in_group(link, group)]
    row_pages = split_into_pages(grouped, page_numbers.ROWS)
    shown = frozenset(group for group, _ in row_pages[0])
    page = link.list_page(urls.PARTIES, "parties", partial(_party_list, link, shown), wide=True)
    yield from paginate(page, PaginatedList("groups", "groups", row_pages, partial(_groups, link)))
    yield from _item_pages(link, [party for _, party in grouped], kind_of_model(Party))


def _entities(link: Linker, kind: Kind) -> Iterator[Page]:
    records = _records(link, kind)
    several = link.dossier.has_several_documents
    intro = kind.list_intro_of_several if several else kind.list_intro
    page = link.list_page(kind.list_page, "entities", lambda: {"intro": intro})
    ordered = sorted(records, key=lambda each: each.display_name.lower())
    if kind.model is Body:
        page, ordered = _body_list(link), records
    yield from paginate(page, _entity_list(link, ordered))
    yield from _item_pages(link, ordered, kind)


def _body_list(link: Linker) -> Page:
    """Bodies keep the order of their files, and lead to how the follow-up is arranged."""
    follow_up = link.dossier.follow_up
    return link.list_page(urls.BODIES, "bodies", lambda: {"follow_up": link.record(follow_up)})


def _records(link: Linker, kind: Kind) -> list[Named]:
    return [record for record in link.dossier.of_kind(kind) if isinstance(record, Named)]


def _party_list(link: Linker, shown: Collection[str]) -> dict[str, object]:
    """The table by theme, and the fragments of groups that have no parties on this page."""
    groups = link.dossier.settings.party_groups
    empty = [link.group_id(each, groups[each]) for each in groups if each not in shown]
    return {"table": party_table.table(link), "empty": empty}


def _groups(link: Linker, grouped: Iterable[tuple[str, Party]]) -> list[dict[str, object]]:
    labels = link.dossier.settings.party_groups
    return [
        {
            "label": labels[group],
            "anchor": link.group_id(group, labels[group]),
            "rows": _rows(link, parties),
        }
        for group, parties in gather(grouped).items()
    ]


def _in_group(link: Linker, group: str) -> list[Party]:
    parties = (party for party in link.dossier.parties if party.group == group)
    return sorted(parties, key=lambda party: party.display_name.lower())


def _entity_list(link: Linker, records: Sequence[Named]) -> PaginatedList[Named]:
    return PaginatedList(
        "rows", "entities", split_into_pages(records, page_numbers.ROWS), partial(_rows, link)
    )


def _rows(link: Linker, records: Iterable[Named]) -> list[dict[str, object]]:
    return [
        {
            "link": link.record(record),
            "full": record.name if record.name != record.display_name else "",
            "uncertain": bool(record.uncertain),
            "count": len(link.dossier.backlinks.naming(record)),
        }
        for record in records
    ]


def _item_pages(link: Linker, records: Sequence[Named], kind: Kind) -> Iterator[Page]:
    template = _TEMPLATES.get(kind.model, "entity")
    for before, record, after in with_neighbours(records):
        neighbours = {**neighbour_links(before, after, link.record), "others": kind.plural}
        view = partial(_view, link, record, neighbours)
        back = link.list(kind.list_page)
        page = link.page(record, template, view, title=record.name, list=back)
        if isinstance(record, Party):
            page = replace(page, linked_data=partial(schema_org.organization, link, record))
        yield from paginate(page, *_lists(link, record))


_TEMPLATES: Mapping[type[Record], str] = {Party: "party", Body: "body"}
"""The kinds whose pages show more than those of others."""


def _lists(link: Linker, record: Named) -> Iterator[PaginatedList[Statement]]:
    """The statements that name a record and, for a party, the commitments among them."""
    naming = link.dossier.backlinks.naming(record)
    yield PaginatedList(
        "statements",
        "statements",
        split_into_pages(naming, page_numbers.BLOCKS),
        partial(views, link),
    )
    if isinstance(record, Party):
        yield PaginatedList(
            key="commitments",
            layout="commitments-naming",
            pages=split_into_pages(
                link.dossier.backlinks.commitments_naming(record), page_numbers.ROWS
            ),
            rows=partial(_commitment_rows, link, record),
            part="afspraken",
            title="afspraken",
            anchor="afspraken",
        )


def _view(link: Linker, record: Named, neighbours: Mapping[str, object]) -> dict[str, object]:
    return {**_shared(link, record), **_specific(link, record), **neighbours}


def _shared(link: Linker, record: Named) -> dict[str, object]:
    """What pages of every kind of entity show."""
    naming = link.dossier.backlinks.naming(record)
    homes = list({home.slug: home for home in map(link.dossier.home, naming)}.values())
    return {
        "abbreviation": record.abbreviation,
        "names": list(record.names),
        "what": link.paragraphs(record.what),
        "sources": link.slugs(record.sources),
        "uncertain": link.paragraphs(record.uncertain),
        "homes": [link.record(home) for home in homes[:MAX_CHAPTERS]],
        "homes_left": max(0, len(homes) - MAX_CHAPTERS),
        "history": history.rows(link, record.slug),
        "permalink": link.full_permalink(record.slug),
        "review": reviews.view(link, [record]),
        "commitment_count": sum(statement.commitment for statement in naming),
    }


def _specific(link: Linker, record: Named) -> dict[str, object]:
    """What only pages of this kind of entity show."""
    if isinstance(record, Body):
        members = link.slugs(record.members)
        return {"members": members, "level": record.level, "temporary": record.temporary}
    return _party_relations(link, record) if isinstance(record, Party) else {}


def _party_relations(link: Linker, party: Party) -> dict[str, object]:
    """What a party is part of, which parties are part of it, and in which bodies it takes part."""
    dossier = link.dossier
    return {
        "group": dossier.settings.party_groups[party.group],
        "part_of": link.slugs((party.part_of,) if party.part_of else ()),
        "inside": [link.record(each) for each in dossier.parties if each.part_of == party.slug],
        "bodies": [link.record(body) for body in dossier.bodies if party.slug in body.members],
        "counts": progress.counts(link, dossier.backlinks.commitments_naming(party)),
        "feed": Link(
            "Volg de wijzigingen van deze partij met een feedlezer", file=urls.party_feed(party)
        ),
        "pack": link.pack(urls.page(party), "Deze partij als pdf"),
    }


def _commitment_rows(
    link: Linker, party: Party, commitments: Iterable[Statement]
) -> list[CommitmentRow]:
    """Commitments that name a party, with the words used for it."""
    return [
        replace(commitment_row(link, each), named_as=named_as(party, each)) for each in commitments
    ]
