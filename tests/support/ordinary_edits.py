"""The edits that editors make on an ordinary day, each applied to a copy of the content.

No edit knows a word or a name of the content: it takes the first record that will do, or adds one.
So they can be applied to the content of any day, and one after another.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path

from generator.build.check import check_content
from generator.dossier.dossier import Dossier
from generator.dossier.references import mentioned_slugs, related_names
from generator.dossier.register import EventKind
from generator.editing import apply, events, schema
from generator.editing.change_check import write_schemas
from generator.editing.events import Change
from generator.editing.rename import RenameRequest
from generator.editing.scaffold import ADDABLE
from generator.model import Record, Source, Statement
from generator.parsing.content_files import CONFIGURATION
from generator.parsing.locations import Location
from generator.parsing.yaml_editor import (
    Edit,
    InlineValue,
    Value,
    YamlEditor,
    format_value,
    record_lines,
)
from generator.parsing.yaml_editor import apply as applied

NOTE = "Een proef."
SENTENCE = "Dit is een zin voor de proef, en hier staat nog een stuk."


# Reading and writing ------------------------------------------------------------------------------


def dossier_at(project: Path) -> Dossier:
    """The dossier, which may still have to be recorded."""
    checked = check_content(project)
    assert checked.dossier
    return checked.dossier


def day_of(dossier: Dossier) -> dt.date:
    """The day of an edit: today, and never before what is there already."""
    dates = chain(
        (file.changed for file in dossier.files), (event.date for event in dossier.register.events)
    )
    return max(dt.date.today(), *dates)  # noqa: DTZ011  (an editor writes the local day)


def location_of(dossier: Dossier, record: Record) -> Location:
    """Where a record of an earlier reading was written."""
    return next(dossier.place(each) for each in dossier.records if each == record)


def edit_record(project: Path, record: Record, *wanted: Callable[[YamlEditor], Edit]) -> None:
    """Edit the file of a record, and set its ``changed`` to the day of the edit."""
    dossier = dossier_at(project)
    path = location_of(dossier, record).document.path
    sheet = YamlEditor((project / path).read_text(encoding="utf-8"))
    edits = [edit(sheet) for edit in wanted]
    edits.append(sheet.set(("changed",), day_of(dossier).isoformat()))
    (project / path).write_text(applied(sheet.text, edits), encoding="utf-8")


def write_file(project: Path, path: str, values: Mapping[str, Value]) -> None:
    lines = [schema.modeline(path), *record_lines(values)]
    (project / path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def create(project: Path, kind: str, name: str, values: Mapping[str, Value]) -> str:
    """Add a record as ``new`` does; the result is its name."""
    given = apply.RecordInput(name, values, day_of(dossier_at(project)))
    return apply.create(project, ADDABLE[kind], given, None).name


def record(project: Path, successors: Mapping[str, tuple[str, ...]] | None = None) -> None:
    """Record all that is new, changed or gone, as ``record`` does."""
    dossier = dossier_at(project)
    history, day = dossier.register, day_of(dossier)
    now = {item.name: item for item in dossier.citables}
    found = []
    if now.keys() - history.history.keys():
        found += events.new(dossier, day)
    for name, item in now.items():
        versions = history.versions(name)
        if versions and versions[-1].event.text != item.text:
            found.append(events.changed(dossier, name, Change("redactioneel", day, NOTE)))
    for name in history.history.keys() - now.keys():
        if not history.tombstone(name):
            into = (successors or {}).get(name, ())
            kind: EventKind = "gesplitst" if into else "vervallen"
            found.append(events.ended(dossier, name, Change(kind, day, NOTE, into)))
    apply.append_events(project, found)
    write_schemas(project, dossier)


def add_to_menu(project: Path, title: str, page: str) -> None:
    """One more line at the end of the menu."""
    path = project / CONFIGURATION
    text = path.read_text(encoding="utf-8")
    found = re.search(r"^nav:\n(?P<indent> *)-.*\n(?:[ \-].*\n)*", text, re.MULTILINE)
    assert found
    line = f"{found['indent']}- {title}: {page}\n"
    path.write_text(text[: found.end()] + line + text[found.end() :], encoding="utf-8")


def add_to_source(project: Path, source: str, line: str) -> int:
    """One more line at the end of a source text; the result is its number."""
    path = project / f"content/sources/{source}.txt"
    lines = [*path.read_text(encoding="utf-8").splitlines(), line]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def kind_of_text(dossier: Dossier) -> str:
    """A kind of statement that is no title or heading."""
    return next(name for name, kind in dossier.settings.kinds.items() if kind.role == "text")


# Statements that can be edited alone --------------------------------------------------------------


def loose_statement(project: Path, *, alone: bool = False) -> Statement:
    """A published sentence that nothing refers to; with ``alone``, one that fills its line."""
    found = _loose(project, alone=alone)
    if not found:
        add_a_sentence(project)
        found = _loose(project, alone=alone)
    assert found
    return found


def _loose(project: Path, *, alone: bool) -> Statement | None:
    dossier = dossier_at(project)
    for statement in dossier.statements:
        siblings = dossier.on_line(dossier.source_of(statement), statement.line)
        is_sentence = len(statement.text.split()) > 3
        if is_sentence and _is_loose(dossier, statement) and not (alone and len(siblings) > 1):
            return statement
    return None


def _is_loose(dossier: Dossier, statement: Statement) -> bool:
    links, name = dossier.backlinks, statement.id
    referring = (
        *mentioned_slugs(statement),
        *related_names(statement),
        *links.under(statement),
        *links.related_from(statement),
        *links.points_about(statement),
        *links.progress_of(statement),
        *links.deadlines_of(statement),
        *links.milestones_of(statement),
        *links.pointing_to(name),
        *(each for each in dossier.follow_up.arrangements if name in each.statements),
    )
    text_kinds = {key for key, kind in dossier.settings.kinds.items() if kind.role == "text"}
    return not referring and statement.kind in text_kinds


def replace_statement(
    project: Path, statement: Statement, parts: Iterable[Mapping[str, Value]]
) -> None:
    """Put other statements in the place of one, or none."""

    def replace(sheet: YamlEditor) -> Edit:
        keys = location_of(dossier, statement).keys
        line, column = sheet.document.layout.positions[keys]
        lines = sheet.text.splitlines(keepends=True)
        start = sum(map(len, lines[: line - 1]))
        end = max(end for path, (_, end) in sheet.spans.items() if path[: len(keys)] == keys)
        end = sheet.text.find("\n", end - 1) + 1 or len(sheet.text)
        dash, space = lines[line - 1][: column - 1], " " * (column - 1)
        blocks = [dash + f"\n{space}".join(record_lines(values)) + "\n" for values in parts]
        return Edit((start, end), "\n".join(blocks))

    dossier = dossier_at(project)
    edit_record(project, dossier.home(statement), replace)


# The edits ----------------------------------------------------------------------------------------


def add_a_word_to_an_intro(project: Path) -> None:
    """The first change that CONTRIBUTING describes; there is nothing to record."""
    theme = next(each for each in dossier_at(project).themes if each.intro)
    edit_record(project, theme, lambda sheet: sheet.set(("intro",), f"{theme.intro} Echt."))


def add_a_point(project: Path) -> None:
    kind = next(iter(dossier_at(project).settings.point_kinds))
    values = {"kind": kind, "title": "Een punt", "found": "Niets.", "handled": "Niet ingevuld."}
    create(project, "point", "punt-van-de-proef", values)
    record(project)


def add_a_sentence(project: Path) -> None:
    """A sentence in the source text, and the statement that quotes it."""
    dossier = dossier_at(project)
    theme = next(each for each in dossier.themes if each.statements)
    values: dict[str, Value] = {
        "line": add_to_source(project, theme.source, SENTENCE),
        "text": SENTENCE,
        "kind": kind_of_text(dossier),
    }
    create(project, "statement", theme.slug, values)
    record(project)


def add_a_theme(project: Path) -> None:
    """One theme more, with a statement, a source line and its place in the menu."""
    dossier = dossier_at(project)
    source, title = dossier.themes[0].source, "Themaproef"
    statement: dict[str, InlineValue] = {
        "id": dossier.next_number(),
        "line": add_to_source(project, source, title),
        "kind": kind_of_text(dossier),
        "text": title,
    }
    values: dict[str, Value] = {
        "title": title,
        "changed": day_of(dossier).isoformat(),
        "source": source,
        "number": 1 + max(theme.number for theme in dossier.themes),
        "numbering": "De bron geeft geen nummer.",
        "names": (title,),
        "statements": [statement],
    }
    write_file(project, "content/themes/themaproef.yml", values)
    add_to_menu(project, title, "themas/themaproef.md")
    record(project)


def split_a_statement(project: Path) -> None:
    statement = loose_statement(project)
    words = statement.text.split(" ")
    halves = " ".join(words[:2]), " ".join(words[2:])
    first = dossier_at(project).next_number()
    prefix, _, number = first.rpartition("-")
    names = first, f"{prefix}-{int(number) + 1:03d}"
    shared: dict[str, Value] = {"line": statement.line, "kind": statement.kind}
    if statement.under:
        shared["under"] = statement.under
    parts = [{"id": name, **shared, "text": text} for name, text in zip(names, halves, strict=True)]
    replace_statement(project, statement, parts)
    record(project, {statement.id: names})


def rename_a_party(project: Path) -> None:
    dossier = dossier_at(project)
    old = dossier.parties[0].slug
    apply.rename(project, RenameRequest(old, f"{old}-nieuw", day_of(dossier), NOTE))


def withdraw_a_source(project: Path) -> None:
    """Remove a source that other sources support as well, from every list that gives it."""
    source = _spare_source(project)
    if not source:
        add_a_fact_with_its_source(project)
        source = _spare_source(project)
    assert source
    dossier = dossier_at(project)
    giving = [
        (citing, keys[0])
        for citing, keys, reference, name in dossier.references
        if reference.target == "source" and name == source.slug
    ]
    for citing, field in giving:
        _remove_from_list(project, dossier, citing, field, source.slug)
    (project / f"content/sources/{source.slug}.yml").unlink()
    record(project)


def _spare_source(project: Path) -> Source | None:
    """A source that is only ever given next to another, and that no text links to."""
    dossier = dossier_at(project)
    given: dict[str, list[int]] = {}
    for citing, keys, reference, name in dossier.references:
        if reference.target == "source":
            values = getattr(citing, str(keys[0]))
            given.setdefault(name, []).append(len(values) if isinstance(values, tuple) else 0)
    for source in dossier.sources:
        sizes, links = given.get(source.slug, []), _links_to(dossier, source.slug)
        if sizes and min(sizes) > 1 and not links and source.slug not in dossier.texts:
            return source
    return None


def _links_to(dossier: Dossier, slug: str) -> bool:
    return any(f"]({slug})" in text for _, _, text in dossier.rich_texts)


def _remove_from_list(
    project: Path, dossier: Dossier, citing: Record, field: str | int, slug: str
) -> None:
    place = location_of(dossier, citing)
    keys = (*place.keys, field)
    left = tuple(name for name in getattr(citing, str(field)) if name != slug)
    path = project / place.document.path
    sheet = YamlEditor(path.read_text(encoding="utf-8"))
    edit = sheet.set(keys, left)
    path.write_text(applied(sheet.text, [edit]), encoding="utf-8")


def add_a_page(project: Path) -> None:
    values: dict[str, Value] = {
        "title": "Proefpagina",
        "changed": day_of(dossier_at(project)).isoformat(),
        "sections": [{"heading": "Een kop", "text": "Een stuk tekst."}],
    }
    write_file(project, "content/pages/proefpagina.yml", values)
    add_to_menu(project, "Proefpagina", "proefpagina.md")


def add_a_fact_with_its_source(project: Path) -> None:
    dossier = dossier_at(project)
    day, known = day_of(dossier).isoformat(), dossier.sources[0].slug
    create(project, "source", "bron-van-de-proef", {"title": "Een bericht", "date": day})
    values: dict[str, Value] = {
        "date": day,
        "statements": (dossier.commitments[0].id,),
        "what": "Er is begonnen.",
        "sources": ("bron-van-de-proef", known),
    }
    create(project, "progress", "feit-van-de-proef", values)
    record(project)


def add_a_term(project: Path) -> None:
    values: dict[str, Value] = {"term": "proefwoord", "meaning": "Een woord.", "ordinary": True}
    create(project, "term", "proefwoord", values)
    record(project)


def correct_the_name_of_a_party(project: Path) -> None:
    party = dossier_at(project).parties[-1]
    edit_record(project, party, lambda sheet: sheet.set(("name",), f"{party.name} (voluit)"))
    record(project)


def withdraw_a_statement(project: Path) -> None:
    """The line of the source stays, and is skipped with a reason."""
    statement = loose_statement(project, alone=True)
    dossier = dossier_at(project)
    source = dossier.source_of(statement)
    text = dossier.texts[source.slug][statement.line - 1].strip()
    skipped = record_lines(
        {"line": statement.line, "text": text, "reason": "Bij nader inzien niet."}
    )
    replace_statement(project, statement, [])
    edit_record(project, source, lambda sheet: sheet.insert(("skipped",), 0, skipped))
    record(project)


def correct_a_statement(project: Path) -> None:
    """A slip in the copy of the source text, corrected there and in the statement."""
    statement = loose_statement(project)
    dossier = dossier_at(project)
    source = dossier.source_of(statement).slug
    text = f"{statement.text} (sic)"
    lines = [*dossier.texts[source]]
    lines[statement.line - 1] = lines[statement.line - 1].replace(statement.text, text, 1)
    path = project / f"content/sources/{source}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    keys = (*location_of(dossier, statement).keys, "text")
    edit_record(project, dossier.home(statement), lambda sheet: sheet.set(keys, text))
    record(project)


def change_the_title_of_the_site(project: Path) -> None:
    settings = dossier_at(project).settings
    title = f"{settings.title} (proef)"
    edit_record(project, settings, lambda sheet: sheet.set(("title",), title))
    menu = project / CONFIGURATION
    text = menu.read_text(encoding="utf-8")
    line = f"site_name: {format_value(title)}"
    menu.write_text(re.sub(r"^site_name:.*$", line, text, flags=re.MULTILINE), encoding="utf-8")


EDITS: Mapping[str, Callable[[Path], None]] = {
    "a-word": add_a_word_to_an_intro,
    "a-point": add_a_point,
    "a-sentence": add_a_sentence,
    "a-theme": add_a_theme,
    "a-split": split_a_statement,
    "a-rename": rename_a_party,
    "a-withdrawn-source": withdraw_a_source,
    "a-page": add_a_page,
    "a-fact-and-its-source": add_a_fact_with_its_source,
    "a-term": add_a_term,
    "a-party-name": correct_the_name_of_a_party,
    "a-withdrawn-statement": withdraw_a_statement,
    "a-corrected-statement": correct_a_statement,
    "a-title": change_the_title_of_the_site,
}
