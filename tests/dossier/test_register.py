"""The register is append-only, survives merges and killed processes, and reports its mistakes."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.dossier import register
from tests.conftest import ROOT, world_texts
from tests.support.changes import edit
from tests.support.command_line import run

REGISTER = "content/register.jsonl"


LOADING = """
import sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
from generator.dossier import register
lines = Path({path!r}).read_text(encoding="utf-8").splitlines()
text = "".join(lines[at % len(lines)] + "\\n" for at in range(10_000))
times = []
for _ in range(3):
    start = time.perf_counter()
    assert len(register.parse(text).events) == 10_000
    times.append(time.perf_counter() - start)
print(min(times))
"""


@pytest.mark.quiet
def test_ten_thousand_events_load_well_within_a_second() -> None:
    """In a new process, as a build is, because this one has a crawled site in memory."""
    script = LOADING.format(root=str(ROOT), path=str(ROOT / "tests/world" / REGISTER))

    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert float(result.stdout) < 1


def test_parsing_and_writing_gives_the_same_lines() -> None:
    text = world_texts()[REGISTER]

    assert "".join(map(register.line, register.parse(text).events)) == text


def test_versions_count_new_texts_but_not_moves() -> None:
    loaded = register.parse(world_texts()[REGISTER])

    assert [version.event.event for version in loaded.versions("WAT-003")] == [
        "nieuw",
        "redactioneel",
    ]
    assert len(loaded.versions("WAT-011")) == 1
    assert loaded.former_places("WAT-011") == ("/document/aanloop/#WAT-011",)
    assert loaded.former_places("WAT-012") == ("/themas/groen/#WAT-012",)
    assert loaded.tombstone("WAT-011") is None
    assert loaded.tombstone("gw")


@pytest.mark.parametrize(
    ("after", "missing"),
    [
        ("a\nb\nc\n", []),
        ("a\nx\nb\n", []),
        ("a\n", ["b"]),
        ("b\na\n", ["b"]),
        ("", ["a", "b"]),
    ],
)
def test_lines_of_an_earlier_register_must_stay_in_order(after: str, missing: list[str]) -> None:
    assert register.misplaced_lines("a\nb\n", after) == missing


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from generator.parsing import content_files
def die(*_): os._exit(9)
{function} = die
content_files.append(Path({path!r}), "new\\n")
"""


@pytest.mark.parametrize("function", ["os.fsync", "os.replace", "os.rename", "Path.replace"])
def test_a_process_killed_while_appending_leaves_the_old_register(
    tmp_path: Path, function: str
) -> None:
    path = tmp_path / "register.jsonl"
    path.write_text("old\n", encoding="utf-8")
    script = KILLED.format(root=str(ROOT), function=function, path=str(path))

    result = subprocess.run([sys.executable, "-c", script], check=False)  # noqa: S603

    killed = result.returncode == 9
    assert path.read_text(encoding="utf-8") == ("old\n" if killed else "old\nnew\n")
    assert killed or function in ("os.replace", "os.rename")  # pathlib uses one of the two


# Commands of an editor ----------------------------------------------------------------------------


def change_a_text(project: Path) -> None:
    """Change a sentence both in the source and in its quote, so that the quote stays verbatim."""
    old, new = "Verantwoordelijk departement hiervoor is BZK.", "BZK is verantwoordelijk."
    edit(project, "content/sources/slides.txt", old, new)
    edit(project, "content/themes/gebiedsontwikkeling.yml", old, new)
    edit(project, "content/themes/gebiedsontwikkeling.yml", 'here: "hiervoor"', 'here: "BZK"')


def test_a_changed_text_must_be_recorded_with_a_note(project: Path) -> None:
    change_a_text(project)
    checked = run(project, "check")
    assert checked.returncode == 1
    assert 'python site_build.py record HRE-092 --note "…"' in checked.stderr

    assert run(project, "record", "HRE-092").returncode == 1  # a note is required
    recorded = run(project, "record", "HRE-092", "--note", "Korter gezegd", "--today", "2027-01-05")

    assert recorded.stdout == "Vastgelegd: HRE-092, inhoudelijk, 2027-01-05.\n"
    assert run(project, "check").returncode == 0


def test_the_register_line_in_the_message_can_be_pasted(project: Path) -> None:
    change_a_text(project)
    (message,) = [line for line in run(project, "check").stderr.splitlines() if "{" in line]
    line = message[message.index("{") : message.rindex("}") + 1]

    with (project / REGISTER).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")

    assert run(project, "check").returncode == 0


