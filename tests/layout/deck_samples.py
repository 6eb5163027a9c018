"""A look, documents and a way to read decks, for the tests of layout."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from alignkit.diagnostics import Place, Report
from alignkit.layout import lay_out
from alignkit.model.blocks import (
    Block,
    Card,
    Column,
    Event,
    Heading,
    ListBlock,
    ListItem,
    Matrix,
    MatrixCell,
    Notes,
    Paragraph,
    Row,
    Table,
    Tick,
    Timeline,
)
from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.model.deck import (
    SLOTS,
    Box,
    CardFace,
    Deck,
    Field,
    Filled,
    Grid,
    Layout,
    Line,
    Marker,
    Plot,
    Schedule,
    Slide,
    Slot,
    TextBody,
)
from alignkit.model.document import ControlEntry, Document, Properties, Words
from alignkit.model.inlines import Inline, Text
from alignkit.showing import plain
from alignkit.themes import Insets, SlotLook, Theme, schedule_detail

WORDS = Words(
    "Page {page} of {pages}", "Contents", "Draft", "Table", "Chart", "Note", "Decision", "Warning", "Reply",
    "Nothing to show", "To", "Cc", "Subject", "{title} ({part} of {parts})", "Summary", "Notes", "Say", "Grey: {sources}",
)  # fmt: skip
PROPERTIES = Properties(
    "Title", "Author", "Company", "Kind", "en-US", date(2026, 11, 20), False, "", "Internal", True
)
PLACE = Place("templates/deck/body.md.j2", 7)
INCH = 914_400
_LEFT, _TOP, _WIDTH = round(0.6 * INCH), round(1.7 * INCH), round(12.133 * INCH)
_HALF = round(5.967 * INCH)
_RIGHT = _LEFT + _WIDTH - _HALF
_INSETS = Insets(0, 45_720, 0, 45_720)


def look(
    x: int,
    y: int,
    width: int,
    height_in: float,
    usual: float,
    least: float,
    *,
    lines: int = 0,
    bold: bool = False,
    font: str = "Calibri",
) -> SlotLook:
    return SlotLook(
        Box(x, y, width, round(height_in * INCH)),
        usual,
        least,
        font,
        bold,
        _INSETS,
        1.0,
        6,
        18,
        lines,
        14,
        12,
    )


def sample_theme(font: str = "Calibri") -> Theme:
    """A look of 16:9 on the grid of twelve columns."""
    heading = look(_LEFT, round(0.5 * INCH), _WIDTH, 1.05, 28, 26, lines=2, bold=True, font=font)
    content, low = round(2.4 * INCH), round(4.4 * INCH)
    wide = {
        Slot.LABEL: look(_LEFT, round(1.6 * INCH), _WIDTH, 0.5, 14, 12, lines=1, font=font),
        Slot.SUBTITLE: look(_LEFT, content, _WIDTH, 3.0, 16, 14, font=font),
        Slot.LEAD: look(_LEFT, _TOP, _WIDTH, 0.68, 16, 14, lines=2, font=font),
        Slot.BODY: look(_LEFT, _TOP, _WIDTH, 4.6, 18, 14, font=font),
        Slot.LEFT_HEAD: look(_LEFT, _TOP, _HALF, 0.5, 18, 16, lines=1, bold=True, font=font),
        Slot.RIGHT_HEAD: look(_RIGHT, _TOP, _HALF, 0.5, 18, 16, lines=1, bold=True, font=font),
        Slot.LEFT: look(_LEFT, content, _HALF, 3.9, 18, 14, font=font),
        Slot.RIGHT: look(_RIGHT, content, _HALF, 3.9, 18, 14, font=font),
        Slot.TABLE: look(_LEFT, content, _WIDTH, 3.9, 14, 12, font=font),
        Slot.CHART: look(_LEFT, content, _WIDTH, 3.9, 14, 12, font=font),
        Slot.CARD: look(_LEFT, content, _WIDTH, 1.8, 40, 28, font=font),
        Slot.TIMELINE: look(_LEFT, content, _WIDTH, 3.9, 14, 12, font=font),
        Slot.MATRIX: look(_LEFT, content, _WIDTH, 3.9, 14, 12, font=font),
        Slot.SOURCE: look(_LEFT, round(6.5 * INCH), _WIDTH, 0.3, 10, 9, lines=1, font=font),
    }
    special = {
        (Layout.STATEMENT, Slot.BODY): look(_LEFT, _TOP, _WIDTH, 3.0, 36, 28, lines=4, font=font),
        (Layout.CHART_TEXT, Slot.CHART): look(_LEFT, content, round(7.9 * INCH), 3.9, 14, 12, font=font),
        (Layout.CHART_TEXT, Slot.BODY): look(
            _LEFT + round(8.2 * INCH), content, round(3.9 * INCH), 3.9, 18, 14, font=font
        ),
        (Layout.CARDS, Slot.BODY): look(_LEFT, low, _WIDTH, 2.0, 18, 14, font=font),
        (Layout.QUOTE, Slot.BODY): look(_LEFT, _TOP, _WIDTH, 3.0, 28, 20, font=font),
        (Layout.QUOTE, Slot.SUBTITLE): look(
            _LEFT, round(5.0 * INCH), _WIDTH, 0.5, 16, 14, lines=1, font=font
        ),
        (Layout.CLOSING, Slot.BODY): look(_LEFT, _TOP, _WIDTH, 3.5, 20, 16, font=font),
        (Layout.SECTION, Slot.BODY): look(_LEFT, content, _WIDTH, 1.0, 18, 16, lines=3, font=font),
    }
    return Theme(
        12_192_000,
        6_858_000,
        {
            layout: {
                slot: heading if slot is Slot.TITLE else special.get((layout, slot), wide.get(slot, heading))
                for slot in slots
            }
            for layout, slots in SLOTS.items()
        },
    )


THEME = sample_theme()


def text(value: str) -> tuple[Inline, ...]:
    return (Text(value),)


def paragraph(value: str) -> Paragraph:
    return Paragraph(text(value))


def heading(value: str, level: int = 1, layout: str = "") -> Heading:
    return Heading(level, text(value), layout=layout, place=PLACE)


def bullets(*entries: str, ordered: bool = False, start: int = 1) -> ListBlock:
    return ListBlock(ordered, tuple(ListItem((paragraph(entry),)) for entry in entries), start)


def notes(*lines: str) -> Notes:
    return Notes(tuple(paragraph(line) for line in lines))


def table(rows: int, columns: int = 3, caption: str = "", note: str = "", *, total: bool = False) -> Table:
    heads = tuple(Column(text(f"Column {number}")) for number in range(1, columns + 1))
    lines = [Row(tuple(text(f"cell {row}.{number}") for number in range(columns))) for row in range(rows)]
    if total:
        lines[-1] = Row(lines[-1].cells, total=True)
    return Table(heads, tuple(lines), text(caption) if caption else (), text(note) if note else ())


def chart(
    title: str = "Spend rises",
    unit: str = "USD thousand",
    categories: tuple[str, ...] = ("A", "B"),
    kind: ChartKind = ChartKind.COLUMN,
) -> Chart:
    values = Series("Spend", tuple(None for _ in categories))
    return Chart(kind, title, categories, (values,), unit)


def cards(count: int) -> tuple[Card, ...]:
    return tuple(Card(f"label {number}", text(f"{number}00"), text("up")) for number in range(1, count + 1))


def timeline(count: int, label: str = "step") -> Timeline:
    events = tuple(
        Event(text(f"{label} {number}"), date(2027, 1, number % 28 + 1), when=text("Jan"), who=text("Ada"))
        for number in range(count)
    )
    ticks = (Tick(date(2027, 1, 1), "Jan"), Tick(date(2027, 3, 1), "Mar"))
    return Timeline(events, ticks, ("What", "When", "Who", "Note"))


def matrix(cell: str = "risk") -> Matrix:
    return Matrix(
        "Impact",
        "Probability",
        ("high", "low"),
        ("low", "high"),
        tuple(tuple(MatrixCell(text(f"{cell} {row}{column}")) for column in range(2)) for row in range(2)),
    )


def document(
    *blocks: Block,
    title: str = "The title says it",
    label: str = "Kind of deck",
    control: tuple[tuple[str, str], ...] = (),
) -> Document:
    entries = tuple(ControlEntry(name, text(value)) for name, value in control)
    return Document(label, text(title) if title else (), entries, blocks, PROPERTIES, WORDS)


def laid_out(*blocks: Block, theme: Theme = THEME, report: Report | None = None) -> Deck:
    """A deck of blocks; the report must stay empty unless one is given."""
    own = report if report is not None else Report()
    deck = lay_out(document(*blocks), theme, own)
    assert report is not None or [] == list(own)
    return deck


_MARKS = {Marker.NONE: "", Marker.BULLET: "* ", Marker.OPEN: "[ ] ", Marker.DONE: "[x] "}


def told(deck: Deck) -> str:
    """The slides after the first as text: layout, then each slot, then the notes."""
    return "\n".join(line for slide in deck.slides[1:] for line in _slide_lines(slide))


def _slide_lines(slide: Slide) -> Iterator[str]:
    title, *others = slide.filled
    yield f"= {slide.layout}: {_first_line(title)}"
    for filled in others:
        yield from _filled_lines(filled)
    for block in slide.notes:
        assert isinstance(block, Paragraph)
        yield f"  notes: {plain(block.inlines)}"


def _first_line(filled: Filled) -> str:
    assert isinstance(filled.content, TextBody)
    return plain(filled.content.lines[0].inlines)


def _filled_lines(filled: Filled) -> Iterator[str]:
    moved = " moved" if filled.moved else ""
    match filled.content:
        case TextBody(lines=lines, text_pt=text_pt):
            yield f"  {filled.slot} {text_pt:g}{moved}"
            yield from (f"    {line_text(line)}" for line in lines)
        case Grid(table=shown, text_pt=text_pt):
            yield f"  {filled.slot} {text_pt:g}{moved}: {len(shown.columns)} x {len(shown.rows)}"
        case CardFace(card=card, value_pt=value_pt, label_pt=label_pt):
            yield f"  {filled.slot} {value_pt:g}/{label_pt:g}: {card.label} {plain(card.value)}"
        case Schedule(timeline=shown_timeline, text_pt=text_pt):
            yield f"  {filled.slot} {text_pt:g}{moved}: {len(shown_timeline.events)} rows"
        case Plot(text_pt=text_pt) | Field(text_pt=text_pt):
            yield f"  {filled.slot} {text_pt:g}{moved}"


def line_text(line: Line) -> str:
    mark = f"{line.number}. " if line.marker is Marker.NUMBER else _MARKS[line.marker]
    return "  " * line.level + mark + ("# " if line.strong else "") + plain(line.inlines)


def notes_of(slide: Slide) -> list[str]:
    """The paragraphs of a slide's notes."""
    return [plain(block.inlines) for block in slide.notes if isinstance(block, Paragraph)]


def all_text(deck: Deck) -> str:
    """Every character of a deck, notes included."""
    return " ".join(each for slide in deck.slides for each in _texts(slide))


def _texts(slide: Slide) -> Iterator[str]:
    for filled in slide.filled:
        match filled.content:
            case TextBody(lines=lines):
                yield from (plain(line.inlines) for line in lines)
            case Grid(table=shown):
                yield from (plain(column.header) for column in shown.columns)
                yield from (plain(cell) for row in shown.rows for cell in row.cells)
            case CardFace(card=card):
                yield from (card.label, plain(card.value), plain(card.note))
            case Plot(chart=shown_chart):
                yield from shown_chart.categories
            case Schedule(timeline=shown_timeline):
                for event in shown_timeline.events:
                    yield plain(event.label)
                    yield from (plain(line) for line in schedule_detail(event))
            case Field(matrix=shown_matrix):
                yield from (*shown_matrix.rows, *shown_matrix.columns)
                yield from (plain(cell.inlines) for row in shown_matrix.cells for cell in row)
    for block in slide.notes:
        assert isinstance(block, Paragraph)
        yield plain(block.inlines)
