"""What MkDocs is asked to do otherwise, by its own events."""

import json
import logging
from pathlib import Path
from typing import Any, Self

from jinja2 import BaseLoader, Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from generator.build import folders
from generator.build.progress import Step
from generator.site import html_fixes

LOG = logging.getLogger("mkdocs")


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
        env.bytecode_cache = FileSystemBytecodeCache(str(folders.created(self.folder)))
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
        return html_fixes.finish(output)

    def on_post_template(self, output_content: str, template_name: str, **_: object) -> str:
        is_page = template_name.endswith(".html")
        return html_fixes.finish(output_content) if is_page else output_content


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
