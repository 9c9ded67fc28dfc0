"""A site with the address of an example is not published."""

from pathlib import Path

import pytest

from generator.checks import publication
from tests.conftest import ROOT, WORLD
from tests.support.command_line import run
from tests.support.frozen import FROZEN, configuration

REAL = "waterplein.nl"


def settings(dossier: Path) -> dict[str, str]:
    return {
        "mkdocs.yml": configuration(dossier),
        "content/dossier.yml": (dossier / "content/dossier.yml").read_text(encoding="utf-8"),
    }


def with_value(value: str) -> dict[str, str]:
    return {"content/dossier.yml": f"nieuw:\n  adres: {value}\n"}


def test_every_address_of_a_dossier_is_found() -> None:
    """Whatever has an example in these files, so that a new setting is found too."""
    for dossier, count in ((WORLD, 6), (FROZEN, 5)):
        texts = settings(dossier)
        expected = {
            (path, number)
            for path, text in texts.items()
            for number, line in enumerate(text.split("\n"), 1)
            if ".example" in line
        }

        found = list(publication.check(texts))

        assert len(expected) == count
        assert {(each.path, each.line) for each in found} == expected


@pytest.mark.parametrize(
    "value",
    [
        "https://x.example",
        "http://x.EXAMPLE:80/a",
        "https://example/",
        "redactie@x.example",
        "https://www.example.com/x",
        "a@example.org",
        "https://a.test/",
        "http://localhost:8000/",
        "https://nergens.invalid?x=1",
        "Nog in te vullen",
    ],
)
def test_an_address_in_a_domain_of_nobody_is_an_example(value: str) -> None:
    (problem,) = publication.check(with_value(value))

    assert (problem.path, problem.line, problem.column) == ("content/dossier.yml", 2, 10)


@pytest.mark.parametrize(
    "value",
    [
        f"https://{REAL}/",
        f"redactie@{REAL}",
        "https://example.nl/",
        "https://mijnexample.com/",
        f"https://{REAL}/x.example",
        "Kijk op https://x.example voor meer.",
    ],
)
def test_another_text_is_not(value: str) -> None:
    assert list(publication.check(with_value(value))) == []


def test_check_refuses_to_publish_until_all_addresses_are_real(project: Path) -> None:
    assert run(project, "check").returncode == 0

    refused = run(project, "check", "--publish")

    assert refused.returncode == 1
    first, *others = refused.stderr.splitlines()
    assert first.startswith("De site kan nog niet worden gepubliceerd: ")
    assert sum("[voorbeeldadres]" in line for line in others) == 5
    for path in publication.SETTINGS:
        text = (project / path).read_text(encoding="utf-8")
        (project / path).write_text(text.replace(".example", ".nl"), encoding="utf-8")
    assert run(project, "check", "--publish").returncode == 0


def test_the_readme_names_every_setting_with_an_example() -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Before publishing")[2]

    for line in settings(FROZEN).values():
        for setting in (each for each in line.split("\n") if ".example" in each):
            assert f"`{setting.partition(':')[0].strip()}`" in section
