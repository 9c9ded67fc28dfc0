"""Names for the pieces of text on a new page, made of their headings."""

from collections.abc import Mapping

from generator.dossier.dossier import Dossier
from generator.parsing.yaml_editor import NestedRecord, Value
from generator.text import slugs


def with_names(
    values: Mapping[str, Value], dossier: Dossier, name_of_page: str
) -> dict[str, Value]:
    """The values of a new record in which every record with a heading has a name of its own.

    A name that is or was in use in the dossier is not given again.
    """
    used = {*(item.name for item in dossier.citables), *dossier.register.history, name_of_page}
    return {
        field: [_named(each, used) for each in value] if isinstance(value, list) else value
        for field, value in values.items()
    }


def _named(record: NestedRecord, used: set[str]) -> NestedRecord:
    if "heading" not in record:
        return record
    return {"slug": slugs.unused(slugs.from_title(str(record["heading"])), used), **record}
