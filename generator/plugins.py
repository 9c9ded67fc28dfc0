"""What MkDocs is asked to do otherwise, by its own events."""

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from jinja2 import BaseLoader, Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator import finish, folders
from generator.beside import beside
from generator.steps import Step

LOG = logging.getLogger("mkdocs")
SHARE = 4
"""The other processor converts one page in so many: it has the index to make as well."""
MANY = 50
"""So many pages for it are worth a process."""


class Compiled(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Keeps the theme's templates as they were compiled last, and the list of them."""

    def __init__(self, folder: Path, *, anew: bool) -> None:
        self.folder = folder
        if anew:
            folders.remove_folder(folder)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        make = config.theme.get_env
        config.theme.get_env = lambda: self.kept(make())  # type: ignore[method-assign]
        return config

    def kept(self, env: Environment) -> Environment:
        env.bytecode_cache = FileSystemBytecodeCache(str(folders.made(self.folder)))
        env.loader = _Listed(env.loader, self.folder / "templates.json")
        env.auto_reload = False  # or it would look for changes at each of the many that a page has
        return env


class _Listed(BaseLoader):
    """Loads templates as another does, and lists them once, without the theme's many icons.

    MkDocs asks which there are to copy what is no template, and copies nothing from hidden folders.
    """

    def __init__(self, loader: BaseLoader | None, kept: Path) -> None:
        self.loader = loader or BaseLoader()
        self.path = kept

    def get_source(self, environment: Environment, template: str) -> Any:  # noqa: ANN401
        return self.loader.get_source(environment, template)

    def list_templates(self) -> list[str]:
        if not self.path.is_file():
            names = [name for name in self.loader.list_templates() if not name.startswith(".")]
            self.path.write_text(json.dumps(names), encoding="utf-8")
        found: list[str] = json.loads(self.path.read_text(encoding="utf-8"))
        return found


class Counted(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Tells of two steps for each page: it is read, and it is laid out."""

    def __init__(self, step: Step) -> None:
        self.step = step

    def on_page_content(self, html: str, **_: object) -> str:
        self.step()
        return html

    def on_post_page(self, output: str, **_: object) -> str:
        self.step()
        return output


class Finished(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Lays the last hand on a page before it is written."""

    def on_post_page(self, output: str, **_: object) -> str:
        return finish.finish(output)

    def on_post_template(self, output_content: str, template_name: str, **_: object) -> str:
        is_page = template_name.endswith(".html")
        return finish.finish(output_content) if is_page else output_content


class Converted(NamedTuple):
    """What MkDocs knows of a page when its Markdown is converted."""

    content: str | None
    contents: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]
    """By path of another page: the anchors there that are linked to, and how."""


class Shared(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Has some of the pages converted on the other processor."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._pages: Sequence[Page] = ()
        self._converted: Callable[[], tuple[Sequence[Converted], Sequence[str]]]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """MkDocs is about to convert all pages: take some away from it."""
        every = files.documentation_pages()
        self._pages = [file.page or Page(None, file, config) for file in every[::SHARE]]
        work = beside(lambda: _convert(self._pages, config, files), much=len(self._pages) >= MANY)
        self._converted = self._stack.enter_context(work)
        for page in self._pages:
            page.render = lambda *_, page=page: setattr(page, "content", "")  # type: ignore[method-assign]
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002  (so MkDocs calls it)
        """MkDocs takes all pages to be converted: give it those that were taken away."""
        every, warnings = self._converted()
        for page, converted in zip(self._pages, every, strict=True):
            _fill(page, converted, files)
        for warning in warnings:
            LOG.warning(warning)
        return env


def _convert(
    pages: Sequence[Page], config: MkDocsConfig, files: Files
) -> tuple[Sequence[Converted], Sequence[str]]:
    """Convert the Markdown of some pages, and tell what MkDocs warned of."""
    with _quietly() as warnings:
        return [_converted(page, config, files) for page in pages], warnings


def _converted(page: Page, config: MkDocsConfig, files: Files) -> Converted:
    page.read_source(config)
    Page.render(page, config, files)
    links = {file.src_uri: of for file, of in (page.links_to_anchors or {}).items()}
    title, anchors = page._title_from_render, page.present_anchor_ids  # noqa: SLF001
    return Converted(page.content, page.toc, title, anchors, links)


def _fill(page: Page, converted: Converted, files: Files) -> None:
    page.content, page.toc = converted.content, converted.contents
    page._title_from_render = converted.title  # noqa: SLF001
    page.present_anchor_ids = converted.anchors
    page.links_to_anchors = {files.src_uris[path]: of for path, of in converted.links.items()}


@contextmanager
def _quietly() -> Iterator[list[str]]:
    """Gather what MkDocs warns of, and tell nobody else."""
    handlers, LOG.handlers = LOG.handlers, []
    with Warnings() as warnings:
        try:
            yield warnings.messages
        finally:
            LOG.handlers = handlers


class Warnings(logging.Handler):
    """Gathers what MkDocs warns of, so that it is told in one place."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def __enter__(self) -> Self:
        LOG.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        LOG.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
