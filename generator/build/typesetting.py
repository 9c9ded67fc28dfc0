"""Typst makes a PDF of the data of a pack, by the template of the project.

The packages for it need not be installed: ``missing_packages`` says which are not.
"""

import datetime as dt
import io
import json
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator.build import folders
from generator.build.errors import SiteError

if TYPE_CHECKING:
    import typst

TEMPLATES = "templates/pdf"
MAIN = "pack.typ"
FONTS = "build/fonts"
"""Copies of the fonts that are used: of two files with one font, Typst could take either."""
PACKAGES = {"typst": "typst", "pikepdf": "pikepdf", "font_source_sans_pro": "font-source-sans-pro"}
"""The packages that are needed: the name of each in an import, and where it is published."""
FONT_FILES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")
STANDARDS: "typst.PDFStandards" = ["a-2a", "ua-1"]
"""For archives (PDF/A-2a) and for everyone, whatever they read with (PDF/UA-1)."""


def missing_packages() -> tuple[str, ...]:
    """The packages that are needed and not installed."""
    return tuple(name for module, name in PACKAGES.items() if not find_spec(module))


def ingredients(root: Path) -> Iterator[bytes]:
    """All that a PDF is made from, apart from its data."""
    yield Path(__file__).read_bytes()
    for name in sorted(folders.files(root / TEMPLATES)):
        yield from (name.encode(), (root / TEMPLATES / name).read_bytes())
    yield from fonts().values()
    yield from (f"{name} {metadata.version(name)}".encode() for name in PACKAGES.values())


def fonts() -> dict[str, bytes]:
    """The fonts, by the name of their file."""
    spec = find_spec("font_source_sans_pro")
    (folder,) = (spec and spec.submodule_search_locations) or [""]
    return {name: (Path(folder) / "files" / name).read_bytes() for name in FONT_FILES}


class Typesetter:
    """Makes PDFs by the template of a project, which is read once."""

    def __init__(self, root: Path) -> None:
        import typst  # noqa: PLC0415  (need not be installed)

        folders.write(root / FONTS, fonts())
        only_these = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[root / FONTS]
        )
        self._compiler = typst.Compiler(
            root / TEMPLATES / MAIN, root=root / TEMPLATES, font_paths=only_these
        )

    def pdf(self, data: str) -> bytes:
        """The data of a pack, which is JSON, as PDF, dated on the day of its content.

        Raises:
            SiteError: the template is wrong.

        """
        import typst  # noqa: PLC0415  (need not be installed)

        try:
            pdf, warnings = self._compiler.compile_with_warnings(
                format="pdf",
                pdf_standards=STANDARDS,
                timestamp=_midnight(json.loads(data)["created"]),
                sys_inputs={"data": data},
            )
        except typst.TypstError as error:
            raise SiteError(f"{TEMPLATES}: {error.message}\n{error.diagnostic}") from error
        if warnings:  # for example of a font that is not there: all words would be missing
            raise SiteError(f"{TEMPLATES}: {warnings[0].message}")
        return _smaller(cast("bytes", pdf))


def _midnight(day: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), dt.UTC)


def _smaller(pdf: bytes) -> bytes:
    """The same document in fewer bytes: its objects are compressed together."""
    import pikepdf  # noqa: PLC0415  (need not be installed)

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()
