"""The type, the mentions and the relations of a statement agree with its own text."""

from collections.abc import Iterator, Sequence

from generator.checks import Finding
from generator.dossier.dossier import Dossier
from generator.dossier.kinds import MENTIONABLE, kind_of
from generator.dossier.references import mentioned_slugs
from generator.model import Mentionable, Named, Relation, Statement


def headings_are_not_commitments(dossier: Dossier) -> Iterator[Finding]:
    """A title or heading is not a commitment."""
    for statement in dossier.commitments:
        kind = dossier.settings.kinds.get(statement.kind)
        if kind and kind.role != "text":
            yield statement, ("commitment",), f"een {kind.label.lower()} kan geen afspraak zijn"


def source_names_are_unique(dossier: Dossier) -> Iterator[Finding]:
    """Every name in the source belongs to one record."""
    first: dict[str, Mentionable] = {}
    for record in dossier.claimants:
        for at, name in enumerate(record.names):
            earlier = first.setdefault(name, record)
            if earlier is not record:
                yield record, ("names", at), f"de naam '{name}' hoort al bij '{earlier.slug}'"


def source_names_occur_in_a_source(dossier: Dossier) -> Iterator[Finding]:
    """Every name of a record in ``names`` occurs literally in a source text."""
    lines = (line for lines in dossier.texts.values() for line in lines)
    quotes = (statement.text for statement in dossier.statements)  # reported if not in the source
    text = "\n".join((*lines, *quotes))
    for record in dossier.mentionables:
        for at, name in enumerate(record.names):
            if name not in text:
                yield record, ("names", at), f"'{name}' staat in geen enkele brontekst"


def records_without_a_name_are_used(dossier: Dossier) -> Iterator[Finding]:
    """A record that the source does not name is here because something else refers to it."""
    for record in (each for each in dossier.mentionables if isinstance(each, Named)):
        is_used = dossier.backlinks.pointing_to(record.slug) or dossier.unread.names
        if not record.names and not is_used and dossier.place(record).whole:
            message = "niets verwijst hiernaar; zet bij 'names' hoe de bron dit noemt"
            yield record, ("name",), message


def mentions_occur_in_the_text(dossier: Dossier) -> Iterator[Finding]:
    """A record that a statement lists as mentioned occurs in its text by one of its names."""
    for statement in dossier.statements:
        for field in (kind.mention_field for kind in MENTIONABLE):
            for at, slug in enumerate(getattr(statement, field)):
                record = dossier.record.get(slug)
                names = getattr(record, "names", ())
                is_read = record and dossier.place(record).whole
                if (names or is_read) and not any(name in statement.text for name in names):
                    yield statement, (field, at), _not_named(slug, names)


def _not_named(slug: str, names: Sequence[str]) -> str:
    if not names:
        return f"de uitspraak noemt '{slug}' niet: bij '{slug}' staat geen naam uit de bron"
    known = ", ".join(f"'{name}'" for name in names)
    return f"de uitspraak noemt '{slug}' niet; in de bron heet die {known}"


def mentions_are_complete(dossier: Dossier) -> Iterator[Finding]:
    """A record whose name occurs in the text of a statement is listed by that statement."""
    for statement in dossier.statements:
        listed = {*mentioned_slugs(statement), dossier.home(statement).slug}
        if not dossier.place(statement).whole or not listed <= dossier.record.keys():
            continue  # another problem is reported already, and may be the cause
        claimed = {name for slug in listed for name in getattr(dossier.record[slug], "names", ())}
        for name, record in dossier.names.found(statement.text).items():
            if record.slug not in listed and name not in claimed:  # else it is reported already
                field = kind_of(record).mention_field
                line = f"{field}: [{', '.join((*getattr(statement, field), record.slug))}]"
                message = f"de uitspraak noemt '{name}': zet '{record.slug}' bij {field}"
                yield statement, ("text",), f"{message}, dus: {line}"


def relation_words_occur_in_the_texts(dossier: Dossier) -> Iterator[Finding]:
    """The words that show a relation occur in the two statements that it relates."""
    for statement in dossier.statements:
        for at, relation in enumerate(statement.related):
            yield from (
                (statement, ("related", at, field), message)
                for field, message in _missing_words(dossier, statement, relation)
            )


def _missing_words(
    dossier: Dossier, statement: Statement, relation: Relation
) -> Iterator[tuple[str, str]]:
    if relation.here not in statement.text:
        yield "here", f"'{relation.here}' staat niet in {statement.id}"
    other = dossier.statement.get(relation.to)
    if other and dossier.is_verbatim(other) and relation.there not in other.text:
        yield "there", f"'{relation.there}' staat niet in {other.id}"


def relations_are_distinct(dossier: Dossier) -> Iterator[Finding]:
    """A statement is not related to itself, and to another statement only once."""
    for statement in dossier.statements:
        seen = {statement.id}
        for field in ("related", "related_elsewhere"):
            for at, relation in enumerate(getattr(statement, field)):
                if relation.to in seen:
                    other = relation.to
                    message = (
                        f"het verband met {other} staat er al, of {other} is deze uitspraak zelf"
                    )
                    yield statement, (field, at, "to"), message
                seen.add(relation.to)
