"""The manual list of units matches the source document, and an unpublished unit is found."""

from generator.dossier.dossier import Dossier
from tests.support.source_units import UNITS, missing_units


def test_every_unit_is_in_the_source_document(frozen: Dossier) -> None:
    source = "\n".join(frozen.texts["slides"])

    assert [unit for unit in UNITS if unit not in source] == []
    assert len(set(UNITS)) == len(UNITS)


def test_every_unit_except_the_skipped_one_is_a_statement(frozen: Dossier) -> None:
    texts = {statement.text for statement in frozen.statements}

    assert [unit for unit in UNITS if unit not in texts] == ["53d"]


def test_a_unit_that_was_never_published_is_missing(frozen: Dossier) -> None:
    assert missing_units(frozen, [*UNITS, "Niet in de bron."]) == ["Niet in de bron."]


def test_a_unit_of_a_former_statement_is_found_in_the_register(world: Dossier) -> None:
    """WAT-012 was withdrawn and WAT-013 split."""
    assert {"WAT-012", "WAT-013"}.isdisjoint(world.statement)
    former = ["Er komt een fontein.", "Bomen planten en regentonnen geven"]
    assert missing_units(world, former) == []
