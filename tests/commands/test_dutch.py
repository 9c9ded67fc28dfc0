"""Editors read Dutch on the command line: our texts, and those of click and git."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import site_build
from commands._dutch import DUTCH, DUTCH_PLURALS
from tests.commands.test_stopping import ALL
from tests.support.command_line import run

SOURCES = sorted(Path(click.__file__).parent.glob("*.py"))
NOT_SHOWN = {
    # For whoever writes commands
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Could not determine name for option with declarations {decls!r}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument "
        "instead? Did you mean to pass '--{name}'?"
    ),
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Value must be an iterable.",
    # Of what our commands do not use: prompts, versions, an editor, other types, shell completion
    "%(prog)s, version %(version)s",
    "Choice({choices})",
    "Confirm the action without prompting.",
    "Couldn't detect Bash version, shell completion is not supported.",
    "Do you want to continue?",
    "Error: The two entered values do not match.",
    "Error: invalid input",
    "Press any key to continue...",
    "Repeat for confirmation",
    "Shell completion is not supported for Bash versions older than 4.4.",
    "Show the version and exit.",
    "Windows error: {error}",
    "d",
    "deprecated",
    "env var: {var}",
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    "{value!r} is not a valid UUID.",
    "{value!r} is not a valid boolean. Recognized values: {states}",
}
"""The texts of click that no editor sees."""


def texts_of_click(function: str) -> Iterator[str]:
    """The first text in each call of a function of gettext in the source of click."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function:
                text = node.args[0]
                # One text is in a variable: the word in help for what must be given.
                yield text.value if isinstance(text, ast.Constant) else "required"  # type: ignore[misc]


def test_every_text_of_click_is_in_dutch_or_not_shown() -> None:
    """After an update of click this names what is new, and what is gone."""
    assert set(texts_of_click("_")) == DUTCH.keys() | NOT_SHOWN
    assert set(texts_of_click("ngettext")) == DUTCH_PLURALS.keys()


def fields(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)", text))


@pytest.mark.parametrize("text", [*DUTCH, *DUTCH_PLURALS])
def test_a_translation_has_no_other_fields(text: str) -> None:
    dutch = [DUTCH[text]] if text in DUTCH else DUTCH_PLURALS[text]
    plural = {"len", "possibilities", "choices", "nargs"} if text in DUTCH_PLURALS else set()

    assert set().union(*map(fields, dutch)) <= fields(text) | plural


ENGLISH = re.compile(
    r"\b(?:the|this|and|with|only|what|show|usage|options?|commands?|args?|argument|default|text"
    r"|integer|range|error|try|missing|invalid|value|such|file|name)\b",
    re.IGNORECASE,
)
NAMES = re.compile(
    r"--[\w-]+|\[text\|(?:github\|json|markdown)]|\btext voor|site_build\.py [\w -]+|'[^']*'"
)
"""What is English because it is typed, or is the name of a field."""


@pytest.mark.parametrize("words", ["", "new", *ALL])
def test_help_is_in_dutch(words: str) -> None:
    shown = CliRunner().invoke(site_build.main, [*words.split(), "--help"]).output
    of_fields = re.sub(r"(?<=--)[\w-]+ (?:\[?[A-Z_]+]? ?)+(?=  )", "", shown)

    assert "Gebruik:" in shown
    assert ENGLISH.findall(NAMES.sub("", of_fields)) in ([], ["text"])


WRONG_USES = {
    "diff": "Hier ontbreekt 'VERSIE'.",
    "bekijk": "Het commando 'bekijk' bestaat niet.",
    "new": "Commando’s:",
    "new iets": "Het commando 'iets' bestaat niet.",
    "check --bas": "De optie '--bas' bestaat niet. Bedoelde u '--base'?",
    "check --base": "Achter de optie '--base' hoort een waarde.",
    "check --format xml": (
        "Ongeldige waarde voor '--format': 'xml' is niet een van 'text', 'github', 'json'."
    ),
    "build --clean=x": "Achter de optie '--clean' hoort geen waarde.",
    "build --today morgen": "Ongeldige waarde voor '--today': 'morgen' is geen dag als 2026-11-23.",
    "serve --port hier": "Ongeldige waarde voor '--port': 'hier' is geen heel getal.",
    "serve --port 0": "Ongeldige waarde voor '--port': 0 valt buiten 1<=x<=65535.",
    "rename a": "Hier ontbreekt 'NIEUW'.",
    "rename a b c d": "Dit hoort er niet bij: c d",
    "new statement --related HRE-001": "Achter de optie '--related' horen 3 waarden.",
}


@pytest.mark.parametrize("words", WRONG_USES)
def test_a_wrong_use_is_told_in_dutch(words: str) -> None:
    result = CliRunner().invoke(site_build.main, words.split())

    assert result.exit_code == 2
    assert f"{WRONG_USES[words]}\n" in result.output
    assert not ENGLISH.findall(NAMES.sub("", result.output))


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("revision", ["bestaat-niet", "--all", "HEAD:content", "HEAD~1", "0" * 40])
def test_git_is_explained_in_dutch(project: Path, revision: str) -> None:
    result = run(project, "diff", "--", revision)

    assert result.returncode == 2
    assert result.stderr.startswith(
        f"Git kent ‘{revision}’ niet. Haal de hoofdtak op met ‘git fetch"
    )
    assert "git branch --all" in result.stderr


def test_outside_a_project_of_git_that_is_said(project: Path) -> None:
    result = run(project, "check", "--base", "HEAD")

    assert result.returncode == 1
    assert "Deze map hoort niet bij een git-project." in result.stderr
    assert "fatal" not in result.stderr


def test_another_language_of_the_machine_makes_no_difference(
    project: Path, git: Callable[..., str]
) -> None:
    git("status")
    for language in ("C", "nl_NL.UTF-8", "de_DE.UTF-8"):
        environment = {"LC_ALL": language, "LANGUAGE": language}

        unknown = run(project, "diff", "x", environment=environment)
        usage = run(project, "diff", environment=environment)

        assert unknown.stderr.startswith("Git kent ‘x’ niet.")
        assert "Hier ontbreekt 'VERSIE'." in usage.stderr
