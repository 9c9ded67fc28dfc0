"""Two dossiers, and what in the one belongs to what in the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.dossier.citable import Citable
from generator.dossier.dossier import Dossier
from generator.dossier.kind import Kind
from generator.editing.change_report import aligned_lines, labels
from generator.editing.change_report.restated import NewWords, restated
from generator.grouping import gather
from generator.model import Chapter, File, Record, Source, Statement
from generator.site.views.linker import Linker

AnyFile = TypeVar("AnyFile", bound=File)
SourceTexts = Mapping[str, tuple[str, ...]]
"""The lines of each quoted source, by its slug."""


@dataclass(frozen=True)
class Side:
    """A dossier before or after a proposal."""

    link: Linker
    files: Mapping[str, str]
    """All files rendered from it, by path under the docs folder."""
    configuration: str = ""
    """The text of mkdocs.yml, which has the menu."""

    @cached_property
    def citables(self) -> Mapping[str, Citable]:
        return {item.name: item for item in self.link.dossier.citables}

    @cached_property
    def named(self) -> Mapping[str, Record]:
        """Every record with a name that an editor chose and others can refer to, by that name."""
        dossier = self.link.dossier
        return {
            **{file.slug: file for file in dossier.files},
            **{entry.slug: entry for entry, _ in dossier.entries()},
            **{section.slug: section for section, _ in dossier.sections()},
        }


@dataclass(frozen=True, eq=False)
class Comparison:
    """Both sides, and what has another name or line number now."""

    before: Side
    after: Side

    @cached_property
    def new_names(self) -> Mapping[str, str]:
        """The new name of each record that was renamed, by its old name.

        A rename is recorded in the register. One that is not recorded yet is recognized if one
        record of the kind has gone and one has come, with the same title.
        """
        gone = [each for each in self.before.named if each not in self.after.named]
        came = [each for each in self.after.named if each not in self.before.named]
        recorded = {name: self.successor(name) for name in gone}
        found = {name: to for name, to in recorded.items() if to in self.after.named}
        by_title = gather((_title(self.after.named[each]), each) for each in came)
        for name in gone:
            alike = by_title.get(_title(self.before.named[name]), ())
            if name not in found and len(alike) == 1 and alike[0] not in found.values():
                found[name] = alike[0]
        return found

    def successor(self, name: str) -> str:
        """The name that the register says a name has now; the same name if it says nothing."""
        history = self.after.link.dossier.register.history
        seen = {name}
        while events := history.get(name):
            last = events[-1]
            if last.event != "verplaatst" or len(last.into) != 1 or last.into[0] in seen:
                break
            name = last.into[0]
            seen.add(name)
        return name

    @cached_property
    def source_texts(self) -> tuple[SourceTexts, SourceTexts]:
        """The texts of the sources on both sides, by the names that these have now."""
        before = self.before.link.dossier.texts.items()
        earlier = {self.new_names.get(slug, slug): lines for slug, lines in before}
        return earlier, self.after.link.dossier.texts

    @cached_property
    def _new_numbers(self) -> Mapping[str, Mapping[int, int]]:
        """The new numbers of the lines of each source, by the name that it has now."""
        before, after = self.source_texts
        return {
            slug: aligned_lines.new_numbers(before[slug], after[slug])
            for slug in before.keys() & after.keys()
        }

    # Pairs ----------------------------------------------------------------------------------------

    def files(self, kind: Kind) -> Iterator[tuple[File | None, File | None]]:
        """Each file of a kind as it was, in today's words, and as it is; None if it is absent."""
        before = {file.slug: file for file in self._earlier_files(kind)}
        after = {file.slug: file for file in self.after.link.dossier.of_kind(kind)}
        yield from ((file, None) for slug, file in before.items() if slug not in after)
        yield from ((before.get(slug), file) for slug, file in after.items())

    def _earlier_files(self, kind: Kind) -> Iterator[File]:
        return (self._restated(file) for file in self.before.link.dossier.of_kind(kind))

    def _restated(self, file: AnyFile) -> AnyFile:
        """A file as it was, in the names and line numbers that are valid now."""
        slug = file.source if isinstance(file, Chapter) else file.slug
        is_about_lines = isinstance(file, Chapter | Source)
        numbers = self._new_numbers.get(self.new_names.get(slug, slug), {})
        return restated(file, NewWords(self.new_names, numbers if is_about_lines else {}))

    def statements(self) -> Iterator[tuple[Statement, Statement]]:
        """Each statement that is on both sides: as it was, in today's words, and as it is."""
        now = self.after.link.dossier.statement
        for was in self._earlier_statements.values():
            if was.id in now:
                yield was, now[was.id]

    @cached_property
    def _earlier_statements(self) -> Mapping[str, Statement]:
        dossier: Dossier = self.before.link.dossier
        return {each.id: each for part in dossier.parts for each in self._restated(part).statements}


def _title(record: Record) -> tuple[type[Record], str]:
    """What a renamed record has kept: its kind and its title."""
    return type(record), labels.title(record)
