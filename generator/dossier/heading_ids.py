"""The fragment of a heading: made of the words that were published first, so that it stays.

A site engine makes it of the current words, and a new wording would end every link to the heading.
"""

import re
import unicodedata

from generator.dossier.register import Register

_NOT_A_WORD = re.compile(r"[^\w\s-]")
_SPACE = re.compile(r"[-\s]+")


def heading_id(register: Register, name: str, text: str) -> str:
    """The fragment of the heading with the text of a name in the register, also after a rename."""
    names = (*register.predecessors.get(name, ()), name)
    firsts = (register.versions(each)[:1] for each in names)
    published = [version.event for versions in firsts for version in versions]
    first = min(published, key=lambda event: event.date, default=None)
    return of_words(first.text if first else text)


def of_words(text: str) -> str:
    """The fragment that Python-Markdown would make of a heading."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _SPACE.sub("-", _NOT_A_WORD.sub("", plain).strip().lower()) or "titel"
