"""Citations of parliamentary papers follow Aanwijzing 3.43 and link to the publication."""

import pytest

from generator.text import parliamentary_papers

BASE = "https://zoek.officielebekendmakingen.nl"


@pytest.mark.parametrize(
    ("cited", "address"),
    [
        ("Kamerstukken II 2020/21, 35420, nr. 131", f"{BASE}/kst-35420-131.html"),
        ("Kamerstukken II 1999/00, 26800, nr. 2", f"{BASE}/kst-26800-2.html"),
        ("Kamerstukken II 2020/21, 35570 XIII, nr. 42", f"{BASE}/kst-35570-XIII-42.html"),
        ("Kamerstukken I 2020/21, 35420, CH", f"{BASE}/kst-35420-CH.html"),
    ],
)
def test_a_citation_links_to_its_publication(cited: str, address: str) -> None:
    pieces = list(parliamentary_papers.segments(f"Zie {cited}, en verder."))

    assert [(piece.text, piece.meaning) for piece in pieces if piece.meaning] == [(cited, address)]
    assert "".join(piece.text for piece in pieces) == f"Zie {cited}, en verder."
    assert list(parliamentary_papers.malformed(f"Zie {cited}.")) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "Kamerstuk 35420 nr. 131",
        "Kamerstukken II 35420, nr. 131",
        "Kamerstukken II 2020/22, 35420, nr. 131",
        "Kamerstukken II 2020/21, 35 420, nr. 131",
        "Kamerstukken II 2020-2021, 35420, nr. 131",
    ],
)
def test_a_malformed_citation_is_reported_in_full(wrong: str) -> None:
    assert list(parliamentary_papers.malformed(f"Zie {wrong}; en verder.")) == [wrong]


def test_the_word_kamerstuk_alone_is_not_a_citation() -> None:
    assert list(parliamentary_papers.malformed("Een Kamerstuk is een stuk van de Kamer.")) == []
