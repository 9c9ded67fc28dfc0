"""Builds that are interrupted at one of their writes, and what is there afterwards.

``python -m tests.support.interrupted_builds COUNT FOLDER`` does it COUNT times in a new FOLDER, and
prints a table. Its exit code is 1 unless readers always had the old site or the new one, no process
went on, each fault was reported in plain language, and the next build gave the same as a clean one.

Each build runs in a process forked from this one, which has loaded the program and run none of it.
"""

import errno
import mmap
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import NoReturn

import commands._project_lock
import commands.build
import commands.check
import site_build
from generator.build import exchange, mkdocs_run
from generator.build.errors import FAULTS
from tests.support.built import copy_output
from tests.support.incremental import DAY, EDITS, files, record_changes, world_project

LOADED = (mkdocs_run,)
"""What a build loads when it needs it; here it is loaded once for all builds."""
REMOVALS = {"os.remove", "os.rmdir"}
WRITES = {*REMOVALS, "os.rename", "os.link", "os.mkdir", "os.symlink", "os.truncate"}
"""Audit events, apart from that of opening a file; ``os.replace`` has that of ``os.rename``."""
WAIT = 5.0
"""In seconds: the time in which helper processes have to be gone."""
MODES = ("incremental", "clean")
GOLDEN = 0.618034
"""Multiples of this fraction spread evenly between whole numbers, however many there are."""
START = 0.3
"""Has one of the first kills of a first process come while it has a helper that writes."""
HELPED = {"incremental": 0.2, "clean": 0.9}
"""The part of all writes during which a build has helpers, by its mode."""
LAST = 11
RENAMES = (4, 5, 3)
"""Which write is the second, the third and the first rename, from the attempt to exchange on."""
OUTCOMES = ("old", "new", "missing", "mixed", "not told", "went on", "next differs")
WRONG = OUTCOMES[2:]


# Interruptions ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Write:
    """What a process of a build is about to do."""

    event: str
    main: int
    """The process that was started."""
    helpers: tuple[int, ...]
    """The processes forked from it that are still there, the oldest first."""


Interruption = Callable[[Write], None]
"""Called before a write, and before every later one."""


def kill_all(write: Write) -> None:
    os.killpg(write.main, signal.SIGKILL)


def kill_main(number: int, write: Write) -> None:
    os.kill(write.main, number)


def kill_helper(write: Write) -> None:
    for helper in write.helpers[-1:]:
        os.kill(helper, signal.SIGKILL)


def fail(number: int, write: Write) -> None:
    if write.event not in REMOVALS:
        raise OSError(number, os.strerror(number))


KILLS: dict[str, Interruption] = {
    "SIGKILL to all": kill_all,
    "SIGKILL to the first": partial(kill_main, signal.SIGKILL),
    "SIGKILL to a helper": kill_helper,
    "SIGTERM to the first": partial(kill_main, signal.SIGTERM),
}
ERRORS: dict[str, Interruption] = {
    errno.errorcode[number]: partial(fail, number) for number in FAULTS
}


@dataclass(frozen=True)
class Case:
    name: str
    interruption: Interruption | None
    mode: str
    exchanges: bool = True
    """Whether the disk can exchange two folders; otherwise they are renamed."""

    @property
    def arguments(self) -> tuple[str, ...]:
        return (*BUILD, *(["--clean"] if self.mode == "clean" else []))

    @property
    def title(self) -> str:
        return f"{self.name}, {self.mode}{'' if self.exchanges else ', two renames'}"


BUILD = ("build", "--today", DAY.isoformat())
KILLED = (
    *(Case(name, kill, mode) for name, kill in KILLS.items() for mode in MODES),
    *(Case("SIGKILL to all", kill_all, mode, exchanges=False) for mode in MODES),
)
FAULTY = tuple(Case(name, error, mode) for mode in MODES for name, error in ERRORS.items())


# Running a command --------------------------------------------------------------------------------


