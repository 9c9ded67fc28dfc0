"""Finds known names in a text, such as the words a source uses for a party or a theme."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from generator.grouping import gather

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Segment(Generic[Meaning]):
    """A piece of a text, with its meaning if it is a name, a link or a citation."""

    text: str
    meaning: Meaning | None = None


@dataclass(frozen=True)
class NameMatcher(Generic[Meaning]):
    """Finds names as whole words, case-sensitive; of names that start together, the longest."""

    meanings: Mapping[str, Meaning]
    """What each name means, by name."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.meanings, key=lambda name: (-len(name), name))
        by_initial = gather((name[0], re.escape(name[1:])) for name in longest_first)
        groups = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_initial.items())
        # Grouped by first letter for speed: most words of a text are not names.
        alternatives = "|".join(groups) or r"(?!)"
        return re.compile(rf"(?<!\w)(?:{alternatives})(?![\w'’])")

    def segments(self, text: str) -> Iterator[Segment[Meaning]]:
        """Split a text into segments; each name is one segment, and joined they give the text."""
        end = 0
        for match in self._pattern.finditer(text):
            if match.start() > end:
                yield Segment(text[end : match.start()])
            yield Segment(match.group(), self.meanings[match.group()])
            end = match.end()
        if end < len(text):
            yield Segment(text[end:])

    def found(self, text: str) -> dict[str, Meaning]:
        """The names in the text, in order of first occurrence, with their meanings."""
        names = self._pattern.findall(text)
        return {name: self.meanings[name] for name in names}
