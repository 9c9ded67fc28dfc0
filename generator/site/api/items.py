"""Any record as data: which function makes what of each kind, in full and in short."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.dossier.citable import name_of
from generator.dossier.kind import Kind
from generator.dossier.kinds import kind_of
from generator.model import (
    Deadline,
    Milestone,
    Named,
    Progress,
    Record,
    Section,
    Statement,
    Stored,
)
from generator.site.api import chapters, entries, named, references, statements, versions
from generator.site.api_models.answers import (
    FeitInHetKort,
    InHetKort,
    TermijnInHetKort,
    UitspraakInHetKort,
)
from generator.site.api_models.entries import (
    Begrip,
    Feit,
    Gebeurtenis,
    Kanttekening,
    Pagina,
    Termijn,
    Tussenkop,
)
from generator.site.api_models.named import Bron, Genoemd, Instrument, Overleg, Partij
from generator.site.api_models.statements import Hoofdstuk, Thema, Uitspraak
from generator.site.api_models.values import Published
from generator.site.views.linker import Linker
from generator.text.excerpts import first_words

_WORDS = 200
"""How many characters of a text a list shows at most."""


class Making(NamedTuple):
    """How a record becomes data."""

    model: type[Published]
    make: Callable[[Linker, Any], Published]


MAKING: Mapping[str, Making] = {
    "statement": Making(Uitspraak, statements.statement),
    "party": Making(Partij, named.party),
    "body": Making(Overleg, named.body),
    "instrument": Making(Instrument, named.instrument),
    "source": Making(Bron, named.source),
    "theme": Making(Thema, chapters.theme),
    "chapter": Making(Hoofdstuk, chapters.chapter),
    "follow-up": Making(Hoofdstuk, chapters.chapter),
    "page": Making(Pagina, chapters.article),
    "section": Making(Tussenkop, chapters.section),
    "term": Making(Begrip, entries.term),
    "point": Making(Kanttekening, entries.open_point),
    "progress": Making(Feit, entries.fact),
    "deadline": Making(Termijn, entries.deadline),
    "milestone": Making(Gebeurtenis, entries.milestone),
}
"""How the records of each kind become data, by the key of the kind."""


def making(kind: Kind) -> Making:
    """How the records of a kind become data; of what statements name, what all of it has.

    Raises:
        KeyError: the kind is not in the table, and statements do not name its records.

    """
    is_named = kind.key not in MAKING and issubclass(kind.model, Named)
    return Making(Genoemd, named.named) if is_named else MAKING[kind.key]


def whole(link: Linker, record: Record) -> Published:
    """A record with everything that is known of it."""
    return making(kind_of(record)).make(link, record)


def in_short(link: Linker, record: Record) -> Published:
    """A record as it is on a list; what has no address of its own is there as a whole."""
    if isinstance(record, Statement):
        return _statement_in_short(link, record)
    if isinstance(record, Milestone) or not isinstance(record, Stored | Section):
        return whole(link, record)
    named = _named_in_short(link, record)
    if isinstance(record, Progress):
        return _fact_in_short(named, entries.fact(link, record))
    if isinstance(record, Deadline):
        return _deadline_in_short(named, entries.deadline(link, record))
    return InHetKort(**named)


def _statement_in_short(link: Linker, said: Statement) -> UitspraakInHetKort:
    status = statements.status(link, said) if said.commitment else None
    return UitspraakInHetKort(
        id=said.id,
        tekst=said.text,
        is_afspraak=said.commitment,
        status_code=status.code if status else None,
        status=status.omschrijving if status else None,
        hoofdstuk=link.title(link.dossier.home(said)),
        href=references.address(link, said),
        pagina=references.page(link, said),
        vaste_link=versions.permalink(link, said.id),
    )


def _named_in_short(link: Linker, record: Stored | Section) -> dict[str, str]:
    """The fields of everything that has a name and a permalink."""
    name = name_of(record)
    return {
        "id": name,
        "naam": first_words(references.title(link, record), _WORDS),
        "href": references.address(link, record),
        "pagina": references.page(link, record),
        "vaste_link": versions.permalink(link, name),
    }


def _fact_in_short(named: Mapping[str, str], shown: Feit) -> FeitInHetKort:
    return FeitInHetKort(
        **named, tijdstip=shown.tijdstip, status_code=shown.status_code, status=shown.status
    )


def _deadline_in_short(named: Mapping[str, str], shown: Termijn) -> TermijnInHetKort:
    return TermijnInHetKort(
        **named, einde=shown.einde, laatste_dag=shown.laatste_dag, stand=shown.stand
    )
