"""The list of all rules of the content, and the check of a dossier against them."""

from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Protocol, TypeVar

from generator.checks import Finding, Rule, evidence, mentions, names, quotes, register
from generator.dossier.dossier import Dossier
from generator.dossier.loader import Reading
from generator.parsing.problem import MAX_FOUND, Problem

Rules = tuple[tuple[str, Rule], ...]
"""Rules with their Dutch names, which messages show."""
First = TypeVar("First")
Second = TypeVar("Second")


class RunBoth(Protocol):
    """Runs two independent functions, in any order or at the same time."""

    def __call__(
        self, first: Callable[[], First], second: Callable[[], Second], /
    ) -> tuple[First, Second]:
        """Return both results."""


def run_in_sequence(
    first: Callable[[], First], second: Callable[[], Second]
) -> tuple[First, Second]:
    """Run two functions, one after the other."""
    return first(), second()


def check(reading: Reading, run_both: RunBoth = run_in_sequence) -> tuple[Problem, ...]:
    """All problems with the content, sorted by file and line.

    Changes that must be recorded in the register are reported only if there are no other problems,
    because invalid content must not be recorded.
    """
    dossier = reading.dossier
    if not dossier:
        return reading.problems
    references, (wording, unrecorded) = run_both(
        partial(_violations, dossier, REFERENCE_RULES), partial(_wording_and_recording, dossier)
    )
    return tuple(sorted({*reading.problems, *references, *wording} or unrecorded))


def _wording_and_recording(dossier: Dossier) -> tuple[set[Problem], set[Problem]]:
    wording = _violations(dossier, WORDING_RULES)
    return wording, set() if wording else _violations(dossier, RECORDING_RULES)


def _violations(dossier: Dossier, rules: Rules) -> set[Problem]:
    """The problems by some rules: of each, the first ``MAX_FOUND``."""
    return {
        _located(dossier, name, found)
        for name, rule in rules
        for found in islice(rule(dossier), MAX_FOUND)
    }


def _located(dossier: Dossier, rule_name: str, finding: Finding) -> Problem:
    record, keys, message = finding
    place = dossier.place(record)
    return place.document.problem((*place.keys, *keys), message, rule_name)


REFERENCE_RULES: Rules = (
    ("dubbele-naam", names.every_name_is_used_once),
    ("adres", names.addresses_are_free),
    ("voorvoegsel", names.ids_have_the_prefix),
    ("onbekende-naam", names.references_exist),
    ("link", names.links_resolve),
    ("citaat", quotes.quotes_are_verbatim),
    ("brontekst", quotes.chapters_quote_a_stored_text),
    ("dekking", quotes.sources_are_covered),
    ("overgeslagen-regel", quotes.skipped_lines_are_not_quoted),
    ("leeg-thema", quotes.empty_themes_are_explained),
    ("volgorde", quotes.statements_follow_the_source_order),
    ("onderdeel", quotes.parts_follow_their_parent),
    ("woorden-van-de-bron", evidence.source_words_are_verbatim),
    ("periode", evidence.periods_end_after_their_start),
    ("verschuiving", evidence.shifts_are_in_date_order),
    ("opvolging", evidence.body_succession_has_no_cycle),
    ("zonder-bron", evidence.facts_have_a_source),
    ("ongebruikte-bron", evidence.sources_are_used),
    ("raadpleging", evidence.consultation_is_described),
    ("afkorting", evidence.abbreviations_are_unique),
    ("voortgang-datum", evidence.progress_is_not_before_the_timeline),
    ("status", evidence.takeovers_and_ends_are_explained),
    ("kamerstuk", evidence.parliamentary_papers_are_cited_correctly),
)
"""Rules about names, references, quotes and evidence."""

WORDING_RULES: Rules = (
    ("kop-als-afspraak", mentions.headings_are_not_commitments),
    ("naam-van-twee", mentions.source_names_are_unique),
    ("naam-niet-in-bron", mentions.source_names_occur_in_a_source),
    ("niet-genoemd", mentions.mentions_occur_in_the_text),
    ("niet-vermeld", mentions.mentions_are_complete),
    ("verband", mentions.relation_words_occur_in_the_texts),
    ("dubbel-verband", mentions.relations_are_distinct),
    ("register-nummer", register.recorded_ids_have_the_prefix),
    ("vingerafdruk", register.fingerprints_match_their_texts),
    ("geschiedenis", register.histories_begin_and_end_once),
    ("register-datum", register.histories_are_in_date_order),
    ("opvolger", register.successors_are_recorded),
)
"""Rules about what texts mention, and about the events in the register."""

CONTENT_RULES: Rules = (*REFERENCE_RULES, *WORDING_RULES)
"""All rules except those about recording, which are checked last."""

RECORDING_RULES: Rules = (
    ("niet-vastgelegd", register.everything_citable_is_recorded),
    ("gewijzigd", register.texts_match_the_register),
    ("verplaatst", register.addresses_match_the_register),
    ("verdwenen", register.recorded_names_stay_published),
    ("hergebruikt", register.ended_names_are_not_reused),
    ("overgeslagen-nummer", register.numbers_have_no_gap),
)
"""Rules about changes that must be recorded in the register."""
