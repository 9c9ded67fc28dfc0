"""The index by which readers search, made of a dossier."""

from pathlib import Path

from generator import findable, indexing
from generator.indexing import Searched
from generator.site.views.linker import Linker

INDEX = "build/index"
PLACE = f"{indexing.FOLDER}/"
"""Where the site has it."""
KEPT = "build/indexed"
"""What the next index needs of the last one."""


def index(root: Path, link: Linker, *, anew: bool) -> None:
    """Make the index.

    With ``anew``, what stands of it is made again as well.
    """
    dossier = link.dossier
    found = tuple(findable.findables(link))
    searched = Searched(found, dossier.search.synonyms, dossier.settings.prefix)
    indexing.index(searched, root / INDEX, root / KEPT, anew=anew)
