"""Measures how long a build takes, compared with MkDocs alone on the same Markdown.

Run it as ``python -m benchmarks.measure [N …]``. Each time is that of a new process, in seconds:
the best of three rounds, or of one round from 10,000 statements. README.md explains the numbers.
"""

import math
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from benchmarks import synthetic
from generator.build.check import check_content
from generator.editing.change_check import write_schemas

SIZES = (100, 1_000, 10_000)
ROUNDS = 3
ROUNDS_IF_LARGE = 1
LARGE = 10_000
DAY = "2026-11-23"


def main(sizes: list[int]) -> None:
    tasks = "".join(f"{name:>8}" for name in TASKS)
    ratios = "".join(f"{'clean/' + name:>15}" for name in ("mkdocs", "material", "edit"))
    sys.stdout.write(f"statements {tasks}{ratios}  memory (MB)\n")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(f"{result_line(Path(folder), size)}\n")
            sys.stdout.flush()


def result_line(root: Path, size: int) -> str:
    """Measure every task for a dossier of one size; the results as a line of the table."""
    write_project(root, size)
    best = dict.fromkeys(TASKS, math.inf)
    for _ in range(ROUNDS_IF_LARGE if size >= LARGE else ROUNDS):
        for name in ROUND:
            best[name] = min(best[name], seconds(TASKS[name], root))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    ratios = [best["clean"] / best[name] for name in ("mkdocs", "material", "edit")]
    figures = [f"{each:8.1f}" for each in best.values()] + [f"{each:15.2f}" for each in ratios]
    return f"{size:>10} {''.join(figures)} {memory:12}"


def write_project(root: Path, size: int) -> None:
    """Write a project with ``size`` statements, with the commands that an editor has."""
    synthetic.write(root, size)
    shutil.copytree(synthetic.ROOT / "commands", root / "commands")
    shutil.copy(synthetic.ROOT / "site_build.py", root)
    checked = check_content(root, date.fromisoformat(DAY))
    if not checked.dossier:
        raise ValueError(checked.problems[:3])
    write_schemas(root, checked.dossier)


def seconds(task: Callable[[Path], None], root: Path) -> float:
    """How long a task takes; its preparation is not counted."""
    if task is build_after_edit:
        edit_a_word(root)
    start = time.perf_counter()
    task(root)
    return time.perf_counter() - start


def build_all(root: Path) -> None:
    python(root, "site_build.py", "build", "--clean", "--today", DAY)


def build_after_edit(root: Path) -> None:
    python(root, "site_build.py", "build", "--today", DAY)


def check(root: Path) -> None:
    python(root, "site_build.py", "check")


def python(root: Path, *arguments: str) -> None:
    command = [sys.executable, *arguments]
    subprocess.run(  # noqa: S603  (our own commands)
        command, cwd=root, env=environment(), check=True, capture_output=True
    )


def environment() -> dict[str, str]:
    """The environment variables with which a command finds our code."""
    return {"PYTHONPATH": str(synthetic.ROOT), "PATH": ""}


def edit_a_word(root: Path) -> None:
    """Add words to the note of one statement."""
    path = next((root / "content/themes").glob("proefthema-*.yml"), None)
    path = path or root / "content/themes/human-capital.yml"
    theme = yaml.safe_load(path.read_text(encoding="utf-8"))
    statement = theme["statements"][-1]
    statement["note"] = f"{statement.get('note', 'Toelichting.')} Nog iets."
    path.write_text(yaml.safe_dump(theme, allow_unicode=True, sort_keys=False), encoding="utf-8")


def mkdocs_alone(root: Path) -> None:
    """MkDocs with Material on the generated Markdown, without search."""
    python(root, "-m", "mkdocs", "build", "--quiet", "--site-dir", "build/alone")


def material(root: Path) -> None:
    """The same with Material's default search index."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    configuration = text.replace("plugins: []", "plugins: [search]")
    if configuration == text:
        raise ValueError("mkdocs.yml has another list of plugins")
    (root / "material.yml").write_text(configuration, encoding="utf-8")
    options = ("--config-file", "material.yml", "--quiet", "--site-dir", "build/alone")
    python(root, "-m", "mkdocs", "build", *options)


TASKS: dict[str, Callable[[Path], None]] = {
    "clean": build_all,
    "edit": build_after_edit,
    "check": check,
    "mkdocs": mkdocs_alone,
    "material": material,
}
ROUND = ("clean", "mkdocs", "material", "check", "edit", "check", "edit")
"""The tasks alternate, since the speed of a machine varies. Most edits follow another edit."""

if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or list(SIZES))
