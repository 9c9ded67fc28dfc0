"""Placeholders: what a line to paste, or a hurried editor, puts where a text has to come."""

import re

REASON = "[reden]"
"""What lines to paste have where the editor has to write a reason."""

_PLACEHOLDER = re.compile(
    r"[\W_]+|\[[^\]]*\]|(?:reden|waarom|todo|tbd|n\.?t\.?b|x{3,9}|invullen)\W*", re.IGNORECASE
)


def is_placeholder(text: str) -> bool:
    """Whether a text is nothing but a placeholder, such as ``…`` or ``[reden]``."""
    return _PLACEHOLDER.fullmatch(text) is not None
