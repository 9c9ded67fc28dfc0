"""Edits that rename, reword, move or remove what has an address.

With ``ordinary_edits`` they are every kind of change that editors make. Each finds what it needs in
the content, and works after the others.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.editing import apply, events
from generator.editing.events import Change
from generator.editing.rename import RenameRequest
from generator.model import Article, Chapter, Source, Statement
from generator.model.record import Stored
from generator.model.traversal import KeyPath
from generator.parsing.yaml_editor import Value, YamlEditor, record_lines
from generator.parsing.yaml_editor import apply as apply_edits
from tests.support.ordinary_edits import (
    NOTE,
    add_a_page,
    add_a_point,
    add_a_sentence,
    add_a_term,
    day_of,
    dossier_at,
    edit_record,
    is_linked,
    location_of,
    record,
    replace_statement,
    unreferenced_statement,
)


def rename(project: Path, old: str, new: str) -> None:
    apply.rename(project, RenameRequest(old, new, day_of(dossier_at(project)), NOTE))


def rename_a_theme(project: Path) -> None:
    slug = dossier_at(project).themes[-1].slug
    rename(project, slug, f"{slug}-nieuw")


def rename_a_chapter(project: Path) -> None:
    slug = dossier_at(project).chapters[0].slug
    rename(project, slug, f"{slug}-nieuw")


def rename_a_source(project: Path) -> None:
    slug = next(each.slug for each in dossier_at(project).sources if each.skipped)
    rename(project, slug, f"{slug}-nieuw")


def rename_a_page(project: Path) -> None:
    slug = dossier_at(project).articles[0].slug
    rename(project, slug, f"{slug}-nieuw")


def rename_a_heading(project: Path) -> None:
    (section, _), *_ = dossier_at(project).sections()
    rename(project, section.slug, f"{section.slug}-nieuw")


def rename_groups(project: Path) -> None:
    settings = dossier_at(project).settings
    for key in (*settings.party_groups, *settings.point_kinds):
        rename(project, f"groep-{key}", f"groep-{key}-nieuw")


def rename_a_reworded_page(project: Path) -> None:
    """Its title was reworded first: the fragment of the title stays all the same."""
    article = dossier_at(project).articles[0]
    _reword(project, article, ("title",), article.title)
    record(project)
    rename(project, article.slug, f"{article.slug}-herzien")


def rename_an_entry(project: Path) -> None:
    name = add_a_term(project)
    rename(project, name, f"ander-{name}")


def rename_a_party_twice(project: Path) -> None:
    slug = dossier_at(project).parties[-1].slug
    rename(project, slug, f"{slug}-tweede")
    rename(project, f"{slug}-tweede", f"{slug}-derde")


def rename_a_party_and_back(project: Path) -> None:
    slug = dossier_at(project).parties[0].slug
    rename(project, slug, f"{slug}-tijdelijk")
    rename(project, f"{slug}-tijdelijk", slug)


def remove_a_page(project: Path) -> None:
    article = dossier_at(project).articles[0]
    _remove(project, article)
    menu = project / "mkdocs.yml"
    lines = menu.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.rstrip().endswith(f" {article.slug}.md")]
    menu.write_text("".join(kept), encoding="utf-8")
    record(project)


def _remove(project: Path, stored: Stored) -> None:
    (project / location_of(dossier_at(project), stored).document.path).unlink()


def remove_an_entry_of_each_kind(project: Path) -> None:
    for name in (add_a_point(project), add_a_term(project)):
        _remove(project, _entry(project, name))
    record(project)


def remove_all_facts(project: Path) -> None:
    for item in dossier_at(project).progress.items:
        _remove(project, item)
    cited = {name for _, _, reference, name in dossier_at(project).references}
    for source in dossier_at(project).sources:
        if source.slug not in cited and not is_linked(dossier_at(project), source.slug):
            _remove(project, source)
    _record_lost_statuses(project)
    record(project)


def _record_lost_statuses(project: Path) -> None:
    """Say why commitments have no status any more."""
    dossier, register = dossier_at(project), dossier_at(project).register
    day = day_of(dossier)
    for statement in dossier.commitments:
        status = dossier.backlinks.decided_status(statement)
        if register.recorded_status(statement.id) != status and not status:
            change = Change("inhoudelijk", day, NOTE)
            apply.append_events(project, events.changed(dossier, statement.id, change), day)


def remove_all_deadlines(project: Path) -> None:
    for item in dossier_at(project).deadlines.items:
        _remove(project, item)
    record(project)


def remove_all_points(project: Path) -> None:
    for item in dossier_at(project).open_points.points:
        if not is_linked(dossier_at(project), item.slug):
            _remove(project, item)
    record(project)


def _entry(project: Path, name: str) -> Stored:
    return next(entry for entry, _ in dossier_at(project).entries() if entry.slug == name)


def remove_a_heading(project: Path) -> None:
    name = add_a_page(project)
    path = project / f"content/pages/{name}.yml"
    text = path.read_text(encoding="utf-8")
    assert f"slug: {name}-kop" in text
    path.write_text(text.replace(f"slug: {name}-kop", f"slug: {name}-deel"), encoding="utf-8")
    record(project)


def reword_every_title(project: Path) -> None:
    """Every name, title and heading that can be reworded: no fragment may follow the words."""
    dossier = dossier_at(project)
    titled: tuple[Article | Chapter | Source, ...] = (
        *dossier.articles,
        *dossier.parts,
        *dossier.sources,
    )
    for each in titled:
        _reword(project, each, ("title",), each.title)
    for section, file in dossier_at(project).sections():
        keys = (*location_of(dossier_at(project), section).keys, "heading")
        _reword(project, file, keys, section.heading)
    record(project)


def _reword(project: Path, stored: Stored, keys: KeyPath, words: str) -> None:
    current = next(each for each in dossier_at(project).files if each.slug == stored.slug)
    edit_record(project, current, lambda editor: editor.set(keys, f"{words} (herzien)"))


def reword_every_group(project: Path) -> None:
    settings = dossier_at(project).settings
    for field in ("party_groups", "point_kinds"):
        for key, label in getattr(settings, field).items():
            _reword(project, settings, (field, key), label)
    record(project)


def merge_two_statements(project: Path) -> None:
    add_a_sentence(project)
    statement = unreferenced_statement(project)
    dossier = dossier_at(project)
    into = next(each for each in dossier.statements if each.id != statement.id)
    _skip(project, statement)
    day = day_of(dossier_at(project))
    change = Change("samengevoegd", day, NOTE, (into.id,))
    apply.append_events(project, [events.ended(dossier_at(project), statement.id, change)], day)


def _skip(project: Path, statement: Statement) -> None:
    source = dossier_at(project).source_of(statement)
    lines = [f"line: {statement.line}", f'text: "{statement.text}"', 'reason: "Proef."']
    replace_statement(project, statement, [])
    edit_record(project, source, lambda editor: editor.insert(("skipped",), 0, lines))


def make_no_commitment(project: Path) -> None:
    dossier = dossier_at(project)
    statement = next(each for each in dossier.commitments if not _is_of_a_fact(project, each))
    path = project / location_of(dossier, statement).document.path
    editor = YamlEditor(path.read_text(encoding="utf-8"))
    keys = (*location_of(dossier, statement).keys, "commitment")
    path.write_text(apply_edits(editor.text, [editor.set(keys, value=False)]), encoding="utf-8")
    day = day_of(dossier_at(project))
    change = Change("inhoudelijk", day, NOTE)
    apply.append_events(project, events.changed(dossier_at(project), statement.id, change), day)


def _is_of_a_fact(project: Path, statement: Statement) -> bool:
    return bool(dossier_at(project).backlinks.progress_of(statement))


def make_a_commitment(project: Path) -> None:
    add_a_sentence(project)
    statement = unreferenced_statement(project)
    dossier = dossier_at(project)
    path = project / location_of(dossier, statement).document.path
    editor = YamlEditor(path.read_text(encoding="utf-8"))
    start, _ = editor.spans[(*location_of(dossier, statement).keys, "kind")]
    line_start = editor.text.rindex("\n", 0, start) + 1
    indent = " " * (start - line_start - len("kind: "))
    text = f"{editor.text[:line_start]}{indent}commitment: true\n{editor.text[line_start:]}"
    path.write_text(text, encoding="utf-8")
    record(project)


def insert_a_source_line(project: Path) -> None:
    """An empty line at the top, so that every other line moves."""
    dossier = dossier_at(project)
    slug = next(iter(dossier.texts))
    path = project / f"content/sources/{slug}.txt"
    path.write_text("\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    apply.renumber_lines(project, slug, day_of(dossier_at(project)))


def move_a_statement(project: Path) -> None:
    """From a chapter to the one after it."""
    dossier = dossier_at(project)
    first, second = [part for part in dossier.parts if len(part.statements) > 1][:2]
    moved = first.statements[-1]
    if any(each.under == moved.id for each in dossier.statements) or moved.under:
        return
    values: dict[str, Value] = {
        "id": moved.id,
        "line": moved.line,
        "kind": moved.kind,
        "text": moved.text,
    }
    replace_statement(project, moved, [])
    edit_record(
        project, second, lambda editor: editor.insert(("statements",), 0, record_lines(values))
    )
    record(project)


EDITS: Mapping[str, Callable[[Path], object]] = {
    "a-renamed-theme": rename_a_theme,
    "a-renamed-chapter": rename_a_chapter,
    "a-renamed-source": rename_a_source,
    "a-renamed-page": rename_a_page,
    "a-renamed-heading": rename_a_heading,
    "a-renamed-entry": rename_an_entry,
    "renamed-groups": rename_groups,
    "a-renamed-reworded-page": rename_a_reworded_page,
    "a-party-renamed-twice": rename_a_party_twice,
    "a-rename-taken-back": rename_a_party_and_back,
    "a-removed-heading": remove_a_heading,
    "removed-entries": remove_an_entry_of_each_kind,
    "no-facts": remove_all_facts,
    "no-deadlines": remove_all_deadlines,
    "no-points": remove_all_points,
    "other-titles": reword_every_title,
    "other-groups": reword_every_group,
    "a-merger": merge_two_statements,
    "no-longer-a-commitment": make_no_commitment,
    "a-new-commitment": make_a_commitment,
    "an-inserted-line": insert_a_source_line,
    "a-removed-page": remove_a_page,
}
