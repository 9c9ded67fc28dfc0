"""A project with a mistake in its content."""

from pathlib import Path


def with_mistake(project: Path) -> Path:
    """Add a mistake to the content of the project; returns the project."""
    party = project / "content/parties/ezk.yml"
    text = party.read_text(encoding="utf-8")
    party.write_text(text.replace("group: rijk", "group: rijkk"), encoding="utf-8")
    return project
