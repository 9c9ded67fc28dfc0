"""Guides for editors, generated from the model and the rules: all fields, and all messages."""

from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import MinLen
from pydantic import StrictBool

from generator.checks.explanations import EXPLANATIONS
from generator.dossier import register, register_files
from generator.dossier.kinds import FOLDERS, SINGLE_FILES
from generator.editing.generated_files import outdated
from generator.grouping import gather
from generator.model import Record, scalars
from generator.model.record import is_filled_by_loader
from generator.parsing.problem import Problem

FIELDS = "docs/velden.md"
MESSAGES = "docs/meldingen.md"
PATHS = (FIELDS, MESSAGES)
COMMAND = "python site_build.py docs"

MODELS: Mapping[str, type[Record]] = {
    **{f"content/{folder}/*.yml": model for folder, model in FOLDERS.items()},
    **{f"content/{name}": model for name, model in SINGLE_FILES.items()},
    f"{register_files.FOLDER}/*.jsonl": register.Event,
}
"""The record type of each kind of content file; of the register, that of one line."""

_VALUES: Mapping[Any, str] = {
    scalars.Text: "tekst",
    scalars.Line: "tekst op één regel",
    scalars.Contact: "e-mailadres of webadres",
    scalars.SafeContact: "e-mailadres, of webadres met https",
    scalars.Quote: "tekst op één regel",
    scalars.DisplayOnlyQuote: "tekst op één regel",
    scalars.PlainLine: 'tekst op één regel, zonder < > of "',
    scalars.Rich: "lopende tekst",
    scalars.LineMove: "verschuiving van regels",
    scalars.Slug: "vaste naam",
    scalars.StatementId: "nummer",
    scalars.Name: "nummer of naam",
    scalars.Prefix: "twee tot vijf hoofdletters",
    scalars.WebAddress: "webadres",
    scalars.BaseAddress: "webadres",
    scalars.Tooi: "webadres van een identificatie",
    scalars.SitePath: "adres op de site",
    scalars.Fingerprint: "64 hexadecimale tekens",
    scalars.PartialDate: "datum",
    scalars.PastDate: "datum",
    scalars.Day: "dag",
    scalars.PastDay: "dag",
    scalars.DayOfChange: "dag",
    scalars.DayOfReview: "dag",
    scalars.LineNumber: "geheel getal",
    StrictBool: "`true` of `false`",
    scalars.StatementName: "nummer van een uitspraak",
    scalars.PartyName: "naam van een partij",
    scalars.BodyName: "naam van een overleg",
    scalars.InstrumentName: "naam van een instrument",
    scalars.SourceName: "naam van een bron",
    scalars.ThemeName: "naam van een thema",
    scalars.KindName: "naam van een soort uitspraak",
    scalars.GroupName: "naam van een groep partijen",
    scalars.PointKindName: "naam van een soort aandachtspunt",
}
"""What an editor writes in a field, by the type of the field."""

_NOTICE = f"""\
Dit bestand wordt gemaakt door het programma. Wijzig het niet zelf; zo werkt u het bij:
`{COMMAND}`.
"""

_FIELDS_INTRODUCTION = f"""\
# Alle velden

{_NOTICE}
Hier staat per soort bestand welke velden het heeft. Onderdelen die in een bestand staan, zoals een
uitspraak in een thema, hebben zelf ook velden. Die staan onder [Onderdelen](#onderdelen). Hoe u een
bestand wijzigt, leest u in [Meewerken](../CONTRIBUTING.md).

Zo schrijft u een waarde:

| waarde | zo schrijft u haar |
|---|---|
| tekst | Gewone tekst. Staat er een dubbele punt in, zet de tekst dan tussen aanhalingstekens. |
| lopende tekst | Tekst waarin een link mag staan: `[woorden](naam)`. |
| vaste naam | Kleine letters, cijfers en losse streepjes, zoals `nieuwe-regeling`. |
| nummer | De letters van het dossier, een streepje en minstens drie cijfers, zoals `ABC-001`. |
| naam of nummer van … | De naam of het nummer van iets wat er al is. |
| dag | jjjj-mm-dd |
| datum | jjjj, jjjj-mm of jjjj-mm-dd |
| lijst | Elke waarde op een eigen regel, na een streepje. |
| per naam | Elke naam op een eigen regel, met een dubbele punt en de waarde. |

De naam van een bestand zonder `.yml` is ook een vaste naam. Een regel van het register maakt u met
`python site_build.py record`.

## Bestanden
"""

_MESSAGES_INTRODUCTION = f"""\
# Alle meldingen

{_NOTICE}
Aan het einde van een melding staat tussen blokhaken de naam van een regel. Hier staat per regel, op
alfabet, wat er aan de hand is en wat u doet. Hoe een melding eruitziet, leest u in
[Meewerken](../CONTRIBUTING.md).

"""


def render() -> dict[str, str]:
    """Both guides, by path."""
    return {FIELDS: _fields_guide(), MESSAGES: _messages_guide()}


