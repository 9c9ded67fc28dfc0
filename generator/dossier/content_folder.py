"""Which files ``content/`` may have, and what to say of those that do not belong there."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from shlex import quote

from generator.dossier import register_files
from generator.dossier.kinds import FOLDERS, SINGLE_FILES
from generator.model import Stored
from generator.parsing.problem import Problem, did_you_mean

FOLDER = "content"
UPGRADE = "python site_build.py upgrade"
"""The command that converts content of an earlier version of this program."""
_SOURCE_TEXT = re.compile(r"content/sources/[^/]+\.txt")
_EVIDENCE_TEXT = re.compile(r"content/evidence/[^/]+\.txt")


def model_of(path: str) -> type[Stored] | None:
    """The model of the content file at a path, if it is one of the known files."""
    match path.split("/"):
        case ["content", name]:
            return SINGLE_FILES.get(name)
        case ["content", folder, _]:
            return FOLDERS.get(folder)
    return None


def unknown_files(texts: Collection[str]) -> Iterator[Problem]:
    for path in texts:
        if not is_known(path):
            message = f"dit bestand hoort hier niet{_path_hint(path, texts)}"
            yield Problem(path, 1, 1, message, "onbekend-bestand")


def is_known(path: str) -> bool:
    is_record = path.endswith(".yml") and model_of(path) is not None
    is_text = is_source_text(path) or is_evidence_text(path)
    return is_record or register_files.is_register_file(path) or is_text


def is_source_text(path: str) -> bool:
    """Whether a content file is the text of a source."""
    return bool(_SOURCE_TEXT.fullmatch(path))


def source_text_path(slug: str) -> str:
    """The content file with the text of a source."""
    return f"content/sources/{slug}.txt"


def is_evidence_text(path: str) -> bool:
    """Whether a content file is the text that was kept of a source as evidence."""
    return bool(_EVIDENCE_TEXT.fullmatch(path))


def evidence_text_path(slug: str) -> str:
    """The content file with the text that was kept of a source as evidence."""
    return f"content/evidence/{slug}.txt"


def _path_hint(path: str, present: Collection[str]) -> str:
    """The end of the message about an unknown file: what the editor probably meant."""
    if path == register_files.FORMER_FILE:
        return f"; zet het over met: {UPGRADE}"
    corrected = with_yml_extension(path)
    if path != corrected and model_of(corrected):
        if corrected in present:
            return f"; {corrected} is er ook: zet daarin wat nog ontbreekt en haal dit bestand weg"
        return f"; de extensie moet .yml zijn: git mv {quote(path)} {quote(corrected)}"
    _, *folder, name = PurePosixPath(path).parts
    if len(folder) > 1:
        return "; mappen in mappen kent de site niet"
    if folder:
        return did_you_mean(folder[0], FOLDERS) if folder[0] not in FOLDERS else ""
    return did_you_mean(name, SINGLE_FILES)


def with_yml_extension(path: str) -> str:
    """The path with ``.yml`` instead of a mistake such as ``.yaml``, ``.YML`` or ``.yml.txt``."""
    return _MISNAMED.sub(".yml", path)


_MISNAMED = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)


def missing_files(texts: Collection[str]) -> Iterator[Problem]:
    """A problem for each required file that is missing, unless it only has a wrong extension."""
    if FOLDER in texts:
        return  # the folder itself could not be read
    intended = {*texts, *(with_yml_extension(path) for path in texts)}
    for name in SINGLE_FILES:
        if f"content/{name}" not in intended:
            message = "dit bestand ontbreekt en kan niet worden gemist"
            yield Problem(f"content/{name}", 1, 1, message, "ontbrekend-bestand")
    for slug in texts_without_source(texts):
        message = f"bij deze brontekst ontbreekt content/sources/{slug}.yml"
        yield Problem(f"content/sources/{slug}.txt", 1, 1, message, "ontbrekend-bestand")
    for path in filter(is_evidence_text, texts):
        if (source := f"content/sources/{PurePosixPath(path).stem}.yml") not in texts:
            message = f"bij deze bewaarde tekst ontbreekt {source}"
            yield Problem(path, 1, 1, message, "ontbrekend-bestand")


def texts_without_source(texts: Iterable[str]) -> list[str]:
    paths = frozenset(texts)
    slugs = sorted(PurePosixPath(path).stem for path in paths if is_source_text(path))
    return [slug for slug in slugs if f"content/sources/{slug}.yml" not in paths]
