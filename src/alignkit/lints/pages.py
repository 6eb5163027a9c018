"""Documents as rules read them: walked through once, in sentences, headings, labels and shown figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignkit.model.blocks import (
    Callout,
    Cards,
    Chart,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Spoken,
    Table,
)
from alignkit.model.document import Document
from alignkit.model.inlines import Break, Shown, Text
from alignkit.model.message import Message
from alignkit.showing import plain

from .sentences import sentence_spans

if TYPE_CHECKING:
    from alignkit.diagnostics import Place
    from alignkit.model.blocks import Block
    from alignkit.model.inlines import Inline

    from .subject import Subject

_WORD = re.compile(r"[a-z][a-z'’-]*")


@dataclass(frozen=True, slots=True)
class Sentence:
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


@dataclass(frozen=True, slots=True)
class Label:
    """A text that is no sentence: a heading, a cell, a card, an entry of the control block."""

    text: str
    """As it is read."""
    place: Place | None
    """Where its block stands in the template."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A figure at the first place where a document shows it with this text."""

    text: str
    """As it is read."""
    key: str
    """Key of the figure."""
    section: str
    """The heading above it."""
    place: Place | None
    """Where its block stands in the template."""


@dataclass(frozen=True, slots=True)
class Answer:
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
    vocabulary: frozenset[str] = frozenset()
    """The different words of its running text, in small letters."""

    @property
    def is_english(self) -> bool:
        """Whether rules that know English words can read it."""
        return self.document.properties.language.partition("-")[0] == "en"


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


def read_pages(subject: Subject) -> Pages:
    """The documents of a subject, each walked through once."""
    return Pages(subject, tuple(_read(name, made) for name, made in subject.documents))


def _read(name: str, made: Document | Message) -> Page:
    message = made if isinstance(made, Message) else None
    document = made.body if isinstance(made, Message) else made
    title = message.subject if message else document.title
    page = Page(name, document, message, plain(title))
    reader = _Reader(page)
    reader.figures_of(title, message.place if message else None)
    if message is None:
        for entry in document.control:
            reader.label(entry.value, None)
    reader.blocks(document.blocks)
    page.vocabulary = frozenset(_WORD.findall(" ".join(p.text for p in page.paragraphs).lower()))
    return page


class _Reader:
    """Walks through the blocks of one document."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.section = ""
        self.quoted = False
        self.aloud = False

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.paragraph(block.inlines, block.place)
            case Heading():
                self.section = plain(block.inlines)
                self.page.headings.append(Label(self.section, block.place))
                self.figures_of(block.inlines, block.place)
            case ListBlock():
                for item in block.items:
                    self.blocks(item.blocks)
            case Table():
                self.table(block)
            case Cards():
                for card in block.cards:
                    self.page.labels.append(Label(card.label, block.place))
                    self.label(card.value, block.place)
                    self.label(card.note, block.place)
            case Callout():
                self.label(block.title, block.place)
                self.blocks(block.blocks)
            case Spoken():
                self.aloud = True
                self.blocks(block.blocks)
                self.aloud = False
            case Exchange():
                self.exchange(block)
            case Chart():
                self.page.labels.append(Label(block.title, block.place))
                self.label(block.source, block.place)
            case Contents() | PageBreak():
                pass

    def exchange(self, block: Exchange) -> None:
        page = self.page
        self.quoted = True
        self.paragraph(block.objection, block.place)
        self.quoted = False
        sentences, labels = len(page.sentences), len(page.labels)
        self.blocks(block.reply)
        said = [each.text for each in page.sentences[sentences:]]
        said += [each.text for each in page.labels[labels:]]
        page.exchanges.append(Answer(block.id, " ".join(said), block.place))

    def table(self, table: Table) -> None:
        for column in table.columns:
            self.label(column.header, table.place)
        for row in table.rows:
            for cell in row.cells:
                self.label(cell, table.place)
        self.label(table.caption, table.place)
        self.label(table.note, table.place)

    def label(self, inlines: tuple[Inline, ...], place: Place | None) -> None:
        if inlines:
            self.page.labels.append(Label(plain(inlines), place))
            self.figures_of(inlines, place)

    def figures_of(self, inlines: tuple[Inline, ...], place: Place | None) -> None:
        for inline in inlines:
            match inline:
                case Shown():
                    self.figure(inline, place)
                case Text() | Break():
                    pass
                case _:
                    self.figures_of(inline.children, place)

    def figure(self, shown: Shown, place: Place | None) -> None:
        figures, identity = self.page.figures, (shown.key, shown.text)
        if identity not in figures:
            figures[identity] = Appearance(shown.text, shown.key, self.section, place)

    def paragraph(self, inlines: tuple[Inline, ...], place: Place | None) -> None:
        parts: list[str] = []
        spans: list[tuple[int, int, str]] = []
        self._gather(inlines, parts, spans, 0, place)
        text = "".join(parts)
        page = self.page
        if not self.quoted:
            page.paragraphs.append(Label(text, place))
            count = len(text.split())
            page.words += count
            page.spoken_words += count if self.aloud else 0
        for start, end in sentence_spans(text):
            own = tuple((a - start, b - start, key) for a, b, key in spans if start <= a < end)
            sentence = Sentence(text[start:end], place, own, self.quoted)
            page.sentences.append(sentence)
            if self.aloud:
                page.spoken.append(sentence)

    def _gather(
        self,
        inlines: tuple[Inline, ...],
        parts: list[str],
        spans: list[tuple[int, int, str]],
        at: int,
        place: Place | None,
    ) -> int:
        """Add the characters of inlines to `parts`, their figures to `spans`; where the text ends then."""
        for inline in inlines:
            match inline:
                case Text(text=text):
                    parts.append(text)
                    at += len(text)
                case Shown(text=text, key=key):
                    parts.append(text)
                    spans.append((at, at + len(text), key))
                    at += len(text)
                    self.figure(inline, place)
                case Break():
                    parts.append("\n")
                    at += 1
                case _:
                    at = self._gather(inline.children, parts, spans, at, place)
        return at
