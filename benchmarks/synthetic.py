"""Writes a dossier of any size: that of the tests, with themes added.

The added statements resemble the real ones: sixty characters each, a third of them commitments,
with parties, instruments, links to one another and facts about their progress.
"""

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.build.check import check_content
from generator.editing.apply import append_events
from generator.editing.events import new
from tests.support.frozen import write_project

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 23)
FIRST_NUMBER = 94
"""The number of the first added statement."""
THEME_SIZE = 30
PARTIES = {"ezk": "EZK", "gemeenten": "gemeenten", "provincies": "provincies", "mkb": "mkb"}
"""Parties by slug, each with a name that the source uses for it."""
WORDS = """
    aanpak aandacht advies afstemming begeleiding behoefte bereik bijeenkomst capaciteit
    deelname doelgroep duurzaam ervaring gebruik gericht gezamenlijk groei inzet kennis koppelen
    kwaliteit landelijk leren meerjarig nodig omgeving onderling onderzoek opgave organiseren
    partners plan praktijk proef ruimte samen snelheid start stevig structuur tijdelijk toegang
    traject uitvoering verbinden verbreden vergroten versnellen verschil vervolg voorbeeld
    voordeel werkwijze zichtbaar
""".split()  # noqa: SIM905  (easier to read)

Fields = dict[str, Any]


def write(root: Path, statements: int) -> None:
    """Write a project with this number of statements into a folder, ready to build."""
    write_project(root)
    added = max(0, statements - _real_count(root))
    themes = [_theme(at, min(THEME_SIZE, added - at)) for at in range(0, added, THEME_SIZE)]
    _write_themes(root, themes)
    _write_source(root, themes)
    _write_progress(root, themes)
    _exclude_from_menu(root)
    checked = check_content(root, DAY)
    if not checked.dossier:
        raise ValueError(checked.problems[:3])
    append_events(root, new(checked.dossier, DAY), DAY)


def _real_count(root: Path) -> int:
    """The number of statements in the real content."""
    checked = check_content(root, DAY)
    if not checked.dossier:
        raise ValueError(checked.problems[:3])
    return len(checked.dossier.statements)


def _theme(at: int, size: int) -> Fields:
    number = 5 + at // THEME_SIZE
    title = f"Proefthema {number}"
    return {
        "title": title,
        "changed": DAY,
        "source": "proef",
        "part": f"dia {number}",
        "number": number,
        "numbering": "De bron geeft dit thema geen nummer.",
        "names": [title],
        "intro": "Een thema om mee te meten.",
        "statements": [_statement(at + place, place, title) for place in range(size)],
    }


def _statement(at: int, place: int, title: str) -> Fields:
    random = Random(at)  # noqa: S311  (reproducible)
    words = " ".join(random.sample(WORDS, 6))
    fields: Fields = {"id": name(at), "line": at + 1, "kind": "inhoud", "text": f"{words} {at}"}
    if place == 0:
        return {**fields, "kind": "titel", "text": title}
    if at % 3 == 0:
        parties, theme = random.sample(sorted(PARTIES), 2), at // THEME_SIZE
        names = " en ".join(PARTIES[each] for each in parties)
        fields |= {
            "text": f"{names}: {words} met {_instrument_name(theme)}, {at}",
            "commitment": True,
            "parties": parties,
            "instruments": [_instrument(theme)],
        }
    if place > 1:
        fields["note"] = f"Vergelijk [{name(at - 1)}]({name(at - 1)})."
    return fields


def name(at: int) -> str:
    """The number of an added statement; ``at`` counts from 0."""
    return f"HRE-{FIRST_NUMBER + at:03d}"


def _instrument(theme: int) -> str:
    return f"proefregeling-{theme}"


def _instrument_name(theme: int) -> str:
    return f"Proefregeling nummer {theme}"


def _write_themes(root: Path, themes: list[Fields]) -> None:
    """Write each theme, with an instrument of its own."""
    for at, theme in enumerate(themes):
        _dump(root / f"content/themes/proefthema-{theme['number']}.yml", theme)
        title, what = _instrument_name(at), "Een regeling om mee te meten."
        fields = {"name": title, "changed": DAY, "names": [title], "what": what}
        fields["sources"] = ["rvo-mit"]
        _dump(root / f"content/instruments/{_instrument(at)}.yml", fields)


def _write_source(root: Path, themes: list[Fields]) -> None:
    lines = [statement["text"] for theme in themes for statement in theme["statements"]]
    source = {"title": "Proefbron", "label": "Proefbron", "changed": DAY, "what": "Om te meten."}
    _dump(root / "content/sources/proef.yml", source)
    (root / "content/sources/proef.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_progress(root: Path, themes: list[Fields]) -> None:
    """A fact about every tenth commitment."""
    commitments = [
        each["id"] for theme in themes for each in theme["statements"] if each.get("commitment")
    ]
    for commitment in commitments[::10]:
        fact = {
            "changed": DAY,
            "date": "2022",
            "statements": [commitment],
            "what": "Hiermee is volgens de redactie een begin gemaakt.",
            "sources": ["rvo-mit"],
            "status": "in-uitvoering",
        }
        _dump(root / f"content/progress/feit-over-{commitment.lower()}.yml", fact)


def _exclude_from_menu(root: Path) -> None:
    """Exclude the added themes from the menu, which the check compares with the pages."""
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    key = "not_in_nav: |\n"
    path.write_text(text.replace(key, f"{key}  /themas/proefthema-*.md\n"), encoding="utf-8")


def _dump(path: Path, fields: Fields) -> None:
    path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), encoding="utf-8")
