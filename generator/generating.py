"""From a dossier to files: what MkDocs turns into pages, and what readers get as it is.

Only what changed since the last time is made and written again.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from generator import disk, folders, memory, output, pages, poster
from generator.dossier import Dossier
from generator.folders import Changes
from generator.linking import Linker
from generator.marks import Marks, marks
from generator.memory import Memory
from generator.page import Content, Output, Picture
from generator.tracing import Tracer

DOCS = "build/docs"
"""For MkDocs: Markdown, and assets of ours."""
STATIC = "build/static"
"""For readers as it is: permalinks, feeds, tables."""
MEMORY = "build/memory.json"


def generate(root: Path, dossier: Dossier, today: dt.date, *, anew: bool) -> Changes:
    """Write everything that is made from a dossier, and tell what became of what MkDocs is given.

    With ``anew``, everything is made again.

    Raises:
        TemplateError: a template is wrong.

    """
    templates = disk.read_tree(root / "templates", ".").texts
    now, tracer = marks(dossier, today), Tracer(dossier)
    link = Linker(tracer.dossier, today)
    made_of = {} if anew else _standing(root, now)
    stands = frozenset(made_of)
    others: list[Output | Picture] = [*output.others(link, templates), *poster.outputs(link)]
    folders.write(root / STATIC, _made(others, tracer, made_of), stands)
    texts = _made(pages.outputs(link, templates), tracer, made_of)
    changes = folders.write(root / DOCS, chain(texts, _assets(root)), stands)
    (root / MEMORY).write_text(memory.render(Memory(now, made_of)), encoding="utf-8")
    return changes


def _standing(root: Path, now: Marks) -> dict[str, frozenset[str]]:
    """The texts that would be made just so again, and are still there."""
    last = memory.parse((root / MEMORY).read_text(encoding="utf-8"))
    there = folders.files(root / DOCS).keys() | folders.files(root / STATIC).keys()
    return {path: made_of for path, made_of in last.standing(now).items() if path in there}


def _made(
    outputs: Iterable[Output | Picture], tracer: Tracer, made_of: dict[str, frozenset[str]]
) -> Iterator[tuple[str, Content]]:
    """Make the texts that do not stand yet, and note of what."""
    for path, make in outputs:
        if path not in made_of:
            content: Content
            content, made_of[path] = tracer.trace(make)
            yield path, content


def _assets(root: Path) -> Iterator[tuple[str, bytes]]:
    folder = root / "templates/assets"
    for name in sorted(folders.files(folder)):
        yield f"assets/{name}", (folder / name).read_bytes()
