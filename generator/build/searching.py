"""The index by which readers search, made of a dossier."""

from pathlib import Path

from generator.build import search_index
from generator.build.search_index import Searched
from generator.search import records
from generator.site.views.linker import Linker

INDEX = "build/index"
PLACE = f"{search_index.FOLDER}/"
"""Where the site has it."""
KEPT = "build/indexed"
"""What the next index needs of the last one."""


def index(root: Path, link: Linker, *, anew: bool) -> None:
    """Make the index.

    With ``anew``, what stands of it is made again as well.
    """
    dossier = link.dossier
    found = tuple(records.search_records(link))
    searched = Searched(found, dossier.search.synonyms, dossier.settings.prefix)
    search_index.index(searched, root / INDEX, root / KEPT, anew=anew)
