"""What a pack is made from: some sentences of the dossier, by chapter, and their sources."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from generator.model import Chapter, Deadline, OpenPoint, Progress, Source, Statement
from generator.site.api import versions
from generator.site.api_models.values import Passage as PublishedPassage
from generator.site.api_models.values import Verwijzing, VerwijzingMetNaam
from generator.site.packs.models import Cited, Passage, Reference
from generator.site.views.linker import Linker


@dataclass(frozen=True)
class Selection:
    """Sentences, each in its chapter, and what is known of them."""

    link: Linker
    parts: Sequence[tuple[Chapter, Sequence[Statement]]]
    reported: Sequence[Progress] = ()
    """Facts that are in it whatever they are about."""
    is_whole: bool = False
    """Whether it has all of the dossier, so also what is about no sentence in particular."""

    @cached_property
    def statements(self) -> Sequence[Statement]:
        return tuple(each for _, statements in self.parts for each in statements)

    @property
    def commitments(self) -> Sequence[Statement]:
        return tuple(each for each in self.statements if each.commitment)

    @cached_property
    def facts(self) -> Sequence[Progress]:
        """The facts about its sentences, and those that are in it anyhow."""
        anyhow = {each.slug for each in self.reported}
        items = self.link.dossier.progress.items
        return [each for each in items if self._has(each.statements) or each.slug in anyhow]

    @cached_property
    def deadlines(self) -> Sequence[Deadline]:
        return [each for each in self.link.dossier.deadlines.items if self._has(each.statements)]

    @cached_property
    def points(self) -> Sequence[OpenPoint]:
        points = self.link.dossier.open_points.points
        return [each for each in points if self._has(each.statements) or self.is_whole]

    def _has(self, names: Iterable[str]) -> bool:
        return self.is_whole or not self._names.isdisjoint(names)

    @cached_property
    def _names(self) -> AbstractSet[str]:
        return {each.id for each in self.statements}

    # Sources --------------------------------------------------------------------------------------

    @cached_property
    def sources(self) -> Sequence[Source]:
        """The quoted documents, and then the sources of what came of it, by title."""
        quoted = {part.source for part, _ in self.parts}
        items: tuple[Progress | Deadline, ...] = (*self.facts, *self.deadlines)
        used = {slug for item in items for slug in _sources_of(item)}
        found = [each for each in self.link.dossier.sources if each.slug in quoted | used]
        return sorted(found, key=lambda each: (each.slug not in quoted, each.title.lower()))

    @cached_property
    def _numbers(self) -> Mapping[str, tuple[int, Source]]:
        return {each.slug: (number, each) for number, each in enumerate(self.sources, 1)}

    def cited(self, sources: Iterable[VerwijzingMetNaam]) -> tuple[Cited, ...]:
        """How texts refer to sources."""
        return tuple(self._cited(each) for each in sources)

    def _cited(self, source: VerwijzingMetNaam) -> Cited:
        number, record = self._numbers[source.id]
        return Cited(number, source.naam, record.language or "nl")

    def passages(self, passages: Iterable[PublishedPassage]) -> tuple[Passage, ...]:
        return tuple(Passage(each.tekst, self._cited(each.bron)) for each in passages)

    # Sentences ------------------------------------------------------------------------------------

    def references(self, sentences: Iterable[Verwijzing]) -> tuple[Reference, ...]:
        """References to sentences, which may be in the pack."""
        return tuple(
            Reference(each.id, versions.permalink(self.link, each.id), each.id in self._names)
            for each in sentences
        )


def _sources_of(item: Progress | Deadline) -> tuple[str, ...]:
    """The sources of a fact, or of a deadline with its shifts and its outcome."""
    if isinstance(item, Progress):
        return item.sources
    nested = (*item.shifts, *((item.outcome,) if item.outcome else ()))
    return (*item.sources, *(slug for each in nested for slug in each.sources))
