"""The guides refer only to existing files, and list exactly the existing packages."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
GUIDES = sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "benchmarks/README.md"))


def test_the_two_commands_come_first() -> None:
    first_block = README.split("```")[1]

    assert "make site" in first_block
    assert "make test" in first_block


@pytest.mark.parametrize("path", re.findall(r"^([a-z_./]+)  +[A-Z]", README, re.MULTILINE))
def test_every_path_in_the_layout_of_the_readme_exists(path: str) -> None:
    assert (ROOT / path).exists()


# Links --------------------------------------------------------------------------------------------


def anchors(guide: Path) -> set[str]:
    """The fragments by which GitHub links to the headings of a text."""
    headings = re.findall(r"^#+ (.+)$", guide.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_links_point_to_existing_files_and_headings(guide: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", guide.read_text(encoding="utf-8"))

    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, fragment = target.partition("#")
        linked = guide.parent / path if path else guide
        if not target.startswith("https://"):
            assert linked.exists(), target
            assert not fragment or fragment in anchors(linked), target


@pytest.mark.parametrize("guide", ["README.md", "CONTRIBUTING.md"])
def test_readme_and_contributing_link_to_the_other_guides(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")

    assert "](docs/velden.md" in text
    assert "](docs/meldingen.md" in text
    assert guide != "README.md" or "](docs/architecture.md" in text


# Architecture -------------------------------------------------------------------------------------


def drawn_packages() -> list[str]:
    """The packages in the diagram, as paths under ``generator/``, from top to bottom."""
    diagram = ARCHITECTURE.split("```")[1].split("generator/\n")[1]
    found, parent = list[str](), ""
    for indent, name in re.findall(r"^( +)([a-z_]+)(?:/|\.py) ", diagram, re.MULTILINE):
        parent = name if indent == "  " else parent
        found.append(name if indent == "  " else f"{parent}/{name}")
    return found


def layers(container: str) -> list[str]:
    """The layers of a package, as the import contract orders them."""
    contracts = ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    (found,) = (
        contracts[name]["layers"]
        for name in contracts.sections()
        if contracts[name].get("containers") == container
    )
    return re.findall(r"\w+", found)


def test_the_diagram_shows_exactly_the_existing_packages() -> None:
    root = ROOT / "generator"
    packages = {path.parent.relative_to(root).as_posix() for path in root.rglob("__init__.py")}
    modules = {path.stem for path in root.glob("*.py")}

    assert len(drawn_packages()) == len(set(drawn_packages()))
    assert set(drawn_packages()) == (packages - {"."}) | (modules - {"__init__"})


def test_the_diagram_has_the_order_of_the_import_contract() -> None:
    drawn = drawn_packages()
    inside_site = [name.removeprefix("site/") for name in drawn if name.startswith("site/")]

    assert [name for name in drawn if "/" not in name] == layers("generator")
    assert inside_site == [layer for layer in layers("generator.site") if layer in inside_site]


def test_the_architecture_names_only_existing_files() -> None:
    named = re.findall(r"`((?:generator|templates|tests|commands)/[\w./-]+)`", ARCHITECTURE)
    paths = {path for path in named if "NAME" not in path}

    assert len(paths) > 20
    assert {path for path in paths if not (ROOT / path).exists()} == set()


def test_the_threat_model_names_only_existing_tests_and_modules() -> None:
    text = (ROOT / "docs/threat-model.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|site|model)/[\w./-]+)`", text)

    assert len(named) > 15
    assert [
        path
        for path in named
        if not (ROOT / path).exists() and not (ROOT / "generator" / path).exists()
    ] == []


def test_the_architecture_fits_on_one_page() -> None:
    assert ARCHITECTURE.count("\n") <= 150
