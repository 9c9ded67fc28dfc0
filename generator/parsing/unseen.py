"""Messages about characters that nobody sees, and about texts that are not in composed form."""

from generator.model import characters

CONTROL_CHARACTER = "hier staat een onzichtbaar stuurteken; haal het weg"


def message(character: str) -> str:
    """What to do about a character that nobody sees."""
    if characters.CONTROL.match(character):
        return CONTROL_CHARACTER
    kind = "bijzonder regeleinde" if characters.LINE_END.match(character) else "onzichtbaar teken"
    return f"hier staat een {kind} ({characters.code_point(character)}); haal het weg"


def decomposed_message(written: str, composed: str) -> str:
    """What to do about a letter and its accent that are written as separate characters."""
    before, after = (" ".join(map(characters.code_point, each)) for each in (written, composed))
    return f"hier staat '{composed}' als {before}; schrijf het als {after}, in één teken"
