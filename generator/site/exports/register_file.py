"""The register as one file to download (JSON Lines)."""

from collections.abc import Iterator
from functools import partial

from generator.dossier import register_chain, urls
from generator.site.views.linker import Linker
from generator.site.views.page import Output


def outputs(link: Linker) -> Iterator[Output]:
    """The file, whose SHA-256 is the head of the register."""
    yield urls.REGISTER, partial(register_chain.contents, link.dossier.register)
