"""What the visits found, in Dutch: for a terminal, or as Markdown for an issue."""

from collections.abc import Iterator, Sequence

from generator.dossier.web_addresses import Place, Places
from generator.web.finding import TO_BE_EDITED, Outcome
from generator.web.results import Visit, Visits

HEADINGS = {
    Outcome.DIED: "Dood: de pagina of de server bestaat niet meer",
    Outcome.MOVED: "Verhuisd naar een ander adres",
    Outcome.ANOTHER_PAGE: "Antwoordt, maar waarschijnlijk met een andere pagina",
    Outcome.INTERNAL: "Niet bezocht: dit is geen openbare server",
    Outcome.NO_ANSWER: "Gaf geen antwoord",
    Outcome.REFUSED: "Laat ons programma niet toe",
    Outcome.ANSWERS: "Antwoordt",
}
ADVICE = {
    Outcome.DIED: "Zoek waar de pagina nu staat, of een bewaarde kopie, en zet dat adres ervoor in "
    "de plaats. Is die er niet, laat het adres dan staan en schrijf bij `uncertain` dat de pagina "
    "weg is.",
    Outcome.MOVED: "Kijk of op het nieuwe adres hetzelfde staat, en zet dat ervoor in de plaats.",
    Outcome.ANOTHER_PAGE: "Open het adres zelf. Staat er iets anders, doe dan alsof het adres dood "
    "is.",
    Outcome.INTERNAL: "Kijk of het adres goed is overgenomen.",
    Outcome.NO_ANSWER: "Dat kan tijdelijk zijn. Open het adres zelf als het hier vaker staat.",
    Outcome.REFUSED: "In een browser werkt het adres meestal wel. Open het zelf.",
}
"""What an editor does, by outcome; in Markdown."""
MOST_LISTED = 200
"""Addresses per outcome in Markdown: an issue has no room for more."""


def needs_edits(visits: Visits) -> bool:
    """Whether an editor has something to do: an address died or moved, or leads elsewhere."""
    return any(visit.finding.outcome in TO_BE_EDITED for visit in visits.values())


def summary(visits: Visits) -> str:
    """How many addresses there are, and how many answer."""
    count = len(visits)
    answering = sum(visit.finding.outcome is Outcome.ANSWERS for visit in visits.values())
    addresses = "1 webadres" if count == 1 else f"{count} webadressen"
    return f"{addresses} bezocht; {answering} daarvan {_answer(answering)} gewoon."


def _answer(count: int) -> str:
    return "antwoordt" if count == 1 else "antwoorden"


def _groups(visits: Visits) -> Iterator[tuple[Outcome, Sequence[str]]]:
    """The outcomes that occur, each with its addresses."""
    for outcome in Outcome:
        found = [each for each, visit in visits.items() if visit.finding.outcome is outcome]
        if found:
            yield outcome, sorted(found)


# For a terminal -----------------------------------------------------------------------------------


def as_text(visits: Visits, places: Places) -> str:
    """Every address by outcome, with what was found and where it is written."""
    return "\n".join(_text_lines(visits, places))


def _text_lines(visits: Visits, places: Places) -> Iterator[str]:
    for outcome, addresses in _groups(visits):
        yield f"{HEADINGS[outcome]} ({len(addresses)})"
        for address in addresses:
            yield f"  {address}"
            yield from (f"      {each}" for each in _details(visits[address]))
            yield from (f"      {place}" for place in places[address])
        yield ""
    yield summary(visits)


def _details(visit: Visit) -> Iterator[str]:
    finding = visit.finding
    if finding.new_address:
        yield f"→ {finding.new_address}"
    if finding.reason:
        yield finding.reason


# As Markdown --------------------------------------------------------------------------------------


def as_markdown(visits: Visits, places: Places) -> str:
    """The addresses that do not simply answer, by outcome, with what an editor does."""
    return "\n".join(_markdown_lines(visits, places))


def _markdown_lines(visits: Visits, places: Places) -> Iterator[str]:
    yield summary(visits)
    for outcome, addresses in _groups(visits):
        if outcome is Outcome.ANSWERS:
            continue
        yield from ("", f"### {HEADINGS[outcome]} ({len(addresses)})", "", ADVICE[outcome], "")
        for address in addresses[:MOST_LISTED]:
            yield _item(address, visits[address], places[address])
        if left := len(addresses) - MOST_LISTED:
            yield from ("", f"En nog {left}.") if left > 0 else ()


def _item(address: str, visit: Visit, places: Sequence[Place]) -> str:
    """A line of a list. Addresses are formatted as code, in which no site can write Markdown."""
    finding = visit.finding
    where = f" → `{finding.new_address}`" if finding.new_address else ""
    reason = f" ({finding.reason})" if finding.reason else ""
    return f"- `{address}`{where}{reason}: {', '.join(f'`{place}`' for place in places)}"
