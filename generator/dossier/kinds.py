"""The one table of kinds of records: what every package needs to know of each.

A new kind is a model in ``generator.model`` and an entry here. From then on its files are read and
checked, its records are published, cited and found as the entry says, editors have a schema for it
and, if it can be added, a command.
"""

from collections.abc import Mapping

from generator.dossier.kind import Kind
from generator.model import (
    Article,
    Body,
    Chapter,
    Deadline,
    Deadlines,
    File,
    FollowUp,
    Instrument,
    Milestone,
    OpenPoint,
    OpenPoints,
    Party,
    Progress,
    ProgressLog,
    Record,
    Search,
    Section,
    Settings,
    Source,
    Statement,
    Stored,
    Term,
    Terms,
    Theme,
    Timeline,
)
from generator.text import inline_links


def _full_name(record: File) -> str:
    return record.full_name


_NAME_FIELDS = ("name", "label", "abbreviation")

KINDS = (
    Kind(
        key="statement",
        model=Statement,
        noun="uitspraak",
        label="Uitspraak",
        plural="uitspraken",
        items="statements",
        first_fields=("id", "line", "kind", "commitment", "under"),
        can_be_added=True,
        table="uitspraken",
        is_referable=True,
        reference_noun="nummer van een uitspraak",
        cited_text=lambda statement: statement.text,
        search_weight=0.9,
    ),
    Kind(
        key="party",
        model=Party,
        noun="partij",
        label="Partij",
        plural="partijen",
        folder="parties",
        first_fields=_NAME_FIELDS,
        can_be_added=True,
        page_folder="partijen",
        list_page="partijen/index.md",
        list_title="Partijen",
        table="partijen",
        is_referable=True,
        mention_field="parties",
        mention_label="Partijen",
        cited_text=_full_name,
        search_weight=1.2,
    ),
    Kind(
        key="body",
        model=Body,
        noun="overleg",
        label="Overleg",
        plural="overleggen",
        folder="bodies",
        first_fields=_NAME_FIELDS,
        can_be_added=True,
        page_folder="overleggen",
        list_page="overleggen/index.md",
        list_title="Overleggen",
        table="overleggen",
        is_referable=True,
        mention_field="bodies",
        mention_label="Overleggen",
        cited_text=_full_name,
        search_weight=1.2,
    ),
    Kind(
        key="instrument",
        model=Instrument,
        noun="instrument",
        label="Instrument",
        plural="instrumenten",
        folder="instruments",
        first_fields=_NAME_FIELDS,
        can_be_added=True,
        page_folder="instrumenten",
        list_page="instrumenten/index.md",
        list_title="Instrumenten",
        list_intro="Het document noemt deze regelingen, programma’s en andere middelen.",
        list_intro_of_several=(
            "De documenten noemen deze regelingen, programma’s en andere middelen."
        ),
        table="instrumenten",
        is_referable=True,
        mention_field="instruments",
        mention_label="Instrumenten",
        cited_text=_full_name,
        search_weight=1.2,
    ),
    Kind(
        key="source",
        model=Source,
        noun="bron",
        label="Bron",
        plural="bronnen",
        folder="sources",
        first_fields=("title", "label"),
        can_be_added=True,
        page_folder="bronnen",
        list_page="bronnen/index.md",
        list_title="Bronnen",
        table="bronnen",
        is_referable=True,
        mention_field="documents",
        mention_label="Documenten",
        cited_text=_full_name,
        search_weight=0.5,
    ),
    Kind(
        key="theme",
        model=Theme,
        noun="thema",
        label="Thema",
        plural="thema’s",
        folder="themes",
        first_fields=("title",),
        can_be_added=True,
        is_in_menu=True,
        page_folder="themas",
        list_page="themas/index.md",
        list_title="Thema’s",
        table="themas",
        is_referable=True,
        mention_field="themes",
        mention_label="Thema’s",
        cited_text=_full_name,
        search_weight=1.15,
    ),
    Kind(
        key="chapter",
        model=Chapter,
        noun="hoofdstuk",
        label="Hoofdstuk",
        plural="hoofdstukken",
        folder="chapters",
        first_fields=("title",),
        can_be_added=True,
        is_in_menu=True,
        page_folder="document",
        list_page="document/index.md",
        list_title="Het hele document",
        table="hoofdstukken",
        cited_text=_full_name,
    ),
    Kind(
        key="page",
        model=Article,
        noun="pagina",
        label="Pagina",
        plural="pagina’s",
        folder="pages",
        first_fields=("title",),
        can_be_added=True,
        is_in_menu=True,
        page_folder="",
        cited_text=_full_name,
    ),
    Kind(
        key="section",
        model=Section,
        noun="tussenkop",
        label="Deel van een pagina",
        plural="tussenkoppen",
        cited_text=lambda section: section.heading,
    ),
    Kind(
        key="term",
        model=Term,
        noun="begrip",
        label="Begrip",
        plural="begrippen",
        file="terms.yml",
        folder="terms",
        items="terms",
        can_be_added=True,
        table="begrippen",
        cited_text=lambda term: term.term,
        link_text=lambda term: term.term,
        search_weight=1.1,
    ),
    Kind(
        key="point",
        model=OpenPoint,
        noun="kanttekening",
        label="Kanttekening",
        plural="kanttekeningen",
        file="open-points.yml",
        folder="open-points",
        items="points",
        can_be_added=True,
        table="kanttekeningen",
        cited_text=lambda point: point.title,
        link_text=lambda point: point.title,
        search_weight=0.5,
    ),
    Kind(
        key="progress",
        model=Progress,
        noun="feit",
        label="Wat ervan kwam",
        plural="feiten",
        file="progress.yml",
        folder="progress",
        items="items",
        can_be_added=True,
        table="feiten",
        cited_text=lambda item: inline_links.plain_text(item.what),
        link_text=lambda _: "bewijs",
        search_label="Wat ervan kwam",
        search_weight=0.8,
    ),
    Kind(
        key="deadline",
        model=Deadline,
        noun="termijn",
        label="Termijn",
        plural="termijnen",
        file="deadlines.yml",
        folder="deadlines",
        items="items",
        can_be_added=True,
        table="termijnen",
        cited_text=lambda deadline: inline_links.plain_text(deadline.what),
        link_text=lambda deadline: deadline.what,
        search_weight=0.9,
    ),
    Kind(
        key="milestone",
        model=Milestone,
        noun="gebeurtenis",
        plural="gebeurtenissen",
        file="timeline.yml",
        folder="timeline",
        items="milestones",
        can_be_added=True,
        table="tijdlijn",
    ),
    Kind(
        key="dossier",
        model=Settings,
        file="dossier.yml",
        page="index.md",
        cited_text=_full_name,
    ),
    Kind(
        key="follow-up",
        model=FollowUp,
        file="follow-up.yml",
        page="vervolgproces.md",
        cited_text=_full_name,
    ),
    Kind(
        key="timeline",
        model=Timeline,
        file="timeline.yml",
        page="tijdlijn.md",
        title="Tijdlijn",
        cited_text=_full_name,
    ),
    Kind(
        key="terms",
        model=Terms,
        file="terms.yml",
        page="begrippen.md",
        title="Begrippen en afkortingen",
        cited_text=_full_name,
    ),
    Kind(
        key="open-points",
        model=OpenPoints,
        file="open-points.yml",
        page="aandachtspunten.md",
        title="Kanttekeningen",
        cited_text=_full_name,
    ),
    Kind(
        key="progress-log",
        model=ProgressLog,
        file="progress.yml",
        page="voortgang.md",
        title="Wat kwam ervan?",
        cited_text=_full_name,
    ),
    Kind(
        key="deadlines",
        model=Deadlines,
        file="deadlines.yml",
        page="termijnen.md",
        title="Termijnen",
        cited_text=_full_name,
    ),
    Kind(
        key="search",
        model=Search,
        file="search.yml",
        page="zoeken.md",
        title="Zoeken",
        cited_text=_full_name,
    ),
)
"""All kinds. Where several are listed on the site or in a file, they are in this order."""

SINGLE_FILES: Mapping[str, type[File]] = {
    kind.file: kind.file_model for kind in KINDS if kind.is_single_file
}
FOLDERS: Mapping[str, type[Stored]] = {
    kind.folder: kind.stored_model for kind in KINDS if kind.folder
}
MENTIONABLE = tuple(kind for kind in KINDS if kind.mention_field)
LISTED = tuple(kind for kind in KINDS if kind.plural)
"""The kinds of which several records exist, so that there can be a list of them."""
ENTRIES = tuple(kind for kind in KINDS if kind.is_entry)
"""The kinds of records that share a page with others."""

_BY_MODEL = {kind.model: kind for kind in KINDS}


def kind_of(record: Record) -> Kind:
    """The kind of a record.

    Raises:
        KeyError: the record is a part of another record, such as a section of an article.

    """
    return _BY_MODEL[type(record)]


def kind_of_model(model: type[Record]) -> Kind:
    """The kind of the records of a model."""
    return _BY_MODEL[model]
