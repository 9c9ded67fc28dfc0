"""What two documents share is no mistake, and what is the same but for its marks is the same."""

import pytest

from generator.checks.runner import warnings
from generator.dossier.loader import read
from tests.conftest import TODAY, problems_in, world_texts

CHAPTER = "content/chapters/bewonersbrief-tekst.yml"
TEXT = "content/sources/bewonersbrief.txt"
SENTENCE = "Het startteam was tijdelijk!"


def with_sentence(words: str) -> dict[str, str]:
    texts = world_texts()
    for path in (CHAPTER, TEXT):
        assert texts[path].count(SENTENCE) == 1
    chapter = texts[CHAPTER].replace(f"text: {SENTENCE}", f'text: "{words}"')
    return {**texts, CHAPTER: chapter, TEXT: texts[TEXT].replace(SENTENCE, words)}


def test_the_same_sentence_in_two_documents_is_no_warning() -> None:
    dossier = read(with_sentence("Het Startteam was tijdelijk.")).dossier
    assert dossier

    assert warnings(dossier, TODAY) == ()


@pytest.mark.parametrize(
    ("words", "is_same"),
    [
        ("het  start-team wás tijdelijk", False),
        ("het  start-team was TIJDELIJK", True),
        ("‘Het startteam’ was: tijdelijk…", True),
        ("Het startteam was + tijdelijk", False),
        ("Het startteam was 2 tijdelijk", False),
    ],
)
def test_case_spaces_and_punctuation_do_not_count(words: str, is_same: bool) -> None:
    rules = {each.rule for each in problems_in(with_sentence(words))}

    assert ("vergeleken-woorden" not in rules) == is_same
