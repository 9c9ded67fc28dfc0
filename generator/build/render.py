"""From a dossier to files: Markdown and assets for MkDocs, and static files for readers.

Only texts whose dependencies changed since the last build are rendered again.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from generator.build import folders
from generator.build.folders import Changes
from generator.build.incremental.fingerprints import (
    dependency_of_field,
    fingerprints,
    record_keys,
)
from generator.build.incremental.manifest import Dependencies
from generator.build.incremental.output_folder import OutputFolder, Rendered, forget
from generator.build.incremental.read_tracking import trace, tracking
from generator.build.incremental.saved_pieces import SavedPieces
from generator.build.packs import DATA
from generator.build.parallel import run_in_background
from generator.build.progress import Progress, Step
from generator.build.template_cache import TemplateCache
from generator.dossier.dossier import Dossier
from generator.model import Record
from generator.model.record import identity
from generator.parsing import content_files
from generator.parsing.leftovers import is_passed_over
from generator.site import files, pages
from generator.site.exports import csv_tables, social_card, workbooks
from generator.site.pages import last_modified
from generator.site.views.linker import Linker
from generator.site.views.page import BinaryOutput, Content, Output
from generator.site.views.templates import html_environment, markdown_environment

DOCS = "build/docs"
"""Input of MkDocs: Markdown, and our assets."""
STATIC = "build/static"
"""Published as it is: permalinks, feeds, tables."""
COMPILED = "build/compiled/ours"
"""The compiled templates of the last build."""
PIECES = "build/pieces"
"""The pieces of the large files of the last build."""
MANY = 50
"""From this number of texts, half of them are rendered in a second process."""


class Renderer:
    """Writes everything that is rendered from a dossier, as of a day.

    With ``clean``, unchanged texts are rendered again as well; with ``packs``, the data of packs is
    rendered too, and pages link to them.
    """

    def __init__(
        self, root: Path, dossier: Dossier, today: dt.date, *, clean: bool, packs: bool = False
    ) -> None:
        self.today = today
        self._root = root
        templates = content_files.read_tree(root / "templates", ".").texts
        compiled = TemplateCache(root / COMPILED)
        self._markdown = markdown_environment(templates, compiled)
        self._html = html_environment(templates, compiled)
        for folder in (DOCS, STATIC, DATA) if clean else ():
            forget(root / folder)
        self._fingerprints = fingerprints(dossier, today, packs=packs)
        self._record_keys = record_keys(dossier)
        self._link = Linker(dossier, today, packs)
        self._pieces = SavedPieces(root / PIECES, self._fingerprints, self._dependency)
        if clean:
            self._pieces.forget()

    def write_pages(self, progress: Progress) -> Changes:
        """Write the input of MkDocs; give the changed files.

        Raises:
            TemplateError: a template is wrong.

        """
        folder, assets = self._folder(DOCS), dict(_assets(self._root))
        outputs = [*pages.outputs(self._link, self._markdown)]
        removed = folder.keep_only({path for path, _ in outputs} | assets.keys())
        here, there = _halves(folder.outdated(outputs))
        with run_in_background(
            partial(self._write, folder, there), fork=bool(there)
        ) as written_there:
            with progress("Teksten maken", len(here)) as step:
                changed, dependencies = self._write(folder, here, step)
            changed_there, dependencies_there = written_there()
        folder.save({**dependencies, **dependencies_there})
        changed_assets = folders.write_into(folder.path, assets.items())
        return Changes(changed | changed_there | changed_assets, removed)

    def days_of_change(self) -> Mapping[str, dt.date]:
        """The day on which the content of each page last changed, by its path."""
        return last_modified.days(self._link)

    def write_static_files(self) -> Changes:
        """Write the files that are published as they are; give the changed files.

        Raises:
            TemplateError: a template is wrong.

        """
        folder = self._folder(STATIC)
        outputs: list[Output | BinaryOutput] = [
            *files.static_outputs(self._link, self._html, self._pieces),
            *csv_tables.outputs_for_excel(self._link, self._pieces),
            *social_card.outputs(self._link),
            *workbooks.outputs(self._link, self._html, self._pieces),
        ]
        removed = folder.keep_only({path for path, _ in outputs})
        changed, dependencies = self._write(folder, folder.outdated(outputs))
        folder.save(dependencies)
        return Changes(changed, removed)

    def write_packs(self) -> Changes:
        """Write the data of the packs; give the changed files."""
        from generator.site.packs import files as pack_files  # noqa: PLC0415  (seldom needed)

        folder, outputs = self._folder(DATA), [*pack_files.outputs(self._link)]
        removed = folder.keep_only({path for path, _ in outputs})
        changed, dependencies = self._write(folder, folder.outdated(outputs))
        folder.save(dependencies)
        return Changes(changed, removed)

    def _folder(self, name: str) -> OutputFolder:
        return OutputFolder(self._root / name, self._fingerprints)

    def _write(
        self,
        folder: OutputFolder,
        outputs: Iterable[Output | BinaryOutput],
        step: Step = lambda: None,
    ) -> tuple[frozenset[str], Dependencies]:
        """Render texts and write them; give the changed paths and what each text depends on."""
        dependencies: dict[str, frozenset[str]] = {}

        def rendered() -> Iterator[tuple[str, Content]]:
            for path, render in outputs:
                content: Content
                content, dependencies[path] = trace(render, self._dependency)
                self._pieces.save()
                yield path, content
                step()

        with tracking():
            return folders.write_into(folder.path, rendered()), dependencies

    def _dependency(self, record: Record, field: str) -> str:
        return dependency_of_field(self._record_keys[identity(record)], field)


def _halves(outputs: Sequence[Rendered]) -> tuple[Sequence[Rendered], Sequence[Rendered]]:
    """The texts to render here and those for a second process: none, if there are few."""
    return (outputs[::2], outputs[1::2]) if len(outputs) >= MANY else (outputs, ())


def _assets(root: Path) -> Iterator[tuple[str, bytes]]:
    folder = root / "templates/assets"
    for name in sorted(folders.files(folder)):
        if not is_passed_over(PurePosixPath(name)):
            yield f"assets/{name}", (folder / name).read_bytes()
