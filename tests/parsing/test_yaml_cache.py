"""Content files that were read before are not read again, and nobody can tell."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import check
from generator.build.build import build
from generator.build.check import check_content
from generator.build.incremental import environment
from generator.dossier import loader
from generator.parsing import yaml_cache, yaml_reader
from tests.conftest import ROOT, world_texts
from tests.support.incremental import EDITS, files, settle, world_project

DAY = dt.date(2020, 6, 1)
REAL = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "content").rglob("*.yml"))
}
TEXTS = {path: text for path, text in (world_texts() | REAL).items() if path.endswith(".yml")}

Read = Callable[[], list[str]]


@pytest.fixture(autouse=True)
def _another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that knows nothing yet."""
    monkeypatch.setattr(yaml_cache, "KNOWN", {})


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """The paths of the files that were read as YAML since this was last asked."""
    paths: list[str] = []
    parse = yaml_reader.parse

    def noting(path: str, text: str) -> yaml_reader.Document:
        if path != "mkdocs.yml":  # read for its hooks
            paths.append(path)
        return parse(path, text)

    def told() -> list[str]:
        found = [*paths]
        paths.clear()
        return found

    monkeypatch.setattr(yaml_reader, "parse", noting)
    return told


def forget() -> None:
    """As if the process had ended: what it knew by heart is gone as well."""
    yaml_cache.KNOWN.clear()
    loader._load.cache_clear()  # noqa: SLF001  (as a process that ends does)


@pytest.fixture
def built(tmp_path: Path, read: Read) -> Path:
    forget()
    root = world_project(tmp_path)
    assert build(root, DAY).problems == ()
    read()
    forget()
    return root


def test_what_is_brought_back_is_what_was_read(read: Read) -> None:
    before = {path: yaml_cache.parse(path, text) for path, text in TEXTS.items()}
    rendered = yaml_cache.render(TEXTS.values())
    assert read() == [*TEXTS]
    yaml_cache.KNOWN.clear()
    yaml_cache.bring_back(rendered)

    assert {path: yaml_cache.parse(path, text) for path, text in TEXTS.items()} == before
    assert read() == []


@pytest.mark.parametrize("text", ["a: [1", "a: 1\na: 2\n", "", "a: !b c\n"])
def test_what_is_wrong_is_read_again_and_told_again(text: str, read: Read) -> None:
    first = yaml_cache.parse("a.yml", text)
    yaml_cache.bring_back(yaml_cache.render([text]))

    assert first.problems
    assert yaml_cache.parse("b.yml", text).problems == yaml_reader.parse("b.yml", text).problems
    assert read() == ["a.yml", "b.yml", "b.yml"]


@pytest.mark.parametrize(
    "value", ["zo: 1", "'é\\u2028 “x” '", '"a\\nb"', "[1, true, null, ~]", "{b: }", '"12"']
)
def test_a_value_comes_back_as_it_was(value: str) -> None:
    text = f"a:\n  {value}\n"
    first = yaml_cache.parse("a.yml", text)
    rendered = yaml_cache.render([text])
    yaml_cache.KNOWN.clear()
    yaml_cache.bring_back(rendered)

    assert yaml_cache.parse("a.yml", text) == first == yaml_reader.parse("a.yml", text)


def test_only_the_texts_that_are_asked_for_are_rendered() -> None:
    for text in ("a: 1\n", "b: 1\n"):
        yaml_cache.parse("x.yml", text)

    assert yaml_cache.render(["a: 1\n", "c: 1\n"]).count("\n") == 1


def test_only_what_was_edited_is_read_again(built: Path, read: Read) -> None:
    EDITS["a note"](built)

    assert check_content(built).dossier

    assert read() == ["content/themes/groen.yml"]


def test_a_check_leaves_everything_as_it_is(built: Path) -> None:
    before = files(built)
    EDITS["a note"](built)

    check_content(built)

    changed = {name for name, content in files(built).items() if content != before.get(name)}
    assert changed == {"content/themes/groen.yml"}


def cut_short(root: Path) -> None:
    kept = root / check.PARSED
    kept.write_text(kept.read_text(encoding="utf-8")[:-100], encoding="utf-8")


def cut_within_a_letter(root: Path) -> None:
    kept = root / check.PARSED
    kept.write_bytes(kept.read_bytes() + "é".encode()[:1])


def by_other_code(root: Path) -> None:
    kept = root / check.PARSED
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace(environment.mark_of_code(), "0" * 64), encoding="utf-8")


@pytest.mark.parametrize("spoil", [cut_short, cut_within_a_letter, by_other_code])
def test_what_is_not_to_be_relied_on_is_read_again(
    spoil: Callable[[Path], None], built: Path, read: Read
) -> None:
    spoil(built)

    assert check_content(built).dossier

    assert len(read()) == len([*built.glob("content/**/*.yml")])


def test_clean_reads_everything_again(built: Path, read: Read) -> None:
    assert build(built, DAY, clean=True).problems == ()

    assert len(read()) == len([*built.glob("content/**/*.yml")])


def test_a_site_is_made_of_what_stands_in_the_files_now(built: Path) -> None:
    EDITS["a name"](built)
    settle(built)
    forget()
    assert build(built, DAY).problems == ()
    made = files(built / "site")
    shutil.rmtree(built / "build")
    forget()

    assert build(built, DAY).problems == ()

    assert files(built / "site") == made
