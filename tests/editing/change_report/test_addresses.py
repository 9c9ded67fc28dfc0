"""A rename is one line, and whatever has another address is reported with both."""

import datetime as dt

import pytest

from generator.dossier.kinds import KINDS
from generator.dossier.loader import read
from generator.editing.rename import RenameRequest, rename
from generator.model import Statement
from tests.support.change_reports import lines_of, report_of, side, texts_of_world
from tests.support.registers import with_event

MENU = "mkdocs.yml"
PAGES = "Pagina’s van de site"


def renamed(old: str, new: str) -> dict[str, str]:
    """The small dossier after the command ``rename``."""
    texts = texts_of_world()
    dossier = read({path: text for path, text in texts.items() if path != MENU}).dossier
    assert dossier
    result = rename(dossier, texts, RenameRequest(old, new, dt.date(2020, 6, 1)))
    kept = {path: text for path, text in texts.items() if path not in result.moved}
    return {**kept, **result.texts}


RENAMES = {
    "partij": "gemeente",
    "overleg": "buurtoverleg",
    "thema": "groen",
    "hoofdstuk": "aanloop",
    "bron": "notulen",
    "instrument": "regenton",
    "begrip": "hulp",
    "feit": "eerste-boom",
    "termijn": "elke-maand",
    "kanttekening": "aantallen",
    "pagina": "over",
    "tussenkop": "wat-dit-is",
}
"""A name of each kind that editors name, by its noun."""


def test_a_rename_of_each_kind_is_tried() -> None:
    named = {kind.noun for kind in KINDS if kind.cited_text and kind.model is not Statement}

    assert RENAMES.keys() == named - {""}


@pytest.mark.parametrize(("noun", "old"), RENAMES.items())
def test_a_rename_is_one_line_with_all_that_follows_from_it(
    noun: str, old: str, templates: dict[str, str]
) -> None:
    before, after = side(texts_of_world(), templates), side(renamed(old, "nieuwe-naam"), templates)

    found = lines_of(before, after)

    pages = found.pop(PAGES)
    assert found == {
        "Hernoemd": [f"{noun} ‘{old}’ heet nu ‘nieuwe-naam’; het oude adres leidt door"]
    }
    assert not [line for line in pages if line.startswith(("weg", "nieuw"))]


def test_a_page_of_our_own_that_is_renamed_by_hand_is_recognized() -> None:
    texts = texts_of_world()
    texts["content/pages/toelichting.yml"] = texts.pop("content/pages/over.yml")
    texts[MENU] = texts[MENU].replace("over.md", "toelichting.md")

    found = lines_of(side(texts_of_world(), {}), side(texts, {}))

    assert found == {
        "Hernoemd": ["pagina ‘over’ heet nu ‘toelichting’; nog niet vastgelegd"],
        "Register": ["nog niet vastgelegd: ‘toelichting’"],
    }


def test_a_rename_by_hand_is_recognized_and_has_to_be_recorded() -> None:
    texts = texts_of_world()
    texts["content/sources/dagblad.yml"] = texts.pop("content/sources/krant.yml")
    texts = {
        path: text.replace("[krant]\n", "[dagblad]\n").replace("(krant)", "(dagblad)")
        for path, text in texts.items()
    }

    for path in ("content/progress/eerste-boom.yml", "content/deadlines/elke-maand.yml"):
        texts[path] = texts[path].replace("source: krant", "source: dagblad")

    found = lines_of(side(texts_of_world(), {}), side(texts, {}))

    assert found["Hernoemd"] == ["bron ‘krant’ heet nu ‘dagblad’; nog niet vastgelegd"]
    assert {*found} == {"Hernoemd", "Register"}


def test_a_move_is_reported_with_both_addresses() -> None:
    block = "  - id: WAT-005\n    line: 8\n    kind: titel\n    text: Thema Groen\n"
    groen = "content/themes/groen.yml"

    found = report_of(
        (groen, block, ""),
        ("content/chapters/aanloop.yml", "statements:\n", f"statements:\n{block}\n"),
    )

    assert found == {
        "Verplaatst": [
            (
                "**WAT-005**: van `/themas/groen/#WAT-005` naar `/document/aanloop/#WAT-005`; "
                "nog niet vastgelegd"
            )
        ]
    }


def test_a_rename_back_and_forth_in_the_register_ends() -> None:
    texts = texts_of_world()
    texts["content/terms/steun.yml"] = texts.pop("content/terms/hulp.yml")
    forth = {"event": "verplaatst", "date": "2020-06-01", "into": ["bijstand"]}
    texts = with_event(texts, "hulp", **forth)
    texts = with_event(texts, "hulp", **{**forth, "id": "bijstand", "into": ["hulp"]})

    found = lines_of(side(texts_of_world(), {}), side(texts, {}))

    assert found["Hernoemd"] == ["begrip ‘hulp’ heet nu ‘steun’; het oude adres leidt door"]
