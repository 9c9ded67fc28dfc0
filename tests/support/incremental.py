"""The small world as a project that is edited and built again."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.build.check import check_content
from generator.editing import events
from generator.editing.apply import append_events
from generator.editing.events import Change
from tests.conftest import WORLD
from tests.support.frozen import configuration, write_project

DAY = dt.date(2020, 6, 1)


Edit = Callable[[Path], None]


def world_project(root: Path) -> Path:
    """The small world, as a project that can be built."""
    write_project(root, WORLD)
    return root


def replacing(path: str, old: str, new: str) -> Edit:
    """Change a text, or change it back."""

    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        here, there = (old, new) if old in text else (new, old)
        assert here in text
        (root / path).write_text(text.replace(here, there), encoding="utf-8")

    return edit


def both(one: Edit, other: Edit) -> Edit:
    def edit(root: Path) -> None:
        one(root)
        other(root)

    return edit


def another_source(root: Path) -> None:
    """A fact rests on a new source, and the one that came before in this way goes."""
    folder, log = root / "content/sources", root / "content/progress.yml"
    old = next(folder.glob("brief-*.yml"), None)
    new = f"brief-{int(old.stem.removeprefix('brief-')) + 1 if old else 1}"
    fields = (WORLD / "content/sources/krant.yml").read_text(encoding="utf-8")
    (folder / f"{new}.yml").write_text(fields.replace("title: ", f"title: {new} "), "utf-8")
    text = log.read_text(encoding="utf-8")
    cited = f"[krant, {old.stem}]" if old else "[krant]"
    log.write_text(text.replace(cited, f"[krant, {new}]", 1), encoding="utf-8")
    if old:
        old.unlink()


def undoing_all(root: Path) -> None:
    """As when another branch is checked out: the register has less as well."""
    shutil.rmtree(root / "content")
    shutil.copytree(WORLD / "content", root / "content")
    (root / "mkdocs.yml").write_text(configuration(WORLD), encoding="utf-8")


EDITS: dict[str, Edit] = {
    "a note": replacing("content/themes/groen.yml", "Hoeveel bomen, staat", "Hoeveel, dat staat"),
    "a name": replacing("content/parties/buurt.yml", "name: De buurt", "name: De hele buurt"),
    "a title": both(
        replacing("content/dossier.yml", "title: Het Waterplein", "title: Het Grote Waterplein"),
        replacing("mkdocs.yml", "site_name: Het Waterplein", "site_name: Het Grote Waterplein"),
    ),
    "another file": another_source,
    "all undone": undoing_all,
    "a commitment": replacing(
        "content/themes/groen.yml", "    commitment: true\n    under", "    under"
    ),
    "a page's template": replacing("templates/pages/article.md.j2", "# {{", "#  {{"),
    "the theme": replacing("templates/theme/main.html", "{% extends", "{# x #}{% extends"),
    "the looks": replacing("templates/assets/site.css", "Design tokens", "Tokens"),
    "the menu": replacing("mkdocs.yml", "  - Begrippen en", "  - De begrippen en"),
}


def settle(root: Path) -> None:
    """Record what has to be on record after an edit: what is new, other or gone."""
    dossier = check_content(root).dossier
    assert dossier
    history, now = dossier.register, {item.name: item for item in dossier.citables}
    edited = Change("redactioneel", DAY, "Voor de proef.")
    gone = Change("vervallen", DAY, "Voor de proef.")
    found = [
        *(
            events.changed(dossier, name, edited)
            for name, item in now.items()
            if name in history.history and history.versions(name)[-1].event.text != item.text
        ),
        *(
            events.ended(dossier, name, gone)
            for name in history.history.keys() - now.keys()
            if not history.tombstone(name)
        ),
    ]
    if now.keys() - history.history.keys():
        found += events.new(dossier, DAY)
    append_events(root, found)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
