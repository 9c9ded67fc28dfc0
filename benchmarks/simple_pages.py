"""Writes simple pages for Hugo and for Material: a page each, with a title, a theme and two links.

Both get the same titles, words and links, so both have as much to do as the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.synthetic import WORDS

THEMES = 30
WORDS_ON_A_PAGE = 60

MKDOCS_CONFIGURATION = """\
site_name: Items
site_url: https://items.example/
theme: {name: material, language: nl, font: false}
plugins: [search]
nav:
  - Home: index.md
  - Themes: themes.md
not_in_nav: |
  item-*.md
  theme-*.md
"""
HUGO_CONFIGURATION = """\
baseURL = "https://items.example/"
title = "Items"
disableKinds = ["RSS"]
[taxonomies]
  theme = "themes"
"""
HUGO_LAYOUTS = {
    "baseof.html": (
        "<!doctype html><html lang=nl><head><title>{{ .Title }}</title></head><body>"
        '<nav><a href="/">Home</a> <a href="/themes/">Themes</a></nav>'
        '<main>{{ block "main" . }}{{ end }}</main></body></html>'
    ),
    "single.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}'
        "{{ range .Params.themes }}<a href='/themes/{{ . }}/'>{{ . }}</a>{{ end }}{{ end }}"
    ),
    "list.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}'
        '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}'
    ),
}


@dataclass(frozen=True)
class Item:
    number: int
    title: str
    words: str
    links: tuple[int, int]
    """The numbers of the items that it links to."""

    @property
    def name(self) -> str:
        return name(self.number)

    @property
    def theme(self) -> str:
        return f"theme-{self.number % THEMES}"


def name(number: int) -> str:
    return f"item-{number:05}"


def items(count: int) -> Iterator[Item]:
    """Items with other words each, the same at every call."""
    random = Random(count)  # noqa: S311  (no secrets)
    for number in range(count):
        words = random.choices(WORDS, k=WORDS_ON_A_PAGE)
        links = (number + 1) % count, (number * 7 + 3) % count
        yield Item(number, f"Item {number}: {' '.join(words[:5])}", " ".join(words), links)


def write_for_material(root: Path, count: int) -> None:
    """Write a project for MkDocs with Material and its search."""
    docs = root / "docs"
    docs.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(MKDOCS_CONFIGURATION, encoding="utf-8")
    (docs / "index.md").write_text("# Items\n", encoding="utf-8")
    themes = [f"theme-{at}" for at in range(THEMES)]
    lines = "".join(f"- [{theme}]({theme}.md)\n" for theme in themes)
    (docs / "themes.md").write_text(f"# Themes\n\n{lines}", encoding="utf-8")
    listed = dict.fromkeys(themes, "")
    for item in items(count):
        listed[item.theme] += f"- [{item.title}]({item.name}.md)\n"
        first, second = (f"[{name(each)}]({name(each)}.md)" for each in item.links)
        (docs / f"{item.name}.md").write_text(
            f"# {item.title}\n\n{item.words}.\n\n"
            f"See {first} and {second}, or [{item.theme}]({item.theme}.md).\n",
            encoding="utf-8",
        )
    for theme, found in listed.items():
        (docs / f"{theme}.md").write_text(f"# {theme}\n\n{found}", encoding="utf-8")


def write_for_hugo(root: Path, count: int) -> None:
    """Write a project for Hugo, with layouts as small as can be."""
    for folder in ("content", "layouts/_default"):
        (root / folder).mkdir(parents=True)
    (root / "hugo.toml").write_text(HUGO_CONFIGURATION, encoding="utf-8")
    for layout, text in HUGO_LAYOUTS.items():
        (root / "layouts/_default" / layout).write_text(text, encoding="utf-8")
    for item in items(count):
        first, second = (f"[{name(each)}](/{name(each)}/)" for each in item.links)
        (root / "content" / f"{item.name}.md").write_text(
            f'---\ntitle: "{item.title}"\nthemes: ["{item.theme}"]\n---\n'
            f"{item.words}.\n\nSee {first} and {second}.\n",
            encoding="utf-8",
        )
