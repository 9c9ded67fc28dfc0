"""Looked-up words are cached for each function, and can be restored in another process."""

import json

import pytest

from generator.search import word_cache
from generator.search.word_cache import cached_by_word


@pytest.fixture(autouse=True)
def _empty_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_cache, "RESULTS", {})


def first() -> None:
    """Has a function of its own, called ``find``."""

    @cached_by_word
    def find(word: str) -> str:
        return f"first {word}"

    assert find("boom") == find("boom") == "first boom"


def second() -> None:
    """Has another function of the same name."""

    @cached_by_word
    def find(word: str) -> str:
        return f"second {word}"

    assert find("boom") == "second boom"


def test_two_functions_of_one_name_do_not_share_their_answers() -> None:
    first()
    second()


def test_a_word_is_looked_up_once_and_restored() -> None:
    calls: list[str] = []

    @cached_by_word
    def find(word: str) -> str:
        calls.append(word)
        return word.upper()

    assert [find("a"), find("a"), find("b")] == ["A", "A", "B"]
    assert calls == ["a", "b"]
    saved = json.loads(json.dumps(word_cache.RESULTS))
    word_cache.RESULTS.clear()
    word_cache.restore(saved)
    assert word_cache.size() == 2
