"""Whatever names passages of kept texts is held to them."""

from typing import get_args

from generator.model import Evidenced, Record
from tests.support.models import all_models


def test_every_model_with_passages_is_held_to_the_kept_texts() -> None:
    with_passages = {each for each in all_models() if "passages" in each.model_fields}

    assert with_passages == set(get_args(Evidenced))
    assert all(issubclass(each, Record) for each in with_passages)
