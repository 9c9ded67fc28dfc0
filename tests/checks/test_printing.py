"""The rule about characters knows exactly the fields that are printed."""

import pytest

from generator.checks.printing import characters_can_be_printed
from generator.dossier.loader import read
from generator.grouping import gather
from generator.parsing.yaml_cache import YamlCache
from generator.site.packs import files
from generator.site.views.linker import Linker
from tests.conftest import world_texts
from tests.support.hostile import Place, places, planted
from tests.support.incremental import DAY

TREE = "🌳"
PLACES = gather((place.kind, place) for place in sorted(places(), key=str))
"""The texts in every field."""
MOST = 3
"""How many texts in a field are tried: not each passage, say, is of something that is printed."""
CACHE = YamlCache()


@pytest.mark.parametrize("kind", sorted(PLACES))
def test_a_field_is_in_the_rule_if_it_is_printed(kind: str) -> None:
    found = [reported_and_printed(place) for place in PLACES[kind][:MOST]]

    assert any(is_reported for is_reported, _ in found) == any(
        is_printed for _, is_printed in found
    )


@pytest.mark.parametrize("kind", ["Theme.title", "Statement.text", "Progress.what", "Owner.name"])
def test_what_is_printed_is_noticed_here(kind: str) -> None:
    assert (True, True) in map(reported_and_printed, PLACES[kind][:MOST])


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
