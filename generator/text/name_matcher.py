"""Which names a text uses: the words by which a source calls a party, an instrument, a theme."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from generator.grouping import gather

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Segment(Generic[Meaning]):
    """A piece of a text, and what it means if it is a name."""

    text: str
    meaning: Meaning | None = None


@dataclass(frozen=True)
class Names(Generic[Meaning]):
    """Finds names as whole words, in their own case; of two that overlap, the longer counts."""

    meanings: Mapping[str, Meaning]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.meanings, key=lambda name: (-len(name), name))
        by_initial = gather((name[0], re.escape(name[1:])) for name in longest_first)
        groups = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_initial.items())
        either = "|".join(groups) or r"(?!)"  # one letter at a time: most words are no name
        return re.compile(rf"(?<!\w)(?:{either})(?![\w'’])")

    def segments(self, text: str) -> Iterator[Segment[Meaning]]:
        """The text in pieces that join to the whole, each name a piece of its own."""
        end = 0
        for match in self._pattern.finditer(text):
            if match.start() > end:
                yield Segment(text[end : match.start()])
            yield Segment(match.group(), self.meanings[match.group()])
            end = match.end()
        if end < len(text):
            yield Segment(text[end:])

    def found(self, text: str) -> dict[str, Meaning]:
        """The names that stand in the text, in its order, with what they mean."""
        names = self._pattern.findall(text)
        return {name: self.meanings[name] for name in names}
