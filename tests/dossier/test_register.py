"""The register is append-only, survives merges and killed processes, and reports its mistakes."""

import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.dossier import register, register_files
from generator.dossier.register import Event
from generator.parsing.content_files import read_tree
from tests.conftest import ROOT, world_texts
from tests.support.changes import edit
from tests.support.command_line import run
from tests.support.registers import new_event, register_file

LOADING = """
import sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
from generator.dossier import register_files
from generator.parsing.content_files import read_tree
times = []
for _ in range(3):
    start = time.perf_counter()
    texts = read_tree(Path({folder!r}), "content").texts
    assert len(register_files.parse(texts).events) == 10_000
    times.append(time.perf_counter() - start)
    register_files._parse.cache_clear()
print(min(times))
"""


@pytest.mark.quiet
def test_ten_thousand_events_load_well_within_a_second(tmp_path: Path) -> None:
    """In a new process, as a build is, because this one has a crawled site in memory."""
    folder = tmp_path / register_files.FOLDER
    folder.mkdir(parents=True)
    for event in ten_thousand_events():
        with (tmp_path / register_files.path_for(event)).open("a", encoding="utf-8") as file:
            file.write(register.line(event))
    script = LOADING.format(root=str(ROOT), folder=str(tmp_path))

    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert float(result.stdout) < 1


def ten_thousand_events() -> Iterator[Event]:
    """Those of the small world, again and again under other names; two for each name."""
    events = register_files.parse(world_texts()).events
    for at in range(5_000):
        first = events[at % len(events)].model_copy(update={"id": f"naam-{at}", "event": "nieuw"})
        yield from (first, first.model_copy(update={"event": "verplaatst"}))


def test_parsing_and_writing_gives_the_same_lines() -> None:
    texts = {p: text for p, text in world_texts().items() if register_files.is_register_file(p)}
    events = register_files.parse(texts).written

    assert register_files.with_events({}, register.Register(), events) == texts
    assert "".join(map(register.line, events)) == "".join(texts[path] for path in sorted(texts))


def test_versions_count_new_texts_but_not_moves() -> None:
    loaded = register_files.parse(world_texts())

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
        ("a\nx\nb\n", ["b"]),
        ("a\n", ["b"]),
        ("b\na\n", ["a", "b"]),
        ("", ["a", "b"]),
    ],
)
def test_lines_of_an_earlier_register_must_stay_in_order(after: str, missing: list[str]) -> None:
    before = {"a.jsonl": "a\nb\n", "c.jsonl": "c\n"}

    found = register_files.missing_lines(before, {"a.jsonl": after, "c.jsonl": "c\n"})

    assert list(found) == [("a.jsonl", line) for line in missing]


