"""Schemas match the model and the content, are in Dutch, and work in independent programs."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from generator.build import folders
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import FOLDERS, SINGLE_FILES
from generator.editing import reference, schema
from generator.model import Entry, File, Named, Record, Reviewable, Stored
from generator.parsing import content_files
from tests.conftest import ROOT, WORLD, problems_in, world_texts
from tests.support.command_line import run
from tests.support.frozen import FROZEN
from tests.support.mistakes import with_mistake
from tests.support.models import all_models

NAMES = schema.NAMES
"""The one schema that depends on the content: each build writes it, and it is not stored."""
SCHEMAS = {
    path: text
    for path, text in content_files.read_tree(ROOT, schema.FOLDER).texts.items()
    if path != NAMES
}
KINDS = sorted(schema.GLOBS)
CONTENT = [
    path for path in content_files.read_tree(FROZEN, "content").texts if path.endswith(".yml")
]


def validate(*arguments: str) -> tuple[int, str]:
    """The exit code and output of an independent validator; exit code 0 means valid."""
    result = CliRunner().invoke(check_jsonschema, arguments)
    return result.exit_code, result.output


@pytest.fixture(scope="session")
def schemas_of(
    world: Dossier, frozen: Dossier, tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Path]:
    """A folder with the schemas of each of the two test dossiers."""
    found = {WORLD: tmp_path_factory.mktemp("world"), FROZEN: tmp_path_factory.mktemp("frozen")}
    folders.write(found[WORLD], schema.render(world))
    folders.write(found[FROZEN], schema.render(frozen))
    return found


@pytest.fixture(scope="session")
def world_schemas(schemas_of: dict[Path, Path]) -> Path:
    return schemas_of[WORLD]


def test_the_schemas_match_the_model(frozen: Dossier) -> None:
    expected = schema.render(frozen)

    assert SCHEMAS.keys() == expected.keys() - {NAMES}
    assert len(SCHEMAS) == len(SINGLE_FILES) + len(FOLDERS) + len(["report"])
    for path, text in SCHEMAS.items():
        assert text == expected[path], f"{path}: to update it: {schema.COMMAND}"


def test_the_schemas_are_valid_json_schemas() -> None:
    assert validate("--check-metaschema", *(str(ROOT / path) for path in SCHEMAS))[0] == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dossier", [WORLD, FROZEN], ids=["world", "frozen"])
def test_an_independent_validator_accepts_valid_content(
    kind: str, dossier: Path, schemas_of: dict[Path, Path]
) -> None:
    files = [str(path) for path in dossier.glob(schema.GLOBS[kind])]
    schema_file = schemas_of[dossier] / f"schema/{kind}.json"

    assert files
    assert validate("--schemafile", str(schema_file), *files)[0] == 0


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/parties/buurt.yml", "group: overig", "group: overige"),
        ("content/parties/buurt.yml", "group: overig", "gruop: overig"),  # codespell:ignore gruop
        ("content/parties/buurt.yml", "group: overig\n", ""),
        ("content/parties/buurt.yml", "name: De buurt", "name: 12"),
        ("content/parties/buurt.yml", "name: De buurt", 'name: ""'),
        ("content/parties/buurt.yml", 'names: ["De buurt"]', "names: []"),
        ("content/parties/buurt.yml", "group: overig", "group: overig\nlabel:"),
        ("content/parties/bewoners.yml", "part_of: buurt", "part_of: burt"),
        ("content/timeline/het-overleg.yml", "[WAT-010]", "[WAT-100]"),
        ("content/themes/groen.yml", "line: 8", 'line: "8"'),
        ("content/dossier.yml", "  titel: {", "  Titel: {"),
        ("content/dossier.yml", "role: title", "role: titel"),
    ],
)
def test_the_schema_rejects_what_check_rejects(
    path: str, old: str, new: str, world_schemas: Path, tmp_path: Path
) -> None:
    text = world_texts()[path]
    assert text.count(old) == 1
    edited = text.replace(old, new)
    file = tmp_path / "edited.yml"
    file.write_text(edited, encoding="utf-8")
    kind = path.split("/")[1].removesuffix(".yml")

    assert problems_in({**world_texts(), path: edited})
    assert validate("--schemafile", str(world_schemas / f"schema/{kind}.json"), str(file))[0] == 1


def test_the_schema_of_names_lists_the_names_in_the_content(world: Dossier) -> None:
    names = json.loads(schema.render(world)["schema/names.json"])["$defs"]

    assert names["party"]["enum"] == ["bewoners", "buurt", "gemeente"]
    assert names["group"]["enum"] == ["overheid", "overig"]
    assert names["theme"]["enum"] == ["groen", "water"]
    assert names["statement"]["enum"][0] == "WAT-001"
    assert len(names["statement"]["enum"]) == len(world.statements)


def properties(part: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  (any part of a schema)
    """Every field that a schema describes."""
    if isinstance(part, dict):
        yield from part.get("properties", {}).values()
        for inner in part.values():
            yield from properties(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_hover_text_and_no_generated_title(kind: str) -> None:
    fields = list(properties(json.loads(SCHEMAS[f"schema/{kind}.json"])))

    assert fields
    for field in fields:
        assert field["description"].endswith(".")
        assert "title" not in field


BASES = {Record, Stored, Reviewable, Entry, File, Named}
TITLES = {
    model: model.model_config.get("title")
    for model in all_models() - BASES
    if model.__module__.startswith("generator.model")
}


def test_every_model_is_named_in_dutch_as_the_guide_names_it() -> None:
    guide = (ROOT / reference.FIELDS).read_text(encoding="utf-8")
    headings = " ".join(line for line in guide.splitlines() if line.startswith("### ")).casefold()

    assert len(set(TITLES.values())) == len(TITLES) > 20
    for title in TITLES.values():
        assert str(title).casefold() in headings


def test_no_docstring_for_maintainers_is_shown_to_editors() -> None:
    docstrings = {str(model.__doc__).splitlines()[0] for model in all_models() if model.__doc__}
    shown = "".join(text for path, text in SCHEMAS.items() if path != "schema/report.json")

    assert len(docstrings) > 10
    assert [each for each in docstrings if each in shown] == []


@pytest.mark.parametrize("path", CONTENT)
def test_a_content_file_begins_with_its_schema(path: str) -> None:
    first, _ = (FROZEN / path).read_text(encoding="utf-8").split("\n", 1)

    assert first == schema.modeline(path)
    relative = first.removeprefix("# yaml-language-server: $schema=")
    found = (ROOT / path).parent.joinpath(relative).resolve()
    assert found.is_relative_to(ROOT / schema.FOLDER)
    assert found.is_file()


def test_vs_code_is_configured() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))

    expected = {f"./schema/{kind}.json": glob for kind, glob in schema.GLOBS.items()}
    assert settings["yaml.schemas"] == expected
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def _replace(path: Path, old: str, new: str) -> int:
    """Replace the first occurrence of a text in a file; returns its line."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_stale_schema_is_reported_with_the_command_that_updates_it(project: Path) -> None:
    parties = project / "schema/parties.json"
    line = _replace(parties, '"type": "string"', '"type": "text"')
    (project / "schema/deadlines.json").unlink()
    (project / "schema/stray.json").write_text("{}")

    stale = run(project, "check")
    updated = run(project, "schema")

    message = "dit schema is verouderd; werk het bij met: python site_build.py schema"
    heads = [head for head in stale.stderr.splitlines() if head.startswith("schema/")]
    assert heads == [
        f"schema/deadlines.json:1:1: {message} [verouderd-schema]",
        f"schema/parties.json:{line}:1: {message} [verouderd-schema]",
        f"schema/stray.json:1:1: {message} [verouderd-schema]",
    ]
    assert (stale.returncode, updated.returncode) == (1, 0)
    assert run(project, "check").returncode == 0
    assert not (project / "schema/stray.json").exists()


