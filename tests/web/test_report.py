"""What editors read of the visits: by outcome, with the lines where an address is written."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from generator.dossier.web_addresses import Place
from generator.web import report
from generator.web.finding import Finding, Outcome
from generator.web.results import Visit, Visits

DAY = dt.date(2026, 11, 23)
GONE, OLD, FINE = (f"https://{name}.example/a" for name in ("weg", "oud", "goed"))
NEW = "https://nieuw.example/a"
FINDINGS = {
    FINE: Finding(Outcome.ANSWERS),
    GONE: Finding(Outcome.DIED, "fout 404"),
    OLD: Finding(Outcome.MOVED, "", NEW),
}
PLACE = Place("content/sources/krant.yml", 6)
PLACES = {FINE: (PLACE,), GONE: (PLACE,), OLD: (PLACE, Place("content/terms/loket.yml", 12))}


def visits(findings: dict[str, Finding]) -> Visits:
    return {address: Visit(finding, DAY) for address, finding in findings.items()}


TEXT = f"""\
Dood: de pagina of de server bestaat niet meer (1)
  {GONE}
      fout 404
      content/sources/krant.yml:6

Verhuisd naar een ander adres (1)
  {OLD}
      → {NEW}
      content/sources/krant.yml:6
      content/terms/loket.yml:12

Antwoordt (1)
  {FINE}
      content/sources/krant.yml:6

3 webadressen bezocht; 1 daarvan antwoordt gewoon."""


def test_the_text_has_every_address_by_outcome_with_its_places() -> None:
    assert report.as_text(visits(FINDINGS), PLACES) == TEXT


def test_the_markdown_has_what_asks_for_attention_with_what_to_do() -> None:
    text = report.as_markdown(visits(FINDINGS), PLACES)

    assert text.startswith("3 webadressen bezocht")
    assert f"- `{GONE}` (fout 404): `content/sources/krant.yml:6`" in text.splitlines()
    assert (
        f"- `{OLD}` → `{NEW}`: `content/sources/krant.yml:6`, `content/terms/loket.yml:12`" in text
    )
    assert report.ADVICE[Outcome.MOVED] in text
    assert FINE not in text


def test_markdown_says_no_more_than_how_many_if_all_answer() -> None:
    text = report.as_markdown(visits({FINE: Finding(Outcome.ANSWERS)}), PLACES)

    assert text == "1 webadres bezocht; 1 daarvan antwoordt gewoon."


def test_every_outcome_has_a_heading_and_a_way_on() -> None:
    assert [*report.HEADINGS] == [*Outcome]
    assert {*report.ADVICE} == {*Outcome} - {Outcome.ANSWERS}
    assert report.HEADINGS[Outcome.ANOTHER_PAGE] == (
        "Antwoordt, maar waarschijnlijk met een andere pagina"
    )


def test_a_long_list_ends_by_saying_how_many_are_left() -> None:
    count = report.MOST_LISTED + 5
    findings = {f"https://a.example/{n}": Finding(Outcome.DIED) for n in range(count)}
    places = dict.fromkeys(findings, (PLACE,))

    text = report.as_markdown(visits(findings), places)

    assert text.splitlines()[-1] == "En nog 5."
    assert text.count("\n- ") == report.MOST_LISTED


def test_an_address_cannot_write_markdown_or_mention_anybody() -> None:
    hostile = "https://a.example/@octocat/#1/**vet**/_x_/www.kwaad.example/~~y~~?a=&lt;b&gt;"
    findings = {hostile: Finding(Outcome.MOVED, "", hostile)}

    html = MarkdownIt("gfm-like", {"linkify": False}).render(
        report.as_markdown(visits(findings), {hostile: (PLACE,)})
    )

    page = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in page.find_all()} == {"p", "h3", "ul", "li", "code"}
    assert [each.get_text() for each in page.find_all("code")][:2] == [hostile, hostile]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.DIED, True),
        (Outcome.MOVED, True),
        (Outcome.ANOTHER_PAGE, True),
        (Outcome.INTERNAL, True),
        (Outcome.NO_ANSWER, False),
        (Outcome.REFUSED, False),
        (Outcome.ANSWERS, False),
    ],
)
def test_what_may_pass_by_itself_needs_no_edit(outcome: Outcome, expected: bool) -> None:
    assert report.needs_edits(visits({FINE: Finding(outcome)})) == expected
