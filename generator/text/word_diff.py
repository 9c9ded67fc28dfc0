"""A word-by-word diff of two texts."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.text.shared_ends import shared_ends


@dataclass(frozen=True)
class Part:
    """A run of words that is unchanged, removed (``gone``) or added (``new``)."""

    kind: Literal["same", "gone", "new"]
    text: str


LONGEST = 1_000
"""In words and the spaces between them: with every word of longer texts it can take minutes."""


def between(before: str, after: str) -> list[Part]:
    """The parts of both texts, in order.

    Without the ``new`` parts they join to ``before``, without the ``gone`` parts to ``after``. Of
    very long texts, words that occur often do not count as the same by themselves.
    """
    old, new = re.findall(r"\S+|\s+", before), re.findall(r"\S+|\s+", after)
    is_long = max(len(old), len(new)) > LONGEST
    start, end = shared_ends(old, new) if is_long else (0, 0)
    first, last = "".join(old[:start]), "".join(old[len(old) - end :])
    middle = _parts(old[start : len(old) - end], new[start : len(new) - end], is_long=is_long)
    return [part for part in (Part("same", first), *middle, Part("same", last)) if part.text]


def _parts(old: list[str], new: list[str], *, is_long: bool) -> Iterator[Part]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=is_long)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield Part("same", "".join(old[i:j]))
        else:
            yield from (Part("gone", "".join(old[i:j])), Part("new", "".join(new[k:m])))


def joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts, with marked words one part if there are only spaces between them."""
    found: list[Part] = []
    for part in parts:
        if len(found) > 1 and found[-1].text.isspace() and found[-2].kind == part.kind != "same":
            space, before = found.pop(), found.pop()
            found.append(Part(part.kind, before.text + space.text + part.text))
        else:
            found.append(part)
    return tuple(found)
