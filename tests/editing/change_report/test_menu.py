"""Each change of the menu is reported once, in the words that readers see there."""

from typing import Any

import pytest
import yaml

from generator.editing.change_report import menu
from tests.support.change_reports import report_of

BEFORE = """
- Begin: index.md
- Naslag:
  - Partijen: partijen/index.md
  - Bronnen: bronnen/index.md
  - Zoeken: zoeken.md
- Over:
  - Privacy: privacy.md
"""


def lines(after: str, **new_names: str) -> list[str]:
    return [*menu.changes(yaml.safe_load(BEFORE), yaml.safe_load(after), new_names)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        (
            "  - Privacy: privacy.md\n",
            "  - Privacy: privacy.md\n  - Cookies: cookies.md\n",
            ["erbij: ‘Cookies’ (`/cookies/`) onder ‘Over’"],
        ),
        ("- Begin: index.md\n", "", ["weg: ‘Begin’ (`/`)"]),
        ("Zoeken:", "Zoek:", ["‘Zoeken’ heet nu ‘Zoek’ (`/zoeken/`)"]),
        ("- Naslag:", "- Overzichten:", ["groep ‘Naslag’ heet nu ‘Overzichten’"]),
        (
            "  - Partijen: partijen/index.md\n  - Bronnen: bronnen/index.md\n",
            "  - Bronnen: bronnen/index.md\n  - Partijen: partijen/index.md\n",
            ["‘Partijen’ (`/partijen/`) staat op een andere plaats onder ‘Naslag’"],
        ),
        (
            "  - Zoeken: zoeken.md\n- Over:\n",
            "- Over:\n  - Zoeken: zoeken.md\n",
            ["‘Zoeken’ (`/zoeken/`) staat nu onder ‘Over’, eerst onder ‘Naslag’"],
        ),
        (
            "- Over:\n  - Privacy: privacy.md\n",
            "- Privacy: privacy.md\n",
            ["‘Privacy’ (`/privacy/`) staat nu bovenaan, in geen groep, eerst onder ‘Over’"],
        ),
    ],
)
def test_a_change_of_the_menu_is_reported_once(old: str, new: str, expected: list[str]) -> None:
    assert old in BEFORE
    found = lines(BEFORE.replace(old, new) if old else BEFORE)

    assert len(found) == len(expected)
    if "andere plaats" in "".join(expected):  # either of two neighbours can be the one that moved
        assert found[0].endswith("staat op een andere plaats onder ‘Naslag’")
    else:
        assert found == expected


def test_the_page_of_a_renamed_record_is_the_same_page() -> None:
    assert lines(BEFORE.replace("privacy.md", "gegevens.md"), privacy="gegevens") == []


@pytest.mark.parametrize("value", [None, "", 3, {}, [[]], ["x.md"], {"a": {"b": None}}])
def test_a_menu_of_another_form_is_compared_as_well(value: Any) -> None:  # noqa: ANN401
    nav = yaml.safe_load(BEFORE)

    assert [*menu.changes(nav, value, {})]
    assert [*menu.changes(value, nav, {})]


def test_the_menu_has_a_section_of_its_own() -> None:
    found = report_of(("mkdocs.yml", "Over deze wereld: over.md", "Over u: over.md"))

    assert found == {"Menu": ["‘Over deze wereld’ heet nu ‘Over u’ (`/over/`)"]}
