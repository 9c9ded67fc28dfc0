"""Files of other programs are passed over with one notice; misnamed records get advice."""

from pathlib import Path, PurePosixPath

import pytest

from generator.build.check import check_content
from generator.parsing import content_files
from generator.parsing.leftovers import is_hidden, is_leftover
from tests.checks.test_mistakes import messages, world_project
from tests.conftest import TODAY, WORLD
from tests.support.frozen import write_project

LEFTOVERS = [
    "groen.yml.orig",
    "groen.yml.rej",
    "groen.yml.bak",
    "groen.yml.BAK",
    "groen.bak",
    "groen.yml~",
    "#groen.yml#",
    "groen.yml.swp",
    "groen.tmp",
    "groen.yml.tmp",
    "groen.yml.part",
    "~$groen.yml",
    "~$notulen.docx",
    "groen_BASE_4711.yml",
    "groen_REMOTE_4711.yml",
    "Thumbs.db",
    "desktop.ini",
    "__MACOSX/groen.yml",
]
HIDDEN = [".gitkeep", ".keep", ".DS_Store", ".groen.yml.swp", ".#groen.yml", ".idea/groen.yml"]
WORK_OF_EDITORS = ["groen.yml", "groen (1).yml", "groen - kopie.yml", "notulen.txt", "bak.yml"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the small world."""
    write_project(tmp_path, WORLD)
    return tmp_path


def add(project: Path, folder: str, name: str) -> str:
    path = project / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xff\xfe: no text [")
    return path.relative_to(project).as_posix()


@pytest.mark.parametrize("folder", ["content", "content/themes", "content/sources"])
@pytest.mark.parametrize("name", LEFTOVERS)
def test_a_leftover_is_passed_over_with_a_notice(name: str, folder: str, project: Path) -> None:
    path = add(project, folder, name)

    checked = check_content(project, TODAY)

    assert checked.problems == ()
    assert [str(each) for each in checked.notices] == [
        f"{path}:1:1: dit bestand van een ander programma is overgeslagen [overgeslagen-bestand]"
    ]


@pytest.mark.parametrize("name", HIDDEN)
def test_a_hidden_file_is_passed_over_in_silence(name: str, project: Path) -> None:
    add(project, "content/themes", name)

    checked = check_content(project, TODAY)

    assert (checked.problems, checked.notices) == ((), ())


def test_many_leftovers_give_one_notice(project: Path) -> None:
    paths = sorted(add(project, "content/themes", name) for name in LEFTOVERS[:5])

    (notice,) = check_content(project, TODAY).notices

    names = ", ".join(paths)
    message = f"5 bestanden van andere programma’s zijn overgeslagen: {names}"
    assert str(notice) == f"{paths[0]}:1:1: {message} [overgeslagen-bestand]"


@pytest.mark.parametrize("name", WORK_OF_EDITORS)
def test_what_an_editor_may_have_written_is_read(name: str) -> None:
    assert not is_leftover(PurePosixPath(name))
    assert not is_hidden(PurePosixPath(name))


@pytest.mark.parametrize("name", LEFTOVERS)
def test_a_leftover_at_another_revision_is_passed_over(name: str) -> None:
    assert content_files.decode_files({f"content/themes/{name}": b"\xff"}) == content_files.Tree()


@pytest.mark.parametrize("name", LEFTOVERS)
def test_a_leftover_among_the_templates_is_not_a_template(name: str, project: Path) -> None:
    add(project, "templates/pages", name)

    texts = content_files.read_tree(project / "templates", ".").texts

    assert f"pages/{name}" not in texts


# Misnamed records ---------------------------------------------------------------------------------


def advice(path: str) -> str:
    """What the only message about an added file says after that it does not belong there."""
    (message,) = messages({**world_project(), path: "name: De buurt"})
    return message.partition("dit bestand hoort hier niet")[2]


@pytest.mark.parametrize("extension", [".yaml", ".YML", ".Yaml", ".yml.txt", ".yaml.txt"])
def test_a_record_with_a_wrong_extension_can_be_renamed(extension: str) -> None:
    path = f"content/parties/nieuw{extension}"

    expected = f"; de extensie moet .yml zijn: git mv {path} content/parties/nieuw.yml "
    assert advice(path) == f"{expected}[onbekend-bestand]"


def test_a_name_with_a_blank_is_quoted() -> None:
    new = "'content/parties/een naam.yml'"

    assert f"git mv 'content/parties/een naam.yaml' {new} " in advice(
        "content/parties/een naam.yaml"
    )


@pytest.mark.parametrize("extension", [".yaml", ".YML", ".yml.txt"])
def test_no_advice_overwrites_a_record(extension: str) -> None:
    found = advice(f"content/parties/buurt{extension}")

    assert "git mv" not in found
    assert found.startswith("; content/parties/buurt.yml is er ook: ")


@pytest.mark.parametrize("name", ["nieuw.docx", "nieuw", "nieuw.json", "nieuw.md"])
def test_another_file_gets_no_advice_about_its_extension(name: str) -> None:
    assert advice(f"content/parties/{name}") == " [onbekend-bestand]"
