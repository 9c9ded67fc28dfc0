"""A dossier of any size: the real one, with themes added until it has so many statements.

What is added is of the length of what is real (sixty characters a statement, a third of them
commitments), with parties, instruments, ties to each other and facts about what came of them.
"""

import shutil
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.build.check import check_content
from generator.editing.apply import append_events
from generator.editing.events import new

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 23)
FIRST = 101
"""The number of the first statement that is added."""
IN_A_THEME = 30
PARTIES = {"ezk": "EZK", "gemeenten": "gemeenten", "provincies": "provincies", "mkb": "mkb"}
"""Parties by slug, each with a name that the source has for it."""
WORDS = """
    aanpak aandacht advies afstemming begeleiding behoefte bereik bijeenkomst capaciteit
    deelname doelgroep duurzaam ervaring gebruik gericht gezamenlijk groei inzet kennis koppelen
    kwaliteit landelijk leren meerjarig nodig omgeving onderling onderzoek opgave organiseren
    partners plan praktijk proef ruimte samen snelheid start stevig structuur tijdelijk toegang
    traject uitvoering verbinden verbreden vergroten versnellen verschil vervolg voorbeeld
    voordeel werkwijze zichtbaar
""".split()  # noqa: SIM905  (read more easily so)

Fields = dict[str, Any]


def write(root: Path, statements: int) -> None:
    """Write a project with so many statements under a folder, ready to be built."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    added = max(0, statements - _real(root))
    themes = [_theme(at, min(IN_A_THEME, added - at)) for at in range(0, added, IN_A_THEME)]
    _write_themes(root, themes)
    _write_source(root, themes)
    _write_progress(root, themes)
    _keep_out_of_menu(root)
    checked = check_content(root)
    if not checked.dossier:
        raise ValueError(checked.problems[:3])
    append_events(root, new(checked.dossier, DAY))


def _real(root: Path) -> int:
    """How many statements are there already."""
    checked = check_content(root)
    if not checked.dossier:
        raise ValueError(checked.problems[:3])
    return len(checked.dossier.statements)


def _theme(at: int, size: int) -> Fields:
    number = 5 + at // IN_A_THEME
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
    random = Random(at)  # noqa: S311  (the same every time)
    words = " ".join(random.sample(WORDS, 6))
    fields: Fields = {"id": name(at), "line": at + 1, "kind": "inhoud", "text": f"{words} {at}"}
    if place == 0:
        return {**fields, "kind": "titel", "text": title}
    if at % 3 == 0:
        parties, theme = random.sample(sorted(PARTIES), 2), at // IN_A_THEME
        names = " en ".join(PARTIES[each] for each in parties)
        fields |= {
            "text": f"{names}: {words} met {_called(theme)}, {at}",
            "commitment": True,
            "parties": parties,
            "instruments": [_instrument(theme)],
        }
    if place > 1:
        fields["note"] = f"Vergelijk [{name(at - 1)}]({name(at - 1)})."
    return fields


def name(at: int) -> str:
    """The number of a statement that is added, counted from 0."""
    return f"HRE-{FIRST + at}"


def _instrument(theme: int) -> str:
    return f"proefregeling-{theme}"


def _called(theme: int) -> str:
    return f"Proefregeling nummer {theme}"


def _write_themes(root: Path, themes: list[Fields]) -> None:
    for at, theme in enumerate(themes):
        _dump(root / f"content/themes/proefthema-{theme['number']}.yml", theme)
        called, what = _called(at), "Een regeling om mee te meten."
        fields = {"name": called, "changed": DAY, "names": [called], "what": what}
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
    facts = [
        {
            "slug": f"feit-over-{commitment.lower()}",
            "date": "2022",
            "statements": [commitment],
            "what": "Hiermee is volgens de redactie een begin gemaakt.",
            "sources": ["rvo-mit"],
            "status": "in-uitvoering",
        }
        for commitment in commitments[::10]
    ]
    path = root / "content/progress.yml"
    log = yaml.safe_load(path.read_text(encoding="utf-8"))
    _dump(path, {**log, "items": [*log["items"], *facts]})


def _keep_out_of_menu(root: Path) -> None:
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    mark = "not_in_nav: |\n"
    path.write_text(text.replace(mark, f"{mark}  /themas/proefthema-*.md\n"), encoding="utf-8")


def _dump(path: Path, fields: Fields) -> None:
    path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), encoding="utf-8")
