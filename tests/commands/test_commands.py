"""The command line: what an editor types, sees and gets back."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.support.command_line import run

MISTAKES = (ROOT / "tests/commands/thirty_mistakes.txt").read_text(encoding="utf-8")


def make_mistakes(project: Path) -> list[str]:
    """Make the mistakes of ``thirty_mistakes.txt``; return the messages that are expected.

    A block in that file is a path, an old text, a new text, and the message.
    """
    expected = []
    for block in MISTAKES.split("\n\n"):
        path, *fields = block.strip("\n").split("\n")
        old, new, message = (line.replace("\\n", "\n") for line in fields)
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old)
        file.write_text(text.replace(old, new), encoding="utf-8")
        expected.append(message)
    return expected


def test_thirty_mistakes_give_thirty_messages_and_leave_the_site(project: Path) -> None:
    expected = make_mistakes(project)

    for command in ("check", "build"):
        result = run(project, command)

        *lines, count = result.stderr.splitlines()
        messages = [line for line in lines if not line.startswith("    ")]
        assert sorted(messages) == sorted(expected)
        assert len(messages) == 30
        assert len(lines) == 3 * 30, "a message, its source line, and a caret under the error"
        assert count == "30 fouten in de inhoud."
        assert result.returncode == 1
        assert "Traceback" not in result.stderr + result.stdout
    assert (project / "site/index.html").read_text(encoding="utf-8") == "the old site"


def test_without_a_command_the_site_is_built(project: Path) -> None:
    result = run(project)

    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert "site/index.html" in result.stdout
    assert "Afspraken" in (project / "site/index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in project.glob("site*")) == ["site", "site_build.py"]


def test_valid_content_is_reported_as_valid(project: Path) -> None:
    result = run(project, "check")

    assert (result.returncode, result.stderr) == (0, "")
    assert "93 uitspraken" in result.stdout


def test_a_page_missing_from_the_menu_is_reported(project: Path) -> None:
    menu = project / "mkdocs.yml"
    text = menu.read_text(encoding="utf-8")
    menu.write_text(text.replace("      - Over deze site: over.md\n", ""), encoding="utf-8")

    result = run(project, "check")

    assert result.returncode == 1
    assert "voeg toe: - Over deze site: over.md [menu]" in result.stderr


@pytest.mark.parametrize("link", ["[weg](weg.md)", '<a href="../weg.md/">weg</a>'])
def test_a_link_that_leads_nowhere_is_an_error(link: str, project: Path) -> None:
    template = project / "templates/pages/article.md.j2"
    template.write_text(f"# Over\n\n{link}\n", encoding="utf-8")

    result = run(project, "build")

    assert result.returncode == 1
    assert "weg.md" in result.stderr
    assert "Traceback" not in result.stderr
    assert (project / "site/index.html").read_text(encoding="utf-8") == "the old site"


def test_what_was_not_reviewed_is_listed_and_is_no_mistake(project: Path) -> None:
    result = run(project, "check", "--stale", "--today", "2030-01-01")

    *lines, count = result.stdout.splitlines()
    found = [line for line in lines if ": nooit nagekeken" in line]
    assert (result.returncode, result.stderr) == (0, "")
    assert count == f"Na te kijken: {len(found)}."
    assert any(line.startswith("content/parties/ezk.yml:") for line in found)
    assert run(project, "check", "--stale", "--format", "json").returncode == 2


def test_an_unknown_command_is_a_usage_error(project: Path) -> None:
    assert run(project, "bouw").returncode == 2


def test_a_second_build_writes_only_what_changed(project: Path) -> None:
    run(project)
    times = {path: path.stat().st_mtime_ns for path in (project / "build/docs").rglob("*.md")}
    about = project / "content/pages/over.yml"
    about.write_text(
        about.read_text(encoding="utf-8").replace(
            "bij elke zin een vast nummer", "een vast nummer bij elke zin"
        ),
        encoding="utf-8",
    )

    run(project)

    written = {path.name for path, time in times.items() if path.stat().st_mtime_ns != time}
    assert written == {"over.md"}
