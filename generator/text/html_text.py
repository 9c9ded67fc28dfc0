"""What a reader sees of an HTML page, as text."""

from functools import cached_property
from html.parser import HTMLParser

_UNSEEN = frozenset({"head", "title", "script", "style", "template", "svg", "noscript"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div"),
        *("dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table"),
        *("tbody", "td", "th", "thead", "tr", "ul"),
    }
)
"""The elements before and after which a line ends."""


def normalized(text: str) -> str:
    """A text with one space for all blanks, as a browser shows it."""
    return " ".join(text.split())


class HtmlText:
    """The texts of a page."""

    def __init__(self, html: str) -> None:
        self._parser = _Parser()
        self._parser.feed(html)
        self._parser.close()

    @cached_property
    def words(self) -> str:
        """All that is shown, as one line."""
        return normalized("".join(self._parser.pieces))

    @cached_property
    def lines(self) -> list[str]:
        """All that is shown, a line for each paragraph, heading, item or cell."""
        lines = map(normalized, "".join(self._parser.pieces).split("\n"))
        return [line for line in lines if line]

    @property
    def anchors(self) -> frozenset[str]:
        """What a link to a part of the page can name."""
        return frozenset(self._parser.anchors)

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
        self.pieces: list[str] = []
        self.by_tag: dict[str, list[str]] = {"blockquote": [], "code": []}
        self.anchors: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.anchors += [value for name, value in attrs if name == "id" and value]
        if tag in _BLOCKS:
            self.pieces.append("\n")
        if tag in _UNSEEN or tag in self.by_tag:
            self._open.append(tag)
        if tag in self.by_tag:
            self.by_tag[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")
        if tag in self._open:
            last = len(self._open) - 1 - self._open[::-1].index(tag)
            del self._open[last]

    def handle_data(self, data: str) -> None:
        if _UNSEEN.intersection(self._open):
            return
        self.pieces.append(" ".join(data.split("\n")))
        for tag in self.by_tag:
            if tag in self._open:
                self.by_tag[tag][-1] += data
