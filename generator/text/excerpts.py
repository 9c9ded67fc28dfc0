"""The first words of a text, for where there is no room for all of it."""


def first_words(text: str, length: int) -> str:
    """A text of at most ``length`` characters, cut at a word if possible."""
    whole = " ".join(text.split())
    if len(whole) <= length:
        return whole
    start = whole[: length - 1].rpartition(" ")[0]
    return f"{start.rstrip('.,;:')} …" if start else f"{whole[: length - 1]}…"
