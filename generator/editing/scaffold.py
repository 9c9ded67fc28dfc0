"""Adds a new record where its kind is kept, with the next free number if it is a statement."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, get_args

from generator.checks.runner import check
from generator.dossier.dossier import Dossier
from generator.dossier.kind import Kind
from generator.dossier.kinds import KINDS, MENTIONABLE, kind_of
from generator.dossier.loader import read
from generator.dossier.references import mentioned_slugs
from generator.dossier.register import Register
from generator.editing.events import RESOLVED_BY_RECORDING
from generator.editing.section_names import with_names
from generator.model import Chapter, Record, Statement
from generator.model.scalars import is_slug
from generator.parsing import yaml_editor
from generator.parsing.problem import Problem, did_you_mean
from generator.parsing.yaml_cache import YamlCache
from generator.parsing.yaml_editor import Value, YamlEditor, apply

ADDABLE: Mapping[str, Kind] = {kind.key: kind for kind in KINDS if kind.can_be_added}
"""The kinds of records that can be added, by the name of their command."""
_ADDED_BY_THEMSELVES = frozenset(kind.model for kind in ADDABLE.values())
SET_BY_THE_TOOL = frozenset({"id", "slug", "changed", "accepted"})
ALLOWED_RULES = (RESOLVED_BY_RECORDING - {"hergebruikt"}) | {
    "ongebruikte-bron",
    "overgeslagen-nummer",
    "zonder-naam",
}
"""The rules that a new record may still break.

