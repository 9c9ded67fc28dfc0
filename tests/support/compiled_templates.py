"""Shares compiled templates: the tests build hundreds of sites from the same ones."""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment

_COMPILED: dict[tuple[object, ...], object] = {}


def share_compiled_templates() -> None:
    """Let all environments of this process that are alike share what they compile."""
    Environment.compile = _shared(Environment.compile)  # type: ignore[method-assign,assignment]


def _shared(compile_: Callable[..., object]) -> Callable[..., object]:
    def shared(environment: Environment, *source_and_names: Any) -> object:  # noqa: ANN401
        alike = (environment.autoescape, *environment.filters.values(), *environment.extensions)
        key = (type(environment), *alike, *source_and_names)
        if key not in _COMPILED:
            _COMPILED[key] = compile_(environment, *source_and_names)
        return _COMPILED[key]

    return shared
