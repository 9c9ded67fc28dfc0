"""The files of the register: one for each name, so that two proposals never write the same file.

The name of a file has the name of what it is about and the start of the fingerprint of its first
event. Two proposals that give the same number to different statements write different files too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, starmap, takewhile

from generator.dossier import register_chain, register_line
from generator.dossier.register import Event, Register
from generator.dossier.register_line import LineError
from generator.grouping import gather
from generator.model import characters
from generator.model.record import RecordIdentity, identity
from generator.parsing.problem import MAX_FOUND, Problem
from generator.parsing.validation import validate
from generator.parsing.validation_messages import problems
from generator.parsing.yaml_reader import Document

FOLDER = "content/register"
FORMER_FILE = "content/register.jsonl"
"""Where earlier versions of this program kept all events."""


def path_for(first: Event) -> str:
    """The file of the events of a name, of which this is the first."""
    return f"{FOLDER}/{first.id}-{first.fingerprint[:8]}.jsonl"


def is_register_file(path: str) -> bool:
    """Whether a content file is a part of the register."""
    folder, _, name = path.rpartition("/")
    return folder == FOLDER and name.endswith(".jsonl")


def parse(texts: Mapping[str, str]) -> Register:
    """Read the register from its files, given by path; other files are skipped.

    A line with a mistake is reported as a problem and left out. After ``MAX_FOUND`` problems the
    rest is not read.
    """
    return _parse(tuple((path, texts[path]) for path in sorted(texts) if is_register_file(path)))


@lru_cache(maxsize=1)  # during preview, most saves do not change it
def _parse(files: tuple[tuple[str, str], ...]) -> Register:
    events, documents, found = list[Event](), dict[RecordIdentity, Document](), list[Problem]()
    for document, event, wrong in chain.from_iterable(starmap(_read, files)):
        found += wrong
        if event:
            events.append(event)
            documents[identity(event)] = document
        if len(found) >= MAX_FOUND:
            break
    texts = {path: characters.lines(text) for path, text in files}
    in_date_order = sorted(events, key=lambda event: event.date)
    lines = gather((event.id, _written(texts, documents[identity(event)])) for event in events)
    return Register(tuple(in_date_order), tuple(events), documents, lines, tuple(found))


def _written(texts: Mapping[str, Sequence[str]], document: Document) -> str:
    number, _ = document.start
    return texts[document.path][number - 1]


ReadLine = tuple[Document, Event | None, list[Problem]]
"""A line as a document, as an event if it is one, and its problems."""


def _read(path: str, text: str) -> Iterator[ReadLine]:
    """Each line of a file, which must be that of its name."""
    names = set[str]()
    for document, event, wrong in read_lines(path, text):
        if event:
            names.add(event.id)
            wrong.extend(_misplaced(document, event, names))
        yield document, event, wrong


def read_lines(path: str, text: str) -> Iterator[ReadLine]:
    """Each line of a text with events of any names."""
    if conflict := _conflict(path, text):
        yield conflict, None, list(conflict.problems)
        return
    for number, written in enumerate(characters.lines(text), 1):
        document = _document(path, number, written)
        event, wrong = _event(document)
        yield document, event, wrong
    if text and not text.endswith("\n") and not wrong:
        yield document, None, [_unterminated_line(path, text)]


def _conflict(path: str, text: str) -> Document | None:
    """The first conflict marker of git in a file, as a document with that problem."""
    for number, each in enumerate(characters.lines(text), 1):
        if each.startswith(("<<<<<<< ", ">>>>>>> ")) or each == "=======":
            message = (
                "hier botsen twee voorstellen; houd de regels van beide en haal alleen de regels "
                "met <<<<<<<, ======= en >>>>>>> weg"
            )
            return Document(path, problems=(Problem(path, number, 1, message, "conflict"),))
    return None


def _document(path: str, number: int, written: str) -> Document:
    try:
        value = register_line.read(written)
    except LineError as error:
        problem = Problem(path, number, error.column, error.message, "register")
        return Document(path, problems=(problem,))
    return Document(path, value, start=(number, 1), is_filled="null" not in written)


def _event(document: Document) -> tuple[Event | None, list[Problem]]:
    if document.problems:
        return None, list(document.problems)
    result = validate(document, Event)
    wrong = [*problems(document, Event, result.faults)]
    return (None if result.faults else result.record), wrong


def _misplaced(document: Document, event: Event, names: set[str]) -> Iterator[Problem]:
    """A problem if an event is in the file of another name."""
    number, _ = document.position(())
    if len(names) > 1:
        message = f"in dit bestand staat ook een andere naam; zet '{event.id}' in een eigen bestand"
        yield document.problem((), message, "register")
    elif number == 1 and document.path != path_for(event):
        yield document.problem((), f"dit bestand moet {path_for(event)} heten", "register")


def _unterminated_line(path: str, text: str) -> Problem:
    number = text.count("\n") + 1
    message = "de laatste regel is niet afgesloten; zet er een regeleinde achter of haal hem weg"
    return Problem(path, number, 1, message, "register")


def file_of(register: Register, name: str) -> str | None:
    """The file in which the events of a name are written, if it has any."""
    events = register.history.get(name)
    return register.documents[identity(events[-1])].path if events else None


def missing_lines(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files and lines of an earlier register that a later one does not begin with.

    Both have the texts of the files by path.
    """
    for path, text in before.items():
        earlier, later = characters.lines(text), characters.lines(after.get(path, ""))
        kept = sum(takewhile(bool, map(_is_kept, earlier, later)))
        yield from ((path, each) for each in earlier[kept:])


def _is_kept(earlier: str, later: str) -> bool:
    """Whether a line is what it was, or got the hash that lines did not have in the past."""
    return later == earlier or register_chain.without_previous(later) == earlier


def with_events(
    texts: Mapping[str, str], register: Register, new: Iterable[Event]
) -> dict[str, str]:
    """The new text of each file of the register that gets events, by path.

    ``texts`` has the current texts, and ``register`` is what they say.
    """
    changed: dict[str, str] = {}
    paths: dict[str, str] = {}
    for event in new:
        path = file_of(register, event.id) or paths.setdefault(event.id, path_for(event))
        changed[path] = register_chain.append(changed.get(path, texts.get(path, "")), event)
    return changed
