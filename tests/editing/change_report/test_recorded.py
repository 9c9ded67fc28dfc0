"""What the register lost is reported, and what still has to be recorded."""

from generator.dossier.register_files import is_register_file
from tests.support.change_reports import lines_of, side, texts_of_world
from tests.support.registers import register_path, with_event

HULP = register_path(texts_of_world(), "hulp")


def report_of(texts: dict[str, str]) -> dict[str, list[str]]:
    """The lines of the report of other content by heading."""
    return lines_of(side(texts_of_world(), {}), side(texts, {}))


def without(*paths: str) -> dict[str, str]:
    """The small dossier without some files."""
    return {path: text for path, text in texts_of_world().items() if path not in paths}


def test_lines_that_are_gone_are_reported() -> None:
    assert report_of(without(HULP)) == {
        "Register": [
            "1 regel ontbreekt, van ‘hulp’; zet terug wat er stond",
            "nog niet vastgelegd: ‘hulp’",
        ]
    }


def test_only_the_lines_that_are_gone_are_counted() -> None:
    event = {"event": "redactioneel", "date": "2020-05-01", "note": "Netter."}
    before = with_event(texts_of_world(), "hulp", **event)
    after = with_event(texts_of_world(), "hulp", **{**event, "note": "Korter."})

    found = lines_of(side(before, {}), side(after, {}))

    assert found == {"Register": ["1 regel ontbreekt, van ‘hulp’; zet terug wat er stond"]}


def test_an_item_that_is_gone_with_its_lines_as_after_a_revert_is_reported() -> None:
    found = report_of(without(HULP, "content/terms/hulp.yml"))

    assert found["Begrippen en afkortingen"] == ["begrip weg: <del>hulp</del>"]
    assert found["Register"] == ["1 regel ontbreekt, van ‘hulp’; zet terug wat er stond"]


def test_all_lines_that_are_gone_are_reported_in_one_line() -> None:
    register = {path: text for path, text in texts_of_world().items() if is_register_file(path)}

    first, missing = report_of(without(*register))["Register"]

    count = sum(len(text.splitlines()) for text in register.values())
    assert first.startswith(f"{count} regels ontbreken, van ‘WAT-001’, ‘WAT-002’")
    assert missing.startswith("nog niet vastgelegd: ‘WAT-001’")


def test_an_event_of_something_that_did_not_change_is_reported() -> None:
    event = {"event": "redactioneel", "date": "2020-06-01", "note": "Netter."}

    found = report_of(with_event(texts_of_world(), "hulp", **event))

    assert found == {"Register": ["‘hulp’ (tekst verduidelijkt: Netter.)"]}
