"""The source document, split by hand into its smallest units, independently of the content."""

from collections.abc import Iterable
from pathlib import Path

from generator.dossier.dossier import Dossier

UNITS = (Path(__file__).parents[1] / "source_units.txt").read_text(encoding="utf-8").splitlines()


def missing_units(dossier: Dossier, units: Iterable[str]) -> list[str]:
    """The units that are not and never were a statement, and are not skipped with a reason.

    The register has every text that was ever published, so a unit is still found after its
    statement was split, corrected or withdrawn.
    """
    texts = {
        *(statement.text for statement in dossier.statements),
        *(skip.text for source in dossier.sources for skip in source.skipped),
        *(event.text for event in dossier.register.events),
    }
    return [unit for unit in units if unit not in texts]
