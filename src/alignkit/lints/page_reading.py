"""Documents walked through once: what rules read is gathered on the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.model.blocks import (
    Callout,
    Cards,
    Columns,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    Matrix,
    Notes,
    PageBreak,
    Paragraph,
    Quote,
    Spoken,
    Table,
    Timeline,
)
from alignkit.model.charts import Chart
from alignkit.model.inlines import Break, Shown, Text
from alignkit.model.message import Message
from alignkit.prose.sentences import sentence_spans
from alignkit.showing import plain
from alignkit.statements import recomputed

from .pages import Answer, Appearance, Label, Page, Pages, Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.diagnostics import Place
    from alignkit.model.blocks import Block
    from alignkit.model.document import Document
    from alignkit.model.inlines import Inline
    from alignkit.values import Figure

    from .subject import Subject

_CAPITALS = re.compile(r"[A-Z][A-Z0-9&]+")
_WORD = re.compile(r"[a-z][a-z'’-]*")


def read_pages(subject: Subject) -> Pages:
    """The documents of a subject, each walked through once."""
    return Pages(subject, tuple(_read(name, made, subject) for name, made in subject.documents))


def _read(name: str, made: Document | Message, subject: Subject) -> Page:
    message = made if isinstance(made, Message) else None
    document = made.body if isinstance(made, Message) else made
    title = message.subject if message else document.title
    page = Page(name, document, message, plain(title))
    reader = _Reader(page, subject.figures)
    reader.figures_of(title, message.place if message else None)
    if message is None:
        for entry in document.control:
            reader.label(entry.value, None)
    reader.blocks(document.blocks)
    _index(page)
    return page


def _index(page: Page) -> None:
    """Join the sentences so that rules can pass over most of them at a glance."""
    position = 0
    for sentence in page.sentences:
        page.starts.append(position)
        position += len(sentence.text) + 1
    page.text = "\n".join([sentence.text for sentence in page.sentences])
    # some letters become two in small letters; then the text itself has to do, at the price of capitals
    lowered = page.text.lower()
    page.lowered = lowered if len(lowered) == len(page.text) else page.text
    page.vocabulary = frozenset(_WORD.findall(lowered))
    page.capitals = frozenset(_CAPITALS.findall(page.text))


class _Reader:
    """Walks through the blocks of one document."""

    def __init__(self, page: Page, known: Mapping[str, Figure]) -> None:
        self.page = page
        self.known = known
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
            case Spoken() | Notes():
                self.aloud = True
                self.blocks(block.blocks)
                self.aloud = False
            case Quote():
                self.blocks(block.blocks)
            case Columns():
                for column in block.columns:
                    self.label(column.title, block.place)
                    self.blocks(column.blocks)
            case Timeline():
                for event in block.events:
                    for line in (event.label, event.when, event.who, event.note):
                        self.label(line, block.place)
            case Matrix():
                for row in block.cells:
                    for cell in row:
                        self.label(cell.inlines, block.place)
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
                case Shown() if not _is_fact(inline):
                    self.figure(inline, place)
                case Text() | Shown() | Break():
                    pass
                case _:
                    self.figures_of(inline.children, place)

    def figure(self, shown: Shown, place: Place | None) -> None:
        figures, identity = self.page.figures, (shown.key, shown.text)
        if identity not in figures:
            figure = self.known.get(shown.key) or recomputed(shown.key, self.known)
            figures[identity] = Appearance(shown.text, shown.key, self.section, place, figure)

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
            own = [(a - start, b - start, key) for a, b, key in spans if start <= a < end] if spans else ()
            sentence = Sentence(text[start:end], place, tuple(own), self.quoted)
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
                case Shown(text=text) if _is_fact(inline):
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


def _is_fact(shown: Shown) -> bool:
    """Whether it is what somebody wrote about a person, and no figure of the context."""
    return bool(shown.phrase) or shown.key.startswith("people.")
