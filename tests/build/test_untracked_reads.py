"""Every way to read a record while a text is rendered is noticed, or shown to be harmless.

Reads that nobody notices would let an incremental build reuse a text that should have changed.
"""

import ast
import copy
import functools
import pickle
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.build.incremental.read_tracking import (
    WHOLE_RECORD_READS,
    display_only_fields,
    listening,
    tracking,
)
from generator.dossier.dossier import Dossier
from generator.model import Record, Theme
from generator.site import files, pages
from generator.site.views.linker import Linker
from generator.site.views.templates import html_environment, markdown_environment
from tests.conftest import ROOT, dossier_of, world_texts
from tests.support.incremental import DAY

Read = Callable[[Any], object]
READS: dict[str, Read] = {
    "copy.copy": copy.copy,
    "copy.deepcopy": copy.deepcopy,
    "dict": dict,
    "equality": lambda record: record == object(),
    "hash": hash,
    "iteration": list,
    "membership": lambda record: record in (object(), object()),
    "model_copy": lambda record: record.model_copy(),
    "model_dump": lambda record: record.model_dump(),
    "model_dump_json": lambda record: record.model_dump_json(),
    "pickle": pickle.dumps,
    "repr": repr,
    "str": str,
}
HARMLESS = {
    "__delattr__": "refused: records are frozen",
    "__getattr__": "for attributes that do not exist",
    "__init__": "makes a record",
    "__pretty__": "reads by way of __repr_args__",
    "__repr__": "reads by way of __repr_args__",
    "__repr_name__": "the name of the class",
    "__repr_recursion__": "the name of the class",
    "__repr_str__": "reads by way of __repr_args__",
    "__rich_repr__": "reads by way of __repr_args__",
    "__setattr__": "refused: records are frozen",
    "__setstate__": "makes a record",
    "__str__": "reads by way of __repr_args__",
    "model_post_init": "does nothing",
}
"""Methods of an instance that read no field by themselves."""


def reads_of(action: Callable[[], object]) -> dict[int, set[str]]:
    """The fields that an action is reported to read, by the identity of the record."""
    found: dict[int, set[str]] = defaultdict(set)
    with tracking(), listening(lambda record, field: found[id(record)].add(field)):
        action()
    return found


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_a_read_of_a_whole_record_is_noticed(read: Read, world: Dossier) -> None:
    theme = world.themes[0]

    found = reads_of(lambda: read(theme))

    assert found[id(theme)] == display_only_fields(Theme)
    assert "text" in found[id(theme.statements[0])], "and of the records inside it"


def test_comparing_reads_both_records(world: Dossier) -> None:
    one, other = world.themes[0], world.themes[1]

    found = reads_of(lambda: one == other)

    assert {id(one), id(other)} <= found.keys()


def test_every_method_of_pydantic_is_noticed_or_harmless() -> None:
    """A new version of pydantic may bring new ways to read a record."""
    methods = {
        name
        for name in dir(BaseModel)
        if callable(value := getattr(BaseModel, name))
        and not hasattr(value, "__self__")  # of the class, not of a record
        and not hasattr(object, name)
        and (name.startswith("__") or not name.startswith("_"))
    } | {"__eq__", "__hash__", "__repr__", "__str__", "__getstate__", "__setattr__", "__delattr__"}

    assert len(methods) > 20
    assert methods - set(WHOLE_RECORD_READS) - HARMLESS.keys() == set()


def test_the_model_is_as_it_was_after_tracking(world: Dossier) -> None:
    theme, before = world.themes[0], [dict(vars(model)) for model in (Record, Theme)]
    with tracking():
        assert vars(Theme) != before[1]

    assert [dict(vars(model)) for model in (Record, Theme)] == before
    assert theme.intro
    assert theme == theme.model_copy()


def test_the_model_is_as_it_was_after_a_failure() -> None:
    before = dict(vars(Record))
    with pytest.raises(ZeroDivisionError), tracking():
        _ = 1 / 0

    assert dict(vars(Record)) == before


# Caches -------------------------------------------------------------------------------------------


