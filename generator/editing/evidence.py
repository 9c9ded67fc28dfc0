"""Keeps the text of a saved file as evidence, next to the source that it is a copy of."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.checks.kept_evidence import has_passage, text_hash
from generator.dossier.content_folder import evidence_text_path
from generator.dossier.dossier import Dossier
from generator.model import characters
from generator.parsing import yaml_editor
from generator.parsing.problem import did_you_mean
from generator.parsing.yaml_editor import YamlEditor
from generator.text import saved_file
from generator.text.saved_file import SavedFileError

_BLOCK = re.compile(r"^kept:\n(?: +.*\n?)+", re.MULTILINE)
"""The fields of a kept copy as the command writes them."""


@dataclass(frozen=True)
class EvidenceRequest:
    """What an editor saved, and what of it is to be kept."""

    source: str
    name: str
    """The name of the file."""
    content: bytes
    saved: dt.date
    today: dt.date
    whole: bool
    """Whether the whole text is kept, and not the passages alone."""
    passages: tuple[str, ...] = ()


def keep(dossier: Dossier, texts: Mapping[str, str], request: EvidenceRequest) -> dict[str, str]:
    """The new texts of the files that change: the kept text, and the file of its source.

    Raises:
        SavedFileError: the source is unknown, or the file cannot be kept.

    """
    if request.source not in {source.slug for source in dossier.sources}:
        hint = did_you_mean(request.source, [source.slug for source in dossier.sources])
        raise SavedFileError(f"'{request.source}' is geen bron{hint}")
    form = saved_file.form_of(request.name, request.content)
    kept = _kept_text(saved_file.lines(form, request.content), request)
    path = f"content/sources/{request.source}.yml"
    values: dict[str, yaml_editor.InlineValue] = {
        "saved": request.saved.isoformat(),
        "form": form,
        "sha256": hashlib.sha256(request.content).hexdigest(),
        "text_sha256": text_hash(kept),
        **({"whole": True} if request.whole else {}),
    }
    return {
        evidence_text_path(request.source): kept,
        path: _with_copy(texts[path], values, request.today),
    }


def _kept_text(lines: list[str], request: EvidenceRequest) -> str:
    """The text to keep: all lines, or the passages alone."""
    text = characters.readable(characters.composed("".join(f"{line}\n" for line in lines)))
    for passage in request.passages:
        if not has_passage(text, passage):
            raise SavedFileError(f"'{passage}' staat niet letterlijk in {request.name}")
    if request.whole:
        return text
    if not request.passages:
        raise SavedFileError("geef met --passage de woorden die iets bewijzen, of kies --whole")
    return "".join(f"{passage}\n" for passage in request.passages)


def _with_copy(text: str, values: Mapping[str, yaml_editor.InlineValue], day: dt.date) -> str:
    """The file of a source with its kept copy, which replaces an earlier one."""
    editor = YamlEditor(text)
    changed = yaml_editor.apply(text, [editor.set(("changed",), day.isoformat())])
    block = "\n".join(yaml_editor.record_lines({"kept": values}))
    if "kept" not in editor.document.value:
        return f"{changed.rstrip()}\n{block}\n"
    replaced, count = _BLOCK.subn(f"{block}\n", changed)
    if not count:
        raise SavedFileError("schrijf 'kept' met elk veld op een eigen regel, of haal het weg")
    return replaced
