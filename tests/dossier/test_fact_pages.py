"""A fact stays on the page on which it was published; a new one goes to the last page."""

import pytest

from generator.dossier import page_numbers
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from tests.conftest import dossier_of, world_texts
from tests.support.registers import register_path

FACT = "content/progress/eerste-boom.yml"


def with_new_fact(name: str) -> Dossier:
    """The small world, which has two facts, with a third that is not recorded yet."""
    texts = world_texts()
    dossier = read({**texts, f"content/progress/{name}.yml": f"{texts[FACT]}# nieuw\n"}).dossier
    assert dossier
    return dossier


@pytest.mark.parametrize("name", ["aap", "zebra"])
@pytest.mark.parametrize(
    ("limit", "page"),
    [(3, "voortgang.md"), (2, "voortgang/pagina-2.md"), (1, "voortgang/pagina-3.md")],
)
def test_a_new_fact_is_counted_after_the_recorded_ones(
    monkeypatch: pytest.MonkeyPatch, name: str, limit: int, page: str
) -> None:
    monkeypatch.setattr(page_numbers, "FACTS", limit)

    pages = with_new_fact(name).fact_pages

    assert pages[name] == page
    assert pages["eerste-boom"] == pages["regentonnen-elders"] == "voortgang.md"


def test_a_fact_stays_on_the_page_that_was_recorded() -> None:
    texts = world_texts()
    path = register_path(texts, "eerste-boom")
    texts[path] = texts[path].replace("/voortgang/#", "/voortgang/pagina-2/#")

    pages = dossier_of(texts).fact_pages

    assert pages["eerste-boom"] == "voortgang/pagina-2.md"
    assert pages["regentonnen-elders"] == "voortgang.md"
