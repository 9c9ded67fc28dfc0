"""JSON-LD as rdflib, which others wrote, reads it."""

import json
import warnings
from collections.abc import Mapping
from typing import Any

from rdflib import Graph

SCHEMA_ORG = "https://schema.org"


def graph(text: str) -> Graph:
    """What JSON-LD says; its context must be in it, as tests read nothing from the web."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # in the parser of rdflib itself
        return Graph().parse(data=text, format="json-ld")


def graph_of_schema_org(described: Mapping[str, Any]) -> Graph:
    """The same in the words of schema.org, whose context is on the web: another stands for it."""
    assert described["@context"] == SCHEMA_ORG
    return graph(json.dumps({**described, "@context": {"@vocab": f"{SCHEMA_ORG}/"}}))
