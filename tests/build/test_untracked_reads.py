"""Every way to read a record while a text is rendered is reported, or shown to be harmless.

An incremental build would reuse a text that should have changed if one of its reads was missed.
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
from generator.site.packs import files as pack_files
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
    "__init__": "creates a record",
    "__pretty__": "reads through __repr_args__",
    "__repr__": "reads through __repr_args__",
    "__repr_name__": "the name of the class",
    "__repr_recursion__": "the name of the class",
    "__repr_str__": "reads through __repr_args__",
    "__rich_repr__": "reads through __repr_args__",
    "__setattr__": "refused: records are frozen",
    "__setstate__": "creates a record",
    "__str__": "reads through __repr_args__",
    "model_post_init": "does nothing",
}
"""Methods of an instance that do not read a field themselves, and why."""


def reported_reads(action: Callable[[], object]) -> dict[int, set[str]]:
    """The fields that an action is reported to read, by the identity of the record."""
    found: dict[int, set[str]] = defaultdict(set)
    with tracking(), listening(lambda record, field: found[id(record)].add(field)):
        action()
    return found


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_a_read_of_a_complete_record_is_reported(read: Read, world: Dossier) -> None:
    theme = world.themes[0]

    found = reported_reads(lambda: read(theme))

    assert found[id(theme)] == display_only_fields(Theme)
    assert "text" in found[id(theme.statements[0])], "reads of nested records are reported too"


def test_comparing_reads_both_records(world: Dossier) -> None:
    first, second = world.themes[0], world.themes[1]

    found = reported_reads(lambda: first == second)

    assert {id(first), id(second)} <= found.keys()


def test_every_method_of_pydantic_is_reported_or_harmless() -> None:
    """A new version of pydantic may add new ways to read a record."""
    methods = {
        name
        for name in dir(BaseModel)
        if callable(value := getattr(BaseModel, name))
        and not hasattr(value, "__self__")  # class methods read no record
        and not hasattr(object, name)
        and (name.startswith("__") or not name.startswith("_"))
    } | {"__eq__", "__hash__", "__repr__", "__str__", "__getstate__", "__setattr__", "__delattr__"}

    assert len(methods) > 20
    assert methods - set(WHOLE_RECORD_READS) - HARMLESS.keys() == set()


def test_tracking_restores_the_model(world: Dossier) -> None:
    theme, before = world.themes[0], [dict(vars(model)) for model in (Record, Theme)]
    with tracking():
        assert vars(Theme) != before[1]

    assert [dict(vars(model)) for model in (Record, Theme)] == before
    assert theme.intro
    assert theme == theme.model_copy()


def test_tracking_restores_the_model_after_a_failure() -> None:
    before = dict(vars(Record))
    with pytest.raises(ZeroDivisionError), tracking():
        _ = 1 / 0

    assert dict(vars(Record)) == before


# Caches -------------------------------------------------------------------------------------------


class CacheWatcher:
    """Collects the display-only fields that are read while each cached property is computed."""

    def __init__(self) -> None:
        self.computing: list[str] = []
        self.reads: dict[str, set[str]] = defaultdict(set)
        self.computed: set[str] = set()

    def add_read(self, record: Record, field: str) -> None:
        for name in self.computing:
            self.reads[name].add(f"{type(record).__name__}.{field}")

    def watch(self, owner: type, name: str, cached: functools.cached_property[Any]) -> property:
        """The same property, watched. Its value is cached per object as before."""
        label, cache = f"{owner.__name__}.{name}", dict[int, tuple[object, Any]]()

        def value(self_: object) -> Any:  # noqa: ANN401  (the type depends on the property)
            if id(self_) not in cache:
                self.computing.append(label)
                self.computed.add(label)
                cache[id(self_)] = self_, cached.func(self_)
                self.computing.pop()
            return cache[id(self_)][1]

        return property(value)


def cached_properties() -> list[tuple[type, str, functools.cached_property[Any]]]:
    """Every cached property of our classes; the imports above load all renderers."""
    return [
        (owner, name, value)
        for owner in set(subclasses(object))
        if str(owner.__module__).startswith("generator.")
        for name, value in vars(owner).items()
        if isinstance(value, functools.cached_property)
    ]


def subclasses(owner: type) -> list[type]:
    direct: list[type] = type.__subclasses__(owner)
    return [*direct, *(indirect for sub in direct for indirect in subclasses(sub))]


HARMLESS_CACHES = {
    "Backlinks._referring": "the targets of links are part of the structure",
    "Dossier.citables": "reads Dossier.fact_pages",
    "Dossier.fact_pages": "counts the names of facts, which are part of the structure",
    "Register._changes_of": "names are part of the structure; their events are read one by one",
    "Register._changes_on": "the events of a name are one dependency; its first event adds a name",
    "Register.changes": "as the previous one; the number of full pages is part of the structure",
}
"""Caches that read display-only fields, and why no text depends on these reads."""


def test_only_harmless_cached_properties_read_display_only_fields(
    templates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cached value hides its reads from every text except the first that asks for it."""
    watcher = CacheWatcher()
    for owner, name, cached in cached_properties():
        monkeypatch.setattr(owner, name, watcher.watch(owner, name, cached))
    render_everything(watcher, dossier_of(world_texts()), templates)

    assert len(watcher.computed) > 10
    assert {name for name, reads in watcher.reads.items() if reads} == HARMLESS_CACHES.keys()


def render_everything(watcher: CacheWatcher, dossier: Dossier, templates: dict[str, str]) -> None:
    link = Linker(dossier, DAY, has_packs=True)
    with tracking(), listening(watcher.add_read):
        static = files.static_outputs(link, html_environment(templates))
        markdown = pages.outputs(link, markdown_environment(templates))
        for _, render in (*static, *markdown, *pack_files.outputs(link)):
            render()


PLAIN_TYPES = {
    *("str", "int", "bool", "object", "Markup", "dt.date", "type[Record]", "type[File]"),
    "tuple[tuple[str, str], ...]",
}


def test_no_cached_function_takes_a_record() -> None:
    """Cached functions take only plain values, so their caches cannot hide a read either."""
    record_arguments = [
        f"{path.stem}.{function.name}({argument.arg}: {kind})"
        for folder in ("dossier", "site", "text", "model")
        for path in sorted((ROOT / "generator" / folder).rglob("*.py"))
        for function in cached_functions(path)
        for argument in function.args.args
        if (kind := ast.unparse(argument.annotation) if argument.annotation else "")
        not in PLAIN_TYPES
    ]

    assert record_arguments == []


def cached_functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(
            name in ("cache", "lru_cache")
            for decorator in node.decorator_list
            for name in [ast.unparse(decorator).partition("(")[0].rpartition(".")[2]]
        )
    ]


def test_no_renderer_bypasses_the_attributes_of_a_record() -> None:
    """Reads through the dictionary or the serializer of a record cannot be reported."""
    untracked = ("__dict__", "vars(", "to_jsonable_python", "to_json(", "TypeAdapter", "__pydantic")
    found = [
        (path.name, word)
        for folder in ("site", "search", "dossier")
        for path in sorted((ROOT / "generator" / folder).rglob("*.py"))
        for word in untracked
        if word in path.read_text(encoding="utf-8")
    ]

    assert found == []
