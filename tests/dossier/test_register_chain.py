"""Each line of the register seals the one before it; no line of a published register changes."""

import hashlib
import json

from generator.dossier import register_chain, register_files
from tests.conftest import world_texts
from tests.support.registers import with_event

FILES = {
    path: text for path, text in world_texts().items() if register_files.is_register_file(path)
}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_each_line_but_the_first_has_the_hash_of_the_line_before_it() -> None:
    for path, text in FILES.items():
        first, *rest = text.removesuffix("\n").split("\n")
        hashes = [json.loads(line)["previous"] for line in rest]
        assert "previous" not in json.loads(first), path
        assert hashes == [sha256(line) for line in [first, *rest][:-1]], path


def test_a_new_event_seals_the_last_line() -> None:
    (path,) = (path for path in FILES if "/WAT-003-" in path)

    text = with_event(world_texts(), "WAT-003", event="redactioneel", note="Nog eens.")[path]

    *_, last, new = text.removesuffix("\n").split("\n")
    assert json.loads(new)["previous"] == sha256(last)


def test_the_head_is_the_hash_of_all_lines_in_the_order_of_the_files() -> None:
    whole = "".join(FILES[path] for path in sorted(FILES))

    register = register_files.parse(FILES)

    assert register_chain.contents(register) == whole
    assert register_chain.head(register) == sha256(whole)


def test_lines_without_a_hash_get_one_and_are_kept() -> None:
    bare = {
        path: "".join(f"{register_chain.without_previous(each)}\n" for each in text.splitlines())
        for path, text in FILES.items()
    }
    assert bare != FILES

    chained = register_chain.add_missing(bare)

    assert {**bare, **chained} == FILES
    assert not [*register_files.missing_lines(bare, FILES)]
    assert [*register_files.missing_lines(FILES, bare)]