def test_schemas_are_not_written_for_invalid_content(project: Path) -> None:
    shutil.rmtree(with_mistake(project) / "schema")

    assert "verouderd-schema" not in run(project, "check").stderr
    assert run(project, "schema").returncode == 1
    assert not (project / "schema").exists()


def test_recording_updates_the_schema_of_names(project: Path) -> None:
    party = (project / "content/parties/ezk.yml").read_text(encoding="utf-8")
    new = party.replace('names: ["EZK"]', 'names: ["TK"]').replace("EZK", "XYZ")
    new = new.replace("name: ", "name: Ander ", 1)
    (project / "content/parties/xyz.yml").write_text(new, encoding="utf-8")

    assert run(project, "record").returncode == 0
    assert '"xyz"' in (project / "schema/names.json").read_text(encoding="utf-8")


def test_schema_check_reports_stale_schemas_and_writes_nothing(project: Path) -> None:
    assert run(project, "schema", "--check").returncode == 0
    parties = project / "schema/parties.json"
    _replace(parties, '"type": "string"', '"type": "text"')
    stale = parties.read_text(encoding="utf-8")

    result = run(project, "schema", "--check")

    assert result.returncode == 1
    assert "schema/parties.json" in result.stderr
    assert parties.read_text(encoding="utf-8") == stale


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: _replace(path, '"ezk"', '"ez"')])
def test_the_schema_of_names_is_not_judged(project: Path, spoil: Callable[[Path], object]) -> None:
    spoil(project / NAMES)

    for command in (("check",), ("schema", "--check")):
        result = run(project, *command)
        assert (result.returncode, result.stderr) == (0, "")


def test_renaming_updates_the_schema_of_names(project: Path) -> None:
    assert run(project, "rename", "ezk", "ez").returncode == 0

    assert '"ez"' in (project / "schema/names.json").read_text(encoding="utf-8")
    assert run(project, "schema", "--check").returncode == 0


def test_the_json_report_of_check_is_valid_under_its_schema(project: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.out.json"
    for output in (
        run(project, "check", "--format", "json"),
        run(with_mistake(project), "check", "--format", "json"),
    ):
        report.write_text(output.stdout, encoding="utf-8")
        assert validate("--schemafile", str(ROOT / "schema/report.json"), str(report))[0] == 0

    report.write_text('{"version": 1, "problems": [{}]}', encoding="utf-8")
    assert validate("--schemafile", str(ROOT / "schema/report.json"), str(report))[0] == 1
