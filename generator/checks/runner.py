"""The list of all rules of the content, and the check of a dossier against them."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Protocol, TypeVar

from generator.checks import (
    DatedRule,
    Finding,
    Rule,
    TextLine,
    acceptance,
    comparisons,
    coverage,
    cycles,
    dates,
    duplicates,
    evidence,
    expiry,
    kept_evidence,
    mentions,
    names,
    printing,
    progress,
    quotes,
    register,
    register_chain,
    wording,
)
from generator.dossier.content_folder import source_text_path
from generator.dossier.dossier import Dossier
from generator.dossier.loader import Reading
from generator.parsing.problem import MAX_FOUND, Problem

Rules = tuple[tuple[str, Rule], ...]
"""Rules with their Dutch names, which messages show."""
DatedRules = tuple[tuple[str, DatedRule], ...]
"""The same, of rules about today."""
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


def check(
    reading: Reading, today: dt.date, run_both: RunBoth = run_in_sequence
) -> tuple[Problem, ...]:
    """All problems with the content as of a day, sorted by file and line.

    Changes that must be recorded in the register are reported only if there are no other problems,
    because invalid content must not be recorded.
    """
    dossier = reading.dossier
    if not dossier:
        return reading.problems
    references, (wording, unrecorded) = run_both(
        partial(_violations, dossier, (*REFERENCE_RULES, *_as_of(today, DATED_RULES))),
        partial(_wording_and_recording, dossier, today),
    )
    return tuple(sorted({*reading.problems, *references, *wording} or unrecorded))


def warnings(dossier: Dossier, today: dt.date) -> tuple[Problem, ...]:
    """What may be wrong in content without problems, unless a file accepts it; sorted by file."""
    found = (
        (name, finding)
        for name, rule in (*WARNING_RULES, *_as_of(today, DATED_WARNING_RULES))
        for finding in islice(rule(dossier), MAX_FOUND)
    )
    shown = acceptance.unaccepted(dossier, found)
    return tuple(sorted({_located(dossier, name, finding) for name, finding in shown}))


def _as_of(today: dt.date, rules: DatedRules) -> Rules:
    """Rules about today, with the day filled in."""
    return tuple((name, partial(rule, today=today)) for name, rule in rules)


def _wording_and_recording(dossier: Dossier, today: dt.date) -> tuple[set[Problem], set[Problem]]:
    wording = _violations(dossier, WORDING_RULES)
    recording = (*_as_of(today, RECORDING_RULES), *NUMBERING_RULES)
    return wording, set() if wording else _violations(dossier, recording)


def _violations(dossier: Dossier, rules: Rules) -> set[Problem]:
    """The problems by some rules: of each, the first ``MAX_FOUND``."""
    return {
        _located(dossier, name, found)
        for name, rule in rules
        for found in islice(rule(dossier), MAX_FOUND)
    }


def _located(dossier: Dossier, rule_name: str, finding: Finding) -> Problem:
    record, keys, message = finding
    if isinstance(record, TextLine):
        path = source_text_path(record.source)
        return Problem(path, record.number, 1, message, rule_name)
    place = dossier.place(record)
    return place.document.problem((*place.keys, *keys), message, rule_name)


REFERENCE_RULES: Rules = (
    ("dubbele-naam", names.every_name_is_used_once),
    ("naam-als-nummer", names.names_are_no_numbers),
    ("adres", names.addresses_are_free),
    ("voorvoegsel", names.ids_have_the_prefix),
    ("onbekende-naam", names.references_exist),
    ("link", names.links_resolve),
    ("citaat", quotes.quotes_are_verbatim),
    ("brontekst", quotes.quoted_sources_have_their_text),
    ("regelnummers", coverage.line_numbers_are_those_of_the_text),
    ("dekking", coverage.sources_are_covered),
    ("overgeslagen-regel", quotes.skipped_words_are_in_the_source),
    ("leeg-thema", quotes.empty_themes_are_explained),
    ("volgorde", quotes.statements_follow_the_source_order),
    ("onderdeel", quotes.parts_follow_their_parent),
    ("woorden-van-de-bron", evidence.source_words_are_verbatim),
    ("periode", evidence.periods_end_after_their_start),
    ("verschuiving", evidence.shifts_are_in_date_order),
    ("opvolging", cycles.body_succession_has_no_cycle),
    ("deel-van-zichzelf", cycles.parties_are_no_part_of_themselves),
    ("zonder-bron", evidence.facts_have_a_source),
    ("ongebruikte-bron", evidence.sources_are_used),
    ("raadpleging", evidence.consultation_is_described),
    ("afkorting", evidence.abbreviations_are_unique),
    ("voortgang-datum", evidence.progress_is_not_before_the_timeline),
    ("status", evidence.takeovers_and_ends_are_explained),
    ("kamerstuk", evidence.parliamentary_papers_are_cited_correctly),
    ("twee-statussen", progress.statuses_do_not_conflict),
    ("status-zonder-afspraak", progress.statuses_are_of_commitments),
    ("niet-te-toetsen", progress.untestable_commitments_have_no_status),
    ("feit-over-kop", progress.progress_is_not_about_headings),
    ("melder", progress.facts_by_parties_name_them),
    ("bewaard", kept_evidence.kept_texts_are_what_was_saved),
    ("passage", kept_evidence.passages_are_in_the_kept_text),
    ("vergelijking", comparisons.comparisons_are_complete),
    ("vergeleken-document", comparisons.compared_documents_are_quoted),
    ("vergeleken-woorden", comparisons.compared_words_are_verbatim),
    ("dubbele-vergelijking", comparisons.comparisons_are_made_once),
    ("vergelijking-volgorde", comparisons.new_sentences_are_in_the_later_document),
    ("dubbel-in-lijst", duplicates.lists_have_no_duplicates),
    ("dubbele-titel", duplicates.titles_are_unique),
    ("dubbel-in-dossier", duplicates.labels_are_unique),
    ("dubbele-uitspraak", duplicates.sentences_are_quoted_once),
    ("invulwoord", wording.texts_are_filled_in),
    ("spaties", wording.words_have_one_space_between_them),
    ("linkwoorden", wording.links_lead_to_what_they_say),
)
"""Rules about names, references, quotes, evidence and what cannot be meant."""

DATED_RULES: DatedRules = (
    ("na-vandaag", dates.nothing_happened_after_today),
    ("raadpleegdag", dates.sources_are_consulted_after_their_date),
    ("nakijkdag", dates.reviews_are_not_before_their_facts),
    ("wijzigingsdag", dates.changes_are_dated),
)
"""Rules about dates and today."""

WORDING_RULES: Rules = (
    ("kop-als-afspraak", mentions.headings_are_not_commitments),
    ("naam-van-twee", mentions.source_names_are_unique),
    ("naam-niet-in-bron", mentions.source_names_occur_in_a_source),
    ("zonder-naam", mentions.records_without_a_name_are_used),
    ("niet-genoemd", mentions.mentions_occur_in_the_text),
    ("niet-vermeld", mentions.mentions_are_complete),
    ("verband", mentions.relation_words_occur_in_the_texts),
    ("dubbel-verband", mentions.relations_are_distinct),
    ("register-nummer", register.recorded_ids_have_the_prefix),
    ("vingerafdruk", register.fingerprints_match_their_texts),
    ("geschiedenis", register.histories_begin_and_end_once),
    ("register-datum", register.histories_are_in_date_order),
    ("opvolger", register.successors_are_recorded),
    ("keten", register_chain.events_follow_each_other),
)
"""Rules about what texts mention, and about the events in the register."""

WARNING_RULES: Rules = (
    ("bewijs-ouder", dates.evidence_is_not_older_than_its_fact),
    ("feit-ouder", dates.progress_is_not_older_than_the_statement),
    ("uitkomst", dates.outcomes_are_in_their_period),
    ("status-terug", progress.statuses_go_forward),
    ("zelfde-zin", duplicates.sentences_differ),
    ("zelfde-woorden", duplicates.descriptions_differ),
    ("zelfde-periode", duplicates.periods_have_one_answer),
    ("begrip-niet-in-bron", wording.terms_occur_in_a_source),
    ("teken-op-papier", printing.characters_can_be_printed),
)
"""Rules that content may break for a reason: a warning stops nothing, and a file can accept it."""

DATED_WARNING_RULES: DatedRules = (("verloopdag", expiry.security_contact_is_renewed),)
"""The same, about today."""

CONTENT_RULES: Rules = (*REFERENCE_RULES, *WORDING_RULES)
"""All rules except those about recording, which are checked last."""

RECORDING_RULES: DatedRules = (
    ("niet-vastgelegd", register.everything_citable_is_recorded),
    ("afspraak", register.commitments_match_the_register),
    ("statuswijziging", register.statuses_match_the_register),
    ("gewijzigd", register.texts_match_the_register),
    ("verplaatst", register.addresses_match_the_register),
    ("verdwenen", register.recorded_names_stay_published),
    ("hergebruikt", register.ended_names_are_not_reused),
)
"""Rules about changes that must be recorded in the register: with an event of today."""

NUMBERING_RULES: Rules = (("overgeslagen-nummer", register.numbers_have_no_gap),)
"""Rules about the numbers of what is recorded or will be."""

CHECKED_LAST = frozenset((*dict(RECORDING_RULES), *dict(NUMBERING_RULES)))
"""The names of the rules that are checked only if there are no other problems."""
