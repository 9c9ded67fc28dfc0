"""The checks of a pull request: valid content, append-only register, current generated files."""

from pathlib import Path, PurePosixPath

from generator.build import folders
from generator.build.check import CheckedContent, check_content
from generator.dossier import register
from generator.dossier.dossier import Dossier
from generator.editing import git, reference, schema
from generator.parsing import content_files
from generator.parsing.content_files import Tree
from generator.parsing.problem import Problem


def check_change(root: Path, base: str | None = None) -> CheckedContent:
    """Check everything that must hold before a change is merged.

    The content must be valid. Compared with ``base``, a git revision, the register may only have
    grown. The schemas must be up to date; they are checked only if all else is right.

    Raises:
        RevisionError: git does not know the revision.

    """
    checked = check_content(root)
    problems = [*checked.problems]
    if base:
        problems += _check_append_only(root, base, checked.texts.get(register.PATH, ""))
    texts = checked.texts
    if checked.dossier and not problems:
        schemas = check_schemas(root, checked.dossier)
        problems += schemas.problems
        texts = {**texts, **schemas.texts}
    return CheckedContent(checked.dossier, tuple(sorted(problems)), texts, checked.notices)


def _check_append_only(root: Path, base: str, after: str) -> list[Problem]:
    before = git.text_at(root, base, register.PATH)
    return [
        Problem(
            register.PATH,
            1,
            1,
            f"deze regel van {base} ontbreekt of is verplaatst: {line}",
            "gekrompen",
        )
        for line in register.misplaced_lines(before, after)
    ]


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
