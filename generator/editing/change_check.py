"""The checks of a pull request: valid content, append-only register, current generated files."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.build import folders
from generator.build.check import CheckedContent, check_content
from generator.dossier import register_files
from generator.dossier.dossier import Dossier
from generator.dossier.loader import read
from generator.editing import days_of_change, git, line_moves, number_claims, reference, schema
from generator.parsing import content_files
from generator.parsing.content_files import Tree
from generator.parsing.problem import Problem


def check_change(root: Path, today: dt.date, base: str | None = None) -> CheckedContent:
    """Check everything that must hold, as of a day, before a change is merged.

    The content must be valid. Compared with ``base``, a git revision, the register may only have
    grown, and a file that changed without its day gives a notice. The schemas must be up to date;
    they are checked only if all else is right.

    Raises:
        RevisionError: git does not know the revision.

    """
    checked = check_content(root, today)
    problems, seen = [*checked.problems], [*checked.notices]
    if base:
        found = _check_against(root, base, checked, today)
        problems = [*found.problems]
        seen += found.notices
    texts = checked.texts
    if checked.dossier and not problems:
        schemas = check_schemas(root, checked.dossier)
        problems += schemas.problems
        texts = {**texts, **schemas.texts}
    return CheckedContent(checked.dossier, tuple(sorted(problems)), texts, tuple(seen))


def _check_against(
    root: Path, base: str, checked: CheckedContent, today: dt.date
) -> CheckedContent:
    """All problems, with what a git revision shows: lost lines, unrecorded moves, old days."""
    before = content_files.decode_files(git.files_at(root, base, "content")).texts
    problems = [*checked.problems, *_lost_lines(root, base, before, checked.texts)]
    earlier = read(before).dossier
    if checked.dossier and earlier:
        problems = [*number_claims.explained(problems, checked.dossier, earlier, base)]
    if checked.dossier and not problems:
        known = line_moves.event_counts(register_files.parse(before).history)
        problems += line_moves.unrecorded(before, checked.dossier, known)
    seen = tuple(days_of_change.forgotten(before, checked.texts, today))
    return CheckedContent(checked.dossier, tuple(problems), checked.texts, seen)


def _lost_lines(
    root: Path, base: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[Problem]:
    """The lines of the register at ``base`` that are not here.

    What was there when this branch began was taken away here; the rest came after that.
    """
    start = git.files_at(root, git.merge_base(root, base), register_files.FOLDER)
    removed = {*register_files.missing_lines(content_files.decode_files(start).texts, after)}
    newer = []
    for path, line in register_files.missing_lines(_register(before), after):
        if (path, line) in removed:
            yield Problem(path, 1, 1, _removed_line(base, path, line), "gekrompen")
        else:
            newer.append(path)
    if newer:
        message = (
            f"{base} heeft in het register {len(newer)} regels die hier nog niet staan; haal "
            f"{base} eerst binnen met: git merge {base}"
        )
        yield Problem(newer[0], 1, 1, message, "gekrompen")


def _register(texts: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in texts.items() if register_files.is_register_file(path)}


def _removed_line(base: str, path: str, line: str) -> str:
    return (
        f"deze regel van {base} ontbreekt of is verplaatst; zet hem terug met: "
        f"git checkout {base} -- {path} — of maak er weer deze regel van, en zet regels van uzelf "
        f"eronder. Is het weg, leg dat daarna vast zoals de melding dan zegt. De regel: {line}"
    )


def check_schemas(root: Path, dossier: Dossier) -> CheckedContent:
    """Check that the JSON Schemas for text editors are up to date with this dossier."""
    tree = content_files.read_tree(root, schema.FOLDER)
    problems = tree.problems or tuple(schema.stale(dossier, tree.texts))
    return CheckedContent(dossier, problems, tree.displayable)


def write_schemas(root: Path, dossier: Dossier) -> None:
    """Write the JSON Schemas for text editors for this dossier."""
    files = schema.render(dossier)
    folder = PurePosixPath(schema.FOLDER)
    by_name = {str(PurePosixPath(path).relative_to(folder)): text for path, text in files.items()}
    folders.write(root / folder, by_name)


def write_names(root: Path, dossier: Dossier) -> None:
    """Write the names in the content, which text editors suggest."""
    folders.write_into(root, [(schema.NAMES, schema.names_text(dossier))])


def check_guides(root: Path) -> Tree:
    """Check that the generated guides for editors are up to date; give their problems and texts."""
    paths = [path for path in reference.PATHS if (root / path).is_file()]
    texts = {
        path: text
        for each in paths
        for path, text in content_files.read_file(root, each).texts.items()
    }
    return Tree(texts, tuple(reference.stale(texts)))


def write_guides(root: Path) -> None:
    """Write the generated guides for editors; the other files in their folder stay as they are."""
    folders.write_into(root, reference.render().items())
