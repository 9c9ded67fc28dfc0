"""From a dossier to files: what MkDocs turns into pages, and what readers get as it is.

Only what changed since the last time is made and written again.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path
from typing import TypeVar

from jinja2 import FileSystemBytecodeCache

from generator import disk, folders, memory, output, pages, poster, text
from generator.beside import beside
from generator.dossier import Dossier
from generator.folders import Changes
from generator.linking import Linker
from generator.marks import marks
from generator.memory import MadeOf, Memory
from generator.page import Content, Output, Picture
from generator.steps import Progress, Step
from generator.tracing import Tracer

DOCS = "build/docs"
"""For MkDocs: Markdown, and assets of ours."""
STATIC = "build/static"
"""For readers as it is: permalinks, feeds, tables."""
MEMORY = "build/memory.json"
COMPILED = "build/compiled/ours"
"""The templates, as they were compiled last."""


MANY = 50
"""So many texts are worth a second processor."""

Made = TypeVar("Made", bound=Output | Picture)


class Generator:
    """Writes what is made from a dossier, as things stand on a day, in two parts.

    With ``anew``, what still stands is made again as well.
    """

    def __init__(self, root: Path, dossier: Dossier, today: dt.date, *, anew: bool) -> None:
        self._root = root
        templates = disk.read_tree(root / "templates", ".").texts
        compiled = FileSystemBytecodeCache(str(folders.made(root / COMPILED)))
        self._markdown = text.environment(templates, compiled)
        self._html = text.html_environment(templates, compiled)
        self._marks = marks(dossier, today)
        self._tracer = Tracer(dossier)
        self._link = Linker(self._tracer.dossier, today)
        self._standing = {} if anew else self._last().standing(self._marks)

    def write_pages(self, progress: Progress) -> tuple[Changes, MadeOf]:
        """Write what MkDocs is given; tell what is other now, and of what each text was made.

        Raises:
            TemplateError: a template is wrong.

        """
        folder, assets = self._root / DOCS, dict(_assets(self._root))
        outputs = [*pages.outputs(self._link, self._markdown)]
        removed, missing = folders.tidy(folder, {path for path, _ in outputs} | assets.keys())
        ours, theirs = _halves(self._to_be_made(outputs, missing))
        with beside(partial(self._write, folder, theirs), much=bool(theirs)) as written_beside:
            with progress("Teksten maken", len(ours)) as step:
                other, made_of = self._write(folder, ours, step)
            others, made_of_others = written_beside()
        changed = other | others | folders.write_into(folder, assets.items())
        return Changes(changed, removed), made_of | made_of_others

    def write_others(self) -> MadeOf:
        """Write what readers get as it is, and tell of what each text was made.

        Raises:
            TemplateError: a template is wrong.

        """
        folder = self._root / STATIC
        texts, pictures = output.others(self._link, self._html), poster.outputs(self._link)
        outputs: list[Output | Picture] = [*texts, *pictures]
        _, missing = folders.tidy(folder, {path for path, _ in outputs})
        _, made_of = self._write(folder, self._to_be_made(outputs, missing))
        return made_of

    def remember(self, made_of: MadeOf) -> None:
        """Keep of what the texts were made that were made now, beside those that stand."""
        remembered = memory.render(Memory(self._marks, {**self._standing, **made_of}))
        (self._root / MEMORY).write_text(remembered, encoding="utf-8")

    def _last(self) -> Memory:
        return memory.parse((self._root / MEMORY).read_text(encoding="utf-8"))

    def _to_be_made(self, outputs: Sequence[Made], missing: AbstractSet[str]) -> Sequence[Made]:
        stands = self._standing.keys() - missing
        return [output for output in outputs if output[0] not in stands]

    def _write(
        self, folder: Path, outputs: Iterable[Output | Picture], step: Step = lambda: None
    ) -> tuple[frozenset[str], MadeOf]:
        """Make texts and write them; tell which are other now, and of what each was made."""
        made_of: MadeOf = {}

        def made() -> Iterator[tuple[str, Content]]:
            for path, make in outputs:
                content: Content
                content, made_of[path] = self._tracer.trace(make)
                yield path, content
                step()

        return folders.write_into(folder, made()), made_of


def _halves(outputs: Sequence[Made]) -> tuple[Sequence[Made], Sequence[Made]]:
    """What is made here, and what on the other processor: nothing, if there is little to do."""
    return (outputs[::2], outputs[1::2]) if len(outputs) >= MANY else (outputs, ())


def _assets(root: Path) -> Iterator[tuple[str, bytes]]:
    folder = root / "templates/assets"
    for name in sorted(folders.files(folder)):
        yield f"assets/{name}", (folder / name).read_bytes()
