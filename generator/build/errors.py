"""What can go wrong with a build although the content is right."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

FAULTS = {
    errno.ENOSPC: "De schijf is vol{}. Maak ruimte vrij en probeer het opnieuw.",
    errno.EDQUOT: "Uw deel van de schijf is vol{}. Maak ruimte vrij en probeer het opnieuw.",
    errno.EFBIG: "Een bestand wordt groter dan op deze machine mag{}. Verhoog de grens (zie "
    "‘ulimit -f’) en probeer het opnieuw.",
    errno.EACCES: "U hebt hier geen toestemming voor{}. Kijk van wie de map en het bestand zijn, "
    "geef uzelf schrijfrechten en probeer het opnieuw.",
    errno.EPERM: "Dit mag niet van het systeem{}. Kijk van wie de map en het bestand zijn en of ze "
    "vergrendeld zijn, en probeer het opnieuw.",
    errno.EROFS: "Op deze schijf kan alleen worden gelezen{}. Zet het project op een schijf waarop "
    "u mag schrijven.",
    errno.EIO: "De schijf kan niet lezen of schrijven{}. Kijk de schijf na en probeer het opnieuw.",
    errno.ENOMEM: "Het geheugen is op{}. Sluit andere programma’s en probeer het opnieuw.",
    errno.EAGAIN: "Er kan geen proces meer bij{}. Sluit andere programma’s en probeer het opnieuw.",
    errno.EMFILE: "Er zijn te veel bestanden open{}. Verhoog de grens (zie ‘ulimit -n’) en probeer "
    "het opnieuw.",
    errno.ENFILE: "Er zijn te veel bestanden open{}. Sluit andere programma’s en probeer het "
    "opnieuw.",
    errno.ENOLCK: "Deze schijf kan geen bestand vergrendelen{}. Zet het project op een andere.",
    errno.ENOSYS: "Deze schijf kan geen bestand vergrendelen{}. Zet het project op een andere.",
}
"""What an editor reads about an ordinary fault of the machine; with a place for the file."""


class SiteError(Exception):
    """The content is right, and yet a template or MkDocs makes no site of it; it says why."""


class MachineError(Exception):
    """The machine cannot do it, such as with a full disk; it says in Dutch what to do."""


@contextmanager
def faults_in_words() -> Iterator[None]:
    """Put ordinary faults of the machine in the body into words.

    Raises:
        MachineError: in place of ``MemoryError``, and of ``OSError`` with a number in ``FAULTS``.

    """
    try:
        yield
    except MemoryError as error:
        raise MachineError(FAULTS[errno.ENOMEM].format("")) from error
    except OSError as error:
        if error.errno not in FAULTS:
            raise
        file = f" ({error.filename})" if error.filename else ""
        raise MachineError(FAULTS[error.errno].format(file)) from error
