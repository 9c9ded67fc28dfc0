"""What is not wrong in the text of a source, but should be seen by an editor."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from generator.dossier.content_folder import is_source_text
from generator.model import characters
from generator.parsing.problem import MAX_FOUND, MAX_LISTED, Problem


def in_files(leftovers: Sequence[str]) -> Iterator[Problem]:
    """One notice about all files of other programs, given by path; none without them."""
    count, names = len(leftovers), ", ".join(leftovers[:MAX_LISTED])
    message = "dit bestand van een ander programma is overgeslagen"
    if count > 1:
        more = ", …" if count > MAX_LISTED else ""
        message = f"{count} bestanden van andere programma’s zijn overgeslagen: {names}{more}"
    if leftovers:
        yield Problem(leftovers[0], 1, 1, message, "overgeslagen-bestand")


def in_sources(texts: Mapping[str, str]) -> Iterator[Problem]:
    """A notice for each unseen character in a source text that can hide or reorder words.

    ``texts`` has all content files by path. A source text stays as it was published, so such a
    character is no mistake; the site leaves it out.
    """
    found = (each for path in sorted(texts) if is_source_text(path) for each in _in(path, texts))
    return islice(found, MAX_FOUND)


def _in(path: str, texts: Mapping[str, str]) -> Iterator[Problem]:
    if not any(characters.deceptive(texts[path])):
        return
    for number, line in enumerate(characters.lines(texts[path]), 1):
        for at, character in characters.deceptive(line):
            name = characters.code_point(character)
            message = f"hier staat een onzichtbaar teken ({name}); op de site staat het niet"
            yield Problem(path, number, at + 1, message, "onzichtbaar-teken", at + 2)
