"""A new quoted document: its source, its text, and a first chapter to complete."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier.content_folder import is_source_text, source_text_path
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import MENTIONABLE, kind_of, kind_of_model
from generator.dossier.register import Register
from generator.editing import scaffold
from generator.editing.scaffold import RecordRequest, ScaffoldError
from generator.model import Chapter, Source, characters, limits
from generator.parsing.yaml_cache import YamlCache
from generator.parsing.yaml_editor import NestedRecord, Value
from generator.text import remainder


@dataclass(frozen=True)
class DocumentRequest:
    """A quoted document that an editor asks for."""

    slug: str
    values: Mapping[str, Value]
    """The fields of its source."""
    text: str
    chapter: str
    """The slug of its first chapter; empty for a name made of that of the document."""
    day: dt.date
    taken: Register
    """The register of the branch to merge into; its numbers are not free either."""
    with_statements: bool = False
    """Whether each line becomes a statement."""


@dataclass(frozen=True)
class DocumentDraft:
    """The files of a new document."""

    title: str
    path: str
    text_path: str
    chapter: str
    chapter_path: str
    texts: Mapping[str, str]
    """The new text of every file that changes, by path."""
    statements: int
    """How many statements are proposed."""
    too_long: Sequence[int]
    """The numbers of lines that are too long for one statement."""


def draft(dossier: Dossier, texts: Mapping[str, str], request: DocumentRequest) -> DocumentDraft:
    """A source with its text, and a chapter with a statement for each line if that is asked for.

    Raises:
        ScaffoldError: a name or text is in use, there is no text, or content would become invalid.

    """
    source = RecordRequest(kind_of_model(Source), request.slug, request.values, request.day)
    scaffold.require_input(source)
    lines = characters.lines(characters.readable(request.text))
    _require_new_text(texts, lines)
    title = str(request.values["title"])
    found = dict(_proposals(lines)) if request.with_statements else {}
    statements = list(_numbered(dossier, request, found))
    chapter = _chapter(request, title, statements)
    paths = [f"{each.kind.content_path}/{each.name}.yml" for each in (source, chapter)]
    new = {
        paths[0]: scaffold.file_text(texts, source),
        source_text_path(request.slug): request.text,
        paths[1]: scaffold.file_text(texts, chapter),
    }
    _require_free(texts, new)
    return DocumentDraft(
        title=title,
        path=paths[0],
        text_path=source_text_path(request.slug),
        chapter=chapter.name,
        chapter_path=paths[1],
        texts=_completed(texts, new, request),
        statements=len(statements),
        too_long=[number for number, words in found.items() if not limits.fits_on_a_line(words)],
    )


def _completed(
    texts: Mapping[str, str], new: Mapping[str, str], request: DocumentRequest
) -> Mapping[str, str]:
    """The new files, and those in which a statement mentions the document."""
    cache = YamlCache()
    mentions = scaffold.with_mentions({**texts, **new}, {request.slug}, cache)
    completed = {**new, **mentions}
    if problems := scaffold.new_problems(texts, {**texts, **completed}, request.day, cache):
        raise scaffold.invalid(problems)
    return completed


def _require_new_text(texts: Mapping[str, str], lines: Sequence[str]) -> None:
    if not any(line.strip() for line in lines):
        raise ScaffoldError("in het bestand staat geen tekst")
    for path in filter(is_source_text, sorted(texts)):
        if characters.lines(characters.readable(texts[path])) == list(lines):
            raise ScaffoldError(f"deze tekst staat al in {path}")


def _require_free(texts: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Refuse names that are in use; a source that is only cited needs no new file."""
    path, text_path, _ = new
    if path in texts and text_path not in texts:
        message = f"de bron {path} is er al; zet de tekst zelf in {text_path}"
        raise ScaffoldError(f"{message} en maak er een hoofdstuk bij met: new chapter")
    for each in new:
        if each in texts:
            raise ScaffoldError(f"{each} bestaat al")


# The first chapter --------------------------------------------------------------------------------


def _chapter(request: DocumentRequest, title: str, statements: list[NestedRecord]) -> RecordRequest:
    values: dict[str, Value] = {"title": title, "source": request.slug}
    if statements:
        values["statements"] = statements
    name = request.chapter or f"{request.slug}-tekst"
    chapter = RecordRequest(kind_of_model(Chapter), name, values, request.day)
    scaffold.require_input(chapter)
    return chapter


def _proposals(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The words of each line that has any, without the dash of a list, by its number."""
    for number, line in enumerate(lines, 1):
        if words := remainder.uncovered(line, ()):
            yield number, words


def _numbered(
    dossier: Dossier, request: DocumentRequest, found: Mapping[int, str]
) -> Iterator[NestedRecord]:
    """A statement for each line that is not too long, with the next free numbers."""
    prefix, _, digits = dossier.next_number(request.taken).rpartition("-")
    kind = _default_kind(dossier) if found else ""
    lines = ((line, words) for line, words in found.items() if limits.fits_on_a_line(words))
    for number, (line, words) in enumerate(lines, int(digits)):
        yield {
            "id": f"{prefix}-{number:03d}",
            "line": line,
            "kind": kind,
            "text": words,
            **_mentions(dossier, words),
        }


def _default_kind(dossier: Dossier) -> str:
    """The kind that most statements have, of the kinds that are no headings."""
    kinds = dossier.settings.kinds
    uses = Counter(statement.kind for statement in dossier.statements)
    texts = [slug for slug, kind in kinds.items() if kind.role == "text"]
    if not texts:
        raise ScaffoldError("dossier.yml heeft bij 'kinds' geen soort voor gewone zinnen")
    return max(texts, key=lambda slug: uses[slug])


def _mentions(dossier: Dossier, words: str) -> dict[str, tuple[str, ...]]:
    """What a statement mentions, by the field that lists it."""
    mentioned = dossier.names.found(words).values()
    found = {
        kind.mention_field: tuple(
            dict.fromkeys(each.slug for each in mentioned if kind_of(each) is kind)
        )
        for kind in MENTIONABLE
    }
    return {field: slugs for field, slugs in found.items() if slugs}
