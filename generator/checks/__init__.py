"""The rules of the content, grouped by subject.

A rule is a small generator that yields its violations: a record, the key path in it to the mistake,
and a Dutch message. It does not know files or lines; ``runner`` adds them.
"""

from collections.abc import Callable, Iterator

from generator.dossier.dossier import Dossier
from generator.model import Record
from generator.model.traversal import KeyPath

Finding = tuple[Record, KeyPath, str]
Rule = Callable[[Dossier], Iterator[Finding]]
