"""The report as a whole: nothing is left out, and one side may be wrong."""

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from generator.editing import change_report
from generator.editing.change_report import fields
from generator.parsing.problem import Problem
from tests.support.change_reports import edited, report_of, side, texts_of_world
from tests.support.hostile import SITES, trial

NOTHING = "## Wat dit voorstel wijzigt\n\nNiets aan de inhoud, het menu of de instellingen.\n"


def test_a_report_without_changes_says_so(templates: dict[str, str]) -> None:
    same = side(texts_of_world(), templates)

    assert change_report.render(same, side(texts_of_world(), templates)) == NOTHING


def test_the_report_begins_with_how_many_lines_there_are_of_each_subject() -> None:
    after = side(edited(("content/timeline.yml", "De momenten", "De tijden")), {})

    assert change_report.render(side(texts_of_world(), {}), after) == (
        "## Wat dit voorstel wijzigt\n\nIn het kort: tijdlijn (1).\n\n### Tijdlijn\n\n"
        "- inleiding van de redactie: De <del>momenten</del><ins>tijden</ins> uit de notulen.\n"
    )


def test_a_long_report_is_whole() -> None:
    many = {
        f"content/terms/woord-{at}.yml": (
            f"changed: 2020-05-01\nterm: woord {at} {'é' * 90}\nmeaning: Iets.\n"
        )
        for at in range(1_000)
    }
    after = side({**texts_of_world(), **many}, {})

    text = change_report.render(side(texts_of_world(), {}), after)

    assert text.count("- begrip erbij: ") == 1_000


def test_pages_that_look_different_are_named_in_one_line(templates: dict[str, str]) -> None:
    found = report_of(("content/timeline.yml", "De momenten", "De tijden"), templates=templates)

    assert found["Pagina’s van de site"] == ["anders: `/tijdlijn/`"]


def test_a_side_that_is_wrong_is_reported_with_the_first_mistakes_and_a_cure() -> None:
    problems = [Problem("content/a.yml", line, 1, "fout", "regel") for line in range(1, 151)]

    text = change_report.incomparable("main", problems, "Doe iets.")

    assert "de inhoud van main klopt niet (150 fouten)" in text
    assert "Doe iets." in text
    assert text.count("\n- ") == 100
    assert text.endswith("Dit zijn de eerste 100; er zijn er nog minstens 50.\n")


@pytest.mark.parametrize("name", SITES)
def test_hostile_text_in_every_field_adds_no_markup_and_mentions_nobody(name: str) -> None:
    hostile = trial(f"@octocat {SITES[name].hostile.lstrip()}")
    assert hostile.accepted
    one, other = side(texts_of_world(), {}), side(hostile.texts, {})
    records = other.link.dossier.records
    reports = (change_report.render(one, other), change_report.render(other, one))

    for text in (*reports, *(f"\n- {fields.summary(record)}\n" for record in records)):
        page = BeautifulSoup(MarkdownIt("gfm-like", {"linkify": False}).render(text), "html.parser")
        tags = {tag.name for tag in page.find_all()}
        assert tags <= {"h2", "h3", "p", "ul", "li", "ins", "del", "strong", "code"}
        assert all(not tag.attrs for tag in page.find_all())
        assert len(page.find_all("li")) == text.count("\n- ")
        assert not [sign for sign in ("@o", "://", "www.") if sign in page.get_text()]
