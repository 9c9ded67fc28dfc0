"""Content files that were parsed before come from the cache, with the same result."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import check
from generator.build.build import build
from generator.build.check import check_content
from generator.build.incremental import environment
from generator.parsing import content_files, yaml_reader
from generator.parsing.yaml_cache import YamlCache
from tests.conftest import world_texts
from tests.support.built import built_world
from tests.support.frozen import FROZEN
from tests.support.incremental import EDITS, files, record_changes

DAY = dt.date(2020, 6, 1)
ALL = world_texts() | content_files.read_tree(FROZEN, "content").texts
TEXTS = {path: text for path, text in ALL.items() if path.endswith(".yml")}

ParsedPaths = Callable[[], list[str]]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> ParsedPaths:
    """Returns the paths of the files that were parsed as YAML since its last call."""
    paths: list[str] = []
    parse = yaml_reader.parse

    def recording_parse(path: str, text: str) -> yaml_reader.Document:
        if path != "mkdocs.yml":  # parsed for its hooks
            paths.append(path)
        return parse(path, text)

    def take_paths() -> list[str]:
        found = [*paths]
        paths.clear()
        return found

    monkeypatch.setattr(yaml_reader, "parse", recording_parse)
    return take_paths


@pytest.fixture
def built(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, parsed: ParsedPaths) -> Path:
    root = built_world(tmp_path_factory, tmp_path)
    parsed()
    return root


def test_restored_values_equal_parsed_values(parsed: ParsedPaths) -> None:
    first = YamlCache()
    before = {path: first.parse(path, text) for path, text in TEXTS.items()}
    assert parsed() == [*TEXTS]
    second = YamlCache(first.dump())

    assert {path: second.parse(path, text) for path, text in TEXTS.items()} == before
    assert parsed() == []


@pytest.mark.parametrize("text", ["a: [1", "a: 1\na: 2\n", "", "a: !b c\n"])
def test_invalid_yaml_is_not_cached_and_is_reported_again(text: str, parsed: ParsedPaths) -> None:
    first = YamlCache()
    problems = first.parse("a.yml", text).problems
    second = YamlCache(first.dump())

    assert problems
    assert second.parse("b.yml", text).problems == yaml_reader.parse("b.yml", text).problems
    assert parsed() == ["a.yml", "b.yml", "b.yml"]


@pytest.mark.parametrize(
    "value", ["zo: 1", "'é\\u2028 “x” '", '"a\\nb"', "[1, true, null, ~]", "{b: }", '"12"']
)
def test_a_cached_value_equals_the_parsed_value(value: str) -> None:
    text = f"a:\n  {value}\n"
    first = YamlCache()
    document = first.parse("a.yml", text)

    assert YamlCache(first.dump()).parse("a.yml", text) == document
    assert document == yaml_reader.parse("a.yml", text)


def test_only_the_texts_that_were_parsed_are_saved() -> None:
    first = YamlCache()
    for text in ("a: 1\n", "b: 1\n"):
        first.parse("x.yml", text)
    second = YamlCache(first.dump())
    second.parse("x.yml", "b: 1\n")

    assert second.dump().count("\n") == 1


def test_a_file_is_parsed_once_for_a_build_and_its_check(built: Path, parsed: ParsedPaths) -> None:
    EDITS["a note"](built)
    assert check_content(built, DAY).dossier
    assert check_content(built, DAY).dossier, "a check saves nothing"
    record_changes(built)
    parsed()

    assert build(built, DAY).problems == ()
    assert build(built, DAY).problems == ()

    assert parsed() == ["content/themes/groen.yml"]


def test_only_the_edited_file_is_parsed_again(built: Path, parsed: ParsedPaths) -> None:
    EDITS["a note"](built)

    assert check_content(built, DAY).dossier

    assert parsed() == ["content/themes/groen.yml"]


def test_a_check_changes_no_other_file(built: Path) -> None:
    before = files(built)
    EDITS["a note"](built)

    check_content(built, DAY)

    changed = {name for name, content in files(built).items() if content != before.get(name)}
    assert changed == {"content/themes/groen.yml"}


def truncate(root: Path) -> None:
    cache_file = root / check.CACHE
    cache_file.write_text(cache_file.read_text(encoding="utf-8")[:-100], encoding="utf-8")


def truncate_inside_a_character(root: Path) -> None:
    cache_file = root / check.CACHE
    cache_file.write_bytes(cache_file.read_bytes() + "é".encode()[:1])


def written_by_other_code(root: Path) -> None:
    cache_file = root / check.CACHE
    text = cache_file.read_text(encoding="utf-8")
    cache_file.write_text(text.replace(environment.code_fingerprint(), "0" * 64), encoding="utf-8")


@pytest.mark.parametrize("damage", [truncate, truncate_inside_a_character, written_by_other_code])
def test_an_unusable_cache_file_is_ignored(
    damage: Callable[[Path], None], built: Path, parsed: ParsedPaths
) -> None:
    damage(built)

    assert check_content(built, DAY).dossier

    assert len(parsed()) == len([*built.glob("content/**/*.yml")])


def test_a_clean_build_parses_every_file(built: Path, parsed: ParsedPaths) -> None:
    assert build(built, DAY, clean=True).problems == ()

    assert len(parsed()) == len([*built.glob("content/**/*.yml")])


def test_a_site_from_cached_files_equals_a_site_from_scratch(built: Path) -> None:
    EDITS["a name"](built)
    record_changes(built)
    assert build(built, DAY).problems == ()
    from_cache = files(built / "site")
    shutil.rmtree(built / "build")

    assert build(built, DAY).problems == ()

    assert files(built / "site") == from_cache
