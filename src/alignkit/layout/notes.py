"""What is said beside a slide, as paragraphs: a page of notes has neither tables nor charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import Block, Cards, Matrix, Paragraph, Table, Timeline
from alignkit.model.charts import Chart
from alignkit.model.deck import Line, Marker
from alignkit.model.inlines import Strong, Text
from alignkit.themes import schedule_detail

from .inlines import has_text
from .parts import Aside, Exhibits, Pair, Panel, Saying, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alignkit.model.inlines import Inline

    from .parts import Graphic
    from .reading import Reader

_MARKS = {Marker.NONE: "", Marker.BULLET: "• ", Marker.OPEN: "☐ ", Marker.DONE: "☒ "}
_BETWEEN = " · "


def in_paragraphs(blocks: Iterable[Block], reader: Reader) -> Iterator[Paragraph]:
    """The text of blocks, a paragraph for each line."""
    for part in reader.parts(blocks):
        match part:
            case Line():
                yield Paragraph(_line(part))
            case Aside(blocks=inner):
                yield from in_paragraphs(inner, reader)
            case Turn():
                continue
            case _:
                yield from (Paragraph(each) for each in _graphic(part) if has_text(each))


def _line(line: Line) -> tuple[Inline, ...]:
    text = (Strong(line.inlines),) if line.strong else line.inlines
    mark = f"{line.number}. " if line.marker is Marker.NUMBER else _MARKS[line.marker]
    return (Text(mark), *text) if mark else text


def _graphic(graphic: Graphic) -> Iterator[tuple[Inline, ...]]:
    match graphic:
        case Table(columns=columns, rows=rows, caption=caption, note=note):
            yield caption
            yield _joined([column.header for column in columns])
            yield from (_joined(row.cells) for row in rows)
            yield note
        case Chart():
            yield (Text(_BETWEEN.join(filter(None, (graphic.title, graphic.unit)))),)
            yield graphic.source
        case Cards(cards=cards):
            yield from (_joined([(Text(card.label),), card.value, card.note]) for card in cards)
        case Timeline(events=events, note=note):
            yield from (_joined([event.label, *schedule_detail(event)]) for event in events)
            yield note
        case Matrix():
            for name, fields in zip(graphic.rows, graphic.cells, strict=True):
                yield _joined([(Text(name),), *(field.inlines for field in fields)])
            yield graphic.note
        case Pair():
            for head, side in zip(graphic.heads, graphic.sides, strict=True):
                yield head
                yield from (_line(line) for line in side)
        case Exhibits():
            for head, exhibits in zip(graphic.heads, graphic.sides, strict=True):
                yield head
                for each in exhibits:
                    yield from (_line(each),) if isinstance(each, Line) else _graphic(each)
        case Saying(lines=lines, speaker=speaker):
            yield from (_line(line) for line in lines)
            yield speaker
        case Panel(title=title, lines=lines):
            yield title
            yield from (_line(line) for line in lines)
        case _:
            assert_never(graphic)


def _joined(texts: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Texts beside each other, with a mark between them."""
    inlines: list[Inline] = []
    for text in texts:
        if has_text(text):
            inlines.extend((Text(_BETWEEN), *text) if inlines else text)
    return tuple(inlines)
