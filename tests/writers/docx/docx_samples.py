"""Documents in two lines, and what a written one holds."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from alignkit.diagnostics import Report
from alignkit.model.blocks import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Card,
    Cards,
    Column,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Spoken,
    Table,
)
from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.model.document import ControlEntry, Document, Properties, Words
from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text
from alignkit.writers.docx import WordReference, load_reference, parts

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
    summary="Summary",
    notes="Notes",
    say="Say",
    stale="Grey: {sources}",
)
PROPERTIES = Properties(
    title="Approve the plan",
    author="Helena Brandt-Osei",
    company="Quillmere",
    subject="Script",
    language="en-US",
    as_of=date(2031, 5, 6),
    letter_paper=False,
    header="Quillmere · Script",
    footer="Internal · as of May 6, 2031",
    draft=False,
)


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def para(words: str) -> Paragraph:
    return Paragraph(text(words))


def items(*words: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((para(each),)) for each in words)


def document(*blocks: Block, properties: Properties = PROPERTIES, bare: bool = True) -> Document:
    if bare:
        return Document("", (), (), blocks, properties, WORDS)
    control = (ControlEntry("Decider", text("Daniel")), ControlEntry("By", (Strong(text("May 9")),)))
    return Document("Script", text("Approve the plan by May 9"), control, blocks, properties, WORDS)


def own() -> WordReference:
    reference = load_reference(None, Report())
    assert reference is not None
    return reference


def loaded(path: Path) -> WordReference:
    reference = load_reference(path, Report())
    assert reference is not None
    return reference


def part(written: Document, name: str, reference: WordReference | None = None) -> str:
    report = Report()
    found = parts(written, reference or own(), report)[name].decode()
    assert not list(report)
    return found


def body(*blocks: Block) -> str:
    """What stands between `w:body` and `w:sectPr`."""
    written = part(document(*blocks), "word/document.xml")
    found = re.search(r"<w:body>(.*)<w:sectPr>", written, re.DOTALL)
    assert found is not None
    return found[1]


SMALL_TABLE = Table(
    (Column(text("Tier")), Column(text("Cost, USD"), Align.RIGHT), Column(text("Ask"), Align.RIGHT, True)),
    (
        Row((text("Team"), (Shown("1,200", "lines.team"),), text("1"))),
        Row((text("Sum"), text("1,200"), ()), total=True),
    ),
    caption=text("What it costs"),
    note=text("Source: plan"),
)
CHART = Chart(
    ChartKind.COLUMN,
    "The ask adds customers",
    ("Base", "Ask"),
    (Series("Customers", (Decimal(150), Decimal(186))),),
    unit="New customers",
    highlight=(1,),
    source=text("Source: plan"),
)
EVERY_KIND: dict[str, Block] = {
    "heading": Heading(1, text("Opening"), "opening", seconds=65),
    "paragraph": Paragraph(
        (
            Text("a "),
            Strong(text("b")),
            Emphasis(text("c")),
            Break(),
            Link("https://a.example/?b&c", text("d")),
        )
    ),
    "bullets": ListBlock(False, items("one", "two")),
    "numbers": ListBlock(True, items("one", "two"), start=3),
    "checks": ListBlock(False, (ListItem((para("done"),), True), ListItem((para("open"),), False))),
    "table": SMALL_TABLE,
    "empty table": Table((Column(text("Tier")), Column(())), ()),
    "chart": CHART,
    "cards": Cards((Card("Ask", (Shown("2.88M", "ask"),), text("+20%")), Card("CAC", text("45,200")))),
    "summary": Callout(CalloutKind.SUMMARY, (para("In short."),)),
    "note": Callout(
        CalloutKind.NOTE, (para("See."), ListBlock(False, items("x")), para("End.")), text("Title")
    ),
    "decision": Callout(CalloutKind.DECISION, (para("Do."),)),
    "warning": Callout(CalloutKind.WARNING, (SMALL_TABLE,), text("With a table")),
    "empty callout": Callout(CalloutKind.SUMMARY, ()),
    "spoken": Spoken((para("I ask."), ListBlock(True, items("one")))),
    "exchange": Exchange("less", text("Why?"), (para("Because."), para("And so."))),
    "bare exchange": Exchange("less", text("Why?"), ()),
    "contents": Contents(),
    "page break": PageBreak(),
    "nested": ListBlock(
        True,
        (
            ListItem((para("a"), SMALL_TABLE, Callout(CalloutKind.NOTE, (para("in"),)), para("more"))),
            ListItem((ListBlock(False, items("no paragraph first")),)),
        ),
    ),
}
"""One block or more of each kind, usual and unusual."""
