"""A fault of the machine is reported in words; the site stays, and the next build is right."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build.build import build
from tests.support.built import built_world
from tests.support.command_line import run
from tests.support.frozen import copy_code
from tests.support.incremental import DAY, EDITS, files, record_changes

Files = dict[str, bytes]
pytestmark = pytest.mark.slow
BUILD = ("build", "--today", DAY.isoformat())
NEW_TERM = ("new", "term", "loket", "--term", "loket", "--meaning", "Een plek.", "--ordinary")
SIZE = 24_000_000
AS_ROOT = ["sudo", "-n"] if os.geteuid() else []
"""In bytes: of a disk that has room for the small world and its site."""


@pytest.fixture
def project(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return edited_project(tmp_path, tmp_path_factory)


def edited_project(root: Path, factory: pytest.TempPathFactory) -> Path:
    """The small world with its site and its code; its content was edited since."""
    copy_code(built_world(factory, root))
    EDITS["a note"](root)
    record_changes(root)
    return root


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    options = f"size={SIZE},uid={os.getuid()}"
    if refused := mount("-t", "tmpfs", "-o", options, "none", str(folder)):
        may_skip = os.geteuid() and "CI" not in os.environ
        assert may_skip, f"root, and a machine that checks proposals, can mount a disk: {refused}"
        pytest.skip(f"only root can mount a disk: {refused}")
    yield folder
    subprocess.run([*AS_ROOT, "umount", folder], check=True)  # noqa: S603


def mount(*arguments: str) -> str:
    """Mount a disk; give why that was refused."""
    try:
        done = subprocess.run(  # noqa: S603
            [*AS_ROOT, "mount", *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        return str(error)
    return done.stderr if done.returncode else ""


def assert_told(result: subprocess.CompletedProcess[str], message: str) -> None:
    assert result.returncode == 1, result
    assert message in result.stderr
    assert "Traceback" not in result.stderr + result.stdout


def assert_next_build_is_right(project: Path) -> None:
    """Without anything cleaned up, it gives what a clean build gives."""
    result = run(project, *BUILD)
    assert result.returncode == 0, result
    found = files(project / "site")
    assert build(project, DAY, clean=True).problems == ()
    assert found == files(project / "site")


@pytest.mark.parametrize(
    ("option", "levels"),
    [((), (0, 40_000)), (("--clean",), (200_000,))],
    ids=["incremental", "clean"],
)
def test_a_full_disk(
    option: tuple[str, ...],
    levels: tuple[int, ...],
    disk: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    project = edited_project(disk, tmp_path_factory)
    old, filler = files(disk / "site"), disk / "filler"
    for left in levels:
        fill(filler, left)
        assert_told(run(project, *BUILD, *option), "De site kan niet worden gemaakt:\n")
        assert files(disk / "site") == old
        filler.unlink()

    assert_next_build_is_right(project)


def fill(filler: Path, left: int) -> None:
    """Fill a disk but for some bytes."""
    disk = os.statvfs(filler.parent)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, disk.f_bavail * disk.f_frsize - left))


def test_a_disk_that_can_only_be_read(disk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    project = edited_project(disk, tmp_path_factory)
    old = files(disk / "site")
    assert not mount("-o", "remount,ro", str(disk))

    assert_told(run(project, *BUILD), "Op deze schijf kan alleen worden gelezen")
    assert_told(run(project, *NEW_TERM), "Op deze schijf kan alleen worden gelezen")

    assert files(disk / "site") == old
    assert not mount("-o", "remount,rw", str(disk))
    assert_next_build_is_right(project)


@pytest.mark.parametrize("size", [1_000, 60_000])
def test_a_file_that_may_not_grow(size: int, project: Path) -> None:
    """As with a quota."""
    old = files(project / "site")

    limited = subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "-B", "site_build.py", *BUILD, "--clean"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )

    assert_told(limited, "De site kan niet worden gemaakt:\n")
    assert files(project / "site") == old
    assert_next_build_is_right(project)


@pytest.mark.parametrize("name", ["build", "site"])
def test_a_file_in_the_place_of_a_folder(name: str, project: Path) -> None:
    (project / name).rename(project / "kept")
    (project / name).write_text("van mij", encoding="utf-8")

    for command in (BUILD, ("finish", "templates")):
        message = f"‘{name}’ is een bestand, maar daar moet een map komen."
        assert_told(run(project, *command), message)

    assert (project / name).read_text(encoding="utf-8") == "van mij"
    (project / name).unlink()
    assert_next_build_is_right(project)
