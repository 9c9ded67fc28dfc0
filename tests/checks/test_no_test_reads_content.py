"""Tests of code cannot read ``content/``: otherwise an edit of the content could break them."""

import pytest

from tests.conftest import ROOT


def test_a_test_of_code_cannot_read_the_content() -> None:
    with pytest.raises(PermissionError, match="use tests/frozen or tests/world"):
        (ROOT / "content/dossier.yml").read_text(encoding="utf-8")
    with pytest.raises(PermissionError):
        list((ROOT / "content").iterdir())


@pytest.mark.edits
def test_a_test_marked_edits_can_read_the_content() -> None:
    assert (ROOT / "content/dossier.yml").read_text(encoding="utf-8")
