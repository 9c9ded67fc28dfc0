"""Says of a number that two proposals took which of the two statements keeps it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.checks.register import RENUMBER
from generator.dossier.dossier import Dossier
from generator.dossier.register import fingerprint
from generator.dossier.register_files import FOLDER
from generator.grouping import gather
from generator.model import Statement
from generator.parsing.problem import Problem, shorten

RULES = frozenset({"dubbele-naam", "geschiedenis"})
"""The rules that report such a number without knowing whose it is."""


def explained(
    problems: Sequence[Problem], dossier: Dossier, earlier: Dossier, base: str
) -> Iterator[Problem]:
    """The problems, with those about numbers that were taken twice in the words of a comparison.

    ``earlier`` is the content of ``base``, the branch to merge into.
    """
    claims = dict(_claims(dossier, earlier))
    for problem in problems:
        if problem.rule not in RULES or not any(number in problem.message for number in claims):
            yield problem
    for number, (own, theirs) in claims.items():
        place = dossier.place(own)
        message = _message(dossier, number, own, theirs, base)
        found = place.document.problem((*place.keys, "id"), message, "dubbele-naam")
        yield replace(found)


def _claims(
    dossier: Dossier, earlier: Dossier
) -> Iterator[tuple[str, tuple[Statement, Statement]]]:
    """The numbers of two statements of which the base has one: the other one, and that one."""
    there = {(each.id, each.text) for each in earlier.statements}
    for number, found in gather((each.id, each) for each in dossier.statements).items():
        own = [each for each in found if (number, each.text) not in there]
        if len(found) == 2 and len(own) == 1:  # noqa: PLR2004  (one of the two)
            (theirs,) = [each for each in found if each is not own[0]]
            yield number, (own[0], theirs)


def _message(dossier: Dossier, number: str, own: Statement, theirs: Statement, base: str) -> str:
    file = f"{FOLDER}/{number}-{fingerprint(own.text)[:8]}.jsonl"
    return (
        f"{number} is op {base} al het nummer van ‘{shorten(theirs.text)}’; geef deze uitspraak "
        f"een nieuw nummer met: {RENUMBER} {number} --base {base} — of schrijf hier "
        f"{dossier.next_number()} en haal {file} weg"
    )
