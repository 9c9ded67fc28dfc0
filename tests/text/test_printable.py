"""The characters that can be printed are those of the font that is used."""

import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

from generator.build import typesetting
from generator.model.characters import UNSEEN
from generator.text.printable import printable, unprintable


def in_font(path: Path) -> set[str]:
    font = TTFont(path)
    assert font["name"].getBestFamilyName() == "Source Sans Pro"
    return {chr(code) for code in font.getBestCmap()}


def test_every_character_of_the_ranges_is_in_all_fonts_and_the_other_way_round(
    tmp_path: Path,
) -> None:
    for name, content in typesetting.fonts().items():
        (tmp_path / name).write_bytes(content)
    found = set.intersection(*map(in_font, tmp_path.iterdir()))
    seen = {
        each for each in found if unicodedata.category(each)[0] != "C" and not UNSEEN.match(each)
    }

    assert len(seen) > 1_200
    assert {*unprintable("".join(map(chr, range(sys.maxunicode + 1))))} == {
        each for each in map(chr, range(sys.maxunicode + 1)) if each not in seen | {"\n", "\t"}
    }


def test_nothing_is_lost_of_a_text() -> None:
    assert printable("één – ‘boom’ € ½") == "één – ‘boom’ € ½"
    assert printable("a\nb\tc") == "a b c"
    assert printable("🌳 漢 \u202e \x00 \ue000") == "[U+1F333] [U+6F22] [U+202E] [U+0000] [U+E000]"
    assert unprintable("🌳a🌳漢") == ("🌳", "漢")