def stale(texts: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each guide that is out of date or missing, given the committed ones by path."""
    message = f"deze uitleg is verouderd; werk haar bij met: {COMMAND}"
    return outdated(render(), texts, message, "verouderde-uitleg")


# Messages -----------------------------------------------------------------------------------------


def _messages_guide() -> str:
    rows = ((f"`{rule}`", *EXPLANATIONS[rule]) for rule in sorted(EXPLANATIONS))
    return _MESSAGES_INTRODUCTION + _table(("regel", "wat er aan de hand is", "wat u doet"), rows)


# Fields -------------------------------------------------------------------------------------------


def _fields_guide() -> str:
    parents = _parents()
    files = "".join(_file_section(path, model) for path, model in MODELS.items())
    parts = "".join(_part_section(part, parents[part]) for part in parents)
    return f"{_FIELDS_INTRODUCTION}{files}\n## Onderdelen\n{parts}"


def _file_section(path: str, model: type[Record]) -> str:
    return f"\n### {_title(model)}\n\n`{path}`\n\n{_fields_table(model)}"


def _part_section(part: type[Record], parents: Iterable[tuple[str, type[Record]]]) -> str:
    """The section of a nested record, with the fields of other records that can hold it."""
    places = (
        f"`{field}` van {', '.join(_link(model) for model in models)}"
        for field, models in gather(parents).items()
    )
    return f"\n### {_title(part)}\n\nStaat bij {' en '.join(places)}.\n\n{_fields_table(part)}"


def _parents() -> dict[type[Record], list[tuple[str, type[Record]]]]:
    """For each type of nested record: the fields that can hold it, with the type they belong to."""
    found: dict[type[Record], list[tuple[str, type[Record]]]] = {}
    waiting = [*MODELS.values()]
    for model in waiting:
        for field, part in _nested(model):
            if part not in found:
                waiting.append(part)
            found.setdefault(part, []).append((field, model))
    return found


def _nested(model: type[Record]) -> Iterator[tuple[str, type[Record]]]:
    """The fields of a record that hold nested records, with the type of these."""
    for name, hint in _fields(model).items():
        yield from ((name, part) for part in _record_types(hint))


def _record_types(hint: Any) -> Iterator[type[Record]]:  # noqa: ANN401  (a type hint is anything)
    if _is_record(hint):
        yield hint
    for part in get_args(hint):
        yield from _record_types(part)


def _fields(model: type[Record]) -> dict[str, Any]:
    """The type of each field that an editor writes, by its name."""
    hints = get_type_hints(model, include_extras=True)
    fields = model.model_fields.items()
    return {name: hints[name] for name, field in fields if not is_filled_by_loader(field)}


def _fields_table(model: type[Record]) -> str:
    rows = (_field_row(name, hint, model) for name, hint in _fields(model).items())
    return _table(("veld", "waarde", "verplicht", "wat u invult"), rows)


def _field_row(name: str, hint: Any, model: type[Record]) -> tuple[str, ...]:  # noqa: ANN401
    field = model.model_fields[name]
    is_required = "ja" if field.is_required() else "nee"
    return f"`{name}`", _value(hint), is_required, field.description or ""


def _value(hint: Any) -> str:  # noqa: ANN401  (a type hint is anything)
    """What an editor writes in a field of this type."""
    if hint in _VALUES:
        return _VALUES[hint]
    if _is_record(hint):
        return _link(hint)
    return _compound_value(get_origin(hint), get_args(hint))


def _compound_value(kind: Any, parts: tuple[Any, ...]) -> str:  # noqa: ANN401  (a type is anything)
    if kind is tuple:
        return f"lijst: {_value(parts[0])}"
    if kind is dict:
        return f"per naam: {_value(parts[1])}"
    if kind is Literal:
        return f"een van: {', '.join(f'`{each}`' for each in parts)}"
    if kind in (Union, UnionType):
        return _value(parts[0])  # an optional field is omitted, never empty
    if kind is Annotated and _has_minimum(parts[1:]):
        return f"{_value(parts[0])}, minstens één"
    raise TypeError(f"add words for this type of field to _VALUES: {kind} of {parts}")


def _has_minimum(metadata: Iterable[Any]) -> bool:
    """Whether a list must have at least one value."""
    return any(MinLen(1) in getattr(each, "metadata", ()) for each in metadata)


def _is_record(hint: Any) -> bool:  # noqa: ANN401  (a type hint is anything)
    return isinstance(hint, type) and issubclass(hint, Record)


# Markdown -----------------------------------------------------------------------------------------


def _title(model: type[Record]) -> str:
    return str(model.model_config["title"])


def _link(model: type[Record]) -> str:
    """A link to the section of a record type."""
    title = _title(model)
    return f"[{title}](#{title.lower().replace(' ', '-')})"


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    columns = tuple(columns)
    lines = (columns, ("---",) * len(columns), *rows)
    return "".join(f"{_row(cells)}\n" for cells in lines)


def _row(cells: Iterable[str]) -> str:
    escaped = (each.replace("|", r"\|") for each in cells)
    return f"| {' | '.join(escaped)} |"
