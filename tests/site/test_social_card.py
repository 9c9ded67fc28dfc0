"""The cards of shared links: one for each theme and commitment, small, and always the same."""

import datetime as dt
import io
import subprocess
import sys

import pytest
from PIL import Image, ImageDraw

from generator.dossier import urls
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.site.exports import card_image, card_text, social_card, status_shapes
from generator.site.exports.card_image import Card, Fact
from generator.site.exports.card_text import Face
from generator.site.views import progress
from generator.site.views.linker import Linker
from tests.conftest import ROOT, world_texts

DAY = dt.date(2020, 6, 1)
LIMIT = 30_000
"""The bytes that a card may have."""
LONG = Card(
    "Afspraak WAT-001 · " + "Een heel lang thema " * 9,
    "Een afspraak waaraan geen eind komt, over bomen en regentonnen, " * 30,
    facts=tuple(Fact(f"12 {label}", key) for key, label in progress.LABELS.items()),
    site="De naam van een heel lange site " * 9,
)


@pytest.fixture
def link(world: Dossier) -> Linker:
    return Linker(world, DAY)


def test_every_theme_and_commitment_has_a_card(link: Linker) -> None:
    paths = {path for path, _ in social_card.outputs(link)}
    themes = {urls.card(each.slug) for each in link.dossier.themes}
    commitments = {urls.card(each.id) for each in link.dossier.commitments}

    assert themes
    assert commitments
    assert paths >= {"assets/kaart.png"} | themes | commitments


def test_what_was_a_commitment_keeps_its_card() -> None:
    texts = world_texts()
    path = "content/themes/groen.yml"
    without = texts[path].replace("commitment: true", "commitment: false")
    dossier = read({**texts, path: without}).dossier
    assert dossier
    assert without != texts[path]
    link = Linker(dossier, DAY)

    assert "WAT-007" in social_card.names(link)
    assert social_card.of_name(link, "WAT-007").facts == (Fact("Geen afspraak meer"),)
    assert social_card.path(link, "WAT-007") == "id/groen/kaart.png"


def test_a_commitment_shows_its_sentence_its_theme_and_its_status(link: Linker) -> None:
    card = social_card.of_name(link, "WAT-007")

    assert card.kind == "Afspraak WAT-007 · Groen"
    assert card.words == link.dossier.statement["WAT-007"].text
    assert card.facts == (Fact("in uitvoering", "in-uitvoering"),)
    assert card.site == "Het Waterplein"


def test_a_theme_shows_how_many_commitments_it_has_and_how_they_stand(link: Linker) -> None:
    card = social_card.of_name(link, "groen")
    number, *counts = card.facts
    found = [int(fact.words.split()[0]) for fact in counts]

    assert (card.kind, card.words) == ("Thema", "Groen")
    assert number.words == f"{sum(found)} afspraken"
    assert {fact.status for fact in counts} <= progress.LABELS.keys()


def test_the_address_of_anything_has_a_card(link: Linker) -> None:
    paths = {path for path, _ in social_card.outputs(link)}
    names = link.dossier.register.history

    assert {social_card.path(link, name) for name in names} <= paths
    assert social_card.path(link, "WAT-007") == "id/WAT-007/kaart.png"
    assert social_card.path(link, "gemeente") == "assets/kaart.png"


@pytest.mark.parametrize("card", [LONG, Card("", "Kort"), Card("", "M" * 400, text="i " * 900)])
def test_a_card_is_a_small_picture_of_the_size_that_others_ask_for(card: Card) -> None:
    data = card_image.draw(card)
    picture = Image.open(io.BytesIO(data))

    assert picture.format == "PNG"
    assert picture.size == (1200, 630)
    assert picture.mode == "P"
    assert len(data) < LIMIT


def test_nothing_on_a_card_touches_its_edges() -> None:
    picture = Image.open(io.BytesIO(card_image.draw(LONG))).convert("RGB")
    paper = picture.getpixel((1199, 0))

    for box in ((20, 0, 1200, 40), (20, 600, 1200, 630), (20, 0, 79, 630), (1122, 0, 1200, 630)):
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), paper)], (
            box
        )


def test_a_card_is_the_same_in_another_process() -> None:
    code = (
        "import hashlib\n"
        "from tests.site.test_social_card import LONG\n"
        "from generator.site.exports.card_image import draw\n"
        "print(hashlib.sha256(draw(LONG)).hexdigest())\n"
    )
    command = [sys.executable, "-c", code]
    runs = {
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603
        for _ in range(2)
    }

    assert len(runs) == 1


def test_every_status_has_a_shape_of_its_own() -> None:
    shapes = {status_shapes.drawn(key, 30).tobytes() for key in progress.LABELS}

    assert len(shapes) == len(progress.LABELS)


# Text ---------------------------------------------------------------------------------------------

FACE = Face(34, 400, 300)


def test_every_letter_of_dutch_can_be_drawn() -> None:
    missing = FACE.mask(["\U0010ffff"]).tobytes()

    for letter in "áéíóúàèçäëïöüñÉËÏÖ€‘’“”–…·²°½":
        assert FACE.mask([letter]).tobytes() != missing, letter


@pytest.mark.parametrize(
    ("text", "count", "lines"),
    [
        ("Kort", 1, ["Kort"]),
        ("Een zin die op twee regels past", 2, ["Een zin die op twee", "regels past"]),
        ("Een zin die op twee regels past, nee", 2, ["Een zin die op twee", "regels past, nee"]),
        (
            "Een zin die niet op twee regels past, nee, nee",
            2,
            ["Een zin die niet op", "twee regels past …"],
        ),
    ],
)
def test_a_text_is_cut_at_a_word(text: str, count: int, lines: list[str]) -> None:
    assert FACE.cut(text, count) == lines


def test_a_word_that_is_too_wide_is_cut() -> None:
    (line,) = FACE.cut("Mkb-dienstverleningsstructuren", 1)

    assert line.startswith("Mkb-dienst")
    assert line.endswith("…")
    assert FACE.width_of(line) <= FACE.width


def test_longer_words_get_smaller_letters() -> None:
    assert Face(80, 600, 1040).fits("Groen", 100)
    assert not Face(80, 600, 1040).fits("Groen " * 30, 100)


def test_a_line_looks_as_if_it_were_drawn_at_once() -> None:
    line = "Één ‘jĳfj’ AVAToW fjörd: Ǻ, €\u0301 …"
    face = Face(80, 600, 1600)
    whole = Image.new("L", (1600, face.line_height + face.size // 8))
    font = card_text.font(face.size, face.weight)
    ImageDraw.Draw(whole).text((0, 0), line, fill=255, font=font)

    assert face.mask([line]).tobytes() == whole.tobytes()
    assert face.width_of(line) == font.getlength(line)
