"""Whoever has only a browser can finish any proposal: what ``check`` prints is all they need.

An editor writes a file, and then applies literally what each message says, and nothing else, until
the content is valid.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.build.check import check_content
from generator.parsing.problem import Problem
from generator.parsing.yaml_editor import YamlEditor, apply
from tests.support.frozen import write_project
from tests.support.ordinary_edits import day_of, dossier_at

pytestmark = pytest.mark.slow

PASTES = re.compile(
    r"(?P<how>maak|zet onderaan) (?P<path>\S+) (?:met )?deze regels?: (?P<lines>\{.*\})", re.DOTALL
)
IN_MENU = re.compile(r"voeg toe: (?P<line>- .*)")
IN_LIST = re.compile(r", dus: (?P<field>\w+): \[(?P<values>[^\]]*)\]")
REASON = "Dat is duidelijker."
MOST_ROUNDS = 4


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path / "project")
    return tmp_path / "project"


def finish(project: Path) -> None:
    """Apply what the messages say, round after round, until there are none."""
    for _ in range(MOST_ROUNDS):
        problems = check_content(project, day_of(dossier_at(project))).problems
        if not problems:
            return
        for problem in problems:
            apply_message(project, problem)
    pytest.fail("\n".join(map(str, check_content(project, day_of(dossier_at(project))).problems)))


def apply_message(project: Path, problem: Problem) -> None:
    if found := PASTES.search(problem.message):
        path = project / found["path"]
        assert path.exists() == (found["how"] == "zet onderaan"), problem
        lines = found["lines"].replace("[reden]", REASON)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(f"{before}{lines}\n", encoding="utf-8")
    elif found := IN_MENU.search(problem.message):
        menu = project / problem.path
        text = menu.read_text(encoding="utf-8")
        menu.write_text(text.replace("\nnav:\n", f"\nnav:\n  {found['line']}\n"), encoding="utf-8")
    elif found := IN_LIST.search(problem.message):
        add_to_list(project, problem, found["field"], found["values"].split(", "))
    else:
        pytest.fail(f"nothing to paste in: {problem}")


def add_to_list(project: Path, problem: Problem, field: str, values: list[str]) -> None:
    """Write the line below the text at which the message points."""
    path = project / problem.path
    editor = YamlEditor(path.read_text(encoding="utf-8"))
    positions = editor.document.layout.positions
    text = next(keys for keys, at in positions.items() if at == (problem.line, problem.column))
    edit = editor.add_to_list((*text[:-1], field), values[-1], text)
    path.write_text(apply(editor.text, [edit]), encoding="utf-8")


def write(project: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")


def replace(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


CHANGED = "changed: 2026-11-26\n"
SOURCE = (
    f'title: "Brief"\n{CHANGED}url: https://voorbeeld.example/brief\n'
    "consulted: 2026-11-26\nconsulted_how: gelezen\n"
)
FACT = (
    f'{CHANGED}date: 2026-11-20\nstatements: [HRE-046]\nwhat: "Er is begonnen."\nsources: [brief]\n'
)
NEW: Mapping[str, Mapping[str, str]] = {
    "a fact with its source": {
        "content/sources/brief.yml": SOURCE,
        "content/progress/begonnen.yml": FACT,
    },
    "a party": {
        "content/parties/talenten.yml": (
            f"name: Talenten van de toekomst\n{CHANGED}group: bedrijven\n"
            'names: ["talenten van de toekomst"]\n'
        ),
    },
    "a term": {
        "content/terms/omscholing.yml": (
            f'{CHANGED}term: omscholing\nmeaning: "Een ander vak leren."\nordinary: true\n'
        ),
    },
    "an open point": {
        "content/open-points/geen-bedrag.yml": (
            f'{CHANGED}kind: ontbreekt\ntitle: "Geen bedrag"\nfound: "Er staat geen bedrag."\n'
            'handled: "Er is niets ingevuld."\nstatements: [HRE-046]\n'
        ),
    },
    "a page": {
        "content/pages/contact.yml": (
            f'title: "Contact: de redactie"\n{CHANGED}sections:\n  - slug: waar-terecht\n'
            '    heading: "Waar kunt u terecht?"\n    text: "Mail de redactie."\n'
        ),
    },
}


@pytest.mark.parametrize("name", NEW)
def test_something_new_is_finished_by_pasting(project: Path, name: str) -> None:
    write(project, NEW[name])
    assert check_content(project, day_of(dossier_at(project))).problems

    finish(project)


def add_a_statement(project: Path) -> None:
    line = "- Ontwikkelen van banen en talenten van de toekomst."
    replace(project, "content/sources/slides.txt", line, f"{line} Er komt een proef bij EZK.")
    text = '    text: "Ontwikkelen van banen en talenten van de toekomst."\n'
    number = dossier_at(project).next_number()
    statement = (
        f"\n  - id: {number}\n    line: 78\n    kind: inhoud\n    commitment: true\n"
        '    text: "Er komt een proef bij EZK."\n'
    )
    replace(project, "content/themes/human-capital.yml", text, text + statement)


def reword_a_summary(project: Path) -> None:
    path = project / "content/themes/human-capital.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'(?m)^intro: "', 'intro: "Kort gezegd: ', text), encoding="utf-8")


def correct_a_heading(project: Path) -> None:
    replace(project, "content/pages/leeswijzer.yml", "heading: Status", "heading: De status")


def correct_the_name_of_a_party(project: Path) -> None:
    path = project / "content/parties/vng.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(name: .*?)(\"?)$", r"\1 (VNG)\2", text), encoding="utf-8")


def take_a_term_away(project: Path) -> None:
    (project / "content/terms/jl.yml").unlink()


CHANGES: Mapping[str, Callable[[Path], None]] = {
    "a statement": add_a_statement,
    "a word of a summary": reword_a_summary,
    "a heading": correct_a_heading,
    "the name of a party": correct_the_name_of_a_party,
    "a term that is taken away": take_a_term_away,
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_finished_by_pasting(project: Path, name: str) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*.yml")}
    CHANGES[name](project)
    assert {path: path.read_bytes() for path in project.rglob("*.yml")} != before

    finish(project)
