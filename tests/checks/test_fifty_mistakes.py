"""The worst that editors can do to a file: each is told in Dutch, in its place, or read right.

A deed is done to a file of the small world, on a disk. What must be told stands beside it, whole:
so what follows from a mistake elsewhere is not told as well.
"""

import os
import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.editing import events
from tests.conftest import WORLD, problems_at
from tests.support.command_line import run

Edit = Callable[[Path], object]
PARTY = "content/parties/buurt.yml"
"""Its lines: name, changed, group, names. A party and a link elsewhere refer to it."""


class Deed(NamedTuple):
    name: str
    do: Edit
    told: tuple[str, ...] = ()
    """Every message, in order; none if the file is read right."""
    path: str = PARTY


def put(old: str, new: str) -> Edit:
    """Replace a text that stands once in the file."""

    def do(file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        file.write_bytes(text.replace(old, new).encode())

    return do


def name(written: str) -> Edit:
    """Write something else as the name of the party, on line 1 from column 7."""
    return put("name: De buurt\n", f"name: {written}\n")


def whole(content: str | bytes) -> Edit:
    """Write something else as the whole file."""
    return lambda file: file.write_bytes(
        content if isinstance(content, bytes) else content.encode()
    )


def encoded(encoding: str, extra: str = "") -> Edit:
    """Save the file in another encoding."""
    return lambda file: file.write_bytes(
        (file.read_text(encoding="utf-8") + extra).encode(encoding)
    )


def with_ends(end: bytes) -> Edit:
    return lambda file: file.write_bytes(file.read_bytes().replace(b"\n", end))


def renamed(to: str) -> Edit:
    return lambda file: file.rename(file.with_name(to))


def as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def as_loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def as_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def at(place: str, message: str, rule: str = "yaml", path: str = PARTY) -> tuple[str]:
    return (f"{path}:{place}: {message} [{rule}]",)


COLON = (
    "hier staat een dubbele punt met een spatie die YAML als nieuw veld leest; "
    "zet de tekst tussen aanhalingstekens of controleer de inspringing"
)
CURLY = (
    "deze aanhalingstekens zijn gekruld, zoals Word ze zet, en doen hier niets; "
    'zet rechte om de hele waarde: "…"'
)
QUOTE = "dit aanhalingsteken wordt niet op dezelfde regel gesloten"
CLOSED = (
    "dit aanhalingsteken sluit de waarde, maar er volgt nog tekst; "
    "zet om de waarde aanhalingstekens die er zelf niet in staan"
)
CONFLICT = (
    "hier hebt u en iemand anders hetzelfde gewijzigd (een conflict in git); kies een van beide "
    "teksten en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
)
REUSE = "hergebruik met & en * kan niet; schrijf de waarde uit"
DEEP = "hier staan te veel lijsten of velden in elkaar; haal er lagen uit"
TEXT = "moet tekst zijn; zet de waarde tussen aanhalingstekens"
LIST = "moet een lijst zijn: elke waarde op een eigen regel na een streepje"
EMPTY = "is leeg; vul een waarde in of haal de regel weg"
TAG = "een waarde kan niet met ! beginnen; zet er aanhalingstekens om"
KEY = "hier hoort de naam van een veld te staan: één woord, zoals naam: waarde"
INDENT = (
    "deze regel past niet bij de regels erboven; geef velden die bij elkaar horen evenveel spaties "
    "aan het begin, en zet tekst met aanhalingstekens erin tussen andere aanhalingstekens"
)
FIELDS = "changed, name, label, names, abbreviation, what, sources, uncertain, group, part_of"
HIDDEN = (
    "hier staat een onzichtbaar teken ({}) dat op een spatie lijkt; "
    "haal het weg of zet er een gewone spatie"
)
EXTENSION = "dit bestand hoort hier niet; de extensie moet .yml zijn: git mv "
SLUG = "mag alleen kleine letters, cijfers en losse streepjes bevatten"
DASH = (
    "een lijst begint op een nieuwe regel: elke waarde na een streepje; "
    "zet een tekst die met een streepje begint tussen aanhalingstekens"
)
BLOCK = "na | of > hoort niets te staan; begin de tekst op de volgende regel, met spaties ervoor"
BACKSLASH = (
    r"tussen dubbele aanhalingstekens begint \ een bijzonder teken; "
    r"zet er enkele aanhalingstekens om, of schrijf \\"
)
UNLINKED = "een link is niet af; schrijf [woorden](naam), zonder spaties in de naam"
SPACE = "mag niet leeg zijn en niet met een spatie beginnen of eindigen"


def starting(character: str) -> str:
    return f"een waarde kan niet met {character} beginnen; zet er aanhalingstekens om"


DEEDS = (
    # Spaces, tabs and lines
    Deed(
        "a tab before a field",
        put("group:", "\tgroup:"),
        at("3:1", "hier staat een tab; gebruik spaties"),
    ),
    Deed(
        "a tab for a value",
        put("group: overig", "group:\n\toverig"),
        at("4:1", "hier staat een tab; gebruik spaties"),
    ),
    Deed("a tab after a value", put("group: overig", "group: overig\t")),
    Deed("spaces after a value", put("group: overig", "group: overig   ")),
    Deed("a space too many before a field", put("group:", " group:"), at("3:7", COLON)),
    Deed(
        "no space after the colon",
        put("group: ", "group:"),
        at("3:6", "na deze dubbele punt hoort een spatie"),
    ),
    Deed(
        "no colon at all",
        put("group: overig", "group overig"),
        at("3:1", "deze regel is geen veld: er ontbreekt een dubbele punt met een spatie erachter"),
    ),
    Deed(
        "a hard space before a field",
        put("group:", "\u00a0group:"),
        at("3:1", HIDDEN.format("U+00A0")),
    ),
    Deed(
        "a zero-width space before a field",
        put("group:", "\u200bgroup:"),
        at("3:1", HIDDEN.format("U+200B")),
    ),
    Deed(
        "a zero-width space in a slug",
        put("overig", "over\u200big"),
        at(
            "3:8",
            f"'group': 'over<U+200B>ig' {SLUG}",
            "ongeldige-waarde",
        ),
    ),
    Deed(
        "a line separator in a value",
        name("De\u2028buurt"),
        at("1:9", "hier staat een bijzonder regeleinde (U+2028); haal het weg"),
    ),
    Deed("Windows line ends", with_ends(b"\r\n")),
    Deed("old Mac line ends", with_ends(b"\r")),
    Deed(
        "old Mac line ends and a mistake",
        lambda file: (put("overig", "overige")(file), with_ends(b"\r")(file)),
        at(
            "3:8",
            "'overige' is geen groep partijen uit dossier.yml; bedoelde u 'overig'?",
            "onbekende-naam",
        ),
    ),
    # Bytes
    Deed("a BOM", encoded("utf-8-sig")),
    Deed(
        "Latin-1",
        encoded("latin-1", "what: café\n"),
        at("5:10", "dit teken is geen UTF-8; sla het bestand op als UTF-8", "codering"),
    ),
    Deed(
        "UTF-16",
        encoded("utf-16"),
        at("1:1", "dit bestand is UTF-16; sla het op als UTF-8", "codering"),
    ),
    Deed(
        "a NUL byte",
        name("De\0buurt"),
        at("1:9", "hier staat een onzichtbaar stuurteken; haal het weg"),
    ),
    Deed(
        "a control character in escapes",
        name(r'"De\ebuurt"'),
        at("1:7", "hier staat een onzichtbaar stuurteken; haal het weg"),
    ),
    Deed("half a character in escapes", name(r'"De \ud800 buurt"'), at("1:13", BACKSLASH)),
    Deed("an emoji", name("De buurt 🌳👩‍👩‍👧")),
    Deed("an emoji before a mistake", name("🌳: wij: zij"), at("1:8", COLON)),
    # Quotes and characters with a meaning
    Deed("a quote that is not closed", name('"De buurt'), at("1:7", QUOTE)),
    Deed(
        "a last quote that is not closed",
        put('"De buurt"]', '"De buurt]'),
        at("4:9", "dit aanhalingsteken wordt nergens gesloten"),
    ),
    Deed(
        "a bracket that is not closed",
        put('"De buurt"]', '"De buurt"'),
        at("4:8", "deze lijst met [ wordt niet goed gesloten"),
    ),
    Deed("a quote within a quote", name('"De "oude" buurt"'), at("1:11", CLOSED)),
    Deed("an apostrophe within quotes", name("'De foto's'"), at("1:15", CLOSED)),
    Deed("Word's quotes", name("“De buurt”"), at("1:7", CURLY)),
    Deed("Word's quotes around a colon", name("“De buurt: wij”"), at("1:16", CURLY)),
    Deed("Word's quotes within a text", name("De “oude” buurt")),
    Deed("a colon in a title", name("De buurt: wij"), at("1:15", COLON)),
    Deed(
        "text after a bracket",
        name("[oude] buurt"),
        at(
            "1:12", "deze haak sluit de waarde, maar er volgt nog tekst; zet er aanhalingstekens om"
        ),
    ),
    Deed("@ first", name("@buurt"), at("1:7", starting("@"))),
    Deed("a backtick first", name("`buurt`"), at("1:7", starting("`"))),
    Deed("% first", name("%buurt"), at("1:7", starting("%"))),
    Deed("* first", name("*De buurt*"), at("1:7", starting("*"))),
    Deed("! first", name("!buurt"), at("1:7", TAG)),
    Deed("& first", name("&buurt"), at("1:7", "'name' " + EMPTY, "ongeldige-waarde")),
    Deed(
        "a dash first",
        name("- buurt"),
        at(
            "1:7",
            DASH,
        ),
    ),
    Deed(
        "> first",
        name("> buurt"),
        at(
            "1:9",
            BLOCK,
        ),
    ),
    Deed("a Windows path", name(r'"C:\map\buurt"'), at("1:10", BACKSLASH)),
    Deed("a Windows path without quotes", name(r"C:\map\buurt")),
    Deed(
        "a block of text",
        put(
            "group: overig",
            "what: |\n  Een buurt.\nuncertain: >-\n  Wie\n  nu.\nsources: [krant]\ngroup: overig",
        ),
    ),
    Deed(
        "a block of text that jumps back",
        put("group: overig", "uncertain: |\n    Wie er\n  wonen.\ngroup: overig"),
        at("5:3", INDENT),
    ),
    Deed(
        "a link that is not closed",
        put("group: overig", 'uncertain: "Zie [hier](WAT-001."\ngroup: overig'),
        at("3:12", UNLINKED, "link"),
    ),
    Deed(
        "a space in a link",
        put("group: overig", 'uncertain: "Zie [hier](WAT 001)."\ngroup: overig'),
        at("3:12", UNLINKED, "link"),
    ),
    # Values that are something else
    Deed("no", name("no")),
    Deed("true for a text", name("true"), at("1:7", f"'name' {TEXT}", "verkeerd-type")),
    Deed("a number for a text", name("2020"), at("1:7", f"'name' {TEXT}", "verkeerd-type")),
    Deed("1e3", name("1e3")),
    Deed("0x10", name("0x10")),
    Deed("1_000", name("1_000")),
    Deed("a time of the day", name("12:30")),
    Deed(
        "1e3 for a number",
        put("number: 1\n", "number: 1e3\n"),
        at(
            "5:9",
            "'number' moet een geheel getal zijn, zonder aanhalingstekens",
            "verkeerd-type",
            "content/themes/groen.yml",
        ),
        "content/themes/groen.yml",
    ),
    Deed("~ for a text", name("~"), at("1:7", f"'name' {EMPTY}", "ongeldige-waarde")),
    Deed(
        "null for what may be left out",
        put("group: overig", "label: null\ngroup: overig"),
        at("3:8", f"'label' {EMPTY}", "ongeldige-waarde"),
    ),
    Deed(
        "nothing for what may be left out",
        put("group: overig", "label:\ngroup: overig"),
        at("3:7", f"'label' {EMPTY}", "ongeldige-waarde"),
    ),
    Deed(
        "a dash with nothing after it",
        put('["De buurt"]', '\n  - "De buurt"\n  -'),
        at("6:4", f"deze waarde {EMPTY}", "ongeldige-waarde"),
    ),
    Deed("an empty text", name('""'), at("1:7", f"'name': '' {SPACE}", "ongeldige-waarde")),
    Deed("only spaces", name('"  "'), at("1:7", f"'name': '  ' {SPACE}", "ongeldige-waarde")),
    Deed("a list for a text", name("[De buurt]"), at("1:7", f"'name' {TEXT}", "verkeerd-type")),
    Deed("fields for a text", name("{nl: De buurt}"), at("1:7", f"'name' {TEXT}", "verkeerd-type")),
    Deed(
        "a text for a list",
        put('["De buurt"]', "De buurt"),
        at("4:8", f"'names' {LIST}", "verkeerd-type"),
    ),
    Deed(
        "a day that does not exist",
        put("2020-02-03", "2020-02-30"),
        at("2:10", "'changed': '2020-02-30' is een datum die niet bestaat", "ongeldige-waarde"),
    ),
    Deed(
        "a Dutch date",
        put("2020-02-03", "3-2-2020"),
        at("2:10", "'changed': '3-2-2020' is geen datum zoals 2020-12-16", "ongeldige-waarde"),
    ),
    Deed(
        "a field twice",
        put("group: overig", "group: overig\ngroup: overig"),
        at(
            "4:1",
            "'group' staat hier voor de tweede keer; de eerste staat op regel 3",
            "dubbele-sleutel",
        ),
    ),
    Deed(
        "a field that is a number",
        put("group: overig", "1: x\ngroup: overig"),
        at("3:1", f"onbekend veld '1'; kies uit: {FIELDS}", "onbekend-veld"),
    ),
    Deed(
        "a field that is a list",
        put("group: overig", "? [a, b]\n: x\ngroup: overig"),
        at("3:3", KEY),
    ),
    Deed("a field without a name", put("group: overig", ": x\ngroup: overig"), at("3:1", KEY)),
    Deed(
        "a very long field",
        put("group: overig", f"{'x' * 900}: y\ngroup: overig"),
        at("3:1", f"onbekend veld '{'x' * 60}…'; kies uit: {FIELDS}", "onbekend-veld"),
    ),
    Deed(
        "a very long value",
        put("group: overig", f"group: {'x' * 900}"),
        at(
            "3:8",
            f"'{'x' * 60}…' is geen groep partijen uit dossier.yml; kies uit: overheid, overig",
            "onbekende-naam",
        ),
    ),
    # What YAML can and content cannot
    Deed(
        "an anchor and an alias",
        put("group: overig", "label: &x De buurt\nuncertain: *x\ngroup: overig"),
        at("3:8", REUSE),
    ),
    Deed(
        "an anchor used in its own list",
        put('["De buurt"]', '[&a "De buurt", *a]'),
        at("4:9", REUSE),
    ),
    Deed("a merge key", put("group: overig", "<<: {label: Wij}\ngroup: overig"), at("3:1", KEY)),
    Deed("a Python object", name("!!python/object:os.system De buurt"), at("1:7", TAG)),
    Deed("a Python call", name("!!python/object/apply:os.system [ls]"), at("1:7", TAG)),
    Deed("a tag that fits", name("!!str De buurt")),
    Deed("a tag that does not fit", name("!!int buurt"), at("1:7", TAG)),
    Deed("a %YAML directive", lambda file: whole("%YAML 1.1\n---\n" + file.read_text())(file)),
    Deed(
        "a directive nobody knows",
        lambda file: whole("%JAML 1.1\n---\n" + file.read_text())(file),
        at("1:6", "een regel kan niet met % beginnen; haal hem weg"),
    ),
    Deed("a line of dashes first", lambda file: whole("---\n" + file.read_text())(file)),
    Deed(
        "two documents",
        put("group:", "---\ngroup:"),
        at("3:1", "er staat een tweede document in het bestand (---); haal het weg"),
    ),
    Deed(
        "text after the end",
        put("group:", "...\ngroup:"),
        at("4:1", "hier houdt het document op, maar er staat nog tekst; haal die weg"),
    ),
    Deed("lists in lists", name("[" * 100_000), at("1:55", DEEP)),
    Deed(
        "fields in fields",
        whole("\n".join(" " * depth + "a:" for depth in range(3000))),
        at("50:50", DEEP),
    ),
    # The file as a whole
    Deed(
        "a merge conflict",
        put(
            "group: overig\n",
            "<<<<<<< HEAD\ngroup: overig\n=======\ngroup: overheid\n>>>>>>> main\n",
        ),
        at("3:1", CONFLICT) + at("7:1", CONFLICT),
    ),
    Deed("nothing in it", whole(""), at("1:1", "het bestand is leeg; vul het in of verwijder het")),
    Deed(
        "only comments",
        whole("# later\n"),
        at("1:1", "het bestand is leeg; vul het in of verwijder het"),
    ),
    Deed(
        "plain words",
        whole("De buurt doet mee.\n"),
        at(
            "1:1",
            "deze waarde moet uit velden bestaan: elk op een eigen regel, zoals naam: waarde",
            "verkeerd-type",
        ),
    ),
    Deed(
        "a list",
        whole("- De buurt\n"),
        at(
            "1:1",
            "deze waarde moet uit velden bestaan: elk op een eigen regel, zoals naam: waarde",
            "verkeerd-type",
        ),
    ),
    Deed(
        "a web page",
        whole("<!DOCTYPE html>\n<html><body>Niet gevonden</body></html>\n"),
        at(
            "1:1",
            "deze waarde moet uit velden bestaan: elk op een eigen regel, zoals naam: waarde",
            "verkeerd-type",
        ),
    ),
    Deed(
        "a picture",
        whole(b"\x89PNG\r\n\x1a\n\0\0"),
        at("1:1", "dit teken is geen UTF-8; sla het bestand op als UTF-8", "codering"),
    ),
    Deed(
        "50 MB",
        lambda file: whole(file.read_bytes() + b"# x\n" * 12_500_000)(file),
        at("1:1", "dit bestand is groter dan 5 MB; zet hier alleen tekst", "onleesbaar-bestand"),
    ),
    Deed(
        "a million values",
        put('["De buurt"]', "[" + "b," * 1_000_000 + "]"),
        at("4:8", "het bestand is te groot om te lezen; verdeel het over meer bestanden"),
    ),
    Deed("a very long line", name("x" * 4_000_000)),
    Deed(
        "a folder by that name",
        as_folder,
        at(
            "1:1",
            "dit is een map met de naam van een bestand; haal de map weg",
            "onleesbaar-bestand",
        ),
    ),
    Deed(
        "a link to itself",
        as_loop,
        at(
            "1:1",
            "dit is een verwijzing naar een ander bestand; zet het bestand zelf hier",
            "onleesbaar-bestand",
        ),
    ),
    Deed(
        "a pipe",
        as_pipe,
        at("1:1", "dit is geen gewoon bestand; haal het weg", "onleesbaar-bestand"),
    ),
    Deed(
        "the extension yaml",
        renamed("buurt.yaml"),
        at(
            "1:1",
            EXTENSION + f"content/parties/buurt.yaml {PARTY}",
            "onbekend-bestand",
            "content/parties/buurt.yaml",
        ),
    ),
    Deed(
        "the extension YML",
        renamed("buurt.YML"),
        at(
            "1:1",
            EXTENSION + f"content/parties/buurt.YML {PARTY}",
            "onbekend-bestand",
            "content/parties/buurt.YML",
        ),
    ),
    Deed(
        "two extensions",
        renamed("buurt.yml.txt"),
        at(
            "1:1",
            EXTENSION + f"content/parties/buurt.yml.txt {PARTY}",
            "onbekend-bestand",
            "content/parties/buurt.yml.txt",
        ),
    ),
    Deed(
        "a single file with another extension",
        renamed("search.yaml"),
        at(
            "1:1",
            EXTENSION + "content/search.yaml content/search.yml",
            "onbekend-bestand",
            "content/search.yaml",
        ),
        "content/search.yml",
    ),
    Deed(
        "a single file in Latin-1",
        encoded("latin-1", "# café\n"),
        at(
            "6:6",
            "dit teken is geen UTF-8; sla het bestand op als UTF-8",
            "codering",
            "content/search.yml",
        ),
        "content/search.yml",
    ),
    Deed(
        "a space in the name of a file",
        lambda file: shutil.copy(file, file.with_name("De buurt.yml")),
        at(
            "1:1",
            f"de bestandsnaam: 'De buurt' {SLUG}",
            "ongeldige-waarde",
            "content/parties/De buurt.yml",
        ),
    ),
)


def done(deed: Deed, folder: Path) -> Path:
    """The small world after the deed."""
    shutil.copytree(WORLD / "content", folder / "content")
    deed.do(folder / deed.path)
    return folder


@pytest.mark.parametrize("deed", DEEDS, ids=[deed.name for deed in DEEDS])
def test_it_is_told_in_its_place_or_read_right(deed: Deed, tmp_path: Path) -> None:
    problems = problems_at(done(deed, tmp_path))
    found = [
        str(problem) for problem in problems if problem.rule not in events.RESOLVED_BY_RECORDING
    ]

    assert found == list(deed.told)


def test_there_are_fifty_and_more() -> None:
    assert len({deed.name for deed in DEEDS}) == len(DEEDS) > 50


def test_every_message_is_dutch_and_on_one_line() -> None:
    for message in (message for deed in DEEDS for message in deed.told):
        assert re.fullmatch(r"content/\S.*:\d+:\d+: .* \[[a-z-]+\]", message), message


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system is asked in its stead: tests may run as root, who may read everything."""
    monkeypatch.setattr(os, "access", lambda path, _: path.name != "buurt.yml")

    found = [str(problem) for problem in problems_at(done(Deed("", Path.exists), tmp_path))]

    message = "dit bestand mag niet worden gelezen; geef er leesrechten op: chmod u+r"
    assert found == [f"{PARTY}:1:1: {message} [onleesbaar-bestand]"]


HEAVY = {
    "bom": "a: &a [x]\n"
    + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairwise("abcdefghijklmnop")),
    "diep": "a: " + "[" * 1_000_000,
    "lang": f"title: '{'x' * 4_900_000}",
    "veel": "a: [" + "{}," * 1_000_000 + "]",
    "groot": "# niets\n" * 6_250_000,
}


def test_what_is_huge_is_told_in_bounded_time_and_memory(project: Path) -> None:
    for slug, text in HEAVY.items():
        (project / f"content/sources/{slug}.yml").write_text(text, encoding="utf-8")

    result = run(project, "check", limit=(60, 1_500_000_000))

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for slug in HEAVY:
        assert f"content/sources/{slug}.yml:" in result.stderr
    assert max(map(len, result.stderr.splitlines())) < 500
