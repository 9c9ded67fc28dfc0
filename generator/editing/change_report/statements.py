"""Statements that were added, changed, withdrawn or explained otherwise."""

from collections.abc import Iterator

from generator.dossier.citable import Citable
from generator.editing.change_report import fields, literal, recorded
from generator.editing.change_report.comparison import Comparison
from generator.model import Statement


def added(found: Comparison) -> Iterator[str]:
    for item in found.after.citables.values():
        if isinstance(item.record, Statement) and item.name not in found.before.citables:
            chapter = literal.name(found.after.link.title_of_page(item.page))
            yield f"{_label(item)} op {chapter}: {fields.summary(item.record)}"


def changed(found: Comparison) -> Iterator[str]:
    """The statements with other words."""
    for was, now in found.statements():
        if was.text != now.text:
            events = recorded.suffix(found, now.id)
            yield f"**{now.id}**: {literal.word_changes(was.text, now.text)}{events}"


def withdrawn(found: Comparison) -> Iterator[str]:
    for item in found.before.citables.values():
        if isinstance(item.record, Statement) and item.name not in found.after.citables:
            events = recorded.suffix(found, item.name)
            place = literal.code(item.place)
            yield f"{_label(item)}, op {place}: {literal.gone(item.text)}{events}"


def explained_otherwise(found: Comparison) -> Iterator[str]:
    """The fields of statements that changed, other than the text."""
    for was, now in found.statements():
        yield from (f"**{now.id}**, {each}" for each in fields.changes(was, now, {"text"}))


def _label(item: Citable) -> str:
    return f"**{item.name}**"
