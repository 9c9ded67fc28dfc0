"""Another slug for a record, everywhere: its file, what refers to it, and the links in texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from generator.checks.names import IN_SETTINGS
from generator.checks.runner import check
from generator.dossier import register, urls
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.dossier.register import Event
from generator.editing.events import MENDED, Change, ended, missing_successors, moved_items
from generator.model import Chapter, Entry, File, Named, Record, Source, traversal
from generator.model.scalars import Reference, RichText, is_slug
from generator.parsing.problem import Problem, nearest
from generator.parsing.yaml_editor import Edit, Sheet, apply
from generator.text import inline_links

MENU = "mkdocs.yml"


class RenameError(Exception):
    """The name cannot be given; the message says why, in Dutch."""


@dataclass(frozen=True)
class Renamed:
    """What a new name makes of the project."""

    texts: Mapping[str, str]
    """Every file that changes, by its new path, the register and the menu among them."""
    moved: Mapping[str, str]
    """The new path of each file that leaves its old one."""
    events: tuple[Event, ...]
    """What was added to the register."""
    dossier: Dossier
    """The dossier as it is then."""


@dataclass(frozen=True)
class Renaming:
    """A new name that is wanted."""

    old: str
    new: str
    day: date
    note: str | None = None


def rename(dossier: Dossier, texts: Mapping[str, str], wanted: Renaming) -> Renamed:
    """Give a record another slug; the texts are all of content/ and the menu, and are right.

    Raises:
        RenameError: the old name is none that can change, or the new one is not free.

    """
    record = _record(dossier, wanted)
    edited = dict(texts)
    for path, edits in _edits(dossier, texts, record, wanted).items():
        edited[path] = apply(texts[path], edits)
    moved = dict(_moves(dossier, texts, record, wanted))
    content = {moved.get(path, path): text for path, text in edited.items()}
    events = _events(content, wanted)
    content[register.PATH] += "".join(map(register.line, events))
    changed = {
        path: text
        for path, text in content.items()
        if texts.get(path) != text or path in moved.values()
    }
    return Renamed(changed, moved, events, _right(content, frozenset()))


def _record(dossier: Dossier, wanted: Renaming) -> File | Entry:
    """What bears the old name, if that may be given up for the new one."""
    entries = {entry.slug: entry for entry, _ in dossier.entries()}
    files = {slug: file for slug, file in dossier.record.items() if _may_be_renamed(dossier, file)}
    known: dict[str, File | Entry] = {**files, **entries}
    if wanted.old in dossier.statement:
        raise RenameError(f"{wanted.old} is een nummer, en een nummer verandert nooit")
    if wanted.old not in known:
        hint = nearest(wanted.old, known)
        raise RenameError(f"'{wanted.old}' is geen naam die kan worden gewijzigd{hint}")
    if not is_slug(wanted.new):
        rule = "alleen kleine letters, cijfers en losse streepjes"
        raise RenameError(f"'{wanted.new}' kan geen naam zijn: een naam heeft {rule}")
    if wanted.new in dossier.record.keys() | entries.keys() | dossier.register.history.keys():
        raise RenameError(f"'{wanted.new}' is of was al een naam op deze site; kies een andere")
    return known[wanted.old]


def _may_be_renamed(dossier: Dossier, file: File) -> bool:
    """Whether the name of a file is the editor's to choose: then it lies in a folder."""
    if not isinstance(file, Named | Source | Chapter):
        return False
    return len(PurePosixPath(dossier.place(file).document.path).parts) > len(("content", "x.yml"))


# Files --------------------------------------------------------------------------------------------


def _edits(
    dossier: Dossier, texts: Mapping[str, str], record: File | Entry, wanted: Renaming
) -> dict[str, list[Edit]]:
    """What is to be changed in each file that names the record."""
    found: dict[str, list[Edit]] = {}
    sheets: dict[str, Sheet] = {}
    for named in dossier.records:
        place = dossier.place(named)
        path = place.document.path
        for keys, old, new in _names(named, record, wanted):
            sheet = sheets.setdefault(path, Sheet(texts[path]))
            found.setdefault(path, []).append(sheet.replace((*place.keys, *keys), old, new))
    if isinstance(record, File):
        found[MENU] = list(_menu_edits(texts[MENU], record, wanted))
    return found


def _names(
    named: Record, record: File | Entry, wanted: Renaming
) -> Iterator[tuple[traversal.Keys, str, str]]:
    """Where a record gives the old name: what stands there, and what is to stand there."""
    old, new = wanted.old, wanted.new
    if named is record and not isinstance(named, File):
        yield ("slug",), old, new
    for keys, reference, name in traversal.marked(named, Reference):
        if name == old and reference.target not in IN_SETTINGS:
            yield keys, old, new
    for keys, _, text in traversal.marked(named, RichText):
        if old in inline_links.targets(text):
            yield keys, f"]({old})", f"]({new})"


def _menu_edits(menu: str, record: File, wanted: Renaming) -> Iterator[Edit]:
    sheet = Sheet(menu)
    page = urls.page(record)
    for keys, (start, end) in sheet.spans.items():
        if keys[0] == "nav" and menu[start:end].strip("'\"") == page:
            yield sheet.replace(keys, f"/{wanted.old}.md", f"/{wanted.new}.md")


def _moves(
    dossier: Dossier, texts: Mapping[str, str], record: File | Entry, wanted: Renaming
) -> Iterator[tuple[str, str]]:
    """The files that bear the name, a source's text with its record."""
    if isinstance(record, File):
        path = PurePosixPath(dossier.place(record).document.path)
        for each in (path, path.with_suffix(".txt")):
            if str(each) in texts:
                yield str(each), str(each.with_stem(wanted.new))


# The register -------------------------------------------------------------------------------------


def _events(content: Mapping[str, str], wanted: Renaming) -> tuple[Event, ...]:
    """That the old name became the new one, and that all on its page now stands elsewhere."""
    dossier = _right(content, MENDED)
    change = Change("verplaatst", wanted.day, wanted.note, (wanted.new,))
    given_up = ended(dossier, wanted.old, change)
    came = missing_successors(dossier, [given_up])
    return (*came, given_up, *moved_items(dossier, wanted.day))


def _right(content: Mapping[str, str], mended: frozenset[str]) -> Dossier:
    """The dossier in content in which nothing is wrong but what is yet to be recorded."""
    reading = read({path: text for path, text in content.items() if path != MENU})
    wrong: list[Problem] = [each for each in check(reading) if each.rule not in mended]
    if wrong or not reading.dossier:
        raise RenameError(f"de inhoud zou er niet door kloppen: {wrong[0]}")
    return reading.dossier
