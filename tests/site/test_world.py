"""The small world, whole: everything made from it is what stands in ``world/expected``."""

import datetime as dt
import re
from pathlib import Path

import pytest

from generator.build import folders
from generator.dossier.dossier import Dossier
from generator.model import FILE_NAME, File, Record
from generator.model.traversal import records
from generator.parsing import content_files
from generator.site import files
from tests.conftest import ROOT, WORLD, dossier_of, world_texts
from tests.support.models import all_models

DAY = dt.date(2020, 6, 1)
EXPECTED = WORLD / "expected"


def test_the_world_becomes_what_is_expected(
    world: Dossier, templates: dict[str, str], bless: bool
) -> None:
    made = {path: as_stored(text) for path, text in files.render(world, templates, DAY).items()}
    if bless:
        folders.write(EXPECTED, made)
    expected = content_files.read_tree(EXPECTED, ".").texts

    assert expected
    assert made == expected, "if what is made is right: pytest tests/site/test_world.py --bless"


def as_stored(text: str) -> str:
    """A text as git keeps it; line ends and marks of formats have tests of their own."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def test_the_same_content_gives_the_same_text(templates: dict[str, str]) -> None:
    texts = world_texts()
    backwards = dict(reversed(texts.items()))

    assert list(backwards) != list(texts)
    assert files.render(dossier_of(backwards), templates, DAY) == files.render(
        dossier_of(texts), templates, DAY
    )


@pytest.mark.parametrize("model", sorted(all_models(), key=str))
def test_the_world_uses_every_field(model: type[Record], world: Dossier) -> None:
    used = {
        name
        for file in (*world.files, *world.register.events)
        for _, record in records(file)
        if isinstance(record, model)
        for name in record.model_fields_set
    }

    own = set(model.model_fields) & set(model.__annotations__)

    assert used >= own - {"slug"}, model


def test_a_slug_cannot_be_written() -> None:
    assert not re.fullmatch(r"[\w-]+", FILE_NAME)
    assert File.model_fields["slug"].validation_alias == FILE_NAME


def words_of_the_dossier(dossier: Dossier) -> set[str]:
    """Words that only this dossier can have brought along."""
    named = (*dossier.parties, *dossier.bodies, *dossier.instruments)
    return {
        dossier.settings.prefix,
        dossier.settings.title,
        *(theme.title for theme in dossier.themes),
        *(record.abbreviation for record in named if record.abbreviation),
        *(record.slug for record in named if "-" in record.slug),
        *(statement.text for statement in dossier.statements if len(statement.text) > 20),
    }


def code_and_templates() -> dict[str, str]:
    paths: list[Path] = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "templates").rglob("*.*")]
    return {
        str(path): path.read_text(encoding="utf-8")
        for path in paths
        if "theme" not in path.relative_to(ROOT).parts
    }


def test_code_and_templates_know_no_dossier(real: Dossier) -> None:
    texts = code_and_templates()
    known = {
        (path, word)
        for path, text in texts.items()
        for word in words_of_the_dossier(real)
        if re.search(rf"\b{re.escape(word)}\b", text)
    }

    assert len(texts) > 40
    assert known == set()
