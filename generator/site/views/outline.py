"""The statements of a chapter as an outline: headings, and the statements under each of them.

A statement that is part of another one is nested in it, so that readers who cannot see the indent
know what belongs together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model import Statement
from generator.site.views import statements
from generator.site.views.linker import Linker
from generator.site.views.statements import StatementView


@dataclass(frozen=True)
class Item:
    """A statement with its parts."""

    statement: StatementView
    parts: "list[Item]" = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """A heading of the source, and the statements up to the next heading."""

    heading: StatementView | None
    """None for statements before the first heading."""
    items: list[Item] = field(default_factory=list)


def outline(link: Linker, found: Iterable[Statement]) -> Sequence[Section]:
    """The outline of statements in the order of their source."""
    sections: list[Section] = []
    items: dict[str, Item] = {}
    for statement in found:
        seen = statements.view(link, statement)
        if seen.role in ("title", "heading"):
            sections.append(Section(seen))
            continue
        item = items[statement.id] = Item(seen)
        parent = items.get(statement.under or "")
        if parent:
            parent.parts.append(item)
            continue
        if not sections:
            sections.append(Section(None))
        sections[-1].items.append(item)
    return sections
