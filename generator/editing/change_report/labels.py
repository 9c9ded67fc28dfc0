"""How an editor calls a field or a record, taken from the model and the table of kinds."""

import re
from functools import cache

from generator.dossier.kind import Kind
from generator.dossier.kinds import KINDS
from generator.model import File, Record, Statement
from generator.text import inline_links

_END_OF_NAME = re.compile(r"[.:,;]")
_WHETHER = re.compile(r"^true als ")
_BY_MODEL = {kind.model: kind for kind in KINDS}


@cache
def of_field(model: type[Record], field: str) -> str:
    """What the Dutch docstring of a field begins with: ``inleiding van de redactie``.

    Raises:
        TypeError: the field has no docstring, so that editors do not know it either.

    """
    description = model.model_fields[field].description
    if not description:
        raise TypeError(f"add a Dutch docstring to {model.__name__}.{field}")
    label = _WHETHER.sub("of ", _END_OF_NAME.split(description)[0].strip())
    return label[:1].lower() + label[1:]


def kind(record: Record) -> Kind | None:
    """The kind of a record; None for a part of another record."""
    return _BY_MODEL.get(type(record))


def noun(record: Record) -> str:
    """The Dutch word for a record in a list; empty if the field that lists it says enough."""
    known = kind(record)
    return known.noun if known else ""


def title(record: Record) -> str:
    """The words by which an editor knows a record; a page with a fixed title has that."""
    known = kind(record)
    if known and known.cited_text and not isinstance(record, File):
        return known.cited_text(record)
    if isinstance(record, File):
        return record.display_name or (known.title if known else "") or model_title(type(record))
    field = title_field(record)
    return inline_links.plain_text(getattr(record, field)) if field else ""


def title_field(record: Record) -> str | None:
    """The field with the words by which a record is known; the first text if nothing else is."""
    known = kind(record)
    cited = known.cited_text(record) if known and known.cited_text else ""
    wanted = cited or (record.full_name if isinstance(record, File) else "")
    texts = {
        field: value
        for field, value in record
        if isinstance(value, str) and field not in ("slug", "id")
    }
    if isinstance(record, File) and not wanted:
        return None
    return next(
        (field for field, text in texts.items() if inline_links.plain_text(text) == wanted),
        next(iter(texts), None),
    )


def key(record: Record) -> str:
    """What tells a record apart from others in its list: its name, or else its title."""
    if isinstance(record, Statement):
        return record.id
    return str(getattr(record, "slug", "") or title(record))


def has_fixed_name(record: Record) -> bool:
    """Whether a record is still the same under its name; of some only the file has that name."""
    known = kind(record)
    return bool(known and known.cited_text)


def model_title(model: type[Record]) -> str:
    return str(model.model_config.get("title") or "")
