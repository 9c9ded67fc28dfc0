"""The tables of records that share a page: terms, open points, facts, deadlines, the timeline."""

from generator.model import Deadline, Milestone
from generator.site.tables import columns
from generator.site.tables.columns import full_address, names, own_words, plain
from generator.site.tables.table import Cell, Column, Table, listed, yes_or_no
from generator.site.views import deadlines, progress
from generator.site.views.linker import Linker
from generator.text import inline_links

_PARTIAL = "jjjj, jjjj-mm of jjjj-mm-dd"

TERMS = Table(
    "begrippen",
    "Alle begrippen",
    (
        columns.SLUG,
        plain("begrip", "Het woord of de afkorting.", lambda each: each.term),
        own_words("betekenis", "De betekenis, in eigen woorden.", lambda each: each.meaning),
        plain(
            "namen in het document",
            "Andere schrijfwijzen in het document.",
            lambda each: listed(each.names),
        ),
        columns.SOURCES,
        columns.UNCERTAIN,
        *columns.CITED,
    ),
    lambda link: link.dossier.terms.terms,
)
POINTS = Table(
    "kanttekeningen",
    "Alle kanttekeningen",
    (
        columns.SLUG,
        plain("kanttekening", "Het punt in een paar woorden.", lambda each: each.title),
        Column(
            "soort",
            "Het soort punt.",
            lambda link, each: link.dossier.settings.point_kinds[each.kind],
        ),
        own_words("wat er staat", "Wat er staat of ontbreekt.", lambda each: each.found),
        own_words("hoe wij dat doen", "Hoe wij daarmee omgaan.", lambda each: each.handled),
        plain("kleinigheid", "Of het een kleinigheid is.", lambda each: yes_or_no(each.minor)),
        columns.STATEMENTS,
        *columns.CITED,
    ),
    lambda link: link.dossier.open_points.points,
)
FACTS = Table(
    "feiten",
    "Wat ervan kwam: alle feiten",
    (
        columns.SLUG,
        plain("tijdstip", f"Wanneer het gebeurde: {_PARTIAL}.", lambda each: each.date),
        own_words("feit", "Wat er gebeurde.", lambda each: each.what),
        Column(
            "status",
            "De status die de afspraken hierdoor kregen.",
            lambda _, each: progress.LABELS[each.status] if each.status else None,
        ),
        plain("uitleg", "De uitleg bij de status.", lambda each: each.status_note),
        columns.STATEMENTS,
        columns.SOURCES,
        names("gemeld door", "De partijen die het zelf melden.", lambda each: each.reported_by),
        plain(
            "bewijs",
            "De woorden in de bronnen die het bewijzen.",
            lambda each: " … ".join(passage.text for passage in each.passages),
        ),
        columns.REVIEWED,
        *columns.CITED,
    ),
    lambda link: progress.newest_first(link.dossier.progress.items),
)


def _in_order(link: Linker) -> list[Deadline]:
    found = link.dossier.deadlines.items
    return sorted(found, key=lambda each: (deadlines.last_day(each, link.today), each.slug))


def _outcome(link: Linker, deadline: Deadline) -> Cell:
    outcome = deadlines.view(link, deadline).outcome
    return "".join(piece.text for piece in outcome.what) if outcome else None


def _day_of_outcome(link: Linker, deadline: Deadline) -> Cell:
    outcome = deadlines.view(link, deadline).outcome
    return outcome.date if outcome else None


def _shifts(link: Linker, deadline: Deadline) -> str:
    shifts = deadlines.known_shifts(deadline, link.today)
    return " ".join(f"{each.date}: {inline_links.plain_text(each.decision)}" for each in shifts)


DEADLINES = Table(
    "termijnen",
    "Alle termijnen",
    (
        columns.SLUG,
        plain("termijn", "Wat er gedaan moet zijn.", lambda each: each.what),
        plain("woorden", "De woorden van het document.", lambda each: each.words),
        plain("begin", f"Het begin van de periode: {_PARTIAL}.", lambda each: each.start),
        plain("einde", f"Het einde van de periode: {_PARTIAL}.", lambda each: each.end),
        Column(
            "laatste dag",
            "De laatste dag, met de verschuivingen erbij.",
            lambda link, each: deadlines.last_day(each, link.today),
            "date",
        ),
        Column(
            "stand",
            "Of de termijn is gehaald of nog loopt.",
            lambda link, each: deadlines.state(each, link.today),
        ),
        own_words("hoe afgeleid", "Hoe de periode is afgeleid.", lambda each: each.derived),
        Column("verschuivingen", "Wanneer en waarom de termijn is verschoven.", _shifts),
        Column("wat ervan kwam", "Wat ervan is gekomen.", _outcome),
        Column("tijdstip", f"Wanneer dat gebeurde: {_PARTIAL}.", _day_of_outcome),
        columns.STATEMENTS,
        columns.SOURCES,
        columns.REVIEWED,
        *columns.CITED,
    ),
    _in_order,
)


def _milestone_order(milestone: Milestone) -> tuple[bool, str, str]:
    return not milestone.date, milestone.date or "", min(milestone.statements)


MILESTONES = Table(
    "tijdlijn",
    "De tijdlijn",
    (
        columns.SLUG,
        plain("gebeurtenis", "Wat er gebeurde of zou gebeuren.", lambda each: each.title),
        plain("tijdstip", f"Wanneer: {_PARTIAL}. Leeg zonder datum.", lambda each: each.date),
        plain("einde", f"Het einde van een periode: {_PARTIAL}.", lambda each: each.end),
        plain("woorden", "De woorden van het document.", lambda each: each.words),
        columns.STATEMENTS,
        own_words("toelichting", "De toelichting van de redactie.", lambda each: each.note),
        Column(
            "pagina",
            "Het adres op de site.",
            lambda link, _: full_address(link, link.record(link.dossier.timeline)),
            "anyURI",
        ),
    ),
    lambda link: sorted(link.dossier.timeline.milestones, key=_milestone_order),
)
