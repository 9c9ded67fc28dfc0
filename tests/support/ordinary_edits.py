"""Typical edits by editors, each applied to a copy of the content.

No edit depends on a word or a name in the content: it uses the first suitable record, or adds one.
So the edits can be applied to the content of any day, and one after another.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

from generator.build.check import check_content
from generator.dossier.dossier import Dossier
from generator.dossier.references import mentioned_slugs, related_names
from generator.dossier.register import Event, EventKind
from generator.editing import apply, events, schema
from generator.editing.change_check import write_schemas
from generator.editing.events import Change, NothingToRecordError
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
from generator.parsing.yaml_editor import apply as apply_edits

NOTE = "Een proef."
SENTENCE = "Dit is een zin voor de proef, en hier staat nog een stuk."


# Reading and writing ------------------------------------------------------------------------------


def dossier_at(project: Path) -> Dossier:
    """The dossier; its changes may not be recorded yet."""
    checked = check_content(project, dt.date.today())  # noqa: DTZ011  (as in ``day_of``)
    assert checked.dossier
    return checked.dossier


def day_of(dossier: Dossier) -> dt.date:
    """The day of an edit: today, but not before any date in the content or register."""
    dates = chain(
        (file.changed for file in dossier.files), (event.date for event in dossier.register.events)
    )
    return max(dt.date.today(), *dates)  # noqa: DTZ011  (an editor writes the local day)


def location_of(dossier: Dossier, record: Record) -> Location:
    """The location of a record that comes from an earlier reading of the content."""
    return next(dossier.place(each) for each in dossier.records if each == record)


def edit_record(project: Path, record: Record, *requested: Callable[[YamlEditor], Edit]) -> None:
    """Edit the file of a record, and set its ``changed`` to the day of the edit."""
    dossier = dossier_at(project)
    path = location_of(dossier, record).document.path
    editor = YamlEditor((project / path).read_text(encoding="utf-8"))
    edits = [edit(editor) for edit in requested]
    edits.append(editor.set(("changed",), day_of(dossier).isoformat()))
    (project / path).write_text(apply_edits(editor.text, edits), encoding="utf-8")


def write_file(project: Path, path: str, values: Mapping[str, Value]) -> None:
    lines = [schema.modeline(path), *record_lines(values)]
    (project / path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def create(project: Path, kind: str, name: str, values: Mapping[str, Value]) -> str:
    """Add a record as the command ``new`` does; returns its name."""
    record_input = apply.RecordInput(name, values, day_of(dossier_at(project)))
    return apply.create(project, ADDABLE[kind], record_input, None).name


def record(project: Path, successors: Mapping[str, tuple[str, ...]] | None = None) -> None:
    """Record everything new, changed or removed, as the command ``record`` does."""
    dossier = dossier_at(project)
    history, day = dossier.register, day_of(dossier)
    citables = {item.name: item for item in dossier.citables}
    new_events = list[Event]()
    with suppress(NothingToRecordError):
        new_events += events.new(dossier, day)
    for name, item in citables.items():
        versions = history.versions(name)
        if versions and versions[-1].event.text != item.text:
            new_events += events.changed(dossier, name, Change("redactioneel", day, NOTE))
    for name in history.history.keys() - citables.keys():
        if not history.tombstone(name):
            into = (successors or {}).get(name, ())
            kind: EventKind = "gesplitst" if into else "vervallen"
            new_events.append(events.ended(dossier, name, Change(kind, day, NOTE, into)))
    apply.append_events(project, new_events, day)
    write_schemas(project, dossier)


def unused_name(project: Path, start: str) -> str:
    """A name that was never used."""
    return f"{start}-{len(dossier_at(project).register.history)}"


def add_to_menu(project: Path, title: str, page: str) -> None:
    """Add a line at the end of the menu."""
    path = project / CONFIGURATION
    text = path.read_text(encoding="utf-8")
    found = re.search(r"^nav:\n(?P<indent> *)-.*\n(?:[ \-].*\n)*", text, re.MULTILINE)
    assert found
    line = f"{found['indent']}- {title}: {page}\n"
    path.write_text(text[: found.end()] + line + text[found.end() :], encoding="utf-8")


def add_to_source(project: Path, source: str, line: str) -> int:
    """Add a line at the end of a source text; returns its number."""
    path = project / f"content/sources/{source}.txt"
    lines = [*path.read_text(encoding="utf-8").splitlines(), line]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def text_kind(dossier: Dossier) -> str:
    """A kind of statement that is not a title or heading."""
    return next(name for name, kind in dossier.settings.kinds.items() if kind.role == "text")


# Statements that nothing refers to ----------------------------------------------------------------


def unreferenced_statement(project: Path) -> Statement:
    """A published sentence that nothing refers to."""
    found = _find_unreferenced(project)
    if not found:
        add_a_sentence(project)
        found = _find_unreferenced(project)
    assert found
    return found


def _find_unreferenced(project: Path) -> Statement | None:
    dossier = dossier_at(project)
    sentences = (
        each
        for each in dossier.statements
        if len(each.text.split()) > 3 and not _is_tied(dossier, each)
    )
    return next((each for each in sentences if _is_unreferenced(dossier, each)), None)


def _is_tied(dossier: Dossier, statement: Statement) -> bool:
    """Whether a statement is compared with one of another document, by either of the two."""
    named = {tie.to for each in dossier.statements for tie in each.compared}
    return bool(statement.compared) or statement.id in named


def _is_unreferenced(dossier: Dossier, statement: Statement) -> bool:
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
    """Replace a statement by other statements, or by none."""

    def replace(editor: YamlEditor) -> Edit:
        keys = location_of(dossier, statement).keys
        line, column = editor.document.layout.positions[keys]
        lines = editor.text.splitlines(keepends=True)
        start = sum(map(len, lines[: line - 1]))
        end = max(end for path, (_, end) in editor.spans.items() if path[: len(keys)] == keys)
        end = editor.text.find("\n", end - 1) + 1 or len(editor.text)
        dash, space = lines[line - 1][: column - 1], " " * (column - 1)
        blocks = [dash + f"\n{space}".join(record_lines(values)) + "\n" for values in parts]
        return Edit((start, end), "\n".join(blocks))

    dossier = dossier_at(project)
    edit_record(project, dossier.home(statement), replace)


# The edits ----------------------------------------------------------------------------------------


def add_a_word_to_an_intro(project: Path) -> None:
    """The first change that CONTRIBUTING describes; there is nothing to record."""
    theme = next(each for each in dossier_at(project).themes if each.intro)
    edit_record(project, theme, lambda editor: editor.set(("intro",), f"{theme.intro} Echt."))


def add_a_point(project: Path) -> str:
    kind = next(iter(dossier_at(project).settings.point_kinds))
    name = unused_name(project, "punt-van-de-proef")
    values = {"kind": kind, "title": name, "found": "Niets.", "handled": "Niet ingevuld."}
    create(project, "point", name, values)
    record(project)
    return name


def add_a_sentence(project: Path) -> None:
    """Add a sentence to the source text, and the statement that quotes it."""
    dossier = dossier_at(project)
    theme = next(each for each in dossier.themes if each.statements)
    values: dict[str, Value] = {
        "line": add_to_source(project, theme.source, SENTENCE),
        "text": SENTENCE,
        "kind": text_kind(dossier),
    }
    create(project, "statement", theme.slug, values)
    record(project)


def add_a_theme(project: Path) -> None:
    """Add a theme, with a statement, a source line and a menu entry."""
    dossier = dossier_at(project)
    source, title = dossier.themes[0].source, "Themaproef"
    statement: dict[str, InlineValue] = {
        "id": dossier.next_number(),
        "line": add_to_source(project, source, title),
        "kind": text_kind(dossier),
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
    statement = unreferenced_statement(project)
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
    """Remove a source from every list that cites it; each list keeps another source."""
    source = _redundant_source(project)
    if not source:
        add_a_fact_with_its_source(project)
        source = _redundant_source(project)
    assert source
    dossier = dossier_at(project)
    citations = [
        (citing, keys[0])
        for citing, keys, reference, name in dossier.references
        if reference.target == "source" and name == source.slug
    ]
    for citing, field in citations:
        _remove_from_list(project, dossier, citing, field, source.slug)
    (project / f"content/sources/{source.slug}.yml").unlink()
    record(project)


def _redundant_source(project: Path) -> Source | None:
    """A source that is always cited together with another, and that no text links to."""
    dossier = dossier_at(project)
    list_sizes: dict[str, list[int]] = {}
    for citing, keys, reference, name in dossier.references:
        if reference.target == "source":
            values = getattr(citing, str(keys[0]))
            list_sizes.setdefault(name, []).append(len(values) if isinstance(values, tuple) else 0)
    for source in dossier.sources:
        sizes, links = list_sizes.get(source.slug, []), is_linked(dossier, source.slug)
        if sizes and min(sizes) > 1 and not links and source.slug not in dossier.texts:
            return source
    return None


def is_linked(dossier: Dossier, slug: str) -> bool:
    return any(f"]({slug})" in text for _, _, text in dossier.rich_texts)


def _remove_from_list(
    project: Path, dossier: Dossier, citing: Record, field: str | int, slug: str
) -> None:
    location = location_of(dossier, citing)
    keys = (*location.keys, field)
    remaining = tuple(name for name in getattr(citing, str(field)) if name != slug)
    path = project / location.document.path
    editor = YamlEditor(path.read_text(encoding="utf-8"))
    edit = editor.set(keys, remaining)
    path.write_text(apply_edits(editor.text, [edit]), encoding="utf-8")


def add_a_page(project: Path) -> str:
    name = unused_name(project, "proefpagina")
    values: dict[str, Value] = {
        "title": f"Proefpagina {name}",
        "changed": day_of(dossier_at(project)).isoformat(),
        "sections": [{"slug": f"{name}-kop", "heading": "Een kop", "text": "Een stuk tekst."}],
    }
    write_file(project, f"content/pages/{name}.yml", values)
    add_to_menu(project, f"Proefpagina {name}", f"{name}.md")
    record(project)
    return name


def add_a_fact_with_its_source(project: Path) -> None:
    dossier = dossier_at(project)
    day = day_of(dossier).isoformat()
    known = next(each.slug for each in dossier.sources if not each.publisher)
    source = unused_name(project, "proefbron")
    create(project, "source", source, {"title": f"Bericht {source}", "date": day})
    values: dict[str, Value] = {
        "date": day,
        "statements": (dossier.commitments[0].id,),
        "what": f"Er is begonnen, zegt {source}.",
        "sources": (source, known),
    }
    create(project, "progress", unused_name(project, "proeffeit"), values)
    record(project)


def add_a_term(project: Path) -> str:
    name = unused_name(project, "proefwoord")
    values: dict[str, Value] = {"term": name, "meaning": "Een woord.", "ordinary": True}
    create(project, "term", name, values)
    record(project)
    return name


def correct_the_name_of_a_party(project: Path) -> None:
    party = dossier_at(project).parties[-1]
    edit_record(project, party, lambda editor: editor.set(("name",), f"{party.name} (voluit)"))
    record(project)


def withdraw_a_statement(project: Path) -> None:
    """Keep the words in the source, and skip them with a reason."""
    statement = unreferenced_statement(project)
    source = dossier_at(project).source_of(statement)
    skipped = record_lines(
        {"line": statement.line, "text": statement.text, "reason": "Bij nader inzien niet."}
    )
    replace_statement(project, statement, [])
    edit_record(project, source, lambda editor: editor.insert(("skipped",), 0, skipped))
    record(project)


def correct_a_statement(project: Path) -> None:
    """Correct a copying error in the source text and in the statement."""
    statement = unreferenced_statement(project)
    dossier = dossier_at(project)
    source = dossier.source_of(statement).slug
    text = f"{statement.text} (sic)"
    lines = [*dossier.texts[source]]
    lines[statement.line - 1] = lines[statement.line - 1].replace(statement.text, text, 1)
    path = project / f"content/sources/{source}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    keys = (*location_of(dossier, statement).keys, "text")
    edit_record(project, dossier.home(statement), lambda editor: editor.set(keys, text))
    record(project)


def change_the_title_of_the_site(project: Path) -> None:
    settings = dossier_at(project).settings
    title = f"{settings.title} (proef)"
    edit_record(project, settings, lambda editor: editor.set(("title",), title))
    record(project)
    menu = project / CONFIGURATION
    text = menu.read_text(encoding="utf-8")
    line = f"site_name: {format_value(title)}"
    menu.write_text(re.sub(r"^site_name:.*$", line, text, flags=re.MULTILINE), encoding="utf-8")


EDITS: Mapping[str, Callable[[Path], object]] = {
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
