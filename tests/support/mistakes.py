"""The project with something wrong in it."""

from pathlib import Path


def wrong(project: Path) -> Path:
    """The project with one mistake in it."""
    party = project / "content/parties/ezk.yml"
    text = party.read_text(encoding="utf-8")
    party.write_text(text.replace("group: rijk", "group: rijkk"), encoding="utf-8")
    return project
