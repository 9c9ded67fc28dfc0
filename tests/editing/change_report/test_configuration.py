"""A change of mkdocs.yml outside the menu names the setting."""

import pytest

from tests.support.change_reports import MENU, lines_of, side, texts_of_world

SETTINGS = """\
copyright: Van hier.
theme:
  features: [een, twee]
palette:
  - scheme: licht
  - scheme: donker
hidden: |
  /a/*.md
  /b/*.md
"""
TITLE = "Instellingen in mkdocs.yml"


def reported(before: str, after: str) -> dict[str, list[str]]:
    sides = (side({**texts_of_world(), MENU: text}, {}) for text in (before, after))
    return lines_of(*sides)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Van hier.", "Van u.", "`copyright`: Van <del>hier.</del><ins>u.</ins>"),
        ("[een, twee]", "[een]", "`theme.features`: <del>twee</del>"),
        (
            "[een, twee]",
            "[]",
            "`theme.features`: <del>een</del>, <del>twee</del>, <ins>&#91;&#93;</ins>",
        ),
        ("donker", "zwart", "`palette.2.scheme`: <del>donker</del><ins>zwart</ins>"),
        ("  /b/*.md\n", "", "`hidden`: <del>/b/&#42;.md</del>"),
        ("copyright: Van hier.\n", "", "`copyright`: <del>Van hier.</del>"),
        ("theme:", "hook: x.py\ntheme:", "`hook`: <ins>x.py</ins>"),
        ("theme:", '"@octocat`": x\ntheme:', "@\u2060octocat&#96;: <ins>x</ins>"),
    ],
)
def test_a_setting_is_named_with_its_old_and_new_value(old: str, new: str, line: str) -> None:
    assert old in SETTINGS
    assert reported(SETTINGS, SETTINGS.replace(old, new)) == {TITLE: [line]}


def test_comments_are_no_settings() -> None:
    assert reported(SETTINGS, f"# Uitleg.\n{SETTINGS}") == {}


@pytest.mark.parametrize("text", ["a: [", "", "a: b: c", "\x00"])
def test_a_file_that_cannot_be_read_is_no_reason_to_say_nothing(text: str) -> None:
    for before, after in ((SETTINGS, text), (text, SETTINGS)):
        ((line,),) = reported(before, after).values()
        assert line.startswith("niet te vergelijken: mkdocs.yml:")
