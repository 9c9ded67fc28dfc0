"""The benchmarks measure a valid dossier of the requested size."""

from pathlib import Path

from benchmarks import synthetic
from generator.build.check import check_content


def test_a_synthetic_dossier_is_valid_and_has_the_requested_size(tmp_path: Path) -> None:
    synthetic.write(tmp_path, 170)

    checked = check_content(tmp_path, synthetic.DAY)

    assert checked.problems == ()
    assert checked.dossier
    assert len(checked.dossier.statements) == 170
    assert any("Proefregeling" in each.text for each in checked.dossier.commitments)
