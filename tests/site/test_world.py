"""Golden test: every text rendered from the small world equals the file in ``world/expected``."""

import datetime as dt
import re
from pathlib import Path

import pytest

from generator.build import folders
from generator.dossier.dossier import Dossier
from generator.model import FILE_NAME, File, Record
from generator.model.traversal import records
from generator.site import files
from tests.conftest import ROOT, WORLD, dossier_of, world_texts
from tests.support.models import all_models

DAY = dt.date(2020, 6, 1)
EXPECTED = WORLD / "expected"


def test_the_rendered_world_equals_the_expected_files(
    world: Dossier, templates: dict[str, str], bless: bool
) -> None:
    rendered = {path: as_stored(text) for path, text in files.render(world, templates, DAY).items()}
    if bless:
        folders.write(EXPECTED, rendered)
    expected = {name: (EXPECTED / name).read_text("utf-8") for name in folders.files(EXPECTED)}

    assert expected
    assert rendered == expected, (
        "if the rendered texts are right: pytest tests/site/test_world.py --bless"
    )


def as_stored(text: str) -> str:
    """A text as git stores it. Other tests check line endings and byte order marks."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def test_the_order_of_files_does_not_change_the_result(templates: dict[str, str]) -> None:
    texts = world_texts()
    backwards = dict(reversed(texts.items()))

    assert list(backwards) != list(texts)
    assert files.render(dossier_of(backwards), templates, DAY) == files.render(
        dossier_of(texts), templates, DAY
    )


@pytest.mark.parametrize("model", sorted(all_models(), key=str))
def test_the_world_uses_every_field_of_the_model(model: type[Record], world: Dossier) -> None:
    used_fields = {
        name
        for file in (*world.files, *world.register.events)
        for _, record in records(file)
        if isinstance(record, model)
        for name in record.model_fields_set
    }

    own_fields = set(model.model_fields) & set(model.__annotations__)

    assert used_fields >= own_fields - {"slug"}, model


def test_a_slug_cannot_be_given_as_a_field() -> None:
    assert not re.fullmatch(r"[\w-]+", FILE_NAME)
    assert File.model_fields["slug"].validation_alias == FILE_NAME


def words_of_the_dossier(dossier: Dossier) -> set[str]:
    """Words that can only come from this dossier."""
    entities = (*dossier.parties, *dossier.bodies, *dossier.instruments)
    return {
        dossier.settings.prefix,
        dossier.settings.title,
        *(theme.title for theme in dossier.themes),
        *(record.abbreviation for record in entities if record.abbreviation),
        *(record.slug for record in entities if "-" in record.slug),
        *(statement.text for statement in dossier.statements if len(statement.text) > 20),
    }


def code_and_templates() -> dict[str, str]:
    paths: list[Path] = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "templates").rglob("*.*")]
    return {
        str(path): path.read_text(encoding="utf-8")
        for path in paths
        if "theme" not in path.relative_to(ROOT).parts
    }


def test_code_and_templates_contain_no_words_of_a_dossier(frozen: Dossier) -> None:
    texts = code_and_templates()
    found = {
        (path, word)
        for path, text in texts.items()
        for word in words_of_the_dossier(frozen)
        if re.search(rf"\b{re.escape(word)}\b", text)
    }

    assert len(texts) > 40
    assert found == set()
