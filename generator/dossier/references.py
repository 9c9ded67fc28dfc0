"""The names that a record gives of others."""

from collections.abc import Iterator

from generator.model import File, Statement
from generator.model.scalars import Reference, RichText
from generator.model.traversal import marked, records
from generator.text import inline_links


def given_names(file: File) -> Iterator[str]:
    """The names of all that a file refers or links to."""
    for _, record in records(file):
        yield from (name for _, _, name in marked(record, Reference))
        for _, _, text in marked(record, RichText):
            yield from inline_links.targets(text)


def mentioned_slugs(statement: Statement) -> tuple[str, ...]:
    """The slugs of everything that a statement names."""
    return (
        *statement.parties,
        *statement.bodies,
        *statement.instruments,
        *statement.documents,
        *statement.themes,
    )


def related_names(statement: Statement) -> tuple[str, ...]:
    """The IDs of the statements that this one names as its relatives."""
    return (
        *(tie.to for tie in statement.related),
        *(tie.to for tie in statement.related_elsewhere),
    )
