"""Loads content files into a Dossier, and collects all problems in the words of the editor."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.dossier.dossier import Dossier
from generator.dossier.kinds import FOLDERS, SINGLE_FILES
from generator.dossier.register import PATH as REGISTER
from generator.dossier.register import Register
from generator.dossier.register import parse as parse_register
from generator.grouping import gather
from generator.model import File, Record, characters
from generator.model.record import RecordIdentity, identity
from generator.model.traversal import KeyPath, records
from generator.parsing import validation_messages, yaml_reader
from generator.parsing.locations import Location, Unread
from generator.parsing.problem import Problem, did_you_mean
from generator.parsing.validation import OriginalKeys, validate, without
from generator.parsing.yaml_reader import Document

FOLDER = "content"
_WORD = re.compile(r"[\w-]+")
_LINE = re.compile(r"\bline: *([0-9]{1,9})\b")


@dataclass(frozen=True)
class Reading:
    """The result of loading: a dossier of everything that could be read, and all problems."""

    dossier: Dossier | None
    """None if a required file is missing or unreadable."""
    problems: tuple[Problem, ...]


Parse = Callable[[str, str], Document]
"""Parses a content file, given its path and text."""


def read(
    texts: Mapping[str, str], unreadable: Iterable[Problem] = (), parse: Parse = yaml_reader.parse
) -> Reading:
    """Read all content files, given as ``{"content/themes/x.yml": text}``.

    ``unreadable`` has the problems with files that exist but are not text.
    """
    files = [_load(path, texts[path], parse) for path in sorted(texts) if path.endswith(".yml")]
    files += [_Loaded(Document(each.path), problems=(each,)) for each in unreadable]
    paths = {*texts, *(file.document.path for file in files)}
    problems = [problem for file in files for problem in file.problems]
    register = parse_register(texts.get(REGISTER, ""))
    problems += (*_unknown_files(texts), *_missing_files(paths), *register.problems)
    return Reading(_assemble(files, texts, register), tuple(sorted(problems)))


@dataclass(frozen=True)
class _Loaded:
    """One file: its record, the invalid parts that were left out, and its problems."""

    document: Document
    record: File | None = None
    removed: frozenset[KeyPath] = frozenset()
    problems: tuple[Problem, ...] = ()


def _load(path: str, text: str, parse: Parse) -> _Loaded:
    model = _model(path)
    document = parse(path, text)
    if model is None or document.value is None:
        return _Loaded(document, problems=document.problems)
    result = validate(document, model)
    found = validation_messages.problems(document, model, result.faults)
    reported = {(problem.line, problem.column) for problem in document.problems}
    new = tuple(problem for problem in found if (problem.line, problem.column) not in reported)
    return _Loaded(document, result.record, result.removed, document.problems + new)


def _model(path: str) -> type[File] | None:
    match PurePosixPath(path).parts:
        case ("content", name):
            return SINGLE_FILES.get(name)
        case ("content", folder, _):
            return FOLDERS.get(folder)
    return None


# Files --------------------------------------------------------------------------------------------


def _unknown_files(texts: Iterable[str]) -> Iterator[Problem]:
    for path in texts:
        if not _is_known(path):
            message = f"dit bestand hoort hier niet{_path_hint(path)}"
            yield Problem(path, 1, 1, message, "onbekend-bestand")


def _is_known(path: str) -> bool:
    is_record = _model(path) is not None and path.endswith(".yml")
    return is_record or is_source_text(path) or path == REGISTER


def is_source_text(path: str) -> bool:
    """Whether a content file is the text of a source."""
    return PurePosixPath(path).match("content/sources/*.txt")


def _path_hint(path: str) -> str:
    """The end of the message about an unknown file: what the editor probably meant."""
    corrected = _with_yml_extension(path)
    if path != corrected and _model(corrected):
        return f"; de extensie moet .yml zijn: git mv {path} {corrected}"
    _, *folder, name = PurePosixPath(path).parts
    if len(folder) > 1:
        return "; mappen in mappen kent de site niet"
    if folder:
        return did_you_mean(folder[0], FOLDERS) if folder[0] not in FOLDERS else ""
    return did_you_mean(name, SINGLE_FILES)


def _with_yml_extension(path: str) -> str:
    """The path with ``.yml`` instead of a mistake such as ``.yaml``, ``.YML`` or ``.yml.txt``."""
    return f"{path.partition('.')[0]}.yml"


def _missing_files(texts: Collection[str]) -> Iterator[Problem]:
    """A problem for each required file that is missing, unless it only has a wrong extension."""
    if FOLDER in texts:
        return  # the folder itself could not be read
    intended = {*texts, *(_with_yml_extension(path) for path in texts)}
    for name in SINGLE_FILES:
        if f"content/{name}" not in intended:
            message = "dit bestand ontbreekt en kan niet worden gemist"
            yield Problem(f"content/{name}", 1, 1, message, "ontbrekend-bestand")
    for slug in _texts_without_source(texts):
        message = f"bij deze brontekst ontbreekt content/sources/{slug}.yml"
        yield Problem(f"content/sources/{slug}.txt", 1, 1, message, "ontbrekend-bestand")


def _texts_without_source(texts: Iterable[str]) -> list[str]:
    paths = frozenset(texts)
    slugs = sorted(PurePosixPath(path).stem for path in paths if is_source_text(path))
    return [slug for slug in slugs if f"content/sources/{slug}.yml" not in paths]


# Dossier ------------------------------------------------------------------------------------------


def _assemble(files: list[_Loaded], texts: Mapping[str, str], register: Register) -> Dossier | None:
    """Combine the records into a dossier; None if a required file is missing or unreadable."""
    records = gather((type(file.record), file.record) for file in files if file.record)
    if not all(model in records for model in SINGLE_FILES.values()):
        return None
    return Dossier(
        records_by_model=records,
        texts=_source_texts(texts),
        places={**_places(files), **_event_places(register)},
        register=register,
        unread=_unread(files, texts),
    )


def _source_texts(texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        PurePosixPath(path).stem: tuple(characters.lines(characters.readable(text)))
        for path, text in sorted(texts.items())
        if is_source_text(path)
    }


def _places(files: list[_Loaded]) -> dict[RecordIdentity, Location]:
    return {
        identity(record): place
        for file in files
        if file.record
        for record, place in _places_in(file, file.record)
    }


def _event_places(register: Register) -> dict[RecordIdentity, Location]:
    return {key: Location(document, ()) for key, document in register.documents.items()}


def _places_in(file: _Loaded, record: File) -> Iterator[tuple[Record, Location]]:
    """Where each record was written: its key path before invalid parts were left out."""
    original = OriginalKeys(file.document.value, file.removed)
    for keys, each in records(record):
        path = original.keys(keys) if file.removed else keys
        yield each, Location(file.document, path, path not in original.incomplete)


def _unread(files: list[_Loaded], texts: Mapping[str, str]) -> Unread:
    """The names, lines and quotes that editors wrote in parts that could not be read."""
    names = Counter[Any](_texts_without_source(texts))
    names.update(
        PurePosixPath(_with_yml_extension(path)).stem for path in texts if not _is_known(path)
    )
    lines, quotes = Counter[Any](), Counter[Any]()
    for file in (file for file in files if file.removed or file.record is None):
        written = {"slug": PurePosixPath(file.document.path).stem, "rest": file.document.value}
        removed = frozenset(("rest", *keys) for keys in file.removed)
        kept = without(written, removed) if file.record else {}
        names.update(keys[-1] for keys in file.removed if keys)
        names += _under_keys(written, "id", "slug") - _under_keys(kept, "id", "slug")
        lines += _under_keys(written, "line") - _under_keys(kept, "line")
        quotes += _under_keys(written, "text") - _under_keys(kept, "text")
        if file.document.value is None:  # invalid YAML: any word can be a name
            text = texts.get(file.document.path, "")
            names.update(_WORD.findall(text))
            lines.update(map(int, _LINE.findall(text)))
    return Unread(frozenset(map(str, names)), frozenset(lines), frozenset(map(str, quotes)))


def _under_keys(value: Any, *wanted: str) -> Counter[Any]:  # noqa: ANN401
    """How often each plain value occurs under one of the wanted keys, at any depth."""
    found = Counter[Any]()
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            found.update(each[key] for key in wanted if isinstance(each.get(key), str | int))
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each
    return found
