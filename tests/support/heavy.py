"""The worst files that fit within the limits on size, each with the path where it is put.

The names say what is unusual; the sizes are those at which a mistake in the code, such as a
quadratic loop, takes minutes or gigabytes.
"""

import itertools
import string
from collections.abc import Callable, Mapping

from generator.parsing.content_files import MAX_BYTES, MAX_LINES

REGISTER = "content/register/WAT-014-8f1f81fb.jsonl"
PARTY = "content/parties/gemeente.yml"
PAGE = "content/pages/over.yml"
THEME = "content/themes/groen.yml"
SOURCE = "content/sources/notulen.txt"

_PARTY = "name: De gemeente\nchanged: 2020-02-03\ngroup: overheid\nnames: [{}]\n"
_PAGE = "title: Over\nchanged: 2020-02-03\n"
_EVENT = (
    '{{"id": "{}", "event": "nieuw", "date": "2020-02-03", "fingerprint": "' + "0" * 64 + '", '
    '"text": "x", "place": "/"}}\n'
)


def _filled(piece: str, limit: int = MAX_BYTES - 1000) -> str:
    return piece * (limit // len(piece.encode()))


def _numbered(form: str, limit: int = MAX_BYTES - 1000, most: int = 10**9) -> str:
    """Copies of a text with a number in it, up to a size in bytes."""
    size, found = 0, list[str]()
    for number in itertools.count():
        piece = form.format(number, number, number)
        size += len(piece)
        if size > limit or number >= most:
            return "".join(found)
        found.append(piece)
    raise AssertionError


def _names() -> str:
    words = map("".join, itertools.product(string.ascii_lowercase, repeat=4))
    return _PARTY.format(", ".join(itertools.islice(words, 90_000)))


def _sections(form: str, most: int) -> str:
    return _PAGE + "sections:\n" + _numbered(form, most=most)


def _fields_on_a_line() -> str:
    return "{" + ", ".join(f'"a{at}": 1' for at in range(7_000)) + "}\n"


def _statements() -> str:
    head = (
        "title: Groen\nchanged: 2020-02-03\nsource: notulen\nnumber: 1\nnumbering: x\nnames: [x]\n"
    )
    return (
        head
        + "statements:\n"
        + _numbered(
            "  - {{id: WAT-{:03d}, line: 1, text: x{}, kind: kop, under: ABC-{:05d}}}\n", most=9_000
        )
    )


HEAVY: Mapping[str, tuple[str, Callable[[], str | bytes]]] = {
    "one word": (PARTY, lambda: "name: " + _filled("x")),
    "one word in a list of names": (PARTY, lambda: _PARTY.format(_filled("x", 4_000_000))),
    "brackets": (PARTY, lambda: _filled("[")),
    "braces": (PARTY, lambda: _filled("{")),
    "a list of lists": (PARTY, lambda: "a: [" + _filled("[],", 4_900_000) + "]"),
    "a list of empty values": (PARTY, lambda: "a:\n" + _filled("-\n", 2 * MAX_LINES - 10)),
    "short fields": (PARTY, lambda: _numbered("a{}: b\n", most=MAX_LINES // 2 - 10)),
    "short fields on one line": (PARTY, lambda: "a: {" + _numbered("a{}: b,") + "}"),
    "unknown fields with records": (PAGE, lambda: _numbered("a{}: {{slug: b{}, id: c}}\n")),
    "sections without fields": (PAGE, lambda: _PAGE + "sections: [" + _filled("{},") + "]"),
    "sections with a slug alone": (PAGE, lambda: _sections("  - slug: a{}\n", 33_000)),
    "sections with a wrong field": (
        PAGE,
        lambda: _sections("  - {{slug: a{}, heading: b, text: c, line: ja}}\n", 11_000),
    ),
    "names": (PARTY, _names),
    "statements under unknown ones": (THEME, _statements),
    "unknown references": (
        PARTY,
        lambda: _PARTY.format("x") + "sources: [" + _numbered("a{}, ", most=90_000) + "]",
    ),
    "unclosed quotes": (PARTY, lambda: _filled('a: "\n', 5 * MAX_LINES - 100)),
    "dashes": (PARTY, lambda: _filled("- ")),
    "colons": (PARTY, lambda: "a: " + _filled(": ")),
    "unseen characters": (PARTY, lambda: "a: " + _filled("\u202e")),
    "accents that are not composed": (PARTY, lambda: "name: a" + _filled("\u0301\u0323")),
    "escaped accents in a key": (PARTY, lambda: '? "a' + _filled(r"\u0301\u0323") + '"\n: b\n'),
    "escapes": (PARTY, lambda: 'name: "' + _filled(r"\u0061") + '"'),
    "tags": (PARTY, lambda: _filled("!a ")),
    "comments": (PARTY, lambda: _filled("#" * 49 + "\n")),
    "bytes that are no text": (PARTY, lambda: b"\xff" * (MAX_BYTES - 10)),
    "half a character at the end": (PARTY, lambda: b"a: " + b"x\n" * (MAX_LINES - 1) + b"\xc3"),
    "carriage returns": (PARTY, lambda: _filled("\r", MAX_LINES)),
    "more lines than allowed": (PARTY, lambda: _filled("\n")),
    "links that do not end": (
        PARTY,
        lambda: _PARTY.format("x") + "what: '" + _filled("[a](", 19_900) + "'",
    ),
    "lines of a source without a quote": (SOURCE, lambda: _filled("x\n", 2 * MAX_LINES)),
    "empty lines of a source": (SOURCE, lambda: _filled("\n", MAX_LINES)),
    "dashes of a source": (SOURCE, lambda: _filled(" - \n", 4 * MAX_LINES)),
    "a long line of a source": (SOURCE, lambda: _filled("abcdefghi ")),
    "unseen characters of a source": (SOURCE, lambda: _filled("\u202e")),
    "accents of a source": (SOURCE, lambda: "a" + _filled("\u0301\u0323")),
    "wrong lines": (REGISTER, lambda: _filled("x\n", 2 * MAX_LINES)),
    "wrong events": (REGISTER, lambda: _filled("{}\n", 3 * MAX_LINES)),
    "events of nothing": (
        REGISTER,
        lambda: _numbered(_EVENT.replace('"{}"', '"x-{}"')),
    ),
    "events of one thing": (
        REGISTER,
        lambda: _filled(_EVENT.format("groen").replace("nieuw", "verplaatst")),
    ),
    "a long number": (REGISTER, lambda: '{"id": ' + "1" * 5000 + "}\n"),
    "nested lists": (REGISTER, lambda: "[" * 100_000 + "]" * 100_000 + "\n"),
    "lists that are not closed": (REGISTER, lambda: "[" * 99_000 + "\n"),
    "nested fields": (REGISTER, lambda: _filled('{"a":', 50_000) + "\n"),
    "half a pair": (REGISTER, lambda: '{"id": "\\ud800"}\n'),
    "one long line": (REGISTER, lambda: _filled("x") + "\n"),
    "many fields on a line": (REGISTER, lambda: _fields_on_a_line() * 100),
    "accents on a line": (REGISTER, lambda: '{"id": "' + _filled("\u0301\u0323", 90_000) + '"}\n'),
}

QUICK = frozenset(
    {
        "one word",
        "brackets",
        "short fields",
        "sections with a slug alone",
        "names",
        "statements under unknown ones",
        "accents that are not composed",
        "unseen characters of a source",
        "wrong lines",
        "events of one thing",
        "a long number",
        "lists that are not closed",
        "half a pair",
        "many fields on a line",
    }
)
"""The cases that every run of the tests has; the others take a minute more."""
