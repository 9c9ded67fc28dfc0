"""The pages of the site that come, go or look different."""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.dossier import urls
from generator.editing.change_report import literal
from generator.editing.change_report.comparison import Comparison
from generator.site.views.inline_html import plural

SHOWN = 20
"""At most this many addresses are named of the pages that changed in the same way."""


def changes(found: Comparison) -> Iterator[str]:
    """A line for the pages that are new, those that are gone, and those that look different."""
    before = _in_new_names(found.before.files, found.new_names)
    after = _in_new_names(found.after.files, found.new_names)
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    changed = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    unanswered = (path for path in gone if _static_file(path) not in found.after.files)
    yield from _line("nieuw", new)
    yield from _line("weg", unanswered)
    yield from _line("anders", changed)
    if rest := sum(not urls.is_page(path) for path in new | gone | changed):
        counted = plural(rest, "ander bestand", "andere bestanden")
        yield f"en {counted}, zoals vaste adressen en feeds"


def _in_new_names(files: Mapping[str, str], new_names: Mapping[str, str]) -> Mapping[str, str]:
    """Files with every old name replaced by the new one, in their paths and texts.

    Done on both sides, so that a page is no different for a new name alone.
    """
    if not new_names:
        return files
    words = "|".join(map(re.escape, new_names))
    pattern = re.compile(rf"(?:(?<![\w-])|(?<=--))(?:{words})(?=--|(?![\w-]))")

    def renamed(text: str) -> str:
        return pattern.sub(lambda match: new_names[match[0]], text)

    # the page at a former address has the path of the page itself: that one counts
    by_path = sorted(files.items(), key=lambda item: renamed(item[0]) == item[0])
    return {renamed(path): renamed(text) for path, text in by_path}


def _static_file(path: str) -> str:
    """The file that keeps the address of a page that is gone, if there is one."""
    return urls.static_file_at(urls.address(path))


def _line(state: str, paths: Iterable[str]) -> Iterator[str]:
    addresses = sorted(urls.address(path) for path in paths if urls.is_page(path))
    if addresses:
        left = len(addresses) - SHOWN
        rest = f" en nog {left}" if left > 0 else ""
        yield f"{state}: {', '.join(map(literal.code, addresses[:SHOWN]))}{rest}"
