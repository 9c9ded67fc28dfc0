"""The menu check reports every missing page, with the line to add, and every wrong entry."""

from datetime import date

from generator.parsing.yaml_reader import parse
from generator.site.pages import menu
from generator.site.views.page import Link, Page


def page(path: str, title: str, back: Link | None = None) -> Page:
    return Page(path, "article", title, str, "content/pages/over.yml", date.today, list=back)


PAGES = [
    page("index.md", "Home"),
    page("over.md", "Over deze site"),
    page("partijen/a.md", "A", Link("Partijen", "partijen/index.md")),
]


def problems(nav: str) -> list[str]:
    return [str(problem) for problem in menu.check(parse("mkdocs.yml", nav), PAGES)]


def test_a_complete_menu_has_no_problems() -> None:
    assert (
        problems("site_name: x\nnav:\n  - Home: index.md\n  - Meer:\n      - Over: over.md\n") == []
    )


def test_a_missing_page_is_reported_with_the_line_to_add() -> None:
    (problem,) = problems("site_name: x\nnav:\n  - Home: index.md\n")

    assert problem.startswith("mkdocs.yml:2:1: een pagina ontbreekt in het menu; ")
    assert problem.endswith("voeg toe: - Over deze site: over.md [menu]")


def test_an_entry_without_a_name_is_reported() -> None:
    (problem,) = problems("nav:\n  - Home: index.md\n  - over.md\n")

    expected = "geef deze pagina hier een naam: - Over deze site: over.md [menu]"
    assert problem == f"mkdocs.yml:3:5: {expected}"


def test_a_page_may_be_excluded_from_the_menu() -> None:
    excluded = "not_in_nav: |\n  /over*.md\nnav:\n  - Home: index.md\n"

    assert problems(excluded) == []
    assert problems(excluded.replace("over", "onder")) != []


def test_an_entry_without_a_page_is_reported() -> None:
    found = problems("nav:\n  - Home: index.md\n  - O: over.md\n  - Over: ovr.md\n")

    assert found == [
        "mkdocs.yml:4:11: 'ovr.md' is geen pagina voor het menu; bedoelde u 'over.md'? [menu]"
    ]


def test_a_page_of_one_item_stays_out_of_the_menu() -> None:
    found = problems("nav:\n  - H: index.md\n  - O: over.md\n  - partijen/a.md\n")

    assert [line.split(": ")[0] for line in found] == ["mkdocs.yml:4:5"]
