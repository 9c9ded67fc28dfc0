"""Loads content files into a Dossier, and collects all problems in the words of the editor."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.dossier import copies, register_files, urls
from generator.dossier.content_folder import (
    is_evidence_text,
    is_known,
    is_source_text,
    missing_files,
    model_of,
    texts_without_source,
    unknown_files,
    with_yml_extension,
)
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import ENTRIES, SINGLE_FILES, kind_of_model
from generator.dossier.register import Register
from generator.grouping import gather
from generator.model import File, Record, Stored, characters
from generator.model.record import RecordIdentity, identity
from generator.model.traversal import KeyPath, records
from generator.parsing import validation_messages, yaml_reader
from generator.parsing.locations import Location, Unread
from generator.parsing.problem import Problem
from generator.parsing.validation import OriginalKeys, validate, without
from generator.parsing.yaml_reader import Document

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
    register = register_files.parse(texts)
    files = _without_copies(files, texts, register)
    problems = [problem for file in files for problem in file.problems]
    problems += (*unknown_files(texts), *missing_files(paths), *register.problems)
    return Reading(_assemble(files, texts, register), tuple(sorted(problems)))


@dataclass(frozen=True)
class _Loaded:
    """One file: its record, the invalid parts that were left out, and its problems."""

    document: Document
    record: Stored | None = None
    removed: frozenset[KeyPath] = frozenset()
    problems: tuple[Problem, ...] = ()


def _load(path: str, text: str, parse: Parse) -> _Loaded:
    model = model_of(path)
    document = parse(path, text)
    if model is None or document.value is None:
        return _Loaded(document, problems=document.problems)
    result = validate(document, model)
    found = validation_messages.problems(document, model, result.faults)
    reported = {(problem.line, problem.column) for problem in document.problems}
    new = tuple(problem for problem in found if (problem.line, problem.column) not in reported)
    return _Loaded(document, result.record, result.removed, document.problems + new)


def _without_copies(
    files: list[_Loaded], texts: Mapping[str, str], register: Register
) -> list[_Loaded]:
    """The files, with a problem instead of the record of each copy."""
    records = {file.document.path: file.record for file in files if file.record}
    originals = copies.originals(records, texts, register)
    return [
        _copy(file, originals[file.document.path]) if file.document.path in originals else file
        for file in files
    ]


def _copy(file: _Loaded, original: str) -> _Loaded:
    message = f"dit is een kopie van {original}; geef wat erin staat eigen nummers en namen, of"
    path = file.document.path
    problem = Problem(path, 1, 1, f"{message} haal dit bestand weg", "kopie")
    return _Loaded(file.document, problems=(problem,))


# Dossier ------------------------------------------------------------------------------------------


def _assemble(files: list[_Loaded], texts: Mapping[str, str], register: Register) -> Dossier | None:
    """Combine the records into a dossier; None if a required file is missing or unreadable."""
    found = gather((type(file.record), file.record) for file in files if file.record)
    if not all(model in found for model in SINGLE_FILES.values()):
        return None
    places, shown = _places(files), _with_entries(found)
    completed = {identity(file): record for file, record in shown}
    return Dossier(
        records_by_model={
            model: tuple(completed.get(identity(each), each) for each in _files(records))
            for model, records in found.items()
            if issubclass(model, File)
        },
        texts=_source_texts(texts),
        evidence=_evidence(texts),
        places={
            **places,
            **{identity(record): places[identity(file)] for file, record in shown},
            **_event_places(register),
        },
        register=register,
        unread=_unread(files, texts, register),
    )


def _files(records: Iterable[Stored]) -> Iterator[File]:
    return (record for record in records if isinstance(record, File))


def _with_entries(
    found: Mapping[type[Stored], Sequence[Stored]],
) -> list[tuple[File, File]]:
    """Each file whose page shows entries, as it was read and with its entries."""
    return [
        (file, file.model_copy(update={kind.items: tuple(found.get(kind.stored_model, ()))}))
        for kind in ENTRIES
        for file in _files(found[SINGLE_FILES[kind.file]])
    ]


def _source_texts(texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        PurePosixPath(path).stem: tuple(characters.lines(characters.readable(text)))
        for path, text in sorted(texts.items())
        if is_source_text(path)
    }


def _evidence(texts: Mapping[str, str]) -> dict[str, str]:
    kept = sorted(path for path in texts if is_evidence_text(path))
    return {PurePosixPath(path).stem: texts[path] for path in kept}


def _places(files: Iterable[_Loaded]) -> dict[RecordIdentity, Location]:
    return {
        identity(record): place
        for file in files
        if file.record
        for record, place in _places_in(file, file.record)
    }


def _event_places(register: Register) -> dict[RecordIdentity, Location]:
    return {key: Location(document, ()) for key, document in register.documents.items()}


def _places_in(file: _Loaded, record: Stored) -> Iterator[tuple[Record, Location]]:
    """Where each record was written: its key path before invalid parts were left out."""
    original = OriginalKeys(file.document.value, file.removed)
    for keys, each in records(record):
        path = original.keys(keys) if file.removed else keys
        yield each, Location(file.document, path, path not in original.incomplete)


def _unread(files: list[_Loaded], texts: Mapping[str, str], register: Register) -> Unread:
    """The names, lines and quotes that editors wrote in parts that could not be read."""
    names = Counter[Any](texts_without_source(texts))
    names.update(
        PurePosixPath(with_yml_extension(path)).stem for path in texts if not is_known(path)
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
        if file.document.path not in texts:  # no text at all: what the register knows of it
            events = [change.event for change in register.changes_on(_address(file))]
            names.update(event.id for event in events)
            quotes.update(event.text for event in events)
    return Unread(frozenset(map(str, names)), frozenset(lines), frozenset(map(str, quotes)))


def _address(file: _Loaded) -> str:
    """The address of the page of a content file, which may be unreadable."""
    path = file.document.path
    model = model_of(path)
    folder = kind_of_model(model).page_folder if model else None
    return urls.address(f"{folder}/{PurePosixPath(path).stem}.md") if folder else ""


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
