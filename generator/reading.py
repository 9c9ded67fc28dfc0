"""Content files to a Dossier, or every problem with them at once, in the editor's words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.dossier import Dossier, Lost, Place
from generator.fields import Keys, records
from generator.model import (
    About,
    Body,
    Chapter,
    File,
    FollowUp,
    Instrument,
    OpenPoints,
    Party,
    Record,
    Settings,
    Source,
    Terms,
    Theme,
    Timeline,
)
from generator.problem import Problem, nearest
from generator.source import Document, parse

SINGLE_FILES: dict[str, type[File]] = {
    "dossier.yml": Settings,
    "follow-up.yml": FollowUp,
    "timeline.yml": Timeline,
    "open-points.yml": OpenPoints,
    "terms.yml": Terms,
    "about.yml": About,
}
FOLDERS: dict[str, type[File]] = {
    "themes": Theme,
    "chapters": Chapter,
    "parties": Party,
    "bodies": Body,
    "instruments": Instrument,
    "sources": Source,
}

_PATTERNS = {
    r"^\S(.*\S)?$": "mag niet leeg zijn en niet met een spatie beginnen of eindigen",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "mag alleen kleine letters, cijfers en losse streepjes bevatten",
    r"^[A-Z]{2,5}-[0-9]{3,}$": "is geen nummer als ABC-001",
    r"^[A-Z]{2,5}$": "moet uit twee tot vijf hoofdletters bestaan",
    r"^https?://[^\s/]+\S*$": "is geen webadres dat met https:// of http:// begint",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "is geen datum als 2020, 2020-12 of 2020-12-16",
}
_WRONG_TYPE = {
    "string_type": "moet tekst zijn; zet de waarde tussen aanhalingstekens",
    "int_type": "moet een geheel getal zijn, zonder aanhalingstekens",
    "bool_type": "moet true of false zijn, zonder aanhalingstekens",
    "tuple_type": "moet een lijst zijn: elke waarde op een eigen regel na een streepje",
    "model_type": "moet uit velden bestaan: elk op een eigen regel, als naam: waarde",
    "dict_type": "moet uit velden bestaan: elk op een eigen regel, als naam: waarde",
}
_WRONG_VALUE = {
    "greater_than_equal": "moet minstens 1 zijn",
    "too_short": "mag geen lege lijst zijn",
    "day": "is geen datum als 2020-12-16",
    "date_from_datetime_parsing": "is een datum die niet bestaat",
    "date_parsing": "is een datum die niet bestaat",
    "calendar_date": "is een datum die niet bestaat",
    "literal_error": "is niet een van de toegestane waarden",
}

AnyFile = TypeVar("AnyFile", bound=File)


@dataclass(frozen=True)
class Reading:
    """What became of the content: a dossier of all that could be read, and what is wrong."""

    dossier: Dossier | None
    """None when a file that nothing can do without is missing or unreadable."""
    problems: tuple[Problem, ...]


def read(texts: Mapping[str, str]) -> Reading:
    """Read all content files, given as ``{"content/themes/x.yml": text}``."""
    files = [_load(path, texts[path]) for path in sorted(texts) if path.endswith(".yml")]
    problems = [problem for file in files for problem in file.problems]
    problems += (*_unknown_files(texts), *_missing_files(texts))
    return Reading(_assemble(files, texts), tuple(sorted(problems)))


@dataclass(frozen=True)
class _Loaded:
    """One file: the record in it, what was left out of it, and what is wrong with it."""

    document: Document
    record: File | None = None
    removed: frozenset[Keys] = frozenset()
    problems: tuple[Problem, ...] = ()


def _load(path: str, text: str) -> _Loaded:
    model = _model(path)
    document = parse(path, text)
    if model is None or document.value is None:
        return _Loaded(document, problems=document.problems)
    record, removed, errors = _validate(document, model)
    told = tuple(_problem(document, model, error) for error in errors)
    return _Loaded(document, record, removed, document.problems + told)


def _model(path: str) -> type[File] | None:
    match PurePosixPath(path).parts:
        case ("content", name):
            return SINGLE_FILES.get(name)
        case ("content", folder, _):
            return FOLDERS.get(folder)
    return None


# Validation ---------------------------------------------------------------------------------------


def _validate(
    document: Document, model: type[AnyFile]
) -> tuple[AnyFile | None, frozenset[Keys], list[ErrorDetails]]:
    """The record, without the parts that are wrong: so one run tells all mistakes of a file."""
    first: list[ErrorDetails] | None = None
    removed: frozenset[Keys] = frozenset()
    slug = PurePosixPath(document.path).stem
    while () not in removed:
        value = _without(document.value, removed)
        try:
            whole = {**value, "slug": slug} if isinstance(value, dict) else value
            return model.model_validate(whole), removed, first or []
        except ValidationError as error:
            errors = error.errors(include_url=False)
            located = [_locate(document.value, each, removed) for each in errors]
            first = first if first is not None else located
            removed |= {_fault(each) for each in located}
    return None, removed, first or []


def _without(value: Any, removed: frozenset[Keys], here: Keys = ()) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        items = ((key, (*here, key)) for key in value)
        return {key: _without(value[key], removed, way) for key, way in items if way not in removed}
    if isinstance(value, list):
        steps = (((at, (*here, at))) for at in range(len(value)))
        return [_without(value[at], removed, way) for at, way in steps if way not in removed]
    return value


def _original(value: Any, loc: Iterable[Any], removed: frozenset[Keys]) -> Keys:  # noqa: ANN401
    """The way in the file of a way in what was left of it."""
    here: Keys = ()
    for step in loc:
        if isinstance(value, list) and isinstance(step, int):
            kept = [at for at in range(len(value)) if (*here, at) not in removed]
            here, value = (*here, kept[step]), value[kept[step]]
        elif isinstance(value, dict):
            here, value = (*here, step), value.get(step)
    return here


def _locate(value: Any, error: ErrorDetails, removed: frozenset[Keys]) -> ErrorDetails:  # noqa: ANN401
    return {**error, "loc": _original(value, error["loc"], removed)}


def _fault(error: ErrorDetails) -> Keys:
    """What to leave out for the rest to be right: of a missing field, the record that lacks it."""
    return error["loc"][:-1] if error["type"] == "missing" else error["loc"]


# In the editor's words ----------------------------------------------------------------------------


def _problem(document: Document, model: type[File], error: ErrorDetails) -> Problem:
    keys = error["loc"]
    field = f"'{keys[-1]}'" if keys and isinstance(keys[-1], str) else "deze waarde"
    match error["type"]:
        case "missing":
            message = f"verplicht veld {field} ontbreekt"
            return document.key_problem(keys[:-1], message, "ontbrekend-veld")
        case "extra_forbidden":
            hint = nearest(str(keys[-1]), _fields_at(model, keys[:-1]))
            return document.key_problem(keys, f"onbekend veld {field}{hint}", "onbekend-veld")
        case kind if error["input"] is None:
            message = f"{field} is leeg; vul een waarde in of haal de regel weg"
            return document.problem(keys, message, "ongeldige-waarde")
        case kind if kind in _WRONG_TYPE:
            return document.problem(keys, f"{field} {_WRONG_TYPE[kind]}", "verkeerd-type")
    return document.problem(keys, f"{field}{_wrong_value(error)}", "ongeldige-waarde")


def _wrong_value(error: ErrorDetails) -> str:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    reason = _PATTERNS.get(pattern) or _WRONG_VALUE[error["type"]]
    found = f": '{error['input']}'" if isinstance(error["input"], str | int) else ""
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    return f"{found} {reason}{f': {expected}' if expected else ''}"


def _fields_at(model: type[Record], keys: Keys) -> Iterable[str]:
    """The names of the fields that may stand at a place in a file."""
    for name in keys:
        if isinstance(name, str) and name in model.model_fields:
            model = _record_in(model.model_fields[name].annotation) or model
    return [name for name in model.model_fields if name != "slug" or not issubclass(model, File)]


def _record_in(hint: Any) -> type[Record] | None:  # noqa: ANN401  (a type hint is anything)
    if isinstance(hint, type) and issubclass(hint, Record):
        return hint
    parts = getattr(hint, "__args__", ())
    return next((found for part in parts if (found := _record_in(part))), None)


# Files --------------------------------------------------------------------------------------------


def _unknown_files(texts: Iterable[str]) -> Iterator[Problem]:
    for path in texts:
        if not _is_known(path):
            message = f"dit bestand hoort hier niet{_nearest_path(path)}"
            yield Problem(path, 1, 1, message, "onbekend-bestand")


def _is_known(path: str) -> bool:
    return (_model(path) is not None and path.endswith(".yml")) or _is_source_text(path)


def _is_source_text(path: str) -> bool:
    return PurePosixPath(path).match("content/sources/*.txt")


def _nearest_path(path: str) -> str:
    _, *folder, name = PurePosixPath(path).parts
    if folder:
        return nearest(folder[0], FOLDERS)
    return nearest(name, SINGLE_FILES)


def _missing_files(texts: Mapping[str, str]) -> Iterator[Problem]:
    for name in SINGLE_FILES:
        if f"content/{name}" not in texts:
            message = "dit bestand ontbreekt en kan niet worden gemist"
            yield Problem(f"content/{name}", 1, 1, message, "ontbrekend-bestand")
    quoting = {PurePosixPath(path).stem for path in texts if path.startswith("content/sources/")}
    for slug in sorted(quoting):
        if f"content/sources/{slug}.yml" not in texts:
            message = f"bij deze brontekst ontbreekt content/sources/{slug}.yml"
            yield Problem(f"content/sources/{slug}.txt", 1, 1, message, "ontbrekend-bestand")


# The whole ----------------------------------------------------------------------------------------


def _assemble(files: list[_Loaded], texts: Mapping[str, str]) -> Dossier | None:
    """Put the records together; None when one is missing that nothing can do without."""
    singles = {type(file.record): file.record for file in files}
    if not all(model in singles for model in SINGLE_FILES.values()):
        return None
    return Dossier(
        settings=_only(files, Settings),
        follow_up=_only(files, FollowUp),
        timeline=_only(files, Timeline),
        open_points=_only(files, OpenPoints),
        terms=_only(files, Terms),
        about=_only(files, About),
        themes=tuple(sorted(_all(files, Theme), key=lambda theme: (theme.number, theme.slug))),
        chapters=_all(files, Chapter),
        parties=_all(files, Party),
        bodies=_all(files, Body),
        instruments=_all(files, Instrument),
        sources=_all(files, Source),
        texts=_source_texts(texts),
        places=_places(files),
        lost=_lost(files),
    )


def _all(files: list[_Loaded], model: type[AnyFile]) -> tuple[AnyFile, ...]:
    return tuple(file.record for file in files if type(file.record) is model)


def _only(files: list[_Loaded], model: type[AnyFile]) -> AnyFile:
    return _all(files, model)[0]


def _source_texts(texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        PurePosixPath(path).stem: tuple(text.splitlines())
        for path, text in sorted(texts.items())
        if _is_source_text(path)
    }


def _places(files: list[_Loaded]) -> dict[int, Place]:
    return {
        id(record): Place(file.document, _original(file.document.value, keys, file.removed))
        for file in files
        if file.record
        for keys, record in records(file.record)
    }


def _lost(files: list[_Loaded]) -> Lost:
    names, lines = Counter[Any](), Counter[Any]()
    for file in (file for file in files if file.removed or file.record is None):
        written = {"slug": PurePosixPath(file.document.path).stem, "rest": file.document.value}
        removed = frozenset(("rest", *keys) for keys in file.removed)
        kept = _without(written, removed) if file.record else {}
        names += _under_keys(written, "id", "slug") - _under_keys(kept, "id", "slug")
        lines += _under_keys(written, "line") - _under_keys(kept, "line")
    return Lost(frozenset(map(str, names)), frozenset(lines))


def _under_keys(value: Any, *wanted: str) -> Counter[Any]:  # noqa: ANN401
    """How often each plain value stands under one of the wanted keys, anywhere inside."""
    found = Counter[Any]()
    if isinstance(value, dict):
        found.update(value[key] for key in wanted if isinstance(value.get(key), str | int))
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            found += _under_keys(item, *wanted)
    return found
