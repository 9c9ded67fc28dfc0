"""The finishing step over built HTML files in their folder, whichever engine built them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.build import folders
from generator.build.progress import Progress, Step, no_progress
from generator.build.publish import Names
from generator.site import html_fixes, security_policy
from generator.site.hosting import headers
from generator.site.security_policy import HEADERS, PAGE_WITHOUT_CONTENT

STYLES = ("templates/static/dossier.css",)
"""The styles that static pages have inside them."""


def own_styles(root: Path) -> tuple[str, ...]:
    """The texts of the styles that pages of a project have inside them."""
    return tuple((root / name).read_text(encoding="utf-8") for name in STYLES)


def finish(
    folder: Path,
    names: Iterable[str],
    progress: Progress = no_progress,
    styles: Sequence[str] = (),
) -> Names:
    """Finish the HTML files among some files of a folder; give the names of the changed files.

    Files that are not there are skipped. A file that needs no change is not written. A whole site,
    which has a page for unknown addresses, gets a security policy: in each page, and in a file with
    headers, which also allows the inline ``styles``.
    """
    scripts = _scripts(folder)
    pages = [name for name in names if name.endswith(".html") and (folder / name).is_file()]
    with progress("Pagina’s afwerken", len(pages)) as step:
        changed = folders.write_into(folder, _finished(folder, pages, scripts, step))
    return changed if scripts is None else changed | _write_headers(folder, scripts, styles)


def _scripts(folder: Path) -> Sequence[str] | None:
    """The inline scripts that may run on the pages of a site; None if the folder is no site."""
    page = folder / PAGE_WITHOUT_CONTENT
    return security_policy.inline_scripts(_read(page)) if page.is_file() else None


def _write_headers(folder: Path, scripts: Sequence[str], styles: Sequence[str]) -> Names:
    rules = headers.rules(folders.files(folder), scripts, styles)
    return folders.write_into(folder, [(HEADERS, headers.file(rules))])


def _finished(
    folder: Path, pages: Iterable[str], scripts: Sequence[str] | None, step: Step
) -> Iterator[tuple[str, bytes]]:
    policy = "" if scripts is None else security_policy.policy(scripts)
    for name in pages:
        html = html_fixes.finish(_read(folder / name), policy)
        yield name, html.encode("utf-8", "surrogateescape")
        step()


def _read(page: Path) -> str:
    """The text of a page in UTF-8; bytes that are not UTF-8 stay as they are."""
    return page.read_bytes().decode("utf-8", "surrogateescape")
