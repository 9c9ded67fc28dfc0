"""``docs``: writes the guides for editors, or only reports that they are out of date."""

from pathlib import Path

from generator.editing import reference
from tests.support.command_line import run


def test_docs_writes_the_guides_and_leaves_other_files_alone(project: Path) -> None:
    other = project / "docs/picture.png"
    other.parent.mkdir()
    other.write_bytes(b"\x89PNG")

    done = run(project, "docs")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert other.read_bytes() == b"\x89PNG"
    for path, text in reference.render().items():
        assert (project / path).read_text(encoding="utf-8") == text


def test_docs_can_only_check_and_then_writes_nothing(project: Path) -> None:
    run(project, "docs")
    guide = project / reference.MESSAGES
    stale = guide.read_text(encoding="utf-8").replace("`citaat`", "`citaten`")
    guide.write_text(stale, encoding="utf-8")
    (project / reference.FIELDS).unlink()

    done = run(project, "docs", "--check")

    message = "deze uitleg is verouderd; werk haar bij met: python site_build.py docs"
    assert done.returncode == 1
    heads = [line for line in done.stderr.splitlines() if line.startswith("docs/")]
    assert [head.partition(": ")[2] for head in heads] == [f"{message} [verouderde-uitleg]"] * 2
    assert guide.read_text(encoding="utf-8") == stale
    assert not (project / reference.FIELDS).exists()


def test_docs_has_nothing_to_report_when_the_guides_are_up_to_date(project: Path) -> None:
    run(project, "docs")

    done = run(project, "docs", "--check")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
