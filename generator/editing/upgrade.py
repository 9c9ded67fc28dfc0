"""Converts content of an earlier version of this program, without changing what it says.

- The register becomes a file for each name; every line stays as it was.
- A record in a list of ``terms.yml`` and such becomes a file in the folder of its kind.
- A heading of a text of our own gets the name that was its anchor.
- Each line of the register gets the hash of the line before it.
- The party that reports a fact becomes a list of parties.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dossier import register_chain, register_files
from generator.dossier.kinds import ENTRIES
from generator.dossier.register_files import FORMER_FILE
from generator.editing import entry_files, heading_names, reporter_lists
from generator.editing.conversion import ConversionError
from generator.model import characters


@dataclass(frozen=True)
class Upgrade:
    """The files of the project that differ after the conversion, by path."""

    texts: Mapping[str, str]
    removed: frozenset[str]


def upgrade(texts: Mapping[str, str]) -> Upgrade:
    """Convert the files in ``content/``, given by path.

    Raises:
        ConversionError: a file has a mistake, so that what it says is not certain.

    """
    register = dict(_register(texts))
    lists = dict(entry for kind in ENTRIES for entry in entry_files.convert(kind, texts))
    headings = dict(heading_names.convert(texts))
    reporters = dict(reporter_lists.convert({**texts, **lists}))
    chained = register_chain.add_missing(_register_texts({**texts, **register}))
    removed = frozenset({FORMER_FILE} & texts.keys())
    return Upgrade({**headings, **lists, **reporters, **register, **chained}, removed)


def _register_texts(texts: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in texts.items() if register_files.is_register_file(path)}


def _register(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The lines of the register in one file, below those that each name has in its own file."""
    for path, lines in _lines_by_file(texts.get(FORMER_FILE, "")).items():
        written = characters.lines(texts.get(path, ""))
        new = [line for line in lines if line not in written]
        yield path, "".join(f"{line}\n" for line in (*written, *new))


def _lines_by_file(text: str) -> Mapping[str, list[str]]:
    """The lines of the register in one file, by the file of their name."""
    read = [*register_files.read_lines(FORMER_FILE, text)]
    if problems := [problem for _, _, wrong in read for problem in wrong]:
        raise ConversionError(*problems)
    path_of, found = dict[str, str](), dict[str, list[str]]()
    for (_, event, _), line in zip(read, characters.lines(text), strict=True):
        if event:
            path = path_of.setdefault(event.id, register_files.path_for(event))
            found.setdefault(path, []).append(line)
    return found
