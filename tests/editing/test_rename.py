"""A rename changes a name everywhere or nowhere, and does not change any other byte."""

import errno
import os
from pathlib import Path

import pytest

from generator.dossier import register_files
from generator.dossier.dossier import Dossier
from generator.dossier.register import Event
from generator.parsing import content_files
from tests.support.changes import edit
from tests.support.command_line import run
from tests.support.frozen import FROZEN
from tests.support.registers import register_file
from tests.support.trees import changed_lines, tree

DAY = ("--today", "2026-11-25")


def recorded_events(project: Path) -> list[Event]:
    """The events that were appended to the frozen register."""
    before, after = (
        register_files.parse(content_files.read_tree(root, "content").texts)
        for root in (FROZEN, project)
    )
    for name, events in before.history.items():
        assert after.history[name][: len(events)] == events
    return [
        event
        for name, events in after.history.items()
        for event in events[len(before.history.get(name, ())) :]
    ]


def test_a_party_is_renamed_everywhere(project: Path) -> None:
    edit(project, "content/parties/ezk.yml", "group: rijk", "group: rijk  # het Rijk, ezk")
    fact = "content/progress/mkb-deals-tweede-ronde.yml"
    edit(project, fact, "reported_by: [ezk]", "reported_by: ['ezk'] # ezk blijft")
    before = tree(project)

    result = run(project, "rename", "ezk", "ez", "--note", "Kortere naam.", *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    after = tree(project)
    assert after["content/parties/ez.yml"] == before["content/parties/ezk.yml"]
    assert before.keys() - after.keys() == {"content/parties/ezk.yml"}
    lines = [each for each in changed_lines(before, after) if '"event"' not in each]
    removed = [line[2:] for line in lines if line[0] == "-"]
    added = [line[2:] for line in lines if line[0] == "+"]
    assert len(removed) == len(added) > 10
    assert "reported_by: ['ez'] # ezk blijft\n" in added
    assert all("ezk" in line for line in removed)
    assert [event.event for event in recorded_events(project)] == ["nieuw", "verplaatst"]
    (old,) = [event for event in recorded_events(project) if event.id == "ezk"]
    assert (old.into, old.note, str(old.date)) == (("ez",), "Kortere naam.", "2026-11-25")
    assert old.place == "/partijen/ezk/"
    assert run(project, "check").returncode == 0


def test_renaming_a_theme_moves_its_statements_and_its_menu_entry(
    project: Path, frozen: Dossier
) -> None:
    before = tree(project)

    assert run(project, "rename", "human-capital", "mensen", *DAY).returncode == 0

    menu = [line for line in changed_lines(before, tree(project)) if "themas/" in line]
    assert [line for line in menu if '"event"' not in line] == [
        "-       - Human capital: themas/human-capital.md\n",
        "+       - Human capital: themas/mensen.md\n",
    ]
    moved = {event.id: event.place for event in recorded_events(project) if not event.into}
    (theme,) = [theme for theme in frozen.themes if theme.slug == "human-capital"]
    assert moved == {
        "mensen": "/themas/mensen/",
        **{each.id: f"/themas/mensen/#{each.id}" for each in theme.statements},
    }
    assert run(project, "check").returncode == 0


def test_renaming_a_source_renames_its_text_file(project: Path) -> None:
    before = tree(project)

    assert run(project, "rename", "slides", "dias", *DAY).returncode == 0

    after = tree(project)
    assert after["content/sources/dias.txt"] == before["content/sources/slides.txt"]
    assert "content/sources/slides.txt" not in after
    assert run(project, "check").returncode == 0


def test_a_term_is_renamed_with_its_file(project: Path) -> None:
    assert run(project, "rename", "revolverend", "opnieuw-inzetten", *DAY).returncode == 0

    renamed = project / "content/terms/opnieuw-inzetten.yml"
    assert "\nterm: revolverend\n" in renamed.read_text(encoding="utf-8")
    assert not (project / "content/terms/revolverend.yml").exists()
    assert run(project, "check").returncode == 0


def test_a_file_from_windows_keeps_its_line_ends_and_byte_order_mark(project: Path) -> None:
    path = project / "content/bodies/do-herstel.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()

    assert run(project, "rename", "ezk", "ez", *DAY).returncode == 0

    assert path.read_bytes() == before.replace(b"members: [ezk,", b"members: [ez,")


def test_a_group_with_the_same_name_is_not_renamed(project: Path) -> None:
    group = "group: rijk\n"
    assert group in (project / "content/parties/rijk.yml").read_text(encoding="utf-8")

    assert run(project, "rename", "rijk", "rijksoverheid", *DAY).returncode == 0

    renamed = (project / "content/parties/rijksoverheid.yml").read_text(encoding="utf-8")
    assert group in renamed
    assert run(project, "check").returncode == 0


def test_unchanged_lines_keep_their_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"een\r\ntwee\ndrie\r\nvier")

    content_files.rewrite(tmp_path, {"a.yml": "een\ntwee\nnieuw\ndrie\nvier\nvijf\n"})

    expected = b"een\r\ntwee\nnieuw\r\ndrie\r\nvier\r\nvijf\r\n"
    assert (tmp_path / "a.yml").read_bytes() == expected


