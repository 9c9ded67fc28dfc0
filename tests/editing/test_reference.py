"""The guides to fields and messages are complete, and match the model and the rules."""

from itertools import chain

import pytest

from generator.checks.explanations import EXPLANATIONS
from generator.editing import reference
from generator.model import Entry, File, Named, Record, Reviewable, Stored
from generator.model.record import is_filled_by_loader
from tests.conftest import ROOT
from tests.support.frozen import FROZEN
from tests.support.models import all_models
from tests.support.rules import all_rules

GUIDES = {path: (ROOT / path).read_text(encoding="utf-8") for path in reference.PATHS}
BASES = {Record, Stored, Reviewable, Entry, File, Named}
MODELS = sorted(all_models() - BASES, key=str)
RULES_OUTSIDE_THE_RUNNER = {
    "codering",
    "gekrompen",
    "menu",
    "onleesbaar-bestand",
    "verouderd-schema",
}


def test_the_guides_are_up_to_date() -> None:
    assert [*reference.stale(GUIDES)] == [], f"to update them: {reference.COMMAND}"


def section(model: type[Record]) -> str:
    """The section about a kind of record in the guide to all fields."""
    _, found = GUIDES[reference.FIELDS].split(f"\n### {model.model_config['title']}\n")
    return found.partition("\n### ")[0]


@pytest.mark.parametrize("model", MODELS)
def test_every_kind_of_record_has_a_section_with_all_its_fields(model: type[Record]) -> None:
    found = section(model)

    for name, field in model.model_fields.items():
        is_written = not is_filled_by_loader(field)
        assert (f"\n| `{name}` | " in found) == is_written, name
        assert not is_written or f" | {field.description} |\n" in found, name


def test_the_fields_that_editors_do_not_write_are_file_names_and_lists_of_files() -> None:
    filled = {
        (model.__name__, name)
        for model in MODELS
        for name, field in model.model_fields.items()
        if is_filled_by_loader(field) and name != "slug"
    }

    assert filled == {
        ("Timeline", "milestones"),
        ("Terms", "terms"),
        ("OpenPoints", "points"),
        ("ProgressLog", "items"),
        ("Deadlines", "items"),
    }
    for model in MODELS:
        slug = model.model_fields.get("slug")
        assert issubclass(model, Stored) == (slug is not None and is_filled_by_loader(slug))


def test_the_section_of_a_kind_of_file_names_its_path() -> None:
    for path, model in reference.MODELS.items():
        assert f"\n`{path}`\n" in section(model)
        assert [*FROZEN.glob(path)], path


def test_the_type_of_a_field_is_described_in_words_for_editors() -> None:
    rows = set(chain.from_iterable(section(model).splitlines() for model in MODELS))
    cells = {tuple(row.split(" | ")[:3]) for row in rows}

    assert cells >= {
        ("| `parties`", "lijst: naam van een partij", "nee"),
        ("| `commitment`", "`true` of `false`", "nee"),
        ("| `also`", "lijst: tekst op één regel, minstens één", "ja"),
        ("| `outcome`", "[Wat ervan kwam](#wat-ervan-kwam)", "nee"),
        ("| `kinds`", "per naam: [Soort uitspraak](#soort-uitspraak)", "ja"),
        ("| `by`", "een van: `mail`, `issue`", "ja"),
    }


def test_a_nested_record_names_the_fields_that_contain_it() -> None:
    guide = GUIDES[reference.FIELDS]

    assert (
        "Staat bij `sections` van [Pagina met eigen tekst](#pagina-met-eigen-tekst) "
        "en `home` van [Het dossier als geheel](#het-dossier-als-geheel).\n"
    ) in guide


def test_every_rule_has_an_explanation_and_every_explanation_a_rule() -> None:
    assert all_rules() == set(EXPLANATIONS)
    assert all_rules() > RULES_OUTSIDE_THE_RUNNER


@pytest.mark.parametrize("rule", sorted(EXPLANATIONS))
def test_an_explanation_consists_of_sentences(rule: str) -> None:
    for text in EXPLANATIONS[rule]:
        assert text.endswith("."), text
        assert "  " not in text
    assert f"| `{rule}` | " in GUIDES[reference.MESSAGES]


@pytest.mark.parametrize("path", reference.PATHS)
def test_a_guide_that_differs_or_is_missing_is_reported(path: str) -> None:
    edited = {**GUIDES, path: GUIDES[path].replace("\n", "\nEen regel.\n", 1)}
    missing = {other: text for other, text in GUIDES.items() if other != path}
    message = "deze uitleg is verouderd; werk haar bij met: python site_build.py docs"

    (differs,) = map(str, reference.stale(edited))
    (absent,) = map(str, reference.stale(missing))

    assert differs == f"{path}:2:1: {message} [verouderde-uitleg]"
    assert absent == f"{path}:1:1: {message} [verouderde-uitleg]"
