"""Who points to whom, read off the files of the small world by hand."""

import pytest

from generator.dossier.backlinks import Backlinks
from generator.dossier.dossier import Dossier
from generator.model import Mentionable, Progress, Record, Statement
from generator.model.record import FILE_NAME


@pytest.mark.parametrize(
    ("slug", "naming", "commitments"),
    [
        ("gemeente", ["WAT-003", "WAT-007"], ["WAT-007"]),
        ("bewoners", ["WAT-007", "WAT-008"], ["WAT-007", "WAT-008"]),
        ("buurt", ["WAT-004"], []),
        ("buurtoverleg", ["WAT-010"], ["WAT-010"]),
        ("startteam", ["WAT-011"], []),
        ("regenton", ["WAT-008"], ["WAT-008"]),
        ("waterplan", ["WAT-003"], []),
        ("water", ["WAT-001"], []),
        ("groen", [], []),
    ],
)
def test_statements_that_name_a_record(
    slug: str, naming: list[str], commitments: list[str], world: Dossier
) -> None:
    record: Mentionable = world.record[slug]  # type: ignore[assignment]  # each of these is one

    assert [each.id for each in world.backlinks.naming(record)] == naming
    assert [each.id for each in world.backlinks.commitments_naming(record)] == commitments


@pytest.mark.parametrize(
    ("question", "name", "answers"),
    [
        ("under", "WAT-007", ["WAT-008"]),
        ("under", "WAT-008", []),
        ("related_from", "WAT-004", ["WAT-007"]),
        ("related_from", "WAT-008", ["WAT-004"]),
        ("related_from", "WAT-007", []),
        ("points_about", "WAT-004", ["uitleg"]),
        ("points_about", "WAT-003", []),
        ("milestones_of", "WAT-003", ["de-vraag-om-een-plan"]),
        ("milestones_of", "WAT-010", ["het-overleg"]),
        ("milestones_of", "WAT-001", []),
        ("progress_of", "WAT-007", ["eerste-boom"]),
        ("progress_of", "WAT-010", []),
        ("deadlines_of", "WAT-010", ["elke-maand"]),
        ("deadlines_of", "WAT-007", []),
    ],
)
def test_records_about_a_statement(
    question: str, name: str, answers: list[str], world: Dossier
) -> None:
    found = getattr(world.backlinks, question)(world.statement[name])

    assert [called(each) for each in found] == answers


def called(record: Record) -> str:
    """A statement has a number, and all else a slug."""
    return str(getattr(record, "id", None) or getattr(record, "slug", None))


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("krant", {"aanloop", "terms", "progress", "deadlines", "gemeente", "regenton"}),
        ("waterplan", {"aanloop"}),
        ("uitleg", {"aanloop"}),
        ("terms", {"over"}),
        ("WAT-003", {"timeline", "deadlines"}),
        ("WAT-011", {"startteam", "follow-up", "bewonersbrief-tekst"}),
        ("steen", set()),
    ],
)
def test_files_that_point_to_a_name(name: str, files: set[str], world: Dossier) -> None:
    """A link in a text counts, and so does a name in a list."""
    assert {file.slug for file in world.backlinks.pointing_to(name)} == files


def fact(slug: str, date: str, status: str | None) -> Progress:
    fields = {
        FILE_NAME: slug,
        "changed": "2020-04-06",
        "date": date,
        "statements": ["WAT-001"],
        "what": "Iets.",
    }
    return Progress.model_validate({**fields, "sources": ["krant"], "status": status})


@pytest.mark.parametrize(
    ("facts", "order", "decided_by"),
    [
        ([], [], None),
        ([("a", "2020", None)], ["a"], None),
        ([("a", "2020", "in-uitvoering")], ["a"], "a"),
        ([("a", "2020", "in-uitvoering"), ("b", "2021", "uitgevoerd")], ["a", "b"], "b"),
        ([("b", "2021", "uitgevoerd"), ("a", "2020", "in-uitvoering")], ["a", "b"], "b"),
        ([("a", "2020", "uitgevoerd"), ("b", "2021", None)], ["a", "b"], "a"),
        ([("a", "2020-12", "uitgevoerd"), ("b", "2020-02-01", None)], ["b", "a"], "a"),
    ],
)
def test_the_latest_fact_with_a_status_decides(
    facts: list[tuple[str, str, str | None]], order: list[str], decided_by: str | None
) -> None:
    statement = Statement.model_validate(
        {"id": "WAT-001", "line": 1, "kind": "punt", "text": "Een zin."}
    )
    items = tuple(fact(*each) for each in facts)
    backlinks = Backlinks((statement,), (), (), items, (), ())

    deciding = backlinks.status_of(statement)

    assert [each.slug for each in backlinks.progress_of(statement)] == order
    assert (deciding.slug if deciding else None) == decided_by
