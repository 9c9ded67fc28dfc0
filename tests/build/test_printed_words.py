"""What is printed is words, whatever they are: no markup, and no character that ends the build."""

import json
from pathlib import Path

import pypdf
import pytest

from generator.build.typesetting import Typesetter
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.parsing.content_files import CONFIGURATION
from generator.site.packs import files
from generator.site.views.linker import Linker
from generator.text.printable import printable
from tests.support.hostile import SITES, trial
from tests.support.incremental import DAY, world_project

MARKUP = (
    '#panic("x") #import "/etc/passwd": * $x^2$ *b* _i_ `r` <label> @ref // c /* d */ \\u{41} '
    "= kop - punt + 1. / t: u ~ -- ... https://evil.invalid #link(1) #[ ] [[ }} \\"
)
"""What means something in Typst."""
CHARACTERS = "🌳 漢字 مرحبا \u05d0 e\u0338 \ue000"
"""What the font does not have; unseen characters are refused in content."""
PAYLOADS = {
    "typst": MARKUP,
    "characters": CHARACTERS,
    **{name: SITES[name].hostile for name in ("html", "links", "lines", "words")},
}


@pytest.fixture(scope="module")
def typesetter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    return Typesetter(world_project(tmp_path_factory.mktemp("world")))


@pytest.mark.parametrize("name", PAYLOADS)
def test_hostile_words_are_printed_as_words(
    name: str, typesetter: Typesetter, tmp_path: Path
) -> None:
    dossier = dossier_with(PAYLOADS[name])
    made = dict(files.outputs(Linker(dossier, DAY, has_packs=True)))
    data = made["dossier.pdf"]()
    (tmp_path / "dossier.pdf").write_bytes(typesetter.pdf(data))

    pages = pypdf.PdfReader(tmp_path / "dossier.pdf").pages
    words = squeezed("".join(page.extract_text() for page in pages))
    payload = squeezed(printable(PAYLOADS[name]))
    assert json.dumps(json.loads(data), ensure_ascii=False).count("\\n") == 0
    assert words.count(payload) > 20
    for said in dossier.commitments:
        assert squeezed(printable(said.text)) in words


def dossier_with(text: str) -> Dossier:
    """The small world with a text in every place that accepts it."""
    texts = trial(text).texts
    dossier = read({path: each for path, each in texts.items() if path != CONFIGURATION}).dossier
    assert dossier
    return dossier


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u200f", "\u202e", "\ufeff", "\U000e0041"])
def test_a_character_that_nobody_sees_is_printed_as_its_number(
    character: str, typesetter: Typesetter, tmp_path: Path
) -> None:
    dossier = dossier_with("woord")
    owner = dossier.settings.owner.model_copy(update={"name": f"a{character}b"})
    dossier.settings.__dict__["owner"] = owner  # no way in accepts it
    data = next(files.outputs(Linker(dossier, DAY, has_packs=True)))[1]()
    (tmp_path / "dossier.pdf").write_bytes(typesetter.pdf(data))

    words = pypdf.PdfReader(tmp_path / "dossier.pdf").pages[0].extract_text()
    assert f"a[U+{ord(character):04X}]b" in words
