"""What must be right before a change lands: the content, and what goes with it."""

from pathlib import Path, PurePosixPath

from generator.build import folders
from generator.build.check import Checked, check_content
from generator.dossier import register
from generator.dossier.dossier import Dossier
from generator.editing import git, schema
from generator.parsing import content_files
from generator.parsing.problem import Problem


def check_change(root: Path, base: str | None = None) -> Checked:
    """Check all that must be right before a change lands: the content, and what goes with it.

    That the register only grew is held against ``base``, a git revision. Schemas are held against
    right content alone.

    Raises:
        RevisionError: git does not know the revision.

    """
    checked = check_content(root)
    problems = [*checked.problems]
    if base:
        problems += _check_growth(root, base, checked.texts.get(register.PATH, ""))
    texts = checked.texts
    if checked.dossier and not problems:
        schemas = check_schemas(root, checked.dossier)
        problems += schemas.problems
        texts = {**texts, **schemas.texts}
    return Checked(checked.dossier, tuple(sorted(problems)), texts)


def _check_growth(root: Path, base: str, now: str) -> list[Problem]:
    before = git.text_at(root, base, register.PATH)
    return [
        Problem(
            register.PATH,
            1,
            1,
            f"deze regel van {base} ontbreekt of is verplaatst: {line}",
            "gekrompen",
        )
        for line in register.misplaced_lines(before, now)
    ]


def check_schemas(root: Path, dossier: Dossier) -> Checked:
    """Check that what helps editors' own editors is as it would be written for this dossier."""
    tree = content_files.read_tree(root, schema.FOLDER)
    problems = tree.problems or tuple(schema.stale(dossier, tree.texts))
    return Checked(dossier, problems, tree.shown)


def write_schemas(root: Path, dossier: Dossier) -> None:
    """Write what helps editors' own editors, as it is for this dossier."""
    files = schema.render(dossier)
    folder = PurePosixPath(schema.FOLDER)
    named = {str(PurePosixPath(path).relative_to(folder)): text for path, text in files.items()}
    folders.write(root / folder, named)