def test_a_quotation_is_not_a_link(project: Path, frozen: Dossier) -> None:
    """Words of the source are not changed, even if they look like a link."""
    for name in ("sources/slides.txt", "themes/human-capital.yml"):
        edit(project, f"content/{name}", "Ontwikkelen van banen", "Ontwikkelen [van](ezk) banen")
    (name,) = {
        event.id
        for event in frozen.register.events
        if event.text.startswith("Ontwikkelen van banen")
    }
    assert run(project, "record", name, "--note", "Zo staat het er.", *DAY).returncode == 0

    assert run(project, "rename", "ezk", "ez", *DAY).returncode == 0

    text = (project / "content/themes/human-capital.yml").read_text(encoding="utf-8")
    assert "Ontwikkelen [van](ezk) banen" in text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("HRE-001", "begin", "HRE-001 is een nummer, en een nummer verandert nooit."),
        ("follow-up", "vervolg", "'follow-up' is geen naam die kan worden gewijzigd."),
        ("about", "x", "'about' is geen naam die kan worden gewijzigd."),
        ("vngg", "x", "'vngg' is geen naam die kan worden gewijzigd; bedoelde u 'vng'?"),
        ("vng", "ipo", "'ipo' is of was al een naam op deze site; kies een andere."),
        ("groep-rijk", "landelijk", "de naam van een groep begint met 'groep-'."),
        ("vng", "VNG", "'VNG' kan geen naam zijn"),
        ("vng", "../vng", "'../vng' kan geen naam zijn"),
    ],
)
def test_an_invalid_rename_changes_nothing(project: Path, old: str, new: str, message: str) -> None:
    before = tree(project)

    result = run(project, "rename", old, new)

    assert result.returncode == 2
    assert result.stderr.startswith(f"Niets gewijzigd: {message}")
    assert tree(project) == before


def test_invalid_content_is_reported_and_not_changed(project: Path) -> None:
    edit(project, "content/parties/ipo.yml", "group: ", "groep: ")
    before = tree(project)

    result = run(project, "rename", "ezk", "ez")

    assert result.returncode == 1
    assert "onbekend veld 'groep'" in result.stderr
    assert tree(project) == before


def test_a_rewrite_that_fails_halfway_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a.yml": b"een\r\n", "b.yml": b"twee\n", "c.yml": b"drie\n"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    replace, count = Path.replace, iter(range(9))

    def fail_on_the_second_call(path: Path, target: Path) -> Path:
        if next(count) == 1:
            raise OSError("full")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_on_the_second_call)
    with pytest.raises(OSError, match="full"):
        content_files.rewrite(
            tmp_path, {"a.yml": "x\n", "d.yml": "y\n", "c.yml": "z\n"}, {"b.yml": "d.yml"}
        )

    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.yml")} == files


def test_a_rewrite_on_a_full_disk_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor can it write anything after that, such as what a file was before."""
    files = {"a.yml": b"een\n", "b.yml": b"twee\n"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    written: list[int] = []

    def fail_from_the_second_call_on(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail_from_the_second_call_on)
    with pytest.raises(OSError, match="full"):
        content_files.rewrite(tmp_path, {"a.yml": "x\n", "b.yml": "y\n"})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_a_rename_can_be_taken_back(project: Path) -> None:
    before = tree(project)
    assert run(project, "rename", "ezk", "ez", *DAY).returncode == 0

    result = run(project, "rename", "ez", "ezk", "--note", "Toch niet.", *DAY)

    assert (result.returncode, result.stderr) == (0, "")
    after = tree(project)
    assert {path for path in before if after.get(path) != before[path]} == {
        path.relative_to(project).as_posix() for path in [register_file(project, "ezk")]
    }
    names = {"ezk": "nieuw verplaatst hersteld", "ez": "nieuw verplaatst"}
    history = register_files.parse(content_files.read_tree(project, "content").texts).history
    assert {name: " ".join(each.event for each in history[name]) for name in names} == names
    assert run(project, "check").returncode == 0
