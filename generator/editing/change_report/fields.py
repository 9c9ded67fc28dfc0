"""What differs between two records of one model, field by field, as Markdown.

It walks the model, so that it knows new fields and new kinds by itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.editing.change_report import labels
from generator.editing.change_report.literal import (
    gone,
    list_changes,
    literal_markdown,
    name,
    word_changes,
)
from generator.model import Record, Statement
from generator.model.record import Stored

NOT_IN_SUMMARY = frozenset({"slug", "id", "changed"})
"""The fields by which records are found again, and the day on which something changed."""

Value = object
"""Of a field: a text, number, date or truth value, a record, or a list or mapping of these."""


def changes(before: Record, after: Record, ignored: Iterable[str] = ()) -> Iterator[str]:
    """Every difference between two records: the Dutch name of the field, and the old and new words.

    Statements inside a record are compared elsewhere, as they may move to another chapter. The day
    of the last change is reported only if nothing else differs.
    """
    compared = [field for field in type(after).model_fields if field not in {"changed", *ignored}]
    found = [each for field in compared for each in _in_field(field, before, after)]
    yield from found or _day_of_change(before, after)


def _in_field(field: str, before: Record, after: Record) -> Iterator[str]:
    label = labels.of_field(type(after), field)
    yield from _between(label, getattr(before, field), getattr(after, field))


def _day_of_change(before: Record, after: Record) -> Iterator[str]:
    """The day of the last change, if that is all that differs."""
    day = {"changed": after.changed} if isinstance(after, Stored) else {}
    if day and before.model_copy(update=day) == after:
        yield from _in_field("changed", before, after)


def summary(record: Record) -> str:
    """A new record: its title, and all its other fields that have a value."""
    head = labels.title_field(record)
    parts = "; ".join(
        f"{labels.of_field(type(record), field)}: {_shown(value)}"
        for field, value in record
        if field not in NOT_IN_SUMMARY and field != head and _is_reported(value)
    )
    text = literal_markdown(str(getattr(record, head))) if head else ""
    return f"{text} ({parts})" if text and parts else text or parts


def _is_reported(value: Value) -> bool:
    """Whether a value of a new record says something, and is not reported elsewhere."""
    is_empty = value is None or value is False or value in ((), {})
    return not is_empty and not _is_of_statements(value)


def _is_of_statements(value: Value) -> bool:
    return isinstance(value, tuple) and any(isinstance(each, Statement) for each in value)


def _shown(value: Value) -> str:
    if isinstance(value, Record):
        return summary(value)
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{literal_markdown(key)}: {_shown(each)}" for key, each in value.items())
    return literal_markdown(_text(value))


def _text(value: Value) -> str:
    """A single value as an editor would read it; empty if there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value.isoformat() if isinstance(value, date) else str(value).removesuffix("\n")


# Values -------------------------------------------------------------------------------------------


def _between(label: str, before: Value, after: Value) -> Iterator[str]:
    """The differences between two values of a field, each beginning with the label."""
    if _is_of_statements(before) or _is_of_statements(after):
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _between_mappings(label, before, after)
    elif before == after:  # for a mapping that does not mean the same order
        return
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _between_lists(label, before, after)
    elif isinstance(before, Record) and isinstance(after, Record):
        yield from (f"{label}, {each}" for each in changes(before, after))
    elif isinstance(before, Record):
        yield f"{label}: {gone(labels.title(before))}"
    elif isinstance(after, Record):
        yield f"{label}, erbij: {summary(after)}"
    elif (old := _text(before)) != (text := _text(after)):
        yield f"{label}: {word_changes(old, text)}"


def _between_lists(
    label: str, before: tuple[Value, ...], after: tuple[Value, ...]
) -> Iterator[str]:
    old = [each for each in before if isinstance(each, Record)]
    records = [each for each in after if isinstance(each, Record)]
    if old or records:
        yield from _between_records(label, old, records)
    else:
        yield f"{label}: {list_changes([*map(_text, before)], [*map(_text, after)])}"


def _between_mappings(
    label: str, before: Mapping[str, Value], after: Mapping[str, Value]
) -> Iterator[str]:
    yield from (f"{label}: {gone(key)}" for key in before if key not in after)
    for key, value in after.items():
        if key not in before:
            yield f"{label}, erbij: {literal_markdown(key)}: {_shown(value)}"
        else:
            yield from _between(f"{label} {name(key)}", before[key], value)
    yield from _new_order(label, [*before], [*after])


# Lists of records ---------------------------------------------------------------------------------


def _between_records(
    label: str, before: Sequence[Record], after: Sequence[Record]
) -> Iterator[str]:
    """The records that were added to a list or removed from it, and what differs in the others."""
    for was, now in _pairs(before, after):
        if was and now:
            which = f"{_noun(now) or label} {name(labels.title(now))}"
            yield from (f"{which}, {each}" for each in changes(was, now))
        elif now:
            yield f"{_which(now, label)}erbij: {summary(now)}"
        elif was:
            yield f"{_which(was, label)}weg: {gone(labels.title(was))}"
    yield from _new_order(label, [*map(labels.key, before)], [*map(labels.key, after)])


def _which(record: Record, label: str) -> str:
    """What comes before the word that a record was added to its list, or removed from it."""
    noun = _noun(record)
    return f"{noun} " if noun else f"{label}, "


def _noun(record: Record) -> str:
    """The word for a record with a file of its own; a part of a file is known by its field."""
    return labels.noun(record) if isinstance(record, Stored) else ""


def _pairs(
    before: Sequence[Record], after: Sequence[Record]
) -> Iterator[tuple[Record | None, Record | None]]:
    """Each record as it was and as it is; None if it is not there.

    Records without a fixed name are found again as well: by their title if they have a file, and
    else, if as many have gone as came, in their order.
    """
    earlier, later = _by_key(before), _by_key(after)
    gone = {key: record for key, record in earlier.items() if key not in later}
    came = {key: record for key, record in later.items() if key not in earlier}
    found = dict(_found_again(gone, came))
    earlier |= {to: earlier[key] for key, to in found.items()}
    yield from ((record, None) for key, record in gone.items() if key not in found)
    yield from ((earlier.get(key), record) for key, record in later.items())


Key = tuple[str, int]
"""What tells a record apart, with a number if several in its list have that."""


def _found_again(
    gone: Mapping[Key, Record], came: Mapping[Key, Record]
) -> Iterator[tuple[Key, Key]]:
    """The old and the new key of each record that has no fixed name."""
    if not any(hasattr(record, "slug") for record in gone.values()):
        yield from zip(gone, came, strict=False) if len(gone) == len(came) else ()
        return
    by_title = {labels.title(record): key for key, record in came.items()}
    for key, record in gone.items():
        if not labels.has_fixed_name(record) and labels.title(record) in by_title:
            yield key, by_title.pop(labels.title(record))


def _by_key(records: Iterable[Record]) -> dict[Key, Record]:
    seen: Counter[str] = Counter()
    found = {}
    for record in records:
        key = labels.key(record)
        found[key, seen[key]] = record
        seen[key] += 1
    return found


def _new_order(label: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The new order of what is in both lists, if it differs."""
    kept = [each for each in before if each in after]
    now = [each for each in after if each in before]
    if sorted(kept) == sorted(now) and kept != now:
        yield f"{label}: andere volgorde: {literal_markdown(', '.join(now))}"
