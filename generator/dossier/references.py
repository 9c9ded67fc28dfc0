"""Forward references: the names of other records that a record gives."""

from collections.abc import Iterator

from generator.dossier.kinds import MENTIONABLE
from generator.model import File, Statement
from generator.model.scalars import Reference, RichText
from generator.model.traversal import marked_texts, records
from generator.text import inline_links


def referenced_names(file: File) -> Iterator[str]:
    """The names of everything that a file refers or links to."""
    for _, record in records(file):
        yield from (name for _, _, name in marked_texts(record, Reference))
        for _, _, text in marked_texts(record, RichText):
            yield from inline_links.targets(text)


def mentioned_slugs(statement: Statement) -> tuple[str, ...]:
    """The slugs of everything that a statement names."""
    return tuple(slug for kind in MENTIONABLE for slug in getattr(statement, kind.mention_field))


def related_names(statement: Statement) -> tuple[str, ...]:
    """The IDs of the statements that this one gives as related."""
    return (
        *(relation.to for relation in statement.related),
        *(relation.to for relation in statement.related_elsewhere),
    )
