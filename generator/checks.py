"""All laws of the content, and the places where a dossier breaks them."""

from generator.dossier import Dossier
from generator.laws import Finding, Law, evidence, mentioning, naming, quoting
from generator.problem import Problem


def check(dossier: Dossier) -> list[Problem]:
    """All problems with a dossier, in the order of the files."""
    return sorted(
        {_located(dossier, rule, found) for rule, law in CHECKS for found in law(dossier)}
    )


def _located(dossier: Dossier, rule: str, finding: Finding) -> Problem:
    record, keys, message = finding
    place = dossier.place(record)
    return place.document.problem((*place.keys, *keys), message, rule)


CHECKS: tuple[tuple[str, Law], ...] = (
    ("dubbele-naam", naming.every_name_is_used_once),
    ("voorvoegsel", naming.ids_bear_the_prefix),
    ("onbekende-naam", naming.references_exist),
    ("link", naming.links_resolve),
    ("citaat", quoting.quotes_are_verbatim),
    ("brontekst", quoting.chapters_quote_a_stored_text),
    ("dekking", quoting.source_is_covered),
    ("overgeslagen-regel", quoting.skipped_lines_are_free),
    ("volgorde", quoting.statements_keep_the_order_of_the_source),
    ("onderdeel", quoting.parts_follow_their_whole),
    ("kop-als-afspraak", mentioning.headings_bind_nobody),
    ("naam-van-twee", mentioning.names_mean_one_thing),
    ("naam-niet-in-bron", mentioning.names_stand_in_a_source),
    ("niet-genoemd", mentioning.mentions_are_in_the_words),
    ("niet-vermeld", mentioning.mentions_are_complete),
    ("verband", mentioning.relations_are_in_the_words),
    ("dubbel-verband", mentioning.relations_lead_elsewhere),
    ("woorden-van-de-bron", evidence.words_of_the_source_are_verbatim),
    ("periode", evidence.periods_run_forward),
    ("zonder-bron", evidence.facts_have_a_source),
    ("ongebruikte-bron", evidence.sources_are_used),
    ("raadpleging", evidence.consultation_is_told_whole),
    ("afkorting", evidence.abbreviations_mean_one_thing),
)
"""Every law, by the Dutch name that its messages bear."""