It is not recorded yet, a source or a party that reports is not used yet, and the numbers before its
own may be in use on the branch to merge into.
"""
COVERAGE = "dekking"


class ScaffoldError(Exception):
    """The record cannot be added; the message says why, in Dutch."""


@dataclass(frozen=True)
class Field:
    """A field as a command-line option: one word, or several words for a nested record."""

    name: str
    help: str
    """The Dutch description in the model."""
    type: type[str | int | bool]
    many: bool
    required: bool
    parts: tuple["Field", ...] = ()
    """The fields of the nested record that are words; empty if the field holds no record."""


def editor_fields(model: type[Record]) -> Iterator[Field]:
    """The fields of a kind of record that editors fill in."""
    for name, info in model.model_fields.items():
        if name not in SET_BY_THE_TOOL:
            hints = list(_nested_hints(info.annotation))
            inner = next((each for each in hints if _is_record(each)), None)
            if inner in _ADDED_BY_THEMSELVES:
                continue
            type_ = next((each for each in (bool, int) if each in hints), str)
            parts = tuple(each for each in editor_fields(inner) if not each.parts) if inner else ()
            help_ = info.description or ""
            yield Field(name, help_, type_, tuple in hints, info.is_required(), parts)


def _is_record(hint: Any) -> bool:  # noqa: ANN401  (a type hint is anything)
    return isinstance(hint, type) and issubclass(hint, Record)


def _nested_hints(hint: Any) -> Iterator[Any]:  # noqa: ANN401  (a type hint is anything)
    yield getattr(hint, "__origin__", hint)
    for part in get_args(hint):
        yield from _nested_hints(part)


@dataclass(frozen=True)
class RecordRequest:
    """A new record that an editor asks for."""

    kind: Kind
    name: str
    """The slug of the new record; for a statement, the slug of its chapter or theme."""
    values: Mapping[str, Value]
    day: date
    taken: Register = field(default_factory=Register)
    """The register of the branch to merge into; its numbers are not free either."""


@dataclass(frozen=True)
class NewRecord:
    """A record that was added."""

    name: str
    """Its number or slug; empty if it has neither."""
    path: str
    texts: Mapping[str, str]
    """The new text of every file that changes, by path."""


def scaffold(dossier: Dossier, texts: Mapping[str, str], request: RecordRequest) -> NewRecord:
    """Add a new record to the content, and its name to the lists of statements that mention it.

    Raises:
        ScaffoldError: a field is missing, or the content would become invalid.

    """
    require_input(request)
    cache = YamlCache()  # most files are the same before and after
    new = _without_mentions(dossier, texts, request)
    content = {**texts, **new.texts}
    completed = {**new.texts, **with_mentions(content, {new.name}, cache)}
    if problems := new_problems(texts, {**content, **completed}, request.day, cache):
        raise invalid(problems)
    return NewRecord(new.name, new.path, completed)


def invalid(problems: Iterable[Problem]) -> ScaffoldError:
    """The error that new content would have problems, each once."""
    messages = dict.fromkeys(f"{each.message} [{each.rule}]" for each in problems)
    return ScaffoldError("\n- ".join(["de inhoud zou er niet door kloppen:", *messages]))


def require_input(request: RecordRequest) -> None:
    """Refuse a record without a valid name or without a required field.

    Raises:
        ScaffoldError: the name or a field is missing or invalid.

    """
    if request.kind.has_slug and not is_slug(request.name):
        rule = "een naam heeft alleen kleine letters, cijfers en losse streepjes"
        raise ScaffoldError(f"'{request.name}' kan geen naam zijn: {rule}")
    missing = [
        f"--{each.name.replace('_', '-')}"
        for each in editor_fields(request.kind.model)
        if each.required and each.name not in request.values
    ]
    if missing:
        raise ScaffoldError(f"geef ook {' en '.join(missing)} op")


def _without_mentions(
    dossier: Dossier, texts: Mapping[str, str], request: RecordRequest
) -> NewRecord:
    """The new record in its file; no lists of mentions are completed yet."""
    kind = request.kind
    if kind.model is Statement:
        return _statement(dossier, texts, request)
    path = f"{kind.content_path}/{request.name}.yml"
    if path in texts:
        raise ScaffoldError(f"{path} bestaat al")
    named = replace(request, values=with_names(request.values, dossier, request.name))
    return NewRecord(request.name, path, {path: file_text(texts, named)})


def file_text(texts: Mapping[str, str], request: RecordRequest) -> str:
    """The text of a new file, with the same schema comment as the other files in its folder."""
    neighbours = [
        path
        for path in sorted(texts)
        if path.startswith(f"{request.kind.content_path}/") and path.endswith(".yml")
    ]
    comment = yaml_editor.schema_comment(texts[neighbours[0]]) if neighbours else []
    values = _ordered(request.kind, request.values)
    first = {name: values.pop(name) for name in request.kind.first_fields if name in values}
    lines = yaml_editor.record_lines({**first, "changed": request.day.isoformat(), **values})
    return "".join(f"{line}\n" for line in (*comment, *lines))


def _ordered(kind: Kind, values: Mapping[str, Value]) -> dict[str, Value]:
    names = dict.fromkeys((*kind.first_fields, *kind.model.model_fields))
    return {name: values[name] for name in names if name in values}


def _inserted(text: str, request: RecordRequest, at: int, values: Mapping[str, Value]) -> str:
    sheet = YamlEditor(text)
    lines = yaml_editor.record_lines(_ordered(request.kind, values))
    try:
        inserted = sheet.insert((request.kind.items,), at, lines)
    except yaml_editor.UnsupportedNotationError as error:
        raise ScaffoldError(f"{error}; zet het daar zelf bij") from error
    return apply(text, [inserted])


# Statements ---------------------------------------------------------------------------------------


def _statement(dossier: Dossier, texts: Mapping[str, str], request: RecordRequest) -> NewRecord:
    home = next((part for part in dossier.parts if part.slug == request.name), None)
    if not home:
        parts = [part.slug for part in dossier.parts]
        hint = did_you_mean(request.name, parts) or f"; kies uit {', '.join(parts)}"
        raise ScaffoldError(f"'{request.name}' is geen hoofdstuk of thema{hint}")
    name = dossier.next_number(request.taken)
    path = dossier.place(home).document.path
    at = _position(dossier, home, request.values)
    return NewRecord(
        name, path, {path: _inserted(texts[path], request, at, {"id": name, **request.values})}
    )


def _position(dossier: Dossier, home: Chapter, values: Mapping[str, Value]) -> int:
    """The index at which a new statement keeps its chapter in the order of the source."""
    lines = dossier.texts.get(home.source, ())

    def order(line: int, text: str) -> tuple[int, int]:
        return line, lines[line - 1].find(text) if 1 <= line <= len(lines) else 0

    number = values["line"]
    position = order(number, str(values["text"])) if isinstance(number, int) else (0, 0)
    return sum(order(each.line, each.text) <= position for each in home.statements)


# Mentions -----------------------------------------------------------------------------------------


def with_mentions(
    content: Mapping[str, str], new: Collection[str], cache: YamlCache
) -> dict[str, str]:
    """The files in which lists of mentions are completed, by path.

    Only with mentions of the records with the names in ``new`` and those in its statements.
    """
    dossier = read(content, parse=cache.parse).dossier
    edited: dict[str, str] = {}
    for statement, field_name, slug in _missing_mentions(dossier, new) if dossier else ():
        place = dossier.place(statement)  # type: ignore[union-attr]  # no dossier: no loop
        path = place.document.path
        sheet = YamlEditor(edited.get(path, content[path]))
        addition = sheet.add_to_list((*place.keys, field_name), slug, (*place.keys, "text"))
        edited[path] = apply(sheet.text, [addition])
    return edited


def _missing_mentions(
    dossier: Dossier, new: Collection[str]
) -> Iterator[tuple[Statement, str, str]]:
    """Mentions that statements do not list: the statement, the name of the list, and the slug.

    Only mentions of the records with the names in ``new``, or in its statements.
    """
    for statement in dossier.statements:
        listed = {*mentioned_slugs(statement), dossier.home(statement).slug}
        mentioned = {each.slug: each for each in dossier.names.found(statement.text).values()}
        order = {slug: MENTIONABLE.index(kind_of(record)) for slug, record in mentioned.items()}
        last_first = sorted(mentioned, key=order.__getitem__, reverse=True)
        for slug in last_first:  # each new list is inserted directly below the text
            if slug not in listed and (slug in new or statement.id in new):
                yield statement, kind_of(mentioned[slug]).mention_field, slug


def new_problems(
    before: Mapping[str, str], after: Mapping[str, str], today: date, cache: YamlCache
) -> list[Problem]:
    """The problems in ``after`` that are not in ``before`` on any line of the same file.

    A source that is new, or was not covered by statements yet, need not be covered.
    """
    old = check(read(before, parse=cache.parse), today)
    known = {(each.path, each.message, each.rule) for each in old}
    incomplete = {each.path for each in old if each.rule == COVERAGE} | (after.keys() - before)
    return [
        each
        for each in check(read(after, parse=cache.parse), today)
        if each.rule not in ALLOWED_RULES
        and (each.path, each.message, each.rule) not in known
        and not (each.rule == COVERAGE and each.path in incomplete)
    ]
