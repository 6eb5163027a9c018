"""Documents as rules read them: sentences, headings, labels and shown figures."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.diagnostics import Place
    from alignkit.model.document import Document
    from alignkit.model.message import Message
    from alignkit.values import Figure

    from .subject import Subject


class Sentence(NamedTuple):
    """A sentence of running text; those of tables and control blocks are not among them."""

    text: str
    """As it is read."""
    place: Place | None
    """Where its paragraph stands in the template."""
    spans: tuple[tuple[int, int, str], ...]
    """Start, end and key of each figure shown in it."""
    quoted: bool
    """Somebody else's words: an objection."""

    @property
    def has_number(self) -> bool:
        """Whether it carries a figure or any other digit."""
        return bool(self.spans) or any(character.isdigit() for character in self.text)

    def is_figure(self, position: int) -> bool:
        """Whether the character at `position` belongs to a shown figure."""
        return any(start <= position < end for start, end, _ in self.spans)


class Label(NamedTuple):
    """A text that is no sentence: a heading, a cell, a card, an entry of the control block."""

    text: str
    """As it is read."""
    place: Place | None
    """Where its block stands in the template."""


class Appearance(NamedTuple):
    """A figure at the first place where a document shows it with this text."""

    text: str
    """As it is read."""
    key: str
    """Key of the figure."""
    section: str
    """The heading above it."""
    place: Place | None
    """Where its block stands in the template."""
    figure: Figure | None
    """The figure of the context, if it has one of that key."""


class Answer(NamedTuple):
    """An objection with the text of its reply."""

    id: str
    """Name of the objection."""
    reply: str
    """Everything the reply says, tables included."""
    place: Place | None
    """Where it stands in the template."""


@dataclass(slots=True)
class Page:
    """One document or message, read."""

    name: str
    """What the kind calls it."""
    document: Document
    """The document; the body of a message."""
    message: Message | None
    """The message it is the body of."""
    title: str
    """Its title; the subject of a message."""
    sentences: list[Sentence] = field(default_factory=list)
    """Running text in order."""
    paragraphs: list[Label] = field(default_factory=list)
    """The paragraphs the sentences are from, objections left out."""
    headings: list[Label] = field(default_factory=list)
    """Its headings."""
    labels: list[Label] = field(default_factory=list)
    """Everything else with characters in it."""
    figures: dict[tuple[str, str], Appearance] = field(default_factory=dict)
    """Shown figures by key and text, in order."""
    exchanges: list[Answer] = field(default_factory=list)
    """Objections with their replies."""
    spoken: list[Sentence] = field(default_factory=list)
    """What is said aloud."""
    spoken_words: int = 0
    """How many words are said aloud."""
    words: int = 0
    """How many words of running text it has, objections left out."""
    text: str = ""
    """Its sentences, one a line."""
    starts: list[int] = field(default_factory=list)
    """Where each sentence begins in `text`."""
    lowered: str = ""
    """The same in small letters."""
    vocabulary: frozenset[str] = frozenset()
    """The different words of its running text, in small letters."""
    capitals: frozenset[str] = frozenset()
    """The different words in capitals of its running text."""

    @property
    def is_english(self) -> bool:
        """Whether rules that know English words can read it."""
        return self.document.properties.language.partition("-")[0] == "en"

    def with_words(self, words: frozenset[str]) -> list[Sentence]:
        """Its sentences that may have one of `words`; objections are left out."""
        triggers = words & self.vocabulary
        return self._having(self.lowered, triggers) if triggers else []

    def containing(self, *characters: str) -> list[Sentence]:
        """Its sentences that contain one of `characters`; objections are left out."""
        return self._having(self.text, characters)

    def sentence_at(self, position: int) -> Sentence:
        """The sentence around a position of `text`."""
        return self.sentences[bisect_right(self.starts, position) - 1]

    def _having(self, text: str, wanted: Iterable[str]) -> list[Sentence]:
        found: set[int] = set()
        for each in wanted:
            position = text.find(each)
            while position >= 0:
                index = bisect_right(self.starts, position)
                found.add(index - 1)
                position = text.find(each, self.starts[index]) if index < len(self.starts) else -1
        return [sentence for index in sorted(found) if not (sentence := self.sentences[index]).quoted]


@dataclass(frozen=True, slots=True)
class Pages:
    """What was made for one subject, read."""

    subject: Subject
    """What it was made for."""
    all: tuple[Page, ...]
    """Every document and message."""

    @property
    def documents(self) -> tuple[Page, ...]:
        """Those that are no messages."""
        return tuple(page for page in self.all if page.message is None)

    @property
    def messages(self) -> tuple[tuple[Page, Message], ...]:
        """Those that are messages, each with its envelope."""
        return tuple((page, page.message) for page in self.all if page.message is not None)

    @property
    def english(self) -> tuple[Page, ...]:
        """Those written in English."""
        return tuple(page for page in self.all if page.is_english)
