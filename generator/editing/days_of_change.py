"""Finds files that a proposal changes without writing the day of the change.

The register dates what it records, such as the texts and mentions of statements. Whoever changes
only that, need not change the day of the file, so that two proposals never meet there.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from generator.checks.register import text_field
from generator.dossier.citable import GROUP_HEADINGS
from generator.dossier.content_folder import is_source_text, model_of
from generator.dossier.kinds import MENTIONABLE, kind_of_model
from generator.model import Section, Settings, Statement
from generator.parsing.problem import Problem
from generator.parsing.yaml_reader import Document, parse

RULE = "dag-vergeten"
NOT_COMPARED = frozenset({"changed", "accepted", "reviewed"})
"""Fields that readers do not see as a change of the content."""
PARTS: Mapping[str, type[Statement | Section]] = {
    "statements": Statement,
    "sections": Section,
    "home": Section,
}
"""The fields of a file with parts that have a history of their own in the register."""
FOLLOWED_IN_STATEMENTS = frozenset(
    {"line", "commitment", *(kind.mention_field for kind in MENTIONABLE)}
)
"""The fields that change with the text of a statement, or with what is added elsewhere."""

Texts = Mapping[str, str]
Fields = Mapping[str, Any]


def forgotten(before: Texts, after: Texts, today: dt.date) -> Iterator[Problem]:
    """A notice for each file that changed while its ``changed`` is still an earlier day.

    ``before`` and ``after`` have all content files by path. Only the values count: a file that was
    laid out otherwise is the same.
    """
    different = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    for path in sorted(filter(None, {_described_in(path) for path in different})):
        old, new = (parse(path, texts.get(path, "")) for texts in (before, after))
        has_new_text = str(PurePosixPath(path).with_suffix(".txt")) in different
        if has_new_text or _differ(path, _fields(old), _fields(new)):
            yield from _notice(old, new, today)


def _described_in(path: str) -> str:
    """The file with the day of change: for the text of a source, the file that describes it."""
    described = str(PurePosixPath(path).with_suffix(".yml")) if is_source_text(path) else path
    return described if described.endswith(".yml") else ""


def _fields(document: Document) -> Fields:
    return document.value if isinstance(document.value, dict) else {}


# Comparing ----------------------------------------------------------------------------------------


def _differ(path: str, old: Fields, new: Fields) -> bool:
    """Whether the files at a path differ in more than what the register dates."""
    fields = (old.keys() | new.keys()) - NOT_COMPARED - _recorded_in(path)
    parts = fields & PARTS.keys()
    return any(old.get(key) != new.get(key) for key in fields - parts) or any(
        _parts_differ(PARTS[key], old.get(key), new.get(key)) for key in parts
    )


def _recorded_in(path: str) -> frozenset[str]:
    """The fields of the file at a path of which the register has the history."""
    model = model_of(path)
    if not model or not kind_of_model(model).cited_text:
        return frozenset()
    return frozenset((*text_field(model), *(GROUP_HEADINGS if model is Settings else ())))


def _parts_differ(model: type[Statement | Section], old: object, new: object) -> bool:
    """Whether a part that was there and still is, differs in more than what the register dates."""
    recorded = {*text_field(model), *(FOLLOWED_IN_STATEMENTS if model is Statement else ())}
    before, after = _by_name(old), _by_name(new)
    return any(
        before[name].get(key) != after[name].get(key)
        for name in before.keys() & after.keys()
        for key in (before[name].keys() | after[name].keys()) - recorded
    )


def _by_name(parts: object) -> dict[str, Fields]:
    """The statements or sections of a file by number or slug, without what has none."""
    found = [each for each in parts if isinstance(each, dict)] if isinstance(parts, list) else []
    return {str(name): each for each in found if (name := each.get("id") or each.get("slug"))}


def _notice(old: Document, new: Document, today: dt.date) -> Iterator[Problem]:
    if not (isinstance(old.value, dict) and isinstance(new.value, dict)):
        return  # no content file, or one that cannot be read
    day = new.value.get("changed")
    if day and day == old.value.get("changed") and str(day) < today.isoformat():
        message = f"dit bestand is gewijzigd, maar de dag niet; zet hier: changed: {today}"
        yield new.problem(("changed",), message, RULE)