def test_nothing_is_recorded_while_there_are_other_problems(project: Path) -> None:
    change_a_text(project)
    edit(project, "content/parties/ezk.yml", "group: rijk", "group: reik")
    before = (project / REGISTER).read_text(encoding="utf-8")

    result = run(project, "record", "HRE-092", "--note", "Korter gezegd")

    assert result.returncode == 1
    assert "'reik' is geen groep" in result.stderr
    assert (project / REGISTER).read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("HRE-001", "--note", "x"),
        ("HRE-001", "--withdrawn", "--note", "x"),
        ("HRE-999", "--note", "x"),
        ("--moved",),
    ],
)
def test_unchanged_items_are_not_recorded(project: Path, arguments: tuple[str, ...]) -> None:
    result = run(project, "record", *arguments)

    assert result.returncode == 1
    assert "Niets vastgelegd: " in result.stderr
    assert "Traceback" not in result.stderr


def test_withdrawn_and_moved_cannot_be_combined(project: Path) -> None:
    assert run(project, "record", "HRE-001", "--withdrawn", "--moved").returncode == 2


# With git -----------------------------------------------------------------------------------------


def add_term(project: Path, slug: str) -> None:
    terms = project / "content/terms.yml"
    entry = f"\n  - slug: {slug}\n    term: {slug}\n    meaning: Een woord.\n    ordinary: true\n"
    terms.write_text(terms.read_text(encoding="utf-8").rstrip() + "\n" + entry, encoding="utf-8")


@pytest.mark.usefixtures("git")
def test_a_removed_register_line_is_reported(project: Path) -> None:
    assert run(project, "check", "--base", "HEAD").returncode == 0
    register = project / REGISTER
    lines = register.read_text(encoding="utf-8").splitlines(keepends=True)
    register.write_text("".join(lines[1:]), encoding="utf-8")

    result = run(project, "check", "--base", "HEAD")

    assert result.returncode == 1
    assert "[gekrompen]" in result.stderr
    assert "HRE-001" in result.stderr


@pytest.mark.usefixtures("git")
def test_an_unknown_revision_gives_a_message_without_traceback(project: Path) -> None:
    result = run(project, "check", "--base", "bestaat-niet")

    assert result.returncode == 1
    assert "bestaat-niet is geen bekende versie" in result.stderr
    assert "Traceback" not in result.stderr


def test_two_branches_can_both_append(project: Path, git: Callable[..., str]) -> None:
    git("checkout", "-qb", "other")
    add_term(project, "aardbei")
    assert run(project, "record").returncode == 0
    git("commit", "-qam", "aardbei")
    git("checkout", "-q", "main")
    parties = project / "content/parties"
    (parties / "banaan.yml").write_text(
        'name: "Bananen"\nchanged: 2026-11-24\ngroup: regio\nnames: ["banen"]\n', encoding="utf-8"
    )
    edit(
        project,
        "content/themes/human-capital.yml",
        '    text: "Ontwikkelen van banen en talenten van de toekomst."\n',
        '    text: "Ontwikkelen van banen en talenten van de toekomst."\n    parties: [banaan]\n',
    )
    assert run(project, "record").returncode == 0
    git("add", "content")
    git("commit", "-qm", "banaan")

    git("merge", "-q", "-m", "samen", "other")

    result = run(project, "check", "--base", "other")
    assert (result.returncode, result.stderr) == (0, "")
    text = (project / REGISTER).read_text(encoding="utf-8")
    assert '"aardbei"' in text
    assert '"banaan"' in text


def append_statement(project: Path, text: str) -> None:
    """Append a line with the next number, as an editor who pastes it does."""
    event = {
        "id": "HRE-094",
        "event": "nieuw",
        "date": "2026-11-24",
        "fingerprint": register.fingerprint(text),
        "text": text,
        "place": "/themas/breed-mkb/#HRE-094",
    }
    with (project / REGISTER).open("a", encoding="utf-8") as file:
        file.write(json.dumps(event) + "\n")


def test_a_number_used_by_two_branches_is_reported(project: Path, git: Callable[..., str]) -> None:
    count = len((project / REGISTER).read_text(encoding="utf-8").splitlines())
    git("checkout", "-qb", "other")
    append_statement(project, "Een fontein.")
    git("commit", "-qam", "fontein")
    git("checkout", "-q", "main")
    append_statement(project, "Een vijver.")
    git("commit", "-qam", "vijver")

    git("merge", "-q", "-m", "samen", "other")

    assert run(project, "check").stderr.splitlines()[0] == (
        f"{REGISTER}:{count + 2}:1: 'HRE-094' is al op regel {count + 1} vastgelegd; "
        "het volgende vrije nummer is HRE-095 [geschiedenis]"
    )