class Watched:
    """Which display-only fields are read while each cached property is computed."""

    def __init__(self) -> None:
        self.computing: list[str] = []
        self.reads: dict[str, set[str]] = defaultdict(set)
        self.computed: set[str] = set()

    def note(self, record: Record, field: str) -> None:
        for name in self.computing:
            self.reads[name].add(f"{type(record).__name__}.{field}")

    def property(self, owner: type, name: str, cached: functools.cached_property[Any]) -> property:
        """The same property, watched; kept per object as a cached one is."""
        label, known = f"{owner.__name__}.{name}", dict[int, tuple[object, Any]]()

        def value(self_: object) -> Any:  # noqa: ANN401  (of any property)
            if id(self_) not in known:
                self.computing.append(label)
                self.computed.add(label)
                known[id(self_)] = self_, cached.func(self_)
                self.computing.pop()
            return known[id(self_)][1]

        return property(value)


def cached_properties() -> list[tuple[type, str, functools.cached_property[Any]]]:
    """Every cached property of our classes: all renderers are loaded by now."""
    return [
        (owner, name, value)
        for owner in set(subclasses(object))
        if str(owner.__module__).startswith("generator.")
        for name, value in vars(owner).items()
        if isinstance(value, functools.cached_property)
    ]


def subclasses(owner: type) -> list[type]:
    direct: list[type] = type.__subclasses__(owner)
    return [*direct, *(each for sub in direct for each in subclasses(sub))]


HARMLESS_CACHES = {
    "Backlinks._referring": "the targets of links are part of the structure",
    "Dossier.citables": "asks for the pages of facts",
    "Dossier.fact_pages": "counts the names of facts, and these are part of the structure",
    "Register._changes_of": "names are part of the structure, and their events are read one by one",
    "Register._changes_on": "a name's events are one dependency, and the first adds a name",
    "Register.changes": "the same, and the number of full pages is part of the structure",
}
"""Caches that read display-only fields, and why no text depends on these reads."""


def test_only_harmless_cached_properties_read_display_only_fields(
    templates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cached value hides its reads from every text but the first that asks for it."""
    watched = Watched()
    for owner, name, cached in cached_properties():
        monkeypatch.setattr(owner, name, watched.property(owner, name, cached))
    render_everything(watched, dossier_of(world_texts()), templates)

    assert len(watched.computed) > 10
    assert {name for name, reads in watched.reads.items() if reads} == HARMLESS_CACHES.keys()


def render_everything(watched: Watched, dossier: Dossier, templates: dict[str, str]) -> None:
    link = Linker(dossier, DAY)
    with tracking(), listening(watched.note):
        others = files.static_outputs(link, html_environment(templates))
        markdown = pages.outputs(link, markdown_environment(templates))
        for _, render in (*others, *markdown):
            render()


PLAIN = {"str", "int", "bool", "object", "Markup", "dt.date", "type[Record]", "type[File]"}


def test_no_cached_function_takes_a_record() -> None:
    """So no cache of a function can hide a read either: these take plain values alone."""
    taking = [
        f"{path.stem}.{function.name}({argument.arg}: {kind})"
        for folder in ("dossier", "site", "text", "model")
        for path in sorted((ROOT / "generator" / folder).rglob("*.py"))
        for function in cached_functions(path)
        for argument in function.args.args
        if (kind := ast.unparse(argument.annotation) if argument.annotation else "") not in PLAIN
    ]

    assert taking == []


def cached_functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(
            name in ("cache", "lru_cache")
            for each in node.decorator_list
            for name in [ast.unparse(each).partition("(")[0].rpartition(".")[2]]
        )
    ]


def test_no_renderer_reads_a_record_behind_its_attributes() -> None:
    """What reads the dictionary of a record, or its serializer, cannot be noticed."""
    hidden = ("__dict__", "vars(", "to_jsonable_python", "to_json(", "TypeAdapter", "__pydantic")
    found = [
        (path.name, word)
        for folder in ("site", "search", "dossier")
        for path in sorted((ROOT / "generator" / folder).rglob("*.py"))
        for word in hidden
        if word in path.read_text(encoding="utf-8")
    ]

    assert found == []
