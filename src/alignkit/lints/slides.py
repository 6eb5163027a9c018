"""GEN rules about decks: each slide says one thing in a sentence, in few words, with notes to speak from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.formats import NOT_AVAILABLE
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
from alignkit.model.inlines import Emphasis
from alignkit.showing import plain

from .pages import Label
from .rule import Hit
from .titles import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.diagnostics import Place
    from alignkit.model.blocks import Block
    from alignkit.model.document import Document

    from .pages import Page, Pages

BODY_WORDS = 60
NOTE_WORDS = (60, 120)
"""Fewest and most words of a slide's notes (rules 1.2)."""
_MOST_SLIDES = {
    ("kickoff-deck", ""): (12, 6),
    ("kickoff-deck", "sponsor"): (5, 6),
    ("budget-deck", "ask"): (8, 12),
    ("budget-deck", "defend"): (5, 6),
    ("budget-deck", "board"): (6, 8),
}
"""Most slides of a kind, for one mode or audience or for the others: those that are shown, and those of the
appendix behind the first section slide. Title and closing slide are not counted."""


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
                yield Hit(message, "", slide.place, hint=hint, about=Label(slide.title, slide.place))


def deck_length_is_kept(pages: Pages) -> Iterator[Hit]:
    """Too many slides, too many words on one, or notes that are too long or too short (GEN-013)."""
    for page, slides in _decks(pages):
        yield from _too_many(page, slides, pages)
        for slide in slides:
            body = _without_footnotes(slide.blocks, page.document)
            words = sum(_words(block) for block in body)
            if words > BODY_WORDS:
                message = f"the slide `{slide.title}` has {words} words, more than {BODY_WORDS}"
                hint, about = "say it in the notes, or make two slides of it", _said(body, slide.place)
                excess = words - BODY_WORDS
                yield Hit(message, "", slide.place, hint=hint, about=about, excess=excess)
            yield from _notes(slide, page.document)


def _too_many(page: Page, slides: tuple[_Slide, ...], pages: Pages) -> Iterator[Hit]:
    subject = pages.subject
    named = filter(None, (subject.mode, subject.audience))
    versions = [(subject.kind, version) for version in (*named, "")]
    limits = next((_MOST_SLIDES[version] for version in versions if version in _MOST_SLIDES), None)
    if limits is None:
        return
    layouts = [slide.heading.layout for slide in slides]
    front = layouts.index(Layout.SECTION) if Layout.SECTION in layouts else len(slides)
    count = sum(layout != Layout.CLOSING for layout in layouts[:front])
    if count > limits[0]:
        message = f"`{page.name}` has {count} slides besides title and closing, more than {limits[0]}"
        yield Hit(message, "", slides[front - 1].place, hint="leave out what does not help to decide")
    count = sum(layout not in (Layout.CLOSING, Layout.SECTION) for layout in layouts[front:])
    if count > limits[1]:
        message = f"the appendix of `{page.name}` has {count} slides, more than {limits[1]}"
        yield Hit(message, "", slides[-1].place, hint="leave out what nobody will ask for")


def _notes(slide: _Slide, document: Document) -> Iterator[Hit]:
    notes = [block for block in slide.blocks if isinstance(block, Notes)]
    said = _without_footnotes((block for note in notes for block in note.blocks), document)
    words = sum(_words(block) for block in said)
    least, most = NOTE_WORDS
    if words > most:
        message = f"the notes of the slide `{slide.title}` have {words} words, more than {most}"
        hint = "say one thing, and leave the rest to the questions"
        about = _said(said, notes[0].place)
        yield Hit(message, "", notes[0].place, hint=hint, about=about, excess=words - most)
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


def _without_footnotes(blocks: Iterable[Block], document: Document) -> list[Block]:
    """The blocks without the lines that say why a figure is missing or grey, which nobody wrote."""
    begin = (f"{NOT_AVAILABLE}:", document.words.stale.partition("{")[0] or f"{NOT_AVAILABLE}:")
    return [block for block in blocks if not (_is_slanted(block) and _text(block).startswith(begin))]


def _is_slanted(block: Block) -> bool:
    """Whether a block is one paragraph in italics."""
    return isinstance(block, Paragraph) and len(block.inlines) == 1 and isinstance(block.inlines[0], Emphasis)


def _said(blocks: Iterable[Block], place: Place | None) -> Label:
    """The running text of blocks, to be looked for in the context."""
    return Label(" ".join(_text(block) for block in blocks), place)


def _words(block: Block) -> int:
    """How many words of running text a block has."""
    return len(_text(block).split())


def _text(block: Block) -> str:
    """The running text in a block; tables, charts, figures and notes are counted apart."""
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return plain(inlines)
        case ListBlock(items=items):
            return " ".join(_text(each) for item in items for each in item.blocks)
        case Callout(blocks=blocks) | Spoken(blocks=blocks) | Quote(blocks=blocks):
            return " ".join(_text(each) for each in blocks)
        case Columns(columns=columns):
            return " ".join(_text(each) for column in columns for each in column.blocks)
        case Exchange(reply=reply):
            return " ".join(_text(each) for each in reply)
        case Table() | Chart() | Cards() | Timeline() | Matrix() | Notes() | Contents() | PageBreak():
            return ""
