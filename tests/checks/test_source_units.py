"""The hand-made list of units is that of the source document, and an unpublished unit is found."""

from generator.dossier.dossier import Dossier
from tests.support.source_units import UNITS, missing_units


def test_every_unit_is_in_the_source_document(frozen: Dossier) -> None:
    source = "\n".join(frozen.texts["slides"])

    assert [unit for unit in UNITS if unit not in source] == []
    assert len(set(UNITS)) == len(UNITS)


def test_every_unit_is_a_statement_but_the_one_that_is_skipped(frozen: Dossier) -> None:
    texts = {statement.text for statement in frozen.statements}

    assert [unit for unit in UNITS if unit not in texts] == ["53d"]


def test_a_unit_that_was_never_published_is_missing(frozen: Dossier) -> None:
    assert missing_units(frozen, [*UNITS, "Niet in de bron."]) == ["Niet in de bron."]


def test_a_unit_whose_statement_is_gone_is_found_in_the_register(world: Dossier) -> None:
    """WAT-012 was withdrawn and WAT-013 split."""
    assert {"WAT-012", "WAT-013"}.isdisjoint(world.statement)
    gone = ["Er komt een fontein.", "Bomen planten en regentonnen geven"]
    assert missing_units(world, gone) == []
