"""The finishing step: fixes built HTML files in their folder, whichever engine built them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.build import folders
from generator.build.progress import Progress, Step, no_progress
from generator.build.publish import Names
from generator.site import html_fixes


def finish(folder: Path, names: Iterable[str], progress: Progress = no_progress) -> Names:
    """Fix the HTML files among some files of a folder, and return the names of the changed ones.

    Files that are not there are skipped. A file that needs no fix is not written.
    """
    pages = [name for name in names if name.endswith(".html") and (folder / name).is_file()]
    with progress("Pagina’s afwerken", len(pages)) as step:
        return folders.write_into(folder, _finished(folder, pages, step))


def _finished(folder: Path, pages: Iterable[str], step: Step) -> Iterator[tuple[str, bytes]]:
    for name in pages:
        yield name, _finished_bytes((folder / name).read_bytes())
        step()


def _finished_bytes(page: bytes) -> bytes:
    """A page in UTF-8; bytes that are not UTF-8 stay as they are."""
    html = page.decode("utf-8", "surrogateescape")
    return html_fixes.finish(html).encode("utf-8", "surrogateescape")
