"""Changes the slug of a record everywhere: its file, references, links, menu and register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from generator.checks.names import IN_SETTINGS
from generator.checks.runner import check
from generator.dossier import register_files, urls
from generator.dossier.citable import GROUP_HEADINGS, group_name
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.register import Event
from generator.editing.events import (
    RESOLVED_BY_RECORDING,
    Change,
    ended,
    missing_successors,
    moved_items,
    restored,
)
from generator.model import Entry, File, Record, Section, Stored, traversal
from generator.model.scalars import Reference, RichText, is_slug
from generator.parsing.content_files import CONFIGURATION
from generator.parsing.problem import Problem, did_you_mean
from generator.parsing.yaml_editor import Edit, YamlEditor, apply
from generator.text import inline_links


@dataclass(frozen=True)
class Group:
    """A group in the settings, whose heading has an address."""

    field: str
    key: str


Renamable = File | Entry | Section | Group
"""What has a name that editors choose."""
_REFERENCES_TO_GROUPS = {"party_groups": "group", "point_kinds": "point_kind"}
"""The kind of reference to the groups in each field of the settings."""


class RenameError(Exception):
    """The rename is not possible; the message says why, in Dutch."""


@dataclass(frozen=True)
class RenameResult:
    """The project after a rename."""

    texts: Mapping[str, str]
    """The text of every file that changes, by its new path, with the register and the menu."""
    moved: Mapping[str, str]
    """The new path of each file that moves, by its old path."""
    events: tuple[Event, ...]
    """The events added to the register."""
    dossier: Dossier
    """The dossier after the rename."""


@dataclass(frozen=True)
class RenameRequest:
    """A new slug that an editor asks for."""

    old: str
    new: str
    day: date
    note: str | None = None


def rename(dossier: Dossier, texts: Mapping[str, str], request: RenameRequest) -> RenameResult:
    """Change the slug of a record. ``texts`` is all of content/ and the menu, and is valid.

    Raises:
        RenameError: the old name cannot be changed, or the new one is not available.

    """
    record = _record(dossier, request)
    edited = dict(texts)
    for path, edits in _edits(dossier, texts, record, request).items():
        edited[path] = apply(texts[path], edits)
    moved = dict(_moves(dossier, texts, record, request))
    content = {moved.get(path, path): text for path, text in edited.items()}
    events = _events(dossier, content, request)
    content.update(register_files.with_events(content, dossier.register, events))
    changed = {
        path: text
        for path, text in content.items()
        if texts.get(path) != text or path in moved.values()
    }
    return RenameResult(changed, moved, events, _valid_dossier(content, request.day))


def _record(dossier: Dossier, request: RenameRequest) -> Renamable:
    """The record with the old name, if it can get the new one."""
    entries: dict[str, Renamable] = {entry.slug: entry for entry, _ in dossier.entries()}
    entries |= {section.slug: section for section, _ in dossier.sections()}
    files = {slug: file for slug, file in dossier.record.items() if _may_be_renamed(dossier, file)}
    known: dict[str, Renamable] = {**files, **entries, **_groups(dossier)}
    if request.old in dossier.statement:
        raise RenameError(f"{request.old} is een nummer, en een nummer verandert nooit")
    if request.old not in known:
        hint = did_you_mean(request.old, known)
        raise RenameError(f"'{request.old}' is geen naam die kan worden gewijzigd{hint}")
    if not is_slug(request.new):
        rule = "alleen kleine letters, cijfers en losse streepjes"
        raise RenameError(f"'{request.new}' kan geen naam zijn: een naam heeft {rule}")
    if request.new in dossier.record.keys() | entries.keys() or not _is_free(dossier, request):
        raise RenameError(f"'{request.new}' is of was al een naam op deze site; kies een andere")
    if isinstance(known[request.old], Group) and not request.new.startswith(group_name("")):
        raise RenameError(f"de naam van een groep begint met '{group_name('')}'")
    return known[request.old]


def _groups(dossier: Dossier) -> dict[str, Group]:
    """The groups in the settings, by their names in the register."""
    return {
        group_name(key): Group(field, key)
        for field in GROUP_HEADINGS
        for key in getattr(dossier.settings, field)
    }


def _is_free(dossier: Dossier, request: RenameRequest) -> bool:
    """Whether the new name was never in use, or was the name of the same record before."""
    register = dossier.register
    is_unknown = request.new not in register.history
    return is_unknown or register.successors(request.new) == (request.old,)


def _may_be_renamed(dossier: Dossier, file: File) -> bool:
    """True if editors choose the name of the file: it is in the folder of its kind."""
    return len(PurePosixPath(dossier.place(file).document.path).parts) > len(("content", "x.yml"))


# Files --------------------------------------------------------------------------------------------


def _edits(
    dossier: Dossier, texts: Mapping[str, str], record: Renamable, request: RenameRequest
) -> dict[str, list[Edit]]:
    """The edits in each file that names the record, by path."""
    found: dict[str, list[Edit]] = {}
    sheets: dict[str, YamlEditor] = {}
    for referrer in dossier.records:
        place = dossier.place(referrer)
        path = place.document.path
        for keys, old, new in _occurrences(referrer, record, request):
            sheet = sheets.setdefault(path, YamlEditor(texts[path]))
            found.setdefault(path, []).append(sheet.replace((*place.keys, *keys), old, new))
    if isinstance(record, Group):
        path = dossier.place(dossier.settings).document.path
        key = request.new.removeprefix(group_name(""))
        edit = YamlEditor(texts[path]).rename_key((record.field, record.key), key)
        found.setdefault(path, []).append(edit)
    if isinstance(record, File):
        found[CONFIGURATION] = list(_menu_edits(texts[CONFIGURATION], record, request))
    return found


def _occurrences(
    referrer: Record, record: Renamable, request: RenameRequest
) -> Iterator[tuple[traversal.KeyPath, str, str]]:
    """Where a record uses the old name: the key path, the text there, and its replacement."""
    old, new = request.old, request.new
    if referrer is record and isinstance(record, Section):
        yield ("slug",), old, new
    for keys, reference, name in traversal.marked_texts(referrer, Reference):
        if isinstance(record, Group):
            if (reference.target, name) == (_REFERENCES_TO_GROUPS[record.field], record.key):
                yield keys, name, new.removeprefix(group_name(""))
        elif name == old and reference.target not in IN_SETTINGS:
            yield keys, old, new
    for keys, _, text in traversal.marked_texts(referrer, RichText):
        if old in inline_links.targets(text):
            yield keys, f"]({old})", f"]({new})"


def _menu_edits(menu: str, record: File, request: RenameRequest) -> Iterator[Edit]:
    sheet = YamlEditor(menu)
    page = urls.page(record)
    for keys, (start, end) in sheet.spans.items():
        if keys[0] == "nav" and menu[start:end].strip("'\"") == page:
            yield sheet.replace(keys, f"{request.old}.md", f"{request.new}.md")


def _moves(
    dossier: Dossier, texts: Mapping[str, str], record: Renamable, request: RenameRequest
) -> Iterator[tuple[str, str]]:
    """The old and new path of each file with the name; a source also has a text file."""
    if isinstance(record, Stored):
        path = PurePosixPath(dossier.place(record).document.path)
        for each in (path, path.with_suffix(".txt")):
            if str(each) in texts:
                yield str(each), str(each.with_stem(request.new))


# The register -------------------------------------------------------------------------------------


def _events(
    before: Dossier, content: Mapping[str, str], request: RenameRequest
) -> tuple[Event, ...]:
    """The events for the new name, the end of the old one, and the moves of items on its page.

    The comparisons of a document have new names as well.
    """
    dossier = _valid_dossier(content, request.day, RESOLVED_BY_RECORDING)
    names = {request.old: request.new, **_renamed_pairs(before, dossier, request)}
    ends = [
        ended(dossier, old, Change("verplaatst", request.day, request.note, (new,)))
        for old, new in names.items()
    ]
    successors = missing_successors(dossier, ends)
    taken_back = Change("hersteld", request.day, request.note)
    were_in_use = filter(dossier.register.tombstone, names.values())
    restored_names = (event for new in were_in_use for event in restored(dossier, new, taken_back))
    return (*successors, *restored_names, *ends, *moved_items(dossier, request.day))


def _renamed_pairs(before: Dossier, after: Dossier, request: RenameRequest) -> dict[str, str]:
    """The new name of each comparison with a document that is renamed, by its old name."""
    new = {frozenset(pair.slugs): pair.name for pair in after.document_pairs}
    old = {pair.name: frozenset(pair.slugs) for pair in before.document_pairs}
    return {
        name: new[slugs - {request.old} | {request.new}]
        for name, slugs in old.items()
        if request.old in slugs
    }


def _valid_dossier(
    content: Mapping[str, str], today: date, allowed: frozenset[str] = frozenset()
) -> Dossier:
    """The dossier of some content, if it breaks no rules other than the ``allowed`` ones."""
    reading = read({path: text for path, text in content.items() if path != CONFIGURATION})
    problems: list[Problem] = [each for each in check(reading, today) if each.rule not in allowed]
    if problems or not reading.dossier:
        raise RenameError(f"de inhoud zou er niet door kloppen: {problems[0]}")
    return reading.dossier
