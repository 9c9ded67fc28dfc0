"""What can be cited is computed once for each dossier; its text is read when it is asked for."""

import pytest

from generator.dossier import citable
from generator.dossier.dossier import Dossier
from tests.conftest import dossier_of, world_texts


def test_it_is_computed_once_for_each_of_two_dossiers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison asks both sides in turn."""
    one, other = dossier_of(world_texts()), dossier_of(world_texts())
    _ = one.citables, other.citables
    monkeypatch.setattr(citable, "of_statement", lambda *_: pytest.fail("computed again"))

    assert one.citables is one.citables
    assert other.citables is other.citables
    assert one.citables is not other.citables


def test_every_name_is_there_once_with_a_text_and_a_place(world: Dossier) -> None:
    names = [each.name for each in world.citables]

    assert len(names) == len(set(names)) > 20
    assert all(each.text and each.place.startswith("/") for each in world.citables)
