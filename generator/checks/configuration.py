"""mkdocs.yml is configuration only, and gives the site the name and address of the dossier."""

from collections.abc import Iterator

from generator.model import Settings
from generator.model.configuration import Configuration
from generator.parsing import validation_messages
from generator.parsing.problem import Problem, escape_blanks
from generator.parsing.validation import validate
from generator.parsing.yaml_editor import quoted
from generator.parsing.yaml_reader import Document

RULE = "configuratie"
FIELDS = {"site_name": "title", "site_url": "address"}
"""The keys of mkdocs.yml that repeat a field of dossier.yml."""


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """What does not belong in mkdocs.yml, and the names that differ from those in dossier.yml."""
    if not isinstance(document.value, dict):
        return
    faults = validate(document, Configuration).faults
    yield from validation_messages.problems(document, Configuration, faults)
    for key, name in FIELDS.items():
        value = getattr(settings, name)
        if document.value.get(key) != value:
            line = f"{key}: {escape_blanks(quoted(value))}"
            message = f"dit is niet '{name}' uit dossier.yml; zet hier: {line}"
            yield document.problem((key,), message, RULE)
