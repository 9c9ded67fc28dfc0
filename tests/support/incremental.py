"""The small world as a project to edit and rebuild."""

import datetime as dt
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.build.check import check_content
from generator.dossier.citable import Citable
from generator.dossier.register import Register
from generator.editing import events
from generator.editing.apply import append_events
from generator.editing.events import Change
from tests.conftest import WORLD
from tests.support.frozen import configuration, write_project

DAY = dt.date(2020, 6, 1)

Edit = Callable[[Path], None]


def world_project(root: Path) -> Path:
    """Write the small world as a project that can be built."""
    write_project(root, WORLD)
    return root


def toggle(path: str, old: str, new: str) -> Edit:
    """An edit that replaces the old text by the new one, or the new one by the old."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        current, replacement = (old, new) if old in text else (new, old)
        assert current in text
        (root / path).write_text(text.replace(current, replacement), encoding="utf-8")

    return edit


def both(first: Edit, second: Edit) -> Edit:
    def edit(root: Path) -> None:
        first(root)
        second(root)

    return edit


def cite_new_source(root: Path) -> None:
    """Let a progress fact cite a new source; the source that this edit added before is removed."""
    folder, progress = root / "content/sources", root / "content/progress/eerste-boom.yml"
    old = next(folder.glob("brief-*.yml"), None)
    new = f"brief-{int(old.stem.removeprefix('brief-')) + 1 if old else 1}"
    fields = (WORLD / "content/sources/krant.yml").read_text(encoding="utf-8")
    without_copy = fields.partition("kept:\n")[0]
    (folder / f"{new}.yml").write_text(without_copy.replace("title: ", f"title: {new} "), "utf-8")
    text = progress.read_text(encoding="utf-8")
    cited = f"[krant, {old.stem}]" if old else "[krant]"
    progress.write_text(text.replace(cited, f"[krant, {new}]", 1), encoding="utf-8")
    if old:
        old.unlink()


def revert_everything(root: Path) -> None:
    """Undo all edits, as checking out another branch does: the register gets shorter too."""
    shutil.rmtree(root / "content")
    shutil.copytree(WORLD / "content", root / "content")
    (root / "mkdocs.yml").write_text(configuration(WORLD), encoding="utf-8")


EDITS: dict[str, Edit] = {
    "a note": toggle("content/themes/groen.yml", "Hoeveel bomen, staat", "Hoeveel, dat staat"),
    "a name": toggle("content/parties/buurt.yml", "name: De buurt", "name: De hele buurt"),
    "a title": both(
        toggle("content/dossier.yml", "title: Het Waterplein", "title: Het Grote Waterplein"),
        toggle("mkdocs.yml", "site_name: Het Waterplein", "site_name: Het Grote Waterplein"),
    ),
    "a new source": cite_new_source,
    "a revert": revert_everything,
    "a commitment": toggle(
        "content/follow-up.yml", "    commitment: true\n    text: Het B", "    text: Het B"
    ),
    "a page template": toggle("templates/pages/article.md.j2", "# {{", "#  {{"),
    "the theme": toggle("templates/theme/main.html", "{% extends", "{# x #}{% extends"),
    "the stylesheet": toggle("templates/assets/site.css", "Design tokens", "Tokens"),
    "the menu": toggle("mkdocs.yml", "  - Begrippen en", "  - De begrippen en"),
}


def _is_changed(register: Register, item: Citable) -> bool:
    """Whether its text changed, or it is no commitment any more."""
    was_commitment = register.is_recorded_as_commitment(item.name)
    is_none_now = was_commitment and not item.is_commitment
    return is_none_now or register.versions(item.name)[-1].event.text != item.text


def record_changes(root: Path, note: str = "Voor de proef.") -> None:
    """Record in the register what an edit added, changed or removed."""
    dossier = check_content(root, DAY).dossier
    assert dossier
    register, current = dossier.register, {item.name: item for item in dossier.citables}
    change = Change("redactioneel", DAY, note)
    withdrawal = Change("vervallen", DAY, note)
    found = [
        *(
            event
            for name, item in current.items()
            if name in register.history and _is_changed(register, item)
            for event in events.changed(dossier, name, change)
        ),
        *(
            events.ended(dossier, name, withdrawal)
            for name in register.history.keys() - current.keys()
            if not register.tombstone(name)
        ),
    ]
    with suppress(events.NothingToRecordError):
        found += events.new(dossier, DAY)
    append_events(root, found, DAY)


def files(folder: Path) -> dict[str, bytes]:
    """The contents of all files in a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
