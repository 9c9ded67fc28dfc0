"""A word-by-word diff of two texts."""

import difflib
import re
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Part:
    """A run of words that is unchanged, removed (``gone``) or added (``new``)."""

    kind: Literal["same", "gone", "new"]
    text: str


def between(before: str, after: str) -> list[Part]:
    """The parts of both texts, in order.

    Without the ``new`` parts they join to ``before``, without the ``gone`` parts to ``after``.
    """
    old, new = re.findall(r"\S+|\s+", before), re.findall(r"\S+|\s+", after)
    parts: list[Part] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(Part("same", "".join(old[i:j])))
            continue
        parts += [Part("gone", "".join(old[i:j]))] if i < j else []
        parts += [Part("new", "".join(new[k:m]))] if k < m else []
    return parts
