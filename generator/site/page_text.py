"""What a reader sees of an HTML page, to compare it with what it should say."""

from functools import cached_property
from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "template", "svg"})


def normalized(text: str) -> str:
    """A text with one space for all blanks, as a browser shows it."""
    return " ".join(text.split())


class PageText:
    """The texts of a page."""

    def __init__(self, html: str) -> None:
        self._parser = _Parser()
        self._parser.feed(html)

    @cached_property
    def words(self) -> str:
        """All that is shown, as one text."""
        return normalized("".join(self._parser.all))

    @property
    def quotes(self) -> frozenset[str]:
        """The text of each block quote."""
        return frozenset(map(normalized, self._parser.by_tag["blockquote"]))

    @property
    def codes(self) -> frozenset[str]:
        """The text of each piece of code."""
        return frozenset(map(normalized, self._parser.by_tag["code"]))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.all: list[str] = []
        self.by_tag: dict[str, list[str]] = {"blockquote": [], "code": []}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in _UNSEEN or tag in self.by_tag:
            self._open.append(tag)
        if tag in self.by_tag:
            self.by_tag[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.reverse()
            self._open.remove(tag)
            self._open.reverse()

    def handle_data(self, data: str) -> None:
        if _UNSEEN.intersection(self._open):
            return
        self.all.append(data)
        for tag in self.by_tag:
            if tag in self._open:
                self.by_tag[tag][-1] += data
