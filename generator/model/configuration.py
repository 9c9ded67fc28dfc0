"""What mkdocs.yml may contain: configuration, and nothing that runs or loads code.

Who proposes content may change this file, for the menu. So a hook, a plugin, a script from another
site or raw HTML is an unknown field or a wrong value. What the generated Markdown depends on has
one value only. Whoever wants another changes it here as well, as a change to the code.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.record import StrictModel
from generator.model.scalars import BaseAddress, PlainLine

AssetPath = Annotated[str, StringConstraints(pattern=r"^assets/[a-z0-9-]+(\.[a-z0-9]+)+$")]
DottedName = Annotated[str, StringConstraints(pattern=r"^[a-z]+([.-][a-z]+)*$")]


def _exactly(expected: object) -> AfterValidator:
    """Accept one value only."""

    def check(value: object) -> object:
        if value != expected:
            raise PydanticCustomError("fixed", "has one value only")
        return value

    return AfterValidator(check)


class ThemeConfiguration(StrictModel):
    name: Literal["material"]
    custom_dir: Literal["templates/theme"]
    language: Literal["nl"]
    font: Literal[False]
    logo: AssetPath
    favicon: AssetPath
    features: tuple[DottedName, ...] = ()


class Configuration(StrictModel):
    """mkdocs.yml; its menu is checked where the pages are known."""

    site_name: PlainLine
    site_url: BaseAddress
    copyright: PlainLine | None = None
    docs_dir: Literal["build/docs"]
    site_dir: Literal["site"]
    strict: Literal[True]
    use_directory_urls: Literal[True]
    theme: ThemeConfiguration
    extra: Annotated[Any, _exactly({"generator": False})]
    extra_css: tuple[AssetPath, ...] = ()
    extra_javascript: tuple[AssetPath, ...] = ()
    plugins: Annotated[Any, _exactly([])]
    markdown_extensions: Annotated[
        Any, _exactly(["attr_list", "md_in_html", {"toc": {"toc_depth": 3}}])
    ]
    """The escaping of values in Markdown is for these."""
    validation: Any
    not_in_nav: str = ""
    nav: Any
