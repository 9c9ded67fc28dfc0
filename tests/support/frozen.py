"""The frozen dossier: a copy of the content of one day, for the tests of the code.

Editors change ``content/`` and never this copy, so a test may depend on its numbers, words and
dates. Templates and the technical part of ``mkdocs.yml`` are those of the project.
"""

import re
import shutil
from functools import cache
from pathlib import Path

from generator.dossier.loader import read
from generator.parsing import content_files
from generator.search import dictionary, index, lexicon, records
from generator.site.views.linker import Linker

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "tests/frozen"
_DOSSIER_SETTINGS = re.compile(r"^(?:site_name|site_url|nav):.*\n(?:[ \-].*\n|\n)*", re.MULTILINE)


def write_project(root: Path, dossier: Path = FROZEN) -> None:
    """Write a buildable project: the content of a dossier, and the templates of this project."""
    look_words_up(dossier)
    shutil.copytree(dossier / "content", root / "content")
    shutil.copytree(ROOT / "templates", root / "templates")
    (root / "mkdocs.yml").write_text(configuration(dossier), encoding="utf-8")


@cache
def look_words_up(folder: Path) -> None:
    """Look up the words of a dossier, which each build would do in a process forked from this one.

    What is found depends on the words alone, and stays in the cache of ``word_cache``.
    """
    dossier = read(content_files.read_tree(folder, "content").texts).dossier
    assert dossier
    items = tuple(records.search_records(Linker(dossier, dossier.settings.changed)))
    keys = [lexicon.keys_by_place(item) for item in items]
    index.files(items, keys, dossier.search.synonyms, dossier.settings.prefix)
    dictionary.lemmas()  # for words that a test adds


def copy_code(root: Path) -> None:
    """Copy the code of the project, so that commands can be run there."""
    for name in ("generator", "commands"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "site_build.py", root)


def configuration(dossier: Path) -> str:
    """``mkdocs.yml`` of this project, with the name, address and menu of another dossier."""
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    other = (dossier / "mkdocs.yml").read_text(encoding="utf-8")
    return f"{other}\n{_DOSSIER_SETTINGS.sub('', own)}"
