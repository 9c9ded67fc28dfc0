"""mkdocs.yml is configuration only: hostile text in it is refused before MkDocs reads it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from generator.build.check import check_menu
from generator.dossier.dossier import Dossier
from generator.model.traversal import KeyPath
from tests.conftest import WORLD
from tests.support.frozen import configuration
from tests.support.hostile import HOST, PAYLOADS, RUN

VALUE = yaml.safe_load(configuration(WORLD))
CODE = {
    "hooks": ["docs/evil.py"],
    "plugins": ["search", {"macros": {"module_name": "evil"}}],
    "copyright": f"<script>{RUN}</script>",
    "extra_javascript": [f"{HOST}/x.js"],
    "extra_css": [f"{HOST}/x.css"],
    "extra": {"analytics": {"provider": "google", "property": "x"}},
    "markdown_extensions": ["pymdownx.snippets"],
    "theme": {"name": "material", "custom_dir": "../evil"},
    "docs_dir": "/etc",
    "site_dir": "../x",
    "INHERIT": "../evil.yml",
    "edit_uri": "javascript:x",
    "repo_url": "javascript:x",
    "exclude_docs": "*",
    "watch": ["/"],
    "dev_addr": "0.0.0.0:80",
}


def texts(value: Any, keys: KeyPath = ()) -> Iterator[KeyPath]:  # noqa: ANN401  (a plain value)
    """The place of every text in a plain value."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, dict | list):
            yield from texts(item, (*keys, key))
        elif isinstance(item, str):
            yield (*keys, key)


def with_text(keys: KeyPath, text: str) -> str:
    """The configuration with another text in one place."""
    value = json.loads(json.dumps(VALUE))
    inner = value
    for key in keys[:-1]:
        inner = inner[key]
    inner[keys[-1]] = text
    return json.dumps(value, ensure_ascii=False)


def test_the_configuration_itself_is_right(world: Dossier) -> None:
    assert check_menu(json.dumps(VALUE, ensure_ascii=False), world) == ()


@pytest.mark.parametrize("key", CODE)
def test_what_runs_or_loads_code_is_refused(key: str, world: Dossier) -> None:
    problems = check_menu(json.dumps({**VALUE, key: CODE[key]}), world)

    assert {problem.path for problem in problems} == {"mkdocs.yml"}


@pytest.mark.parametrize("keys", [*texts(VALUE)], ids=str)
def test_hostile_text_is_refused_everywhere(keys: KeyPath, world: Dossier) -> None:
    """What ``validation`` and ``not_in_nav`` say does not end up in a page."""
    if keys[0] in ("validation", "not_in_nav"):
        return
    for name in ("tags", "quotes", "links", "references"):
        assert check_menu(with_text(keys, PAYLOADS[name].hostile), world), name
