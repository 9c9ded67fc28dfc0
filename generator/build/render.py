"""From a dossier to files: what MkDocs turns into pages, and what readers get as it is.

Only what changed since the last time is made and written again.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from generator.build import folders
from generator.build.folders import Changes
from generator.build.incremental.fingerprints import marks
from generator.build.incremental.kept import Kept, Made, forget
from generator.build.incremental.manifest import MadeOf
from generator.build.incremental.read_tracking import Tracer
from generator.build.parallel import beside
from generator.build.progress import Progress, Step
from generator.dossier.dossier import Dossier
from generator.parsing import content_files
from generator.site import files, pages
from generator.site.exports import social_card
from generator.site.views.linker import Linker
from generator.site.views.page import Content, Output, Picture
from generator.site.views.templates import html_environment, markdown_environment

DOCS = "build/docs"
"""For MkDocs: Markdown, and assets of ours."""
STATIC = "build/static"
"""For readers as it is: permalinks, feeds, tables."""
COMPILED = "build/compiled/ours"
"""The templates, as they were compiled last."""


MANY = 50
"""So many texts are worth a second processor."""


class Generator:
    """Writes what is made from a dossier, as things stand on a day, in two parts.

    With ``anew``, what still stands is made again as well.
    """

    def __init__(self, root: Path, dossier: Dossier, today: dt.date, *, anew: bool) -> None:
        self.today = today
        self._root = root
        templates = content_files.read_tree(root / "templates", ".").texts
        compiled = FileSystemBytecodeCache(str(folders.made(root / COMPILED)))
        self._markdown = markdown_environment(templates, compiled)
        self._html = html_environment(templates, compiled)
        for folder in (DOCS, STATIC) if anew else ():
            forget(root / folder)
        self._marks = marks(dossier, today)
        self._tracer = Tracer(dossier)
        self._link = Linker(dossier, today)

    def write_pages(self, progress: Progress) -> Changes:
        """Write what MkDocs is given, and tell what is other now.

        Raises:
            TemplateError: a template is wrong.

        """
        kept, assets = self._kept(DOCS), dict(_assets(self._root))
        outputs = [*pages.outputs(self._link, self._markdown)]
        removed = kept.keep_only({path for path, _ in outputs} | assets.keys())
        ours, theirs = _halves(kept.to_be_made(outputs))
        with beside(partial(self._write, kept, theirs), much=bool(theirs)) as written_beside:
            with progress("Teksten maken", len(ours)) as step:
                other, made_of = self._write(kept, ours, step)
            others, made_of_others = written_beside()
        kept.remember(made_of | made_of_others)
        other_assets = folders.write_into(kept.folder, assets.items())
        return Changes(other | others | other_assets, removed)

    def write_others(self) -> Changes:
        """Write what readers get as it is, and tell what is other now.

        Raises:
            TemplateError: a template is wrong.

        """
        kept = self._kept(STATIC)
        texts, pictures = files.others(self._link, self._html), social_card.outputs(self._link)
        outputs: list[Output | Picture] = [*texts, *pictures]
        removed = kept.keep_only({path for path, _ in outputs})
        other, made_of = self._write(kept, kept.to_be_made(outputs))
        kept.remember(made_of)
        return Changes(other, removed)

    def _kept(self, folder: str) -> Kept:
        return Kept(self._root / folder, self._marks)

    def _write(
        self, kept: Kept, outputs: Iterable[Output | Picture], step: Step = lambda: None
    ) -> tuple[frozenset[str], MadeOf]:
        """Make texts and write them; tell which are other now, and of what each was made."""
        made_of: MadeOf = {}

        def made() -> Iterator[tuple[str, Content]]:
            for path, make in outputs:
                content: Content
                content, made_of[path] = self._tracer.trace(make)
                yield path, content
                step()

        return folders.write_into(kept.folder, made()), made_of


def _halves(outputs: Sequence[Made]) -> tuple[Sequence[Made], Sequence[Made]]:
    """What is made here, and what on the other processor: nothing, if there is little to do."""
    return (outputs[::2], outputs[1::2]) if len(outputs) >= MANY else (outputs, ())


def _assets(root: Path) -> Iterator[tuple[str, bytes]]:
    folder = root / "templates/assets"
    for name in sorted(folders.files(folder)):
        yield f"assets/{name}", (folder / name).read_bytes()
