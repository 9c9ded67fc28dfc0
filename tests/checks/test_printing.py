"""The rule about characters knows exactly the fields that are printed."""

import pytest

from generator.checks.printing import characters_can_be_printed
from generator.dossier.loader import read
from generator.parsing.yaml_cache import YamlCache
from generator.site.packs import files
from generator.site.views.linker import Linker
from tests.conftest import world_texts
from tests.support.hostile import Place, places, planted
from tests.support.incremental import DAY

TREE = "🌳"
KINDS = {place.kind: place for place in sorted(places(), key=str)}
"""A text in every field, in an order that does not depend on hashes: workers compare theirs."""
CACHE = YamlCache()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_field_is_in_the_rule_if_it_is_printed(kind: str) -> None:
    is_reported, is_printed = reported_and_printed(KINDS[kind])

    assert is_reported == is_printed


@pytest.mark.parametrize("kind", ["Theme.title", "Statement.text", "Progress.what", "Owner.name"])
def test_what_is_printed_is_noticed_here(kind: str) -> None:
    assert reported_and_printed(KINDS[kind]) == (True, True)


def reported_and_printed(place: Place) -> tuple[bool, bool]:
    texts = planted(world_texts(), {place: f"{place.value} {TREE}"})
    dossier = read(texts, parse=CACHE.parse).dossier
    if not dossier:
        return False, False
    found = [*characters_can_be_printed(dossier)]
    made = dict(files.outputs(Linker(dossier, DAY, has_packs=True)))
    try:
        printed = any("[U+1F333]" in make() for make in made.values())
    except KeyError:  # a name of a record, which no text may change
        return False, False
    return bool(found), printed
