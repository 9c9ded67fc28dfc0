"""The history of names, derived from the register of the small world."""

import datetime as dt

import pytest

from generator.dossier.dossier import Dossier
from generator.dossier.register import Event, EventKind, fingerprint
from generator.site.views import history
from generator.site.views.linker import Linker

DAY = dt.date(2020, 6, 1)
Line = tuple[str, str, str | None, bool, list[str]]
"""The date, the label, the note, whether it created a version, and its successors."""


@pytest.fixture
def link(world: Dossier) -> Linker:
    return Linker(world, DAY)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "WAT-003",
            [
                ("2020-05-01", "Tekst verduidelijkt", "De maand stond er niet bij.", True, []),
                ("2020-03-01", "Toegevoegd", None, True, []),
            ],
        ),
        (
            "WAT-011",
            [
                ("2020-05-02", "Verplaatst", None, False, []),
                ("2020-03-01", "Toegevoegd", None, True, []),
            ],
        ),
        (
            "WAT-012",
            [
                ("2020-05-03", "Vervallen", "De fontein gaat niet door.", False, []),
                ("2020-03-01", "Toegevoegd", None, True, []),
            ],
        ),
        (
            "WAT-013",
            [
                (
                    "2020-05-03",
                    "Gesplitst",
                    "Het waren er twee.",
                    False,
                    ["WAT-007", "WAT-008"],
                ),
                ("2020-03-01", "Toegevoegd", None, True, []),
            ],
        ),
        (
            "gw",
            [
                ("2020-05-04", "Hernoemd", None, False, ["gemeente"]),
                ("2020-02-01", "Toegevoegd", None, True, []),
            ],
        ),
        ("bestaat-niet", []),
    ],
)
def test_the_history_of_a_name_is_newest_first(name: str, lines: list[Line], link: Linker) -> None:
    assert [
        (
            row.date.isoformat(),
            row.label,
            row.note,
            row.version is not None,
            [each.file.split("/")[1] for each in row.into],
        )
        for row in history.rows(link, name)
    ] == lines


@pytest.mark.parametrize(
    ("kind", "into", "label"),
    [
        ("nieuw", (), "Toegevoegd"),
        ("inhoudelijk", (), "Inhoud gewijzigd"),
        ("redactioneel", (), "Tekst verduidelijkt"),
        ("verplaatst", (), "Verplaatst"),
        ("verplaatst", ("gemeente",), "Hernoemd"),
        ("vervallen", (), "Vervallen"),
        ("gesplitst", ("WAT-001", "WAT-002"), "Gesplitst"),
        ("samengevoegd", ("WAT-001",), "Samengevoegd"),
    ],
)
def test_an_event_has_a_label(kind: EventKind, into: tuple[str, ...], label: str) -> None:
    event = Event(
        id="gw", event=kind, date=DAY, fingerprint=fingerprint("x"), text="x", place="/", into=into
    )

    assert history.label(event) == label


def test_a_version_is_compared_with_the_previous_one(world: Dossier) -> None:
    found = history.differences(world.register.versions("WAT-003"))

    assert list(found) == [2]
    assert [(part.kind, part.text.strip()) for part in found[2]] == [
        ("same", "De GW vroeg"),
        ("new", "in maart 2019"),
        ("same", "om een plan (het Waterplan)."),
    ]
    assert history.differences(world.register.versions("WAT-001")) == {}
