"""All laws of the content, and the places where a dossier breaks them."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from generator.checks import Finding, Law, evidence, mentions, names, quotes, register
from generator.dossier.dossier import Dossier
from generator.dossier.loader import Reading
from generator.parsing.problem import Problem

Laws = tuple[tuple[str, Law], ...]
Here = TypeVar("Here")
There = TypeVar("There")


class Both(Protocol):
    """Does two works, which need not wait for each other."""

    def __call__(self, here: Callable[[], Here], there: Callable[[], There]) -> tuple[Here, There]:
        """Give what came of both."""


def one_by_one(here: Callable[[], Here], there: Callable[[], There]) -> tuple[Here, There]:
    """Do two works, the one after the other."""
    return here(), there()


def check(reading: Reading, both: Both = one_by_one) -> tuple[Problem, ...]:
    """All problems with some content, in the order of the files.

    What is to be recorded is told last, when the rest is right: what is wrong must not be recorded.
    """
    dossier = reading.dossier
    if not dossier:
        return reading.problems
    references, (words, unrecorded) = both(
        partial(_broken, dossier, OF_REFERENCES), partial(_of_words_and_unrecorded, dossier)
    )
    return tuple(sorted({*reading.problems, *references, *words} or unrecorded))


def _of_words_and_unrecorded(dossier: Dossier) -> tuple[set[Problem], set[Problem]]:
    words = _broken(dossier, OF_WORDS)
    return words, set() if words else _broken(dossier, RECORDING)


def _broken(dossier: Dossier, laws: Laws) -> set[Problem]:
    return {_located(dossier, rule, found) for rule, law in laws for found in law(dossier)}


def _located(dossier: Dossier, rule: str, finding: Finding) -> Problem:
    record, keys, message = finding
    place = dossier.place(record)
    return place.document.problem((*place.keys, *keys), message, rule)


OF_REFERENCES: Laws = (
    ("dubbele-naam", names.every_name_is_used_once),
    ("adres", names.addresses_are_free),
    ("voorvoegsel", names.ids_bear_the_prefix),
    ("onbekende-naam", names.references_exist),
    ("link", names.links_resolve),
    ("citaat", quotes.quotes_are_verbatim),
    ("brontekst", quotes.chapters_quote_a_stored_text),
    ("dekking", quotes.source_is_covered),
    ("overgeslagen-regel", quotes.skipped_lines_are_free),
    ("volgorde", quotes.statements_keep_the_order_of_the_source),
    ("onderdeel", quotes.parts_follow_their_whole),
    ("woorden-van-de-bron", evidence.words_of_the_source_are_verbatim),
    ("periode", evidence.periods_run_forward),
    ("verschuiving", evidence.shifts_follow_one_another),
    ("opvolging", evidence.bodies_follow_one_another),
    ("zonder-bron", evidence.facts_have_a_source),
    ("ongebruikte-bron", evidence.sources_are_used),
    ("raadpleging", evidence.consultation_is_told_whole),
    ("afkorting", evidence.abbreviations_mean_one_thing),
    ("voortgang-datum", evidence.progress_follows_the_beginning),
    ("status", evidence.takeovers_and_ends_are_explained),
    ("kamerstuk", evidence.parliamentary_papers_are_cited_right),
)
"""The laws of what leads to something else, by the Dutch name that their messages bear."""

OF_WORDS: Laws = (
    ("kop-als-afspraak", mentions.headings_bind_nobody),
    ("naam-van-twee", mentions.names_mean_one_thing),
    ("naam-niet-in-bron", mentions.names_stand_in_a_source),
    ("niet-genoemd", mentions.mentions_are_in_the_words),
    ("niet-vermeld", mentions.mentions_are_complete),
    ("verband", mentions.relations_are_in_the_words),
    ("dubbel-verband", mentions.relations_lead_elsewhere),
    ("register-nummer", register.recorded_names_are_allowed),
    ("vingerafdruk", register.recorded_texts_bear_their_fingerprint),
    ("geschiedenis", register.histories_begin_and_end_once),
    ("register-datum", register.histories_run_forward),
    ("opvolger", register.successors_are_recorded),
)
"""The laws of what words mention and of how they were before, likewise."""

CHECKS: Laws = (*OF_REFERENCES, *OF_WORDS)
"""The laws of the content; those of its history that are to be recorded come after."""

RECORDING: Laws = (
    ("niet-vastgelegd", register.all_is_recorded),
    ("gewijzigd", register.texts_are_as_recorded),
    ("verplaatst", register.places_are_as_recorded),
    ("verdwenen", register.what_was_published_stays),
    ("hergebruikt", register.given_up_names_stay_given_up),
)
"""The laws of what is to be recorded, likewise."""
