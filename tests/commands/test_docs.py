"""The command ``docs`` writes the guides for editors, or only reports that they are outdated."""

from pathlib import Path

from generator.editing import reference
from tests.support.command_line import run


def test_docs_writes_the_guides_and_leaves_other_files_alone(project: Path) -> None:
    other = project / "docs/picture.png"
    other.parent.mkdir()
    other.write_bytes(b"\x89PNG")

    result = run(project, "docs")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert other.read_bytes() == b"\x89PNG"
    for path, text in reference.render().items():
        assert (project / path).read_text(encoding="utf-8") == text


def test_docs_with_check_reports_outdated_guides_and_writes_nothing(project: Path) -> None:
    run(project, "docs")
    guide = project / reference.MESSAGES
    outdated = guide.read_text(encoding="utf-8").replace("`citaat`", "`citaten`")
    guide.write_text(outdated, encoding="utf-8")
    (project / reference.FIELDS).unlink()

    result = run(project, "docs", "--check")

    message = "deze uitleg is verouderd; werk haar bij met: python site_build.py docs"
    assert result.returncode == 1
    messages = [line for line in result.stderr.splitlines() if line.startswith("docs/")]
    assert [line.partition(": ")[2] for line in messages] == [f"{message} [verouderde-uitleg]"] * 2
    assert guide.read_text(encoding="utf-8") == outdated
    assert not (project / reference.FIELDS).exists()


def test_docs_with_check_reports_nothing_when_the_guides_are_up_to_date(project: Path) -> None:
    run(project, "docs")

    result = run(project, "docs", "--check")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