class SharedNumbers:
    """Numbers that forked processes share; all are 0 at first."""

    def __init__(self) -> None:
        self._memory = memoryview(mmap.mmap(-1, mmap.PAGESIZE)).cast("q")

    def __getitem__(self, at: int) -> int:
        return self._memory[at]

    def __setitem__(self, at: int, value: int) -> None:
        self._memory[at] = value

    def add(self, value: int) -> None:
        """Add to a list, whose length is the first number."""
        self[0] += 1
        self[self[0]] = value

    def listed(self) -> list[int]:
        return [self[at] for at in range(1, self[0] + 1)]


@dataclass(frozen=True)
class Ended:
    """A command that ended: by itself, or by a signal."""

    code: int
    """The exit code; of a signal the negative number."""
    said: str
    went_on: bool
    """Whether a helper process did more than it was doing when the command ended."""
    writes: int


def run(root: Path, case: Case, at: int = 0, *, arguments: tuple[str, ...] = BUILD) -> Ended:
    """Run a command in a project, interrupted from the write with this number on.

    Where two folders cannot be exchanged, the first write is the attempt to do so.
    """
    said, count = root.with_suffix(".txt"), SharedNumbers()
    pid = os.fork()
    if not pid:
        _run(root, said, arguments, partial(_watch, root, case, at, count))
    _, status = os.waitpid(pid, 0)
    writes = count[0]
    is_left = _await_end(pid)
    went_on = bool(is_left or count[0] > writes + 1)
    return Ended(os.waitstatus_to_exitcode(status), said.read_text("utf-8"), went_on, count[0])


def _run(root: Path, said: Path, arguments: tuple[str, ...], watch: Callable[[], None]) -> NoReturn:
    code = 1
    try:
        os.setsid()
        with said.open("w", encoding="utf-8") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        for module in (commands.build, commands.check, commands._project_lock):  # noqa: SLF001
            vars(module)["ROOT"] = root
        watch()
        site_build.main([*arguments])
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 0
    except BaseException:  # noqa: BLE001  (as Python does at the end of a program)
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _watch(root: Path, case: Case, at: int, count: SharedNumbers) -> None:
    """Count the writes of this process and of those forked from it, and interrupt them."""
    main, helpers, is_counting = os.getpid(), SharedNumbers(), case.exchanges
    os.register_at_fork(after_in_child=lambda: helpers.add(os.getpid()))

    def write(event: str) -> None:
        nonlocal is_counting
        is_counting = is_counting or event == "exchange"
        count[0] += is_counting
        if case.interruption and count[0] >= at:
            there = tuple(pid for pid in helpers.listed() if _state(pid) not in "ZX")
            case.interruption(Write(event, main, there))

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if _is_write(event, arguments) and _path(arguments[0]).startswith(str(root)):
            write(event)

    _watch_exchanges(write, possible=case.exchanges)
    sys.addaudithook(hook)


