"""What the source does not name, but another source does, has no names of the source."""

from collections.abc import Mapping

import pytest

from generator.dossier.loader import read
from generator.site import files
from tests.conftest import TODAY, problems_in, world_texts

PARTY = "content/parties/provincie.yml"
PROGRESS = "content/progress/regentonnen-elders.yml"


def world_with_a_reporter(fields: str = "") -> dict[str, str]:
    """The small world with a party that only reports on progress."""
    texts = world_texts()
    party = f"name: De provincie\nchanged: 2020-03-01\ngroup: overig\n{fields}"
    progress = texts[PROGRESS].replace("reported_by: [gemeente]", "reported_by: [provincie]")
    return {**texts, PARTY: party, PROGRESS: progress}


def test_a_party_that_only_reports_has_no_names() -> None:
    assert [each.rule for each in problems_in(world_with_a_reporter())] == ["niet-vastgelegd"]


def test_its_names_must_be_those_of_the_source() -> None:
    texts = world_with_a_reporter('names: ["Provincie Waterland"]\n')

    assert [each.rule for each in problems_in(texts)] == ["naam-niet-in-bron"]


def test_a_statement_cannot_mention_it() -> None:
    texts = world_with_a_reporter()
    theme = "content/themes/groen.yml"
    texts[theme] = texts[theme].replace("[gemeente, bewoners]", "[gemeente, bewoners, provincie]")

    (problem,) = problems_in(texts)

    assert problem.rule == "niet-genoemd"
    assert "bij 'provincie' staat geen naam uit de bron" in problem.message


@pytest.mark.parametrize("wrong", ["Komt voor in 0 uitspraken", "legt het niet uit"])
def test_its_page_does_not_say_that_the_source_names_it(
    wrong: str, templates: Mapping[str, str]
) -> None:
    dossier = read(world_with_a_reporter()).dossier
    assert dossier

    page = files.render(dossier, templates, TODAY)["partijen/provincie.md"]

    assert "De documenten noemen dit niet; andere bronnen" in page
    assert wrong not in page
    assert "<dt>In de documenten" not in page
