"""A new record, put where records of its kind stand, with the next free number if it has one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from generator.checks.mentions import FIELDS
from generator.checks.runner import check
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.references import mentioned_slugs
from generator.dossier.register import Register
from generator.editing.events import MENDED
from generator.model import (
    Body,
    Chapter,
    Deadline,
    Instrument,
    Milestone,
    OpenPoint,
    Party,
    Progress,
    Record,
    Source,
    Statement,
    Term,
)
from generator.model.scalars import is_slug
from generator.model.traversal import Keys
from generator.parsing import yaml_editor
from generator.parsing.problem import Problem, nearest
from generator.parsing.yaml_editor import Edit, Sheet, Value, apply


@dataclass(frozen=True)
class Kind:
    """A kind of record that can be made."""

    model: type[Record]
    noun: str
    """What an editor calls it."""
    place: str
    """The file with the list in which it stands, or the folder in which it is a file."""
    keys: Keys = ()
    """The list in that file; for a record that is a file, nothing."""
    first: tuple[str, ...] = ()
    """The fields with which it begins, where that is not the order of the model."""

    @property
    def is_named(self) -> bool:
        """Whether a slug is to be thought of for it."""
        return "slug" in self.model.model_fields


KINDS: Mapping[str, Kind] = {
    "statement": Kind(
        Statement, "uitspraak", "", ("statements",), ("id", "line", "kind", "commitment", "under")
    ),
    "progress": Kind(Progress, "feit", "content/progress.yml", ("items",)),
    "deadline": Kind(Deadline, "termijn", "content/deadlines.yml", ("items",)),
    "milestone": Kind(Milestone, "gebeurtenis", "content/timeline.yml", ("milestones",)),
    "term": Kind(Term, "begrip", "content/terms.yml", ("terms",)),
    "point": Kind(OpenPoint, "aandachtspunt", "content/open-points.yml", ("points",)),
    "party": Kind(Party, "partij", "content/parties", (), ("name", "label", "abbreviation")),
    "body": Kind(Body, "overleg", "content/bodies", (), ("name", "label", "abbreviation")),
    "instrument": Kind(
        Instrument, "instrument", "content/instruments", (), ("name", "label", "abbreviation")
    ),
    "source": Kind(Source, "bron", "content/sources", (), ("title", "label")),
}

_ORDER = {model: at for at, model in enumerate(FIELDS)}
GIVEN_BY_THE_TOOL = frozenset({"id", "slug", "changed"})
UNFINISHED = MENDED | {"ongebruikte-bron"}
"""The rules that a new record may yet break: it is to be recorded, and a source to be used."""


class ScaffoldError(Exception):
    """The record cannot be made; the message says why, in Dutch."""


@dataclass(frozen=True)
class Field:
    """A field that can be given on a command line: in a word, or in some for a record within it."""

    name: str
    help: str
    """In Dutch, as the model has it."""
    type: type[str | int | bool]
    many: bool
    required: bool
    parts: tuple["Field", ...] = ()
    """The fields of the record within it; nothing if it holds none."""


def given_fields(model: type[Record]) -> Iterator[Field]:
    """The fields of a kind of record that an editor gives."""
    for name, info in model.model_fields.items():
        if name not in GIVEN_BY_THE_TOOL:
            hints = list(_flat(info.annotation))
            inner = next((each for each in hints if _is_record(each)), None)
            type_ = next((each for each in (bool, int) if each in hints), str)
            parts = tuple(given_fields(inner)) if inner else ()
            help_ = info.description or ""
            yield Field(name, help_, type_, tuple in hints, info.is_required(), parts)


def _is_record(hint: Any) -> bool:  # noqa: ANN401  (a type hint is anything)
    return isinstance(hint, type) and issubclass(hint, Record)


def _flat(hint: Any) -> Iterator[Any]:  # noqa: ANN401  (a type hint is anything)
    yield getattr(hint, "__origin__", hint)
    for part in get_args(hint):
        yield from _flat(part)


@dataclass(frozen=True)
class Wanted:
    """A record that is wanted."""

    kind: Kind
    name: str
    """The slug it is to have; for a statement, the slug of the chapter in which it stands."""
    values: Mapping[str, Value]
    day: date
    taken: Register = field(default_factory=Register)
    """Another register whose numbers are not free either: that of the branch to merge into."""


@dataclass(frozen=True)
class Made:
    """A record that was made."""

    name: str
    """Its number or slug; empty for what has none."""
    path: str
    texts: Mapping[str, str]
    """Every file that changes, by its path."""


def scaffold(dossier: Dossier, texts: Mapping[str, str], wanted: Wanted) -> Made:
    """Put a new record in the content, and its name with the statements that name it.

    Raises:
        ScaffoldError: a field is missing, or the content would be wrong for it.

    """
    _demand(wanted)
    made = _made(dossier, texts, wanted)
    content = {**texts, **made.texts}
    completed = {**made.texts, **_with_mentions(content, made, wanted)}
    if wrong := _new_problems(texts, {**content, **completed}):
        told = dict.fromkeys(f"{each.message} [{each.rule}]" for each in wrong)
        raise ScaffoldError("\n- ".join(["de inhoud zou er niet door kloppen:", *told]))
    return Made(made.name, made.path, completed)


def _demand(wanted: Wanted) -> None:
    if wanted.kind.is_named and not is_slug(wanted.name):
        rule = "een naam heeft alleen kleine letters, cijfers en losse streepjes"
        raise ScaffoldError(f"'{wanted.name}' kan geen naam zijn: {rule}")
    missing = [
        f"--{each.name.replace('_', '-')}"
        for each in given_fields(wanted.kind.model)
        if each.required and each.name not in wanted.values
    ]
    if missing:
        raise ScaffoldError(f"geef ook {' en '.join(missing)} op")


def _made(dossier: Dossier, texts: Mapping[str, str], wanted: Wanted) -> Made:
    kind = wanted.kind
    if kind.model is Statement:
        return _statement(dossier, texts, wanted)
    if kind.keys:
        text = texts[kind.place]
        named = {"slug": wanted.name} if kind.is_named else {}
        count = len(Sheet(text).document.value.get(kind.keys[-1]) or ())
        new = _inserted(text, wanted, count, {**named, **wanted.values})
        return Made(wanted.name if named else "", kind.place, {kind.place: new})
    path = f"{kind.place}/{wanted.name}.yml"
    if path in texts:
        raise ScaffoldError(f"{path} bestaat al")
    return Made(wanted.name, path, {path: _file(texts, wanted)})


def _file(texts: Mapping[str, str], wanted: Wanted) -> str:
    """A file of its own, tied to its schema as its neighbours are."""
    neighbours = [
        path
        for path in sorted(texts)
        if path.startswith(f"{wanted.kind.place}/") and path.endswith(".yml")
    ]
    comment = yaml_editor.schema_comment(texts[neighbours[0]]) if neighbours else []
    values = _ordered(wanted.kind, wanted.values)
    begin = {name: values.pop(name) for name in wanted.kind.first if name in values}
    lines = yaml_editor.fields({**begin, "changed": wanted.day.isoformat(), **values})
    return "".join(f"{line}\n" for line in (*comment, *lines))


def _ordered(kind: Kind, values: Mapping[str, Value]) -> dict[str, Value]:
    names = dict.fromkeys((*kind.first, *kind.model.model_fields))
    return {name: values[name] for name in names if name in values}


def _inserted(text: str, wanted: Wanted, at: int, values: Mapping[str, Value]) -> str:
    sheet = Sheet(text)
    lines = yaml_editor.fields(_ordered(wanted.kind, values))
    try:
        inserted = sheet.insert(wanted.kind.keys, at, lines)
    except yaml_editor.UnknownFormError as error:
        raise ScaffoldError(f"{error}; zet het daar zelf bij") from error
    return apply(text, [inserted, *_dated(sheet, wanted.day)])


def _dated(sheet: Sheet, day: date) -> list[Edit]:
    """A file that is added to was changed on the day that it is."""
    written = str(sheet.document.value.get("changed"))
    later = written < day.isoformat()
    return [sheet.set(("changed",), day.isoformat())] if later else []


# Statements ---------------------------------------------------------------------------------------


def _statement(dossier: Dossier, texts: Mapping[str, str], wanted: Wanted) -> Made:
    home = next((part for part in dossier.parts if part.slug == wanted.name), None)
    if not home:
        parts = [part.slug for part in dossier.parts]
        hint = nearest(wanted.name, parts) or f"; kies uit {', '.join(parts)}"
        raise ScaffoldError(f"'{wanted.name}' is geen hoofdstuk of thema{hint}")
    name = next_number(dossier, wanted.taken)
    path = dossier.place(home).document.path
    at = _place_in(dossier, home, wanted.values)
    return Made(
        name, path, {path: _inserted(texts[path], wanted, at, {"id": name, **wanted.values})}
    )


def next_number(dossier: Dossier, taken: Register) -> str:
    """The number after the last that is or was in use, in either register."""
    prefix = f"{dossier.settings.prefix}-"
    known = {*dossier.statement, *dossier.register.history, *taken.history}
    numbers = (name.removeprefix(prefix) for name in known if name.startswith(prefix))
    return f"{prefix}{max(map(int, numbers), default=0) + 1:03d}"


def _place_in(dossier: Dossier, home: Chapter, values: Mapping[str, Value]) -> int:
    """Before how many statements it comes in the order of the source: before those after it."""
    lines = dossier.texts.get(home.source, ())

    def order(line: int, text: str) -> tuple[int, int]:
        return line, lines[line - 1].find(text) if 1 <= line <= len(lines) else 0

    number = values["line"]
    here = order(number, str(values["text"])) if isinstance(number, int) else (0, 0)
    return sum(order(each.line, each.text) <= here for each in home.statements)


# Mentions -----------------------------------------------------------------------------------------


def _with_mentions(content: Mapping[str, str], made: Made, wanted: Wanted) -> dict[str, str]:
    """The files with statements whose lists lack what they name, as far as the record is new."""
    dossier = read(content).dossier
    edited: dict[str, str] = {}
    for statement, names, slug in _missing(dossier, made.name) if dossier else ():
        place = dossier.place(statement)  # type: ignore[union-attr]  # without one, none is missing
        path = place.document.path
        sheet = Sheet(edited.get(path, content[path]))
        added = sheet.add_to_list((*place.keys, names), slug, (*place.keys, "text"))
        edited[path] = apply(sheet.text, [added, *_dated(sheet, wanted.day)])
    return edited


def _missing(dossier: Dossier, name: str) -> Iterator[tuple[Statement, str, str]]:
    """What statements name and do not list: the new record, or all that the new statement names."""
    for statement in dossier.statements:
        listed = {*mentioned_slugs(statement), dossier.home(statement).slug}
        named = {each.slug: each for each in dossier.names.found(statement.text).values()}
        last_first = sorted(named, key=lambda slug: _ORDER[type(named[slug])], reverse=True)
        for slug in last_first:  # each new list comes directly below the text
            if slug not in listed and name in (slug, statement.id):
                yield statement, FIELDS[type(named[slug])], slug


def _new_problems(before: Mapping[str, str], after: Mapping[str, str]) -> list[Problem]:
    """What is wrong after and was not before, wherever it then stood."""
    known = {(each.path, each.message, each.rule) for each in check(read(before))}
    return [
        each
        for each in check(read(after))
        if each.rule not in UNFINISHED and (each.path, each.message, each.rule) not in known
    ]
