"""How long building takes, beside what MkDocs alone takes for the very same Markdown.

Run it as ``python -m benchmarks.measure [N …]``. Each time is that of a fresh process, in seconds,
the best of three (of two from 10,000 statements). The numbers and what they mean are in README.md.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks import synthetic
from generator.checking import check_content, write_schemas

SIZES = (100, 1_000, 10_000)
TURNS = 3
FEW_TURNS = 2
FEW_TURNS_FROM = 10_000
DAY = "2026-11-23"


def main(sizes: list[int]) -> None:
    sys.stdout.write(
        "statements  mkdocs  clean  clean/mkdocs   edit  clean/edit  check  memory (MB)\n"
    )
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(f"{line(Path(folder), size)}\n")
            sys.stdout.flush()


def line(root: Path, size: int) -> str:
    write_project(root, size)
    turns = FEW_TURNS if size >= FEW_TURNS_FROM else TURNS
    build, check = ["site_build.py", "build", "--today", DAY], ["site_build.py", "check"]
    clean = best(turns, lambda: python(root, *build, "--clean"))
    edit = best(turns, lambda: python(root, *build), before=lambda: edit_a_word(root))
    checked = best(turns, lambda: python(root, *check))
    alone = best(turns, lambda: mkdocs_alone(root))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return (
        f"{size:>10}  {alone:6.1f} {clean:6.1f} {clean / alone:13.2f} {edit:6.1f} "
        f"{clean / edit:11.1f} {checked:6.1f} {memory:12}"
    )


def write_project(root: Path, size: int) -> None:
    """Write a dossier with so many statements, with the commands that an editor has."""
    synthetic.write(root, size)
    shutil.copytree(synthetic.ROOT / "commands", root / "commands")
    shutil.copy(synthetic.ROOT / "site_build.py", root)
    checked = check_content(root)
    if not checked.dossier:
        raise ValueError(checked.problems[:3])
    write_schemas(root, checked.dossier)


def best(turns: int, run: Callable[[], None], before: Callable[[], None] = lambda: None) -> float:
    """The shortest time of some turns, in seconds."""
    times = []
    for _ in range(turns):
        before()
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def python(root: Path, *arguments: str) -> None:
    environment = {"PYTHONPATH": str(synthetic.ROOT), "PATH": ""}
    subprocess.run(  # noqa: S603  (our own commands)
        [sys.executable, *arguments], cwd=root, env=environment, check=True, capture_output=True
    )


def edit_a_word(root: Path) -> None:
    """Another word in the note of one statement."""
    path = next((root / "content/themes").glob("proefthema-*.yml"), None)
    path = path or root / "content/themes/human-capital.yml"
    theme = yaml.safe_load(path.read_text(encoding="utf-8"))
    statement = theme["statements"][-1]
    statement["note"] = f"{statement.get('note', 'Toelichting.')} Nog iets."
    path.write_text(yaml.safe_dump(theme, allow_unicode=True, sort_keys=False), encoding="utf-8")


def mkdocs_alone(root: Path) -> None:
    """MkDocs with Material on the Markdown that was made, as anyone would run it."""
    python(root, "-m", "mkdocs", "build", "--quiet", "--site-dir", "build/alone")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or list(SIZES))
