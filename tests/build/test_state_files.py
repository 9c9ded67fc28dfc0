"""What a later build reads is what an earlier one wrote, or as if it were not there."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.build import state_files
from generator.build.build import LAYERS, build
from generator.build.incremental.environment import FINGERPRINT
from generator.build.lock import LOCK
from generator.build.publish import SPARE
from generator.build.render import DOCS
from tests.support.built import built_world
from tests.support.incremental import DAY, EDITS, files, record_changes

Damage = Callable[[bytes], bytes]
DAMAGE: dict[str, Damage] = {
    "empty": lambda _: b"",
    "cut off": lambda content: content[: len(content) // 2],
    "zeros": lambda content: bytes(len(content)),
    "other JSON": lambda _: b'{"other": [1]}',
    "other content": lambda content: content.partition(b"\n")[0] + b"\n[1]",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_as_if_it_were_not_there(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "folder/file.state"
    assert state_files.read(path) is None
    state_files.write_json(path, {"één": [1, None]})
    assert state_files.read_json(path) == {"één": [1, None]}

    path.write_bytes(DAMAGE[damage](path.read_bytes()))

    assert state_files.read(path) is None
    assert state_files.read_json(path) is None


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.state"
    state_files.write(path, b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            state_files.write(path, b"new")

    assert state_files.read(path) == b"old"
    assert [*tmp_path.iterdir()] == [path]


# In a build ---------------------------------------------------------------------------------------

REAL_DAMAGE = ("cut off", "zeros", "other JSON")
PUBLISHED_OR_GIVEN = (*LAYERS, SPARE, DOCS, "build/indexed/0")
"""Folders with what other programs or readers get; everything else in ``build`` is state."""


def state(root: Path) -> list[Path]:
    given = [root / name for name in PUBLISHED_OR_GIVEN]
    return [
        path
        for path in (root / "build").rglob("*")
        if path.is_file()
        and path != root / LOCK
        and not any(path.is_relative_to(folder) for folder in given)
    ]


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = built_world(tmp_path_factory, tmp_path)
    edit_and_build(root, "a name")  # a first build has no note of what is outdated in the spare
    return root


def edit_and_build(root: Path, name: str) -> None:
    EDITS[name](root)
    record_changes(root)
    assert build(root, DAY).problems == ()


def damage_files(paths: Iterable[Path], damage: str) -> None:
    for path in paths:
        path.write_bytes(DAMAGE[damage](path.read_bytes()))


def test_a_build_does_without_the_files_of_the_last(built: Path) -> None:
    fingerprint = built / FINGERPRINT
    assert {path.relative_to(built / "build").parts[0] for path in state(built)} == {
        *("compiled", "docs.state", "fingerprint", "indexed", "pieces"),
        *("spare.state", "static.state", "yaml-cache"),
    }
    for name, damage in zip(("a note", "a commitment", "a name"), REAL_DAMAGE, strict=True):
        damage_files({*state(built)} - {fingerprint}, damage)  # without it none of them is read
        edit_and_build(built, name)
    found = files(built / "site")
    assert build(built, DAY, clean=True).problems == ()
    assert found == files(built / "site")

    damage_files([fingerprint], "cut off")
    edit_and_build(built, "a name")
