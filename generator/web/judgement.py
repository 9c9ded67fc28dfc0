"""What the responses to a visit say about the address."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from generator.model import limits
from generator.web.fetching import Response
from generator.web.finding import Finding, Outcome
from generator.web.network import VisitError

PERMANENT = (301, 308)
REDIRECTS = (*PERMANENT, 302, 303, 307)
GONE = (404, 410)
TOO_BUSY = (429, 503)
FIRST_SERVER_ERROR, LAST_SERVER_ERROR = 500, 599

_SAFE = "%/:=&?~#+!$,;@*-._"
"""What an address in the content may have, and what is percent-encoded already."""
_HOME = re.compile(r"/?((nl|en)/?)?((home|index|default)(\.\w+)?/?)?", re.IGNORECASE)
_OTHER_PATH = re.compile(
    r"/(404|error|fout|(page-?)?not-?found|(pagina-)?niet-gevonden|login|inloggen|signin)\b",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"^\W*404\b|\b404\W*$|\b(fout|error)\W{0,3}404\b|\bnot found\b|\bniet (meer )?gevonden\b"
    r"|\b(pagina|page)\b.{0,30}\b(bestaat niet|does not exist|doesn.t exist|no longer exists)\b",
    re.IGNORECASE,
)


# Redirects ----------------------------------------------------------------------------------------


def following_address(response: Response) -> str | None:
    """Where a response redirects to; None if it does not.

    Raises:
        VisitError: it is no address of the web.

    """
    location = response.headers.get("Location")
    if response.status not in REDIRECTS or not location:
        return None
    try:
        address = urljoin(response.address, quote(location.encode("latin-1"), _SAFE))
        _require_web(address)
    except ValueError as error:
        finding = Finding(Outcome.NO_ANSWER, "leidt naar iets wat geen webadres is")
        raise VisitError(finding) from error
    return address


def _require_web(address: str) -> None:
    parts = urlsplit(address)
    is_web = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    if not is_web or len(address) > limits.ADDRESS or parts.port == 0:
        raise ValueError(address)


# The outcome --------------------------------------------------------------------------------------


def judge(address: str, responses: Sequence[Response], now: float) -> Finding:
    """What a visit found: ``responses`` are the redirects, and the response where they end.

    ``now`` is in seconds since 1970.
    """
    last = responses[-1]
    where = "" if len(responses) == 1 else last.address
    if last.status // 100 == 2:  # noqa: PLR2004  (success, in all its forms)
        return _of_page(address, responses)
    if last.status in GONE:
        return Finding(Outcome.DIED, f"fout {last.status}: deze pagina is er niet (meer)", where)
    outcome = Outcome.NO_ANSWER if _is_fault_of_server(last.status) else Outcome.REFUSED
    finding = Finding(outcome, f"fout {last.status}", where)
    return replace(finding, retry_after=retry_after(last, now))


def _is_fault_of_server(status: int) -> bool:
    return status in REDIRECTS or FIRST_SERVER_ERROR <= status <= LAST_SERVER_ERROR


def retry_after(response: Response, now: float) -> float | None:
    """The seconds after which a busy server wants to be visited again, if it says so."""
    value = response.headers.get("Retry-After", "").strip()
    if response.status not in TOO_BUSY or not value:
        return None
    if re.fullmatch("[0-9]{1,9}", value):
        return float(value)
    try:
        return max(parsedate_to_datetime(value).timestamp() - now, 0)
    except (ValueError, OverflowError, OSError):
        return None


def _of_page(address: str, responses: Sequence[Response]) -> Finding:
    last = responses[-1]
    if reason := _sign_of_another_page(address, last):
        where = "" if len(responses) == 1 else last.address
        return Finding(Outcome.ANOTHER_PAGE, reason, where)
    new = _permanent_address(address, responses)
    if new != urldefrag(address).url:
        _, fragment = urldefrag(address)
        return Finding(Outcome.MOVED, "", f"{new}#{fragment}" if fragment else new)
    return Finding(Outcome.ANSWERS)


def _permanent_address(address: str, responses: Sequence[Response]) -> str:
    """Where the first redirects lead, as far as they are permanent; without a fragment."""
    found = address
    for each, following in pairwise(responses):
        if each.status not in PERMANENT:
            break
        found = following.address
    return urldefrag(found).url


def _sign_of_another_page(address: str, last: Response) -> str:
    """Why this seems not to be the page that was asked for; empty if nothing says so."""
    if is_home(last.address) and not is_home(address):
        return "leidt naar de voorpagina"
    if _OTHER_PATH.search(urlsplit(last.address).path) and not _OTHER_PATH.search(address):
        return "leidt naar een pagina met een fout, of naar een inlogpagina"
    for heading in _headings(last):
        if _NOT_FOUND.search(heading):
            return "de pagina zegt zelf dat zij niet is gevonden"
    return ""


def is_home(address: str) -> bool:
    """Whether an address is that of a home page."""
    parts = urlsplit(address)
    return bool(_HOME.fullmatch(parts.path)) and not parts.query


def _headings(response: Response) -> list[str]:
    parser = _Headings()
    parser.feed(response.content.decode(errors="replace"))
    return [" ".join(each.split()) for each in parser.found]


class _Headings(HTMLParser):
    """Collects the texts of the title and the first headings of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found = list[str]()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  (its signature)
        if tag in ("title", "h1"):
            self._inside = tag
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data
