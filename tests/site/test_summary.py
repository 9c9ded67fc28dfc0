"""The status of all commitments in words: each number once, each verb once, adding up."""

import re
from collections.abc import Sequence

import pytest

from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.site.views import summary
from generator.site.views.linker import Linker
from tests.conftest import TODAY, world_texts

LETTER = "content/chapters/bewonersbrief-tekst.yml"
STATEMENTS = ("WAT-007", "WAT-008", "WAT-010")


def world_with(statuses: Sequence[str]) -> Dossier:
    """The small world with three commitments, which get these statuses; an empty one no facts."""
    texts = {path: text for path, text in world_texts().items() if "/progress/" not in path}
    texts[LETTER] = texts[LETTER].replace("    commitment: true\n", "")
    for name, status in zip(STATEMENTS, statuses, strict=True):
        fact = f"changed: 2020-04-06\ndate: 2020-01\nstatements: [{name}]\nsources: [krant]\n"
        note = f"status: {status}\nstatus_note: door de buurt\n" if status != "-" else ""
        if status:
            texts[f"content/progress/feit-{name.lower()}.yml"] = f"{fact}what: X.\n{note}"
    dossier = read(texts).dossier
    assert dossier
    return dossier


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        (("", "", ""), "Over 3 vonden wij niets."),
        (
            ("uitgevoerd", "in-uitvoering", ""),
            "Daarvan is er 1 uitgevoerd en 1 in uitvoering. Over 1 vonden wij niets.",
        ),
        (
            ("overgenomen", "in-uitvoering", "in-uitvoering"),
            "Daarvan zijn er 2 in uitvoering en is er 1 voortgezet door anderen.",
        ),
        (
            ("uitgevoerd", "-", "-"),
            "Daarvan is er 1 uitgevoerd. Van 2 is de uitkomst onbekend.",
        ),
    ],
)
def test_the_words_for_statuses(statuses: tuple[str, ...], words: str) -> None:
    dossier = world_with(statuses)

    assert (
        summary.sentences(Linker(dossier, TODAY), dossier.commitments)
        == f"Er zijn 3 afspraken. {words}"
    )


def test_what_cannot_be_tested_is_counted_apart() -> None:
    dossier = read(world_texts()).dossier
    assert dossier

    words = summary.sentences(Linker(dossier, TODAY), dossier.commitments)

    assert words == (
        "Er zijn 4 afspraken. Daarvan is er 1 in uitvoering, 1 voortgezet door anderen en 1 niet "
        "te toetsen. Over 1 vonden wij niets."
    )


def test_the_numbers_add_up(frozen: Dossier) -> None:
    words = summary.sentences(Linker(frozen, TODAY), frozen.commitments)

    total, *parts = map(int, re.findall(r"[0-9]+", words))
    assert total == sum(parts) == len(frozen.commitments)


def test_without_commitments_there_are_no_words(frozen: Dossier) -> None:
    assert summary.sentences(Linker(frozen, TODAY), ()) == ""
