"""Blocks as parts: lines, things with a layout of their own, and asides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Cards,
    Columns,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
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
from alignkit.model.deck import Line, Marker
from alignkit.model.inlines import Strong, Text

from .inlines import has_text
from .parts import Aside, Exhibit, Exhibits, Pair, Panel, Part, Saying, Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from alignkit.model.document import Words
    from alignkit.model.inlines import Inline

_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Reader:
    """Blocks become parts with the words of the document's language."""

    words: Words
    """The fixed words a slide prints."""

    def parts(self, blocks: Iterable[Block], level: int = 0) -> Iterator[Part]:
        """The parts of blocks; lines that show nothing are left out."""
        for block in blocks:
            yield from self._parts(block, level)

    def _parts(self, block: Block, level: int) -> Iterator[Part]:
        match block:
            case Paragraph(inlines=inlines):
                yield from line(inlines, level=level)
            case Heading(inlines=inlines):
                yield from line(inlines, strong=True)
            case ListBlock():
                yield from self._list(block, level)
            case Callout():
                yield from self._callout(block)
            case Exchange(objection=objection, reply=reply):
                yield from line(objection, strong=True)
                yield from self.parts(reply)
            case Spoken(blocks=blocks):
                yield Aside(self._said(blocks))
            case Notes(blocks=blocks):
                yield Aside(blocks)
            case Quote():
                yield from self._quote(block)
            case Columns():
                yield from self._columns(block)
            case PageBreak():
                yield Turn()
            case Cards(cards=cards):
                yield from (block,) if cards else ()
            case Table() | Chart() | Timeline() | Matrix():
                yield block
            case Contents():
                return
            case _:
                assert_never(block)

    def _list(self, block: ListBlock, level: int) -> Iterator[Part]:
        for number, item in enumerate(block.items, block.start):
            yield from self._item(item, block.ordered, number, level)

    def _item(self, item: ListItem, ordered: bool, number: int, level: int) -> Iterator[Part]:
        marked = False
        for part in self.parts(item.blocks, min(level + 1, _DEEPEST)):
            if isinstance(part, Line) and not marked and part.marker is Marker.NONE:
                marked = True
                marker = _marker(item, ordered)
                part = replace(part, marker=marker, level=level, number=number if ordered else 0)
            yield part

    def _callout(self, block: Callout) -> Iterator[Part]:
        parts = tuple(self.parts(block.blocks))
        if block.kind in (CalloutKind.SUMMARY, CalloutKind.DECISION):
            yield from _around(
                parts, lambda lines: Panel(block.kind, block.title, lines, block.place), block.title
            )
            return
        word = self.words.note if block.kind is CalloutKind.NOTE else self.words.warning
        yield from line(_labelled(word, block.title), strong=True)
        yield from parts

    def _quote(self, block: Quote) -> Iterator[Part]:
        parts = tuple(self.parts(block.blocks))
        yield from _around(parts, lambda lines: Saying(lines, block.speaker, block.place), block.speaker)

    def _columns(self, block: Columns) -> Iterator[Part]:
        """Two columns of text, or with tables or charts; anything else one after the other."""
        sides = [tuple(self.parts(side.blocks)) for side in block.columns]
        texts = [_text_of(side) for side in sides]
        if len(sides) == 2 and all(texts):
            left, right = block.columns
            for side in sides:
                yield from (part for part in side if isinstance(part, Aside))
            yield Pair((left.title, right.title), (texts[0] or (), texts[1] or ()), block.place)
            return
        shown = [_exhibits_of(side) for side in sides]
        if len(sides) == 2 and all(shown):
            left, right = block.columns
            yield from (part for side in sides for part in side if isinstance(part, Aside))
            yield Exhibits((left.title, right.title), (shown[0] or (), shown[1] or ()), place=block.place)
            return
        for column, side in zip(block.columns, sides, strict=True):
            yield from line(column.title, strong=True)
            yield from side

    def _said(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Spoken lines under their label."""
        first, *others = blocks or (Paragraph(()),)
        label: tuple[Inline, ...] = (Strong((Text(f"{self.words.say}:"),)), Text(" "))
        if isinstance(first, Paragraph):
            return (Paragraph(label + first.inlines, first.place), *others)
        return (Paragraph(label), first, *others)


def line(inlines: tuple[Inline, ...], *, strong: bool = False, level: int = 0) -> Iterator[Line]:
    """A line of text, or none where there is nothing to see."""
    if has_text(inlines):
        yield Line(inlines, strong=strong, level=level)


def _marker(item: ListItem, ordered: bool) -> Marker:
    if item.checked is not None:
        return Marker.DONE if item.checked else Marker.OPEN
    return Marker.NUMBER if ordered else Marker.BULLET


def _labelled(word: str, title: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Text(f"{word}: "), *title) if has_text(title) else (Text(word),)


def _text_of(parts: tuple[Part, ...]) -> tuple[Line, ...] | None:
    """The lines of a text that holds nothing else; None when it does."""
    if any(not isinstance(part, (Line, Aside)) for part in parts):
        return None
    return tuple(part for part in parts if isinstance(part, Line))


def _exhibits_of(parts: tuple[Part, ...]) -> tuple[Exhibit, ...] | None:
    """What a column holds if a slide can show it beside another one; None otherwise."""
    if any(not isinstance(part, (Line, Table, Chart, Aside)) for part in parts):
        return None
    return tuple(part for part in parts if isinstance(part, (Line, Table, Chart)))


def _around(
    parts: tuple[Part, ...], make: Callable[[tuple[Line, ...]], Part], title: tuple[Inline, ...]
) -> Iterator[Part]:
    """What `make` makes of a text; where something else stands in it, its parts as they come."""
    lines = _text_of(parts)
    if lines:
        yield from (part for part in parts if isinstance(part, Aside))
        yield make(lines)
        return
    yield from line(title, strong=True)
    yield from parts
