"""How long building takes, beside what MkDocs alone takes for the very same Markdown.

Run it as ``python -m benchmarks.measure [N …]``. Each time is that of a fresh process, in seconds,
the best of three (of one from 10,000 statements). The numbers and what they mean are in README.md.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks import synthetic

SIZES = (100, 1_000, 10_000)
TURNS = 3
FEW_TURNS_FROM = 10_000
BUILD = """
import datetime as dt, sys
from pathlib import Path
from generator.build import build
sys.exit(bool(build(Path.cwd(), dt.date(2026, 11, 23), clean="--clean" in sys.argv).problems))
"""
CHECK = """
import sys
from pathlib import Path
from generator.checking import check_content
sys.exit(bool(check_content(Path.cwd()).problems))
"""


def main(sizes: list[int]) -> None:
    sys.stdout.write("statements  mkdocs  clean  ratio   edit  clean/edit  check  memory (MB)\n")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(f"{line(Path(folder), size)}\n")
            sys.stdout.flush()


def line(root: Path, size: int) -> str:
    synthetic.write(root, size)
    turns = 1 if size >= FEW_TURNS_FROM else TURNS
    clean = best(turns, lambda: python(root, BUILD, "--clean"))
    edit = best(turns, lambda: python(root, BUILD), before=lambda: edit_a_word(root))
    check = best(turns, lambda: python(root, CHECK))
    alone = best(turns, lambda: mkdocs_alone(root))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return (
        f"{size:>10}  {alone:6.1f} {clean:6.1f} {clean / alone:6.2f} {edit:6.1f} "
        f"{clean / edit:11.1f} {check:6.1f} {memory:12}"
    )


def best(turns: int, run: Callable[[], None], before: Callable[[], None] = lambda: None) -> float:
    """The shortest time of some turns, in seconds."""
    times = []
    for _ in range(turns):
        before()
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def python(root: Path, code: str, *arguments: str) -> None:
    command = [sys.executable, "-c", code, *arguments]
    environment = {"PYTHONPATH": str(synthetic.ROOT), "PATH": ""}
    subprocess.run(command, cwd=root, env=environment, check=True)  # noqa: S603


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
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "build/alone"]
    environment = {"NO_MKDOCS_2_WARNING": "1", "PATH": ""}
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or list(SIZES))
