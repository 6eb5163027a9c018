"""Documents and messages as Markdown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from alignkit.diagnostics import Place, Report, Severity
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
from alignkit.model.message import Mailbox, Message
from alignkit.writers import markdown
from alignkit.writers.markdown_text import line

PLACE = Place("mail.md.j2", 4)
WORDS = Words("Page {page} of {pages}", "Contents", "Draft", "Table", "Chart", "Note", "Decision", "Warning",
              "Reply", "Nothing to show", "To", "Cc", "Subject", "{title} ({part} of {parts})", "Summary", "Notes", "Say", "Grey: {sources}")  # fmt: skip


def text(value: str) -> tuple[Inline, ...]:
    return (Text(value),)


def paragraph(value: str) -> Paragraph:
    return Paragraph(text(value))


def item(value: str, checked: bool | None = None, *more: Block) -> ListItem:
    return ListItem((paragraph(value), *more), checked)


def document(*blocks: Block, draft: bool = False, footer: str = "") -> Document:
    properties = Properties("T", "A", "C", "S", "en-US", date(2026, 11, 20), False, "", footer, draft)
    control = (ControlEntry("Decide by", text("Friday")),)
    return Document("Script", text("Approve 2.88M"), control, blocks, properties, WORDS)


HEAD = "Script\n\n# Approve 2.88M\n\n- **Decide by:** Friday\n"

LINES: dict[str, tuple[tuple[Inline, ...], str]] = {
    "figure": ((Text("costs "), Shown("2.88M", "k")), "costs 2.88M"),
    "strong": ((Text("by "), Strong(text("Friday")), Text(".")), "by **Friday**."),
    "both": ((Strong((Text("a "), Emphasis(text("b")))),), "**a _b_**"),
    "nested alike": ((Strong((Strong(text("a")), Text("b"))),), "**ab**"),
    "neighbours": ((Strong(text("a")), Strong(text("b"))), "**ab**"),
    "blanks inside": ((Text("a"), Strong(text(" b ")), Text("c")), "a **b** c"),
    "only blanks": ((Text("a"), Strong(text(" ")), Text("c")), "a c"),
    "within a word": ((Text("a"), Strong(text("b")), Text("c")), "a**b**c"),
    "stress within a word": ((Text("a"), Emphasis(text("b")), Text("c")), "&#97;_b_&#99;"),
    "quotes within a word": ((Text("a"), Strong(text('"b"')), Text("c")), '&#97;**"b"**&#99;'),
    "link": ((Link("https://x.example/a b", text("plan")),), "[plan](https://x.example/a%20b)"),
    "link without text": ((Link("https://x.example", ()),), "[https\\://x.example](https://x.example)"),
    "link after a mark": (
        (Text("now!"), Link("https://x.example", text("b"))),
        "now\\![b](https://x.example)",
    ),
    "break": ((Text("a"), Break(), Text("- b")), "a\\\n\\- b"),
    "empty breaks": ((Break(), Text("a"), Break(), Break(), Text("b"), Break()), "a\\\nb"),
    "list mark": (text("1. a"), "1\\. a"),
    "year": (text("2026 was"), "2026 was"),
    "ampersand": (text("R&D and &amp;"), "R&D and \\&amp;"),
    "money": (text("$5 and $x$"), "$5 and \\$x\\$"),
    "address": (text("http://a and www.b"), "http\\://a and www\\.b"),
    "hash": (text("#1 is # 2 ##"), "\\#1 is # 2 \\#\\#"),
}


@pytest.mark.parametrize("name", LINES)
def test_lines(name: str) -> None:
    items, expected = LINES[name]

    assert line(items) == expected


OPTIONS = Table(
    (Column(text("Option|s")), Column(text("USD"), Align.RIGHT), Column((), Align.CENTER, highlight=True)),
    (
        Row(((Text("a"), Break(), Text("b")), text("1"), text("x"))),
        Row((text("c"), text("2"), ()), highlight=True),
        Row((text("Total"), text("3"), ()), total=True),
    ),
    text("Two ways"),
    text("Source: agency"),
)

CASES: dict[str, tuple[Block, str]] = {
    "heading": (Heading(1, text("Opening"), seconds=30), "## Opening (0:30)"),
    "deep heading": (Heading(3, text("Small #")), "#### Small \\#"),
    "list": (
        ListBlock(False, (item("a"), item("b", None, ListBlock(True, (item("c"),), start=3)))),
        "- a\n- b\n  3. c",
    ),
    "loose item": (ListBlock(True, (item("a", None, paragraph("b")), item("c"))), "1. a\n\n   b\n2. c"),
    "boxes": (ListBlock(False, (item("done", True), item("open", False))), "- [x] done\n- [ ] open"),
    "table": (
        OPTIONS,
        "**Two ways**\n\n"
        "| Option\\|s | USD |  |\n"
        "| --- | --: | :-: |\n"
        "| a<br>b | 1 | **x** |\n"
        "| **c** | **2** |  |\n"
        "| **Total** | **3** |  |\n\n"
        "Source: agency",
    ),
    "empty table": (
        Table((Column(text("Risk")), Column(text("Owner"))), ()),
        "| Risk | Owner |\n| --- | --- |\n| Nothing to show |  |",
    ),
    "cards": (Cards((Card("Ask", text("2.88M"), text("+12%")),)), "- **Ask:** 2.88M (+12%)"),
    "summary": (Callout(CalloutKind.SUMMARY, (paragraph("a"), paragraph("b"))), "> a\n>\n> b"),
    "note": (Callout(CalloutKind.NOTE, (paragraph("a"),)), "> **Note**\n>\n> a"),
    "decision": (
        Callout(CalloutKind.DECISION, (paragraph("a"),), text("Sign")),
        "> **Decision: Sign**\n>\n> a",
    ),
    "spoken": (Spoken((paragraph("Dana?"),)), "> Dana?"),
    "exchange": (
        Exchange("x", text("Too slow."), (paragraph("No."),)),
        "**Too slow.**\n\n> **Reply:**\n>\n> No.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_blocks(name: str) -> None:
    block, expected = CASES[name]
    report = Report()

    assert markdown.write(document(block), report).decode() == f"{HEAD}\n{expected}\n"
    assert len(report) == 0


def test_lists_beside_each_other_stay_apart() -> None:
    one = ListBlock(False, (item("a"),))

    assert markdown.write(document(one, one), Report()).decode() == f"{HEAD}\n- a\n\n<!-- -->\n\n- a\n"


def test_a_draft_and_a_footer_are_marked() -> None:
    source = markdown.write(document(draft=True, footer="Internal"), Report()).decode()

    assert source == f"Draft · {HEAD}\n---\n\nInternal\n"


def test_contents_list_the_headings_that_follow() -> None:
    source = markdown.write(
        document(Contents(2), Heading(1, text("A")), Heading(2, text("B")), Heading(3, text("C"))), Report()
    ).decode()

    assert "\nContents\n\n- A\n  - B\n\n## A\n" in source


def test_what_markdown_cannot_show_is_reported() -> None:
    chart = Chart(
        ChartKind.LINE, "It grows", ("Jan",), (Series("CAC", (Decimal("0.5"),)),), "Share", "0%", place=PLACE
    )
    report = Report()

    source = markdown.write(document(chart, PageBreak(PLACE)), report).decode()

    assert source == f"{HEAD}\n**It grows**\n\n| Share | CAC |\n| --- | --: |\n| Jan | 50% |\n"
    assert [(d.code, d.severity, d.message, d.place) for d in report] == [
        ("OUT-021", Severity.INFO, "Markdown cannot draw a chart, its numbers are written as a table", PLACE),
        ("OUT-020", Severity.INFO, "Markdown has no pages, a page break is left out", PLACE),
    ]


def test_a_message_begins_with_its_envelope() -> None:
    cc = (Mailbox("Tom", ""), Mailbox("Ida", "ida@x.example"))
    message = Message(
        text("INFO *now*"),
        Mailbox("M", ""),
        (Mailbox("Dana", "d@x.example"),),
        cc,
        document(paragraph("Yes.")),
    )

    assert markdown.write_message(message, Report()).decode() == (
        "- **To:** Dana \\<d@x.example>\n- **Cc:** Tom, Ida \\<ida@x.example>\n"
        "- **Subject:** INFO \\*now\\*\n\nYes.\n"
    )
