"""GEN rules about decks: each slide says one thing in a sentence, in few words, with notes to speak from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
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
from alignkit.model.deck import Layout
from alignkit.showing import plain

from .rule import Hit
from .titles import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.diagnostics import Place
    from alignkit.model.blocks import Block
    from alignkit.model.document import Document

    from .pages import Page, Pages

BODY_WORDS = 60
NOTE_WORDS = (60, 120)
"""Fewest and most words of a slide's notes (rules 1.2)."""
_MOST_SLIDES = {("kickoff-deck", ""): 12, ("kickoff-deck", "sponsor"): 5}
"""Most slides of a kind, for one audience or for the others; title and closing slide are not counted."""


@dataclass(frozen=True, slots=True)
class _Slide:
    """A section that becomes a slide, or several."""

    heading: Heading
    """Its heading."""
    blocks: tuple[Block, ...]
    """What stands below it."""

    @property
    def title(self) -> str:
        """Its title as plain text."""
        return plain(self.heading.inlines)

    @property
    def place(self) -> Place | None:
        """Where it stands in the template."""
        return self.heading.place


def slide_titles_are_sentences(pages: Pages) -> Iterator[Hit]:
    """Slides whose title names a topic and finds or asks nothing (GEN-012)."""
    for page, slides in _decks(pages):
        if not page.is_english:
            continue
        for slide in slides:
            if slide.heading.layout != Layout.SECTION and says_nothing(slide.title, slide.heading.inlines):
                message = (
                    f"the slide `{slide.title}` of `{page.name}` has a topic as its title, not a sentence"
                )
                hint = "write the finding or the ask as a sentence, with its number"
                yield Hit(message, "", slide.place, hint=hint)


def deck_length_is_kept(pages: Pages) -> Iterator[Hit]:
    """Too many slides, too many words on one, or notes that are too long or too short (GEN-013)."""
    for page, slides in _decks(pages):
        yield from _too_many(page, slides, pages)
        for slide in slides:
            words = sum(_words(block) for block in slide.blocks)
            if words > BODY_WORDS:
                message = f"the slide `{slide.title}` has {words} words, more than {BODY_WORDS}"
                hint = "say it in the notes, or make two slides of it"
                yield Hit(message, "", slide.place, hint=hint)
            yield from _notes(slide)


def _too_many(page: Page, slides: tuple[_Slide, ...], pages: Pages) -> Iterator[Hit]:
    kind, audience = pages.subject.kind, pages.subject.audience
    most = _MOST_SLIDES.get((kind, audience)) or _MOST_SLIDES.get((kind, ""))
    count = sum(slide.heading.layout not in (Layout.CLOSING, Layout.SECTION) for slide in slides)
    if most and count > most:
        message = f"`{page.name}` has {count} slides besides title and closing, more than {most}"
        yield Hit(message, "", slides[-1].place, hint="leave out what does not help to decide")


def _notes(slide: _Slide) -> Iterator[Hit]:
    notes = [block for block in slide.blocks if isinstance(block, Notes)]
    words = sum(_words(block) for note in notes for block in note.blocks)
    least, most = NOTE_WORDS
    if words > most:
        message = f"the notes of the slide `{slide.title}` have {words} words, more than {most}"
        yield Hit(message, "", notes[0].place, hint="say one thing, and leave the rest to the questions")
    elif notes and words < least:
        message = f"the notes of the slide `{slide.title}` have {words} words, fewer than {least}"
        hint = "add the proof, or the likeliest question with its answer"
        yield Hit(message, "", notes[0].place, hint=hint, severity=Severity.INFO)


def _decks(pages: Pages) -> Iterator[tuple[Page, tuple[_Slide, ...]]]:
    """The documents that are decks, each with its slides."""
    for page in pages.documents:
        if page.name in pages.subject.decks and (slides := tuple(_slides(page.document))):
            yield page, slides


def _slides(document: Document) -> Iterator[_Slide]:
    """The sections under headings of the first level; what stands before the first belongs to the title."""
    heading: Heading | None = None
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            if heading is not None:
                yield _Slide(heading, tuple(blocks))
            heading, blocks = block, []
        else:
            blocks.append(block)
    if heading is not None:
        yield _Slide(heading, tuple(blocks))


def _words(block: Block) -> int:
    """The words of running text in a block; tables, charts, figures and notes are counted apart."""
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return len(plain(inlines).split())
        case ListBlock(items=items):
            return sum(_words(each) for item in items for each in item.blocks)
        case Callout(blocks=blocks) | Spoken(blocks=blocks) | Quote(blocks=blocks):
            return sum(_words(each) for each in blocks)
        case Columns(columns=columns):
            return sum(_words(each) for column in columns for each in column.blocks)
        case Exchange(reply=reply):
            return sum(_words(each) for each in reply)
        case Table() | Chart() | Cards() | Timeline() | Matrix() | Notes() | Contents() | PageBreak():
            return 0
