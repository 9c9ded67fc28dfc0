"""The register in the content of a test: its files, and lines to add to them."""

from collections.abc import Mapping
from pathlib import Path

from generator.dossier import register_files
from generator.dossier.register import Event, fingerprint
from generator.parsing import content_files


def register_path(texts: Mapping[str, str], name: str) -> str:
    """The file of the register with the events of a name."""
    path = register_files.file_of(register_files.parse(texts), name)
    assert path
    return path


def register_file(project: Path, name: str) -> Path:
    """The file of the register with the events of a name, in a project on disk."""
    return project / register_path(content_files.read_tree(project, "content").texts, name)


def with_event(texts: Mapping[str, str], name: str, **values: object) -> dict[str, str]:
    """Content with another event in the register: the last event of a name, with other values."""
    register = register_files.parse(texts)
    last = register.last(name)
    assert last
    event = Event.model_validate({**last.model_dump(mode="json"), **values})
    return {**texts, **register_files.with_events(texts, register, [event])}


def new_event(name: str, text: str, place: str) -> Event:
    """An event that records something new."""
    return Event.model_validate(
        {
            "id": name,
            "event": "nieuw",
            "date": "2026-11-24",
            "fingerprint": fingerprint(text),
            "text": text,
            "place": place,
        }
    )
