"""No record contains or succeeds itself, also not through others."""

from collections.abc import Iterator, Sequence

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.model import Body, Party


def parties_are_no_part_of_themselves(dossier: Dossier) -> Iterator[Finding]:
    """A party is no part of itself, also not through others."""
    for party in _in_a_cycle(dossier.parties, "part_of"):
        yield party, ("part_of",), f"zo is '{party.slug}' een onderdeel van zichzelf"


def body_succession_has_no_cycle(dossier: Dossier) -> Iterator[Finding]:
    """The succession of bodies has no cycle: no body succeeds itself, also not through others."""
    for body in _in_a_cycle(dossier.bodies, "followed_by"):
        yield body, ("followed_by",), f"zo volgt '{body.slug}' zichzelf op"


def _in_a_cycle(records: Sequence[Party | Body], field: str) -> Iterator[Party | Body]:
    """The records from which a field with a slug leads back to themselves."""
    following = {record.slug: getattr(record, field) for record in records}
    for record in records:
        visited = {record.slug}
        slug = following[record.slug]
        while slug and slug not in visited:
            visited.add(slug)
            slug = following.get(slug)
        if slug == record.slug:
            yield record
