"""The laws of the content, by what they are about.

A law is a small generator that yields where it is broken: a record, the way in it to the fault, and
a Dutch message. It does not know files or lines; ``checks`` adds them.
"""

from collections.abc import Callable, Iterator

from generator.dossier.dossier import Dossier
from generator.model import Record
from generator.model.traversal import Keys

Finding = tuple[Record, Keys, str]
Law = Callable[[Dossier], Iterator[Finding]]
