"""One deed that breaks much is reported once or twice, at the place of the deed."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

import pytest

from generator.checks.runner import check
from generator.dossier import register_files
from generator.dossier.content_folder import is_evidence_text, is_source_text
from generator.dossier.loader import read
from generator.parsing import content_files
from generator.parsing.problem import Problem
from tests.conftest import TODAY, world_texts

WORLD = world_texts()
RECORDS = [path for path in WORLD if path.endswith(".yml")]
IN_FOLDERS = [path for path in RECORDS if len(PurePosixPath(path).parts) > len(("content", "x"))]
SOURCE_TEXTS = [path for path in WORLD if is_source_text(path)]
KEPT_TEXTS = [path for path in WORLD if is_evidence_text(path)]
HISTORY = register_files.parse(WORLD).history
SETTINGS = "content/dossier.yml"
MOST = 2
"""How many messages an editor may get about one deed."""

Deed = tuple[str, dict[str, bytes | None]]
"""The file in which the mistake is, and the new contents of files; None removes one."""


def deeds() -> Iterator[tuple[str, Deed]]:
    for path in (*RECORDS, *SOURCE_TEXTS, *KEPT_TEXTS):
        yield f"latin-1 {path}", (path, {path: f"{WORLD[path]}# é".encode("latin-1", "replace")})
        yield f"utf-16 {path}", (path, {path: WORLD[path].encode("utf-16")})
    for path in RECORDS:
        yield f"broken {path}", (path, {path: f'{WORLD[path]}\n x: ["'.encode()})
    for path in IN_FOLDERS:
        is_recorded = PurePosixPath(path).stem in HISTORY  # else the first is the original
        for name in ("aaa", "zzz") if is_recorded else ("zzz",):
            copy = str(PurePosixPath(path).with_stem(name))
            yield f"{name} copied from {path}", (copy, {copy: WORLD[path].encode()})
    for path in SOURCE_TEXTS:
        yield from source_deeds(path)
    other_prefix = WORLD[SETTINGS].replace("prefix: WAT", "prefix: WET").encode()
    yield "another prefix", (SETTINGS, {SETTINGS: other_prefix})


def source_deeds(path: str) -> Iterator[tuple[str, Deed]]:
    """What can happen to the text of a source."""
    yield f"missing {path}", (path, {path: None})
    yield f"emptied {path}", (path, {path: b""})
    yield f"replaced {path}", (path, {path: b"Iets anders.\n"})
    lines = WORLD[path].splitlines(keepends=True)
    for at in range(len(lines) - 1):
        inserted = "".join((*lines[:at], "- Nieuw.\n", *lines[at:]))
        yield f"inserted at {at} in {path}", (path, {path: inserted.encode()})
        for count in (1, 2, 5):
            removed = "".join((*lines[:at], *lines[at + count :]))
            yield f"{count} lines removed at {at} from {path}", (path, {path: removed.encode()})


DEEDS = dict(deeds())


def problems_after(files: Mapping[str, bytes | None]) -> list[Problem]:
    contents = {**{path: text.encode() for path, text in WORLD.items()}, **files}
    tree = content_files.decode_files(
        {path: content for path, content in contents.items() if content is not None}
    )
    return list(check(read(tree.texts, tree.problems), TODAY))


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_a_deed_is_told_once_or_twice_where_it_was_done(deed: Deed) -> None:
    path, files = deed

    found = problems_after(files)

    assert 1 <= len(found) <= MOST, [str(each) for each in found]
    assert path in [each.path for each in found]


def test_the_deeds_concern_every_file() -> None:
    concerned = {path for path, _ in DEEDS.values()}

    assert concerned >= {path for path in WORLD if not register_files.is_register_file(path)}
