"""The values of which a pack consists: texts for readers, in the order of the printed document."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Words that lead to a web address."""

    words: str
    address: str


@dataclass(frozen=True)
class Cited:
    """A source, as the text before the list of sources refers to it."""

    number: int
    """Its number in that list."""
    title: str
    language: str


@dataclass(frozen=True)
class Reference:
    """A reference to a sentence: to its place in the pack, or else to its permalink."""

    id: str
    address: str
    is_inside: bool


@dataclass(frozen=True)
class Passage:
    """The words of a source that prove something."""

    text: str
    source: Cited


@dataclass(frozen=True)
class Fact:
    """What came of sentences, with its evidence."""

    date: str
    text: str
    status: str | None
    status_note: str | None
    sources: Sequence[Cited]
    passages: Sequence[Passage]
    reporters: Sequence[str]
    sentences: Sequence[Reference]


@dataclass(frozen=True)
class Standing:
    """How a commitment stands."""

    code: str
    words: str
    note: str | None
    date: str | None
    """Since or on which moment, in words."""
    sources: Sequence[Cited]
    """The evidence."""
    reason: str | None
    """Why it cannot be tested whether it was fulfilled."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document, with its number."""

    id: str
    text: str
    version: int
    date: str
    """The day of that version."""
    address: str
    """The permalink, as an absolute address."""
    place: str | None
    """Where readers of the document find it."""
    note: str | None
    standing: Standing | None
    """None if it is no commitment."""
    parties: Sequence[str]
    deadlines: Sequence[str]
    points: Sequence[str]
    facts: Sequence[Fact]


@dataclass(frozen=True)
class Part:
    """A chapter or theme, with those of its sentences that the pack has."""

    title: str
    document: str | None
    """The document that it is from; None if there is only one."""
    place: str | None
    intro: str | None
    """Of a part of which the pack has all sentences."""
    missing: str | None
    """What the document does not say about it."""
    commitments: Sequence[Sentence]
    others: Sequence[Sentence]


@dataclass(frozen=True)
class Deadline:
    name: str
    words: str
    end: str
    state: str
    shifts: Sequence[str]
    outcome: str | None
    sources: Sequence[Cited]
    sentences: Sequence[Reference]


@dataclass(frozen=True)
class Deadlines:
    """Deadlines in two lists, as a parliament keeps those of its commitments."""

    open: Sequence[Deadline]
    """Those that are running or have passed without a known outcome."""
    settled: Sequence[Deadline]


@dataclass(frozen=True)
class Point:
    title: str
    found: str
    handled: str
    address: str
    sentences: Sequence[Reference]


@dataclass(frozen=True)
class PointGroup:
    title: str
    points: Sequence[Point]


@dataclass(frozen=True)
class Source:
    number: int
    title: str
    language: str
    details: str | None
    """Who published it, and when."""
    consulted: str | None
    web: str | None
    """Its address on the web."""
    address: str
    """Its page on the site."""
    is_quoted: bool
    """Whether the sentences are its words."""


@dataclass(frozen=True)
class Count:
    code: str
    words: str
    count: int


@dataclass(frozen=True)
class Cover:
    """What a pack is about, and as of when."""

    dossier: str
    subject: str
    summary: str
    changed: str
    """The day of the latest line of the register."""
    lines: int
    """How many lines the register has."""
    head: str
    """The SHA-256 of the register."""
    as_of: str
    """The day for which the state of deadlines is given."""
    owner: str
    contact: Place
    licence: str
    colophon: str
    site: str
    page: str
    """The address of the page that this pack goes with."""
    file: str
    """The address of the pack itself."""


@dataclass(frozen=True)
class About:
    """What is known of the party that a pack is about."""

    details: str | None
    uncertain: str | None
    facts: Sequence[Fact]
    """What it reports itself and no sentence in the pack has."""


@dataclass(frozen=True)
class Ended:
    """What is left of something that a pack was about."""

    happened: str
    note: str | None
    successors: Sequence[Place]
    versions: Sequence[str]
    address: str


@dataclass(frozen=True)
class Pack:
    """A whole document."""

    created: str
    """The day of its content, as ``yyyy-mm-dd``."""
    cover: Cover
    standing: str = ""
    counts: Sequence[Count] = ()
    about: About | None = None
    parts: Sequence[Part] = ()
    deadlines: Deadlines | None = None
    points: Sequence[PointGroup] = ()
    sources: Sequence[Source] = ()
    citation: str | None = None
    """How to cite a sentence, with the first commitment as the example."""
    ended: Ended | None = None
