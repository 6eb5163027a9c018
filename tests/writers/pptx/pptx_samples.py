"""Decks in two lines, and one with every content there is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from alignkit.diagnostics import Report
from alignkit.model.blocks import (
    Align,
    Card,
    Column,
    Event,
    ListBlock,
    ListItem,
    Matrix,
    MatrixCell,
    Paragraph,
    Row,
    Table,
    Tick,
    Timeline,
)
from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.model.deck import (
    Box,
    CardFace,
    Content,
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
from alignkit.model.document import Properties, Words
from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text
from alignkit.writers.pptx import PresentationReference, load_presentation, parts

WORDS = Words(
    page_of="Page {page} of {pages}",
    contents="Contents",
    draft="Draft",
    table="Table",
    chart="Chart",
    note="Note",
    decision="Decision",
    warning="Warning",
    reply="Reply",
    no_rows="No rows to show",
    to="To",
    cc="Cc",
    subject="Subject",
    continued="{title} ({part} of {parts})",
    summary="In short",
    notes="Notes",
    say="Say",
    stale="Grey: {sources}",
)
PROPERTIES = Properties(
    title="Approve the plan",
    author="Helena Brandt-Osei",
    company="Quillmere",
    subject="Kickoff",
    language="en-US",
    as_of=date(2031, 5, 6),
    letter_paper=False,
    header="Quillmere · Kickoff",
    footer="Internal · as of May 6, 2031",
    draft=False,
)
EVERYWHERE = Box(548640, 1965960, 11094720, 4114800)


def own() -> PresentationReference:
    reference = load_presentation(None, Report())
    assert reference is not None
    return reference


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def filled(layout: Layout, slot: Slot, content: Content, box: Box | None = None) -> Filled:
    usual = own().theme.layouts[layout][slot].box
    return Filled(slot, content, box or usual, moved=box is not None)


def said(layout: Layout, slot: Slot, *lines: Line | str, text_pt: float = 0) -> Filled:
    look = own().theme.layouts[layout][slot]
    made = tuple(line if isinstance(line, Line) else Line(text(line)) for line in lines)
    return filled(layout, slot, TextBody(made, text_pt or look.text_pt))


def slide(layout: Layout, title: str, *others: Filled, notes: str = "") -> Slide:
    spoken = (Paragraph((Strong(text("Say:")), Text(f" {notes}"))),) if notes else ()
    return Slide(layout, (said(layout, Slot.TITLE, title), *others), spoken)


def deck(*slides: Slide, properties: Properties = PROPERTIES) -> Deck:
    return Deck(slides, properties, WORDS)


def files(*slides: Slide, properties: Properties = PROPERTIES) -> dict[str, str]:
    """The XML parts of a deck by name."""
    report = Report()
    found = parts(deck(*slides, properties=properties), own(), report)
    assert not list(report)
    return {name: data.decode() for name, data in found.items() if name.endswith((".xml", ".rels"))}


def bullet(words: str, level: int = 0) -> Line:
    return Line(text(words), Marker.BULLET, level)


def number(words: str, value: int, level: int = 0) -> Line:
    return Line(text(words), Marker.NUMBER, level, value)


TABLE = Table(
    (
        Column(text("Tier")),
        Column(text("Cost, USD thousand"), Align.RIGHT),
        Column(text("New customers"), Align.RIGHT, True),
        Column(text("What it buys")),
    ),
    (
        Row(
            (
                text("Hold"),
                (Shown("2,400", "tier.hold.cost"),),
                text("150"),
                text("Keeps the programmes that pay back"),
            )
        ),
        Row(
            (
                text("Ask"),
                (Shown("2,880", "tier.ask.cost", True),),
                text("186"),
                text("Adds field marketing in two regions"),
            ),
            highlight=True,
        ),
        Row(
            (
                text("Stretch"),
                text("3,100"),
                text("191"),
                text("Adds a brand campaign whose effect nobody can yet measure"),
            )
        ),
        Row((text("All"), text("8,380"), text("527"), ()), total=True),
    ),
    caption=text("What each tier costs and brings"),
)
CHART = Chart(
    ChartKind.COLUMN,
    "The ask adds 36 customers",
    ("Hold", "Ask", "Stretch"),
    (Series("Customers", (Decimal(150), Decimal(186), Decimal(191))),),
    unit="New customers, FY2032",
    highlight=(1,),
)
TIMELINE = Timeline(
    (
        Event(
            text("Brief signed"),
            date(2031, 1, 15),
            None,
            text("Jan 15"),
            text("Helena"),
            text("Waits for legal"),
        ),
        Event(
            text("Creative and landing pages"),
            date(2031, 1, 20),
            date(2031, 3, 10),
            text("Jan 20 to Mar 10"),
            text("Tomas"),
            (),
            True,
        ),
        Event(
            text("Sales enablement"),
            date(2031, 2, 10),
            date(2031, 3, 25),
            text("Feb 10 to Mar 25"),
            text("Aiko"),
        ),
        Event(text("Launch"), date(2031, 4, 1), None, text("Apr 1"), text("Helena"), text("No slack"), True),
    ),
    tuple(
        Tick(date(2031, month, 1), name) for month, name in enumerate(("Jan", "Feb", "Mar", "Apr", "May"), 1)
    ),
    ("Milestone", "Date", "Owner", "Depends on"),
)
MATRIX = Matrix(
    "Probability",
    "Impact",
    ("High", "Medium", "Low"),
    ("Low", "Medium", "High"),
    (
        (MatrixCell((), 1), MatrixCell(text("R4 Agency leaves"), 2), MatrixCell(text("R1 Budget cut"), 3)),
        (MatrixCell((), 0), MatrixCell(text("R2 Late creative"), 1), MatrixCell(text("R3 Data gap"), 2)),
        (MatrixCell((), 0), MatrixCell((), 0), MatrixCell(text("R5 Recall"), 1)),
    ),
)
RICH = (
    Text("a "),
    Strong(text("b")),
    Emphasis((Strong(text("c")), Text("d"))),
    Break(),
    Link("https://a.example/?b&c", text("e")),
    Shown("2.88M", "tier.ask.cost"),
)


def card(label: str, value: str, key: str, note: str) -> CardFace:
    return CardFace(Card(label, (Shown(value, key),), text(note)), 40, 14)


def cards(*faces: CardFace) -> tuple[Filled, ...]:
    look = own().theme.layouts[Layout.CARDS][Slot.CARD]
    gap = 182880
    width = (look.box.width - gap * (len(faces) - 1)) // len(faces)
    return tuple(
        filled(
            Layout.CARDS,
            Slot.CARD,
            face,
            Box(look.box.x + at * (width + gap), look.box.y, width, look.box.height),
        )
        for at, face in enumerate(faces)
    )


def table_slide(table: Table = TABLE, text_pt: float = 14) -> Slide:
    box = own().theme.layouts[Layout.TABLE][Slot.TABLE].box
    share = (0.14, 0.2, 0.18, 0.48)
    widths = (
        [round(box.width * each) for each in share[:-1]]
        if len(table.columns) == len(share)
        else [box.width // len(table.columns)] * (len(table.columns) - 1)
    )
    grid = Grid(table, (*widths, box.width - sum(widths)), (330000,) * (len(table.rows) + 1), text_pt)
    return slide(
        Layout.TABLE,
        "The ask costs USD 480 thousand more",
        said(Layout.TABLE, Slot.LEAD, "Cost and result of each tier, FY2032"),
        filled(Layout.TABLE, Slot.TABLE, grid),
        said(Layout.TABLE, Slot.SOURCE, "Source: plan of April 2031"),
        notes="The ask is the tier to take.",
    )


def timeline_slide(timeline: Timeline = TIMELINE) -> Slide:
    schedule = Schedule(timeline, 12, 3400000, (330000, *((620000,) * len(timeline.events))))
    return slide(
        Layout.TIMELINE,
        "Launch on April 1 has no slack",
        said(Layout.TIMELINE, Slot.LEAD, "Milestones, 2031"),
        filled(Layout.TIMELINE, Slot.TIMELINE, schedule),
        said(Layout.TIMELINE, Slot.SOURCE, "Dark: on the critical path"),
    )


EVERY_LAYOUT: dict[Layout, Slide] = {
    Layout.TITLE: slide(
        Layout.TITLE,
        "Field marketing in two regions adds 36 customers for USD 480 thousand",
        said(Layout.TITLE, Slot.LABEL, "Kickoff"),
        said(Layout.TITLE, Slot.SUBTITLE, "Helena Brandt-Osei", "FY2032", "As of May 6, 2031"),
    ),
    Layout.SECTION: slide(
        Layout.SECTION, "Why now", said(Layout.SECTION, Slot.BODY, "Two competitors have left")
    ),
    Layout.STATEMENT: slide(
        Layout.STATEMENT,
        "One figure decides",
        said(Layout.STATEMENT, Slot.BODY, "We pay back in 11 months, four months sooner than last year"),
        said(Layout.STATEMENT, Slot.SOURCE, "Source: finance"),
    ),
    Layout.BULLETS: slide(
        Layout.BULLETS,
        "Three things have to be true",
        said(
            Layout.BULLETS,
            Slot.BODY,
            Line(text("Before June"), strong=True),
            bullet("The brief is signed"),
            bullet("Sales agrees on what a lead is"),
            bullet("and writes it down", 1),
            number("First", 3),
            number("Second", 4),
            Line(text("Open"), Marker.OPEN),
            Line(text("Done"), Marker.DONE),
            Line(RICH),
            text_pt=16,
        ),
        notes="Ask the room.",
    ),
    Layout.TWO_COLUMNS: slide(
        Layout.TWO_COLUMNS,
        "What is in and what is out",
        said(Layout.TWO_COLUMNS, Slot.LEFT, bullet("Two regions"), bullet("One campaign")),
        said(Layout.TWO_COLUMNS, Slot.RIGHT, bullet("Brand work"), bullet("New markets")),
    ),
    Layout.TABLE: table_slide(),
    Layout.CHART: slide(
        Layout.CHART,
        "The ask adds 36 customers over the hold",
        said(Layout.CHART, Slot.LEAD, "New customers, FY2032"),
        filled(Layout.CHART, Slot.CHART, Plot(CHART, 14)),
        said(Layout.CHART, Slot.SOURCE, "Source: plan"),
    ),
    Layout.CHART_TEXT: slide(
        Layout.CHART_TEXT,
        "The stretch adds little",
        said(Layout.CHART_TEXT, Slot.LEAD, "New customers, FY2032"),
        filled(Layout.CHART_TEXT, Slot.CHART, Plot(CHART, 14)),
        said(Layout.CHART_TEXT, Slot.BODY, bullet("Five customers more"), bullet("for USD 220 thousand")),
    ),
    Layout.CARDS: slide(
        Layout.CARDS,
        "Every customer pays back within a year",
        said(Layout.CARDS, Slot.LEAD, "Unit economics, FY2032"),
        *cards(
            card("Cost of a customer", "15,480", "tier.ask.cac", "−4% against last year"),
            card("Payback, months", "11", "tier.ask.payback", "4 months sooner"),
            card("New customers", "186", "tier.ask.customers", "+36 against the hold"),
        ),
        said(Layout.CARDS, Slot.BODY, bullet("Computed from the plan")),
    ),
    Layout.COMPARISON: slide(
        Layout.COMPARISON,
        "Hold keeps, ask grows",
        said(Layout.COMPARISON, Slot.LEFT_HEAD, "Hold"),
        said(Layout.COMPARISON, Slot.LEFT, bullet("150 customers")),
        said(Layout.COMPARISON, Slot.RIGHT_HEAD, "Ask"),
        said(Layout.COMPARISON, Slot.RIGHT, bullet("186 customers")),
    ),
    Layout.TIMELINE: timeline_slide(),
    Layout.MATRIX: slide(
        Layout.MATRIX,
        "One risk can stop us",
        said(Layout.MATRIX, Slot.LEAD, "Risks by probability and impact"),
        filled(Layout.MATRIX, Slot.MATRIX, Field(MATRIX, 14)),
    ),
    Layout.QUOTE: slide(
        Layout.QUOTE,
        "A customer says it",
        said(Layout.QUOTE, Slot.BODY, "We bought because somebody came to see us."),
        said(Layout.QUOTE, Slot.SUBTITLE, "Head of procurement, April 2031"),
    ),
    Layout.CLOSING: slide(
        Layout.CLOSING,
        "Approve USD 2.88 million by May 9",
        said(Layout.CLOSING, Slot.BODY, bullet("Daniel decides"), number("Sign", 1), number("Send", 2)),
    ),
}
"""A slide of each layout."""
LIST = ListBlock(
    True,
    (ListItem((Paragraph(text("one")), Paragraph(text("more")))), ListItem((Paragraph(text("two")),), True)),
)
