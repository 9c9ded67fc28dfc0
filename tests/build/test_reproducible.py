"""The same content gives the same bytes, whatever the machine: its folders, clock, language."""

from pathlib import Path

from tests.conftest import ROOT
from tests.support.command_line import start
from tests.support.frozen import copy_code
from tests.support.incremental import files, world_project

DAY = "1590969600"
"""2020-06-01 in UTC, in seconds since 1970."""
MACHINES = {
    "here": {
        "TZ": "Pacific/Kiritimati",  # where it is the 2nd already
        "LC_ALL": "C",
        "PYTHONHASHSEED": "1",
        "USER": "one",
    },
    "else where/é": {
        "TZ": "Pacific/Honolulu",  # where it still is the 31st
        "LC_ALL": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "PYTHONHASHSEED": "2",
        "USER": "another",
        "PYTHONPATH": str(ROOT / "tests/support/reversed_folders"),
    },
}


def build(root: Path, machine: dict[str, str]) -> dict[str, bytes]:
    """Build the small world with its PDFs as another machine does; all of the site."""
    world_project(root)
    copy_code(root)
    environment = {"SOURCE_DATE_EPOCH": DAY, "HOME": str(root), **machine}
    result = start(root, "build", "--pdf", environment=environment)
    assert result.returncode == 0, result.stderr
    return files(root / "site")


def test_two_machines_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (build(tmp_path / folder, machine) for folder, machine in MACHINES.items())

    assert one.keys() == other.keys()
    assert {"dossier.pdf", "data/dossier.xlsx", "sitemap.xml.gz", "manifest.sha256"} <= one.keys()
    assert [name for name, content in one.items() if other[name] != content] == []
