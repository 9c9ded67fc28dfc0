"""Every dependency says why it is there, is locked by hash, and may be used by everyone."""

import importlib.metadata
import re

import pytest
from packaging.requirements import Requirement

from tests.conftest import ROOT

PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
DEPENDENCY = re.compile(r'^  "([\w.-]+)[=<>~]+[^"]*",(.*)$', re.MULTILINE)
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
LOCKED = re.compile(r"^[\w.-]+==[^\\\n]+", re.MULTILINE)
FREE = ("Apache", "BSD", "ISC", "MIT", "MPL", "Mozilla Public License 2.0", "OFL", "PSF", "SIL")
"""How the names of licences begin that let anyone use, change and pass on the package."""


def names(lock: str) -> list[str]:
    """The packages in a lock file that machines such as this one need."""
    lines = LOCKED.findall((ROOT / "requirements" / lock).read_text(encoding="utf-8"))
    packages = map(Requirement, lines)
    return [each.name for each in packages if not each.marker or each.marker.evaluate()]


def licences(name: str) -> list[str]:
    """The licences of an installed package, as it gives them in one of three places."""
    found = importlib.metadata.metadata(name).json
    if expression := found.get("license_expression"):
        return re.split(r" (?:AND|OR) ", str(expression))
    classifiers = [each for each in found.get("classifier", []) if each.startswith("License")]
    names = [each.rpartition(" :: ")[2] for each in classifiers]
    return names or [str(found.get("license", "none"))]


def test_every_dependency_says_why_it_is_there() -> None:
    found = dict(DEPENDENCY.findall(PROJECT))

    assert len(found) > 40
    assert [name for name, reason in found.items() if not reason.startswith("  # ")] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_locked_by_hash_and_no_registry_is_named(lock: object) -> None:
    text = (ROOT / "requirements" / str(lock)).read_text(encoding="utf-8")
    packages = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]

    assert len(packages) > 20
    assert [each for each in packages if "==" in each and "--hash=sha256:" not in each] == []
    assert "://" not in text


@pytest.mark.parametrize("name", names("pdf.txt"))
def test_the_site_is_made_with_free_software(name: str) -> None:
    found = licences(name)

    assert [each for each in found if not each.startswith(FREE)] == [], found
