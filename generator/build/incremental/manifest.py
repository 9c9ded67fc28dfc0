"""What was made last and of what, to tell what still stands."""

import json
from dataclasses import dataclass

from generator.build.incremental.fingerprints import Marks

MadeOf = dict[str, frozenset[str]]
"""By path of a text: the keys of what it was made of, as ``marks`` has them."""
EVERYTHING = "*"
"""Instead of very many keys: a change to any of them is a change to the text."""
MANY = 5_000


@dataclass(frozen=True)
class Memory:
    """The texts that were made, and the marks of all that they could be made of."""

    marks: Marks
    made: MadeOf

    def standing(self, now: Marks) -> MadeOf:
        """The texts that would be made just so again."""
        if self.marks.frame != now.frame:
            return {}
        keys = self.marks.parts.keys() | now.parts.keys()
        changed = {key for key in keys if self.marks.parts.get(key) != now.parts.get(key)}
        if changed:
            changed.add(EVERYTHING)
        return {path: made_of for path, made_of in self.made.items() if changed.isdisjoint(made_of)}


def render(memory: Memory) -> str:
    """A memory as text, to be read again by ``parse``."""
    parts = memory.marks.parts
    numbers = {key: number for number, key in enumerate((*parts, EVERYTHING))}
    made = {
        path: sorted(map(numbers.__getitem__, _bounded(of))) for path, of in memory.made.items()
    }
    return json.dumps({"frame": memory.marks.frame, "parts": dict(parts), "made": made})


def _bounded(made_of: frozenset[str]) -> frozenset[str]:
    return made_of if len(made_of) < MANY else frozenset({EVERYTHING})


def parse(text: str) -> Memory:
    """A memory of a text that ``render`` wrote."""
    values = json.loads(text)
    keys = [*values["parts"], EVERYTHING]
    made = {path: frozenset(map(keys.__getitem__, of)) for path, of in values["made"].items()}
    return Memory(Marks(values["frame"], values["parts"]), made)