def _is_write(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        flags = arguments[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in WRITES


def _path(argument: object) -> str:
    return os.fsdecode(argument) if isinstance(argument, str | bytes | os.PathLike) else ""


def _watch_exchanges(write: Callable[[str], None], *, possible: bool) -> None:
    """Count an exchange as two writes, one before and one after it: Python knows nothing of it."""
    original = exchange.exchange

    def watched(one: Path, other: Path) -> bool:
        write("exchange")
        done = possible and original(one, other)
        write("exchange")
        return done

    exchange.exchange = watched


def _await_end(session: int) -> bool:
    end = time.monotonic() + WAIT
    while (left := [*_processes(session)]) and time.monotonic() < end:
        time.sleep(0.01)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    return bool(left)


def _processes(session: int) -> Iterator[int]:
    for folder in Path("/proc").glob("[0-9]*"):
        state, _, _, of, *_ = _stat(int(folder.name))
        if of == str(session) and state not in "ZX":
            yield int(folder.name)


def _state(pid: int) -> str:
    return _stat(pid)[0]


def _stat(pid: int) -> list[str]:
    """The state, parent, group and session of a process: see proc_pid_stat(5)."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:  # it has ended
        return ["X", "", "", ""]
    return text.rpartition(")")[2].split()[:4]


# What is there afterwards -------------------------------------------------------------------------


@dataclass(frozen=True)
class World:
    """A project whose site is built and whose content was edited since."""

    start: Path
    old: dict[str, bytes]
    new: dict[str, bytes]
    writes: dict[str, int]
    """How many writes a build has that is not interrupted, by its mode."""


def prepare(folder: Path) -> World:
    start = world_project(folder / "start")
    _require(run(start, Case("", None, "clean")))
    old = files(start / "site")
    _in_other_process(partial(_edit, start))
    new: dict[str, bytes] = {}
    writes = {}
    for case in (Case("", None, mode) for mode in MODES):
        root = copy(start, folder / case.mode)
        writes[case.mode] = _require(run(root, case, arguments=case.arguments)).writes
        found = files(root / "site")
        assert not new or new == found, "a clean build gives something else"
        new = found
    return World(start, old, new, writes)


def _edit(root: Path) -> None:
    for name in ("a name", "a note"):
        EDITS[name](root)
    record_changes(root)


def _in_other_process(work: Callable[[], None]) -> None:
    pid = os.fork()
    if not pid:
        work()
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0


def _require(ended: Ended) -> Ended:
    assert ended.code == 0, ended
    return ended


def copy(start: Path, root: Path) -> Path:
    """A copy of a project with its output."""
    root.mkdir()
    content = [start / name for name in ("content", "templates", "mkdocs.yml")]
    subprocess.run(["cp", "-a", *content, root], check=True)  # noqa: S603, S607
    copy_output(start, root)
    return root


def outcomes(world: World, case: Case, at: int, root: Path) -> set[str]:
    """Interrupt a build at a write; give what of ``OUTCOMES`` holds."""
    copy(world.start, root)
    ended = run(root, case, at, arguments=case.arguments)
    if not case.exchanges and not (root / "site").exists():
        run(root, Case("", None, case.mode), arguments=("check",))
    found = {_compare(root / "site", world)}
    is_killed = ended.code in {-signal.SIGKILL, -signal.SIGTERM}
    if not is_killed and not _is_told(ended):
        found.add("not told")
    if ended.went_on:
        found.add("went on")
    following = run(root, Case("", None, case.mode))
    if following.code or files(root / "site") != world.new:
        found.add("next differs")
    if found & {*WRONG}:
        print(case.title, at, sorted(found), ended, following, sep="\n", flush=True)  # noqa: T201
    return found


def _compare(site: Path, world: World) -> str:
    if not site.is_dir():
        return "missing"
    found = files(site)
    return "old" if found == world.old else "new" if found == world.new else "mixed"


def _is_told(ended: Ended) -> bool:
    is_in_words = "De site kan niet worden gemaakt" in ended.said or not ended.code
    return is_in_words and ended.code in (0, 1) and "Traceback" not in ended.said


# The table ----------------------------------------------------------------------------------------


def main(count: int, folder: Path) -> int:
    folder.mkdir()
    world, table = prepare(folder), {case: Counter[str]() for case in (*KILLED, *FAULTY)}
    for number, case in enumerate(islice(_cases(), count)):
        root = folder / f"{number}"
        at = _place(number, case, world.writes[case.mode])
        table[case].update(("tried", *outcomes(world, case, at, root)))
        subprocess.run(["rm", "-rf", root], check=True)  # noqa: S603, S607
    _print(table)
    return any(tried[name] for tried in table.values() for name in WRONG)


def _cases() -> Iterator[Case]:
    killed, faulty = cycle(KILLED), cycle(FAULTY)
    while True:
        yield from islice(killed, 5)
        yield next(faulty)


def _place(number: int, case: Case, writes: int) -> int:
    """Spread over all writes, but often near the last ones, among which is the exchange."""
    if not case.exchanges:
        return RENAMES[number // 12 % len(RENAMES)]
    fraction = (START + number * GOLDEN) % 1
    if case.interruption is kill_helper:
        return 1 + int(fraction * HELPED[case.mode] * writes)
    is_near_end = (number + number // 12) % 3 == 2
    if is_near_end and case.name in KILLS:
        return writes - number % LAST
    return 1 + int(fraction * writes)


def _print(table: dict[Case, Counter[str]]) -> None:
    columns = ("tried", *OUTCOMES)
    print("|".join(("", "", *columns, "")), "|-" + "|-" * len(columns) + "|", sep="\n")  # noqa: T201
    for case, tried in table.items():
        if tried:
            print("|".join(("", case.title, *(f"{tried[each]}" for each in columns), "")))  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2])))
