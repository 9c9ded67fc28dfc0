"""The benchmarks measure a valid dossier of the requested size."""

import json
from pathlib import Path

import pytest

from benchmarks import peers, simple_pages, synthetic
from generator.build.check import check_content


def test_a_synthetic_dossier_is_valid_and_has_the_requested_size(tmp_path: Path) -> None:
    synthetic.write(tmp_path, 170)

    checked = check_content(tmp_path, synthetic.DAY)

    assert checked.problems == ()
    assert checked.dossier
    assert len(checked.dossier.statements) == 170
    assert any("Proefregeling" in each.text for each in checked.dossier.commitments)


def test_both_peers_get_the_same_pages(tmp_path: Path) -> None:
    simple_pages.write_for_material(tmp_path / "material", 40)
    simple_pages.write_for_hugo(tmp_path / "hugo", 40)
    ours = sorted((tmp_path / "material/docs").glob("item-*.md"))
    theirs = sorted((tmp_path / "hugo/content").glob("item-*.md"))

    assert [each.name for each in ours] == [each.name for each in theirs]
    assert len(ours) == 40
    for one, other in zip(ours, theirs, strict=True):
        words = one.read_text().split("\n")[2]
        assert len(words.split()) == 60
        assert words in other.read_text()


@pytest.mark.parametrize(("times", "is_worse"), [(1.0, False), (1.2, False), (1.5, True)])
def test_a_ratio_that_is_a_third_worse_fails(
    times: float,
    is_worse: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = json.loads(peers.RATIOS.read_text(encoding="utf-8"))
    found = {
        "clean": known["clean / material"] * times,
        "edit": known["edit / hugo"],
        "material": 1.0,
        "hugo": 1.0,
    }
    monkeypatch.setattr(peers, "medians", lambda *_: found)

    assert bool(peers.check_quickly()) == is_worse