def test_the_lines_of_a_removed_file_are_missing() -> None:
    before = {"a.jsonl": "a\nb\n", "c.jsonl": "c\n"}

    found = register_files.missing_lines(before, {"c.jsonl": "c\n", "d.jsonl": "a\nb\n"})

    assert list(found) == [("a.jsonl", "a"), ("a.jsonl", "b")]


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from generator.parsing import content_files
def die(*_): os._exit(9)
{function} = die
content_files.rewrite(Path({root_of_content!r}), {{"names.jsonl": "old\\nnew\\n"}})
"""


@pytest.mark.parametrize("function", ["os.fsync", "os.replace", "os.rename", "Path.replace"])
def test_a_process_killed_while_appending_leaves_the_old_register(
    tmp_path: Path, function: str
) -> None:
    path = tmp_path / "names.jsonl"
    path.write_text("old\n", encoding="utf-8")
    script = KILLED.format(root=str(ROOT), function=function, root_of_content=str(tmp_path))

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
    edit(project, "content/themes/gebiedsontwikkeling.yml", "2026-11-23", "2026-11-25")


def test_a_changed_text_must_be_recorded_with_a_note(project: Path) -> None:
    change_a_text(project)
    checked = run(project, "check")
    assert checked.returncode == 1
    assert 'python site_build.py record HRE-092 --note "[reden]"' in checked.stderr

    assert run(project, "record", "HRE-092").returncode == 1  # a note is required
    recorded = run(project, "record", "HRE-092", "--note", "Korter gezegd", "--today", "2026-11-25")

    assert recorded.stdout == "Vastgelegd: HRE-092, inhoudelijk, 2026-11-25.\n"
    assert run(project, "check").returncode == 0


def test_the_register_line_in_the_message_can_be_pasted(project: Path) -> None:
    change_a_text(project)
    (message,) = [line for line in run(project, "check").stderr.splitlines() if "{" in line]
    line = message[message.index("{") : message.rindex("}") + 1]

    with register_file(project, "HRE-092").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")

    assert "[invulwoord]" in run(project, "check").stderr, "the reason has to be filled in"
    path = register_file(project, "HRE-092").relative_to(project)
    edit(project, str(path), '"note": "[reden]"', '"note": "Korter gezegd."')
    assert run(project, "check").returncode == 0


def test_nothing_is_recorded_while_there_are_other_problems(project: Path) -> None:
    change_a_text(project)
    edit(project, "content/parties/ezk.yml", "group: rijk", "group: reik")
    before = read_tree(project, "content")

    result = run(project, "record", "HRE-092", "--note", "Korter gezegd")

    assert result.returncode == 1
    assert "'reik' is geen groep" in result.stderr
    assert read_tree(project, "content") == before


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
    fields = f"changed: 2026-11-24\nterm: {slug}\nmeaning: Een woord.\nordinary: true\n"
    (project / f"content/terms/{slug}.yml").write_text(fields, encoding="utf-8")


@pytest.mark.usefixtures("git")
def test_a_removed_register_line_is_reported(project: Path) -> None:
    assert run(project, "check", "--base", "HEAD").returncode == 0
    register_file(project, "HRE-001").unlink()

    result = run(project, "check", "--base", "HEAD")

    assert result.returncode == 1
    assert "[gekrompen]" in result.stderr
    assert "HRE-001" in result.stderr


@pytest.mark.usefixtures("git")
def test_an_unknown_revision_gives_a_message_without_traceback(project: Path) -> None:
    result = run(project, "check", "--base", "bestaat-niet")

    assert result.returncode == 1
    assert "Git kent ‘bestaat-niet’ niet" in result.stderr
    assert "Traceback" not in result.stderr


def test_two_branches_can_both_append(project: Path, git: Callable[..., str]) -> None:
    git("checkout", "-qb", "other")
    add_term(project, "aardbei")
    assert run(project, "record").returncode == 0
    git("add", "content")
    git("commit", "-qm", "aardbei")
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
    assert result.returncode == 0, result.stderr
    assert register_file(project, "aardbei").is_file()
    assert register_file(project, "banaan").is_file()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_branches_that_each_add_entries_merge_without_a_conflict(
    project: Path, git: Callable[..., str], order: tuple[int, ...]
) -> None:
    """By plain git, in any order: no file is changed by two of them."""
    names = [("aardbei", "banaan"), ("appel", "citroen"), ("kers", "zuring")]
    for number, terms in enumerate(names):
        git("checkout", "-qb", f"voorstel-{number}", "main")
        for term in terms:
            add_term(project, term)
        assert run(project, "record").returncode == 0
        git("add", "content")
        git("commit", "-qm", "woorden")
    git("checkout", "-q", "main")

    for number in order:
        git("merge", "-q", "-m", "samen", f"voorstel-{number}")

    result = run(project, "check")
    assert result.returncode == 0, result.stderr
    for term in itertools.chain(*names):
        assert register_file(project, term).is_file()


def append_statement(project: Path, text: str) -> str:
    """Add a file with the next number, as an editor who pastes it does; returns its path."""
    event = new_event("HRE-094", text, "/themas/breed-mkb/#HRE-094")
    path = register_files.path_for(event)
    (project / path).write_text(register.line(event), encoding="utf-8")
    return path


def test_a_number_used_by_two_branches_is_reported(project: Path, git: Callable[..., str]) -> None:
    git("checkout", "-qb", "other")
    first = append_statement(project, "Een fontein.")
    git("add", "content")
    git("commit", "-qm", "fontein")
    git("checkout", "-q", "main")
    second = append_statement(project, "Een vijver.")
    git("add", "content")
    git("commit", "-qm", "vijver")

    git("merge", "-q", "-m", "samen", "other")

    texts = ("Een fontein.", "Een vijver.") if first < second else ("Een vijver.", "Een fontein.")
    assert run(project, "check").stderr.splitlines()[0] == (
        f"{max(first, second)}:1:1: twee voorstellen namen nummer HRE-094: "
        f"‘{texts[0]}’ en ‘{texts[1]}’; geef die van u een nieuw nummer met: "
        "python site_build.py renumber HRE-094 [geschiedenis]"
    )
