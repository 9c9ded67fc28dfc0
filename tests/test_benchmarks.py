"""What is measured is a dossier that is right, of the size that was asked for."""

from pathlib import Path

from benchmarks import synthetic
from generator.build.check import check_content


def test_a_dossier_of_any_size_is_right(tmp_path: Path) -> None:
    synthetic.write(tmp_path, 170)

    checked = check_content(tmp_path)

    assert checked.problems == ()
    assert checked.dossier
    assert len(checked.dossier.statements) == 170
    assert any("Proefregeling" in each.text for each in checked.dossier.commitments)
