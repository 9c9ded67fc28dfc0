"""The content for a command that mends what is to be recorded: all else must be right."""

import sys

from commands.checked import is_right
from commands.telling import CONTENT_IS_WRONG, ROOT
from generator.build.check import Checked, check_content
from generator.dossier.dossier import Dossier
from generator.editing import events


def readable() -> Dossier:
    """The content, if nothing is wrong with it but what is to be recorded; or else, stop."""
    checked = check_content(ROOT)
    others = [each for each in checked.problems if each.rule not in events.MENDED]
    if others or not checked.dossier:
        is_right(Checked(checked.dossier, tuple(others), checked.texts))
        sys.exit(CONTENT_IS_WRONG)
    return checked.dossier
