"""Content files that were copied without being changed into something else."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.dossier import urls
from generator.dossier.register import Register
from generator.grouping import gather
from generator.model import Chapter, File, Stored

MIN_SHARED = 2
"""A file with fewer statements of another file has a number that is in use, and is no copy."""


def originals(
    files: Mapping[str, Stored], texts: Mapping[str, str], register: Register
) -> Mapping[str, str]:
    """The path of the original, by the path of each file that is a copy of it.

    A copy has the same text as another file of its folder, or most of its statements have the
    numbers of another file. The original is the one that the register knows, or else the first.
    """
    order = sorted(files, key=lambda path: (-_recorded(files[path], register), path))
    return {
        **dict(_with_the_same_statements(files, order)),
        **dict(_with_the_same_text(order, texts)),
    }


def _recorded(file: Stored, register: Register) -> int:
    """How many of its names the register knows on its page."""
    if not isinstance(file, File):
        return int(register.last(file.slug) is not None)
    address = urls.address(urls.page(file))
    last = (register.last(name) for name in (file.slug, *_numbers(file)))
    return sum(event is not None and event.place.partition("#")[0] == address for event in last)


def _numbers(file: Stored) -> list[str]:
    return [each.id for each in file.statements] if isinstance(file, Chapter) else []


def _with_the_same_text(order: list[str], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    folders = ((PurePosixPath(path).parent, texts[path]) for path in order)
    for original, *copied in gather(zip(folders, order, strict=True)).values():
        yield from ((path, original) for path in copied)


def _with_the_same_statements(
    files: Mapping[str, Stored], order: list[str]
) -> Iterator[tuple[str, str]]:
    owner: dict[str, str] = {}
    for path in order:
        numbers = _numbers(files[path])
        shared = Counter(owner[number] for number in numbers if number in owner)
        for original, count in shared.most_common(1):
            if count >= MIN_SHARED and 2 * count > len(numbers):
                yield path, original
        for number in numbers:
            owner.setdefault(number, path)
