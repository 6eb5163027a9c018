"""Messages as plain text."""

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
from alignkit.model.document import Document, Properties, Words
from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text
from alignkit.model.message import Mailbox, Message
from alignkit.writers import plain

PLACE = Place("mail.md.j2", 4)
WORDS = Words("Page {page} of {pages}", "Contents", "Draft", "Table", "Chart", "Note", "Decision", "Warning",
              "Reply", "Nothing to show", "To", "Cc", "Subject", "{title} ({part} of {parts})", "Summary", "Notes", "Say", "Grey: {sources}")  # fmt: skip


def document(*blocks: Block, confidentiality: str = "internal") -> Document:
    properties = Properties("T", "A", "C", "S", "en-US", date(2026, 11, 20), False, "", "Confidential · Nov 20",
                            True, confidentiality)  # fmt: skip
    return Document("", (), (), blocks, properties, WORDS)


def text(value: str) -> tuple[Inline, ...]:
    return (Text(value),)


def paragraph(value: str) -> Paragraph:
    return Paragraph(text(value))


def item(value: str, checked: bool | None = None, *more: Block) -> ListItem:
    return ListItem((paragraph(value), *more), checked)


LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
WIDE = Table(
    (Column(text("Option")), Column(text("Scope, in the words of the team that has to deliver it"))),
    (
        Row((text("Do nothing"), text("everything stays as it is until somebody else decides about it"))),
        Row((text("Finish"), text("all of it"))),
    ),
)
OPTIONS = Table(
    (Column(text("Option")), Column(text("USD thousand"), Align.RIGHT), Column(text("Live"), Align.CENTER)),
    (
        Row((text("Do nothing"), text("0"), text("open"))),
        Row((text("Größer 漢字"), text("1,027"), text("Q1")), highlight=True),
        Row((text("Total"), text("1,027"), ()), total=True),
    ),
    text("Two ways"),
    text("Source: agency"),
)
CHART = Chart(
    ChartKind.STACKED_COLUMN,
    "The ask grows",
    ("FY2026", "FY2027"),
    (
        Series("Base", (Decimal(1), Decimal(1)), invisible=True),
        Series("Amount", (Decimal("2560.4"), None)),
    ),
    "USD thousand",
    limit=Decimal(3000),
    limit_label="Ceiling",
    place=PLACE,
)

CASES: dict[str, tuple[Block, str]] = {
    "paragraph": (paragraph(LONG), LONG.replace(" fourteen", "\nfourteen")),
    "break": (Paragraph((Text("Regards"), Break(), Text("Mara"))), "Regards\nMara"),
    "marks": (
        Paragraph((Strong(text("27K")), Text(" and "), Emphasis(text("now")), Shown(" 3.4x", "k", True))),
        "27K and now 3.4x",
    ),
    "link": (Paragraph((Link("https://x.example/", text("the plan")),)), "the plan (https://x.example/)"),
    "bare link": (Paragraph((Link("mailto:a@x.example", text("a@x.example")),)), "a@x.example"),
    "long word": (paragraph("see " + "x" * 80 + " end"), "see\n" + "x" * 80 + "\nend"),
    "heading 1": (Heading(1, text("Größe"), seconds=90), "Größe (1:30)\n============"),
    "heading 2": (Heading(2, text("漢字")), "漢字\n----"),
    "heading 3": (Heading(3, text("Small")), "Small"),
    "bullets": (
        ListBlock(False, (item("a"), item(LONG))),
        "- a\n- " + LONG.replace(" thirteen", "\n  thirteen"),
    ),
    "numbers": (
        ListBlock(True, (item("a"), item("b", None, ListBlock(False, (item("c"),)))), start=9),
        " 9. a\n10. b\n    - c",
    ),
    "boxes": (ListBlock(False, (item("done", True), item("open", False))), "- [x] done\n- [ ] open"),
    "table": (
        OPTIONS,
        "Two ways\n\n"
        "Option       USD thousand  Live\n"
        "-----------  ------------  ----\n"
        "Do nothing              0  open\n"
        "Größer 漢字         1,027   Q1\n"
        "-----------  ------------  ----\n"
        "Total               1,027\n\n"
        "Source: agency",
    ),
    "wide table": (
        WIDE,
        "Do nothing\n"
        "  Scope, in the words of the team that has to deliver it: everything\n"
        "    stays as it is until somebody else decides about it\n\n"
        "Finish\n"
        "  Scope, in the words of the team that has to deliver it: all of it",
    ),
    "empty table": (Table((Column(text("Risk")),), ()), "Nothing to show"),
    "cards": (
        Cards((Card("Ask", text("2.88M"), text("+12.5%")), Card("Payback", text("14 months")))),
        "Ask: 2.88M (+12.5%)\nPayback: 14 months",
    ),
    "summary": (Callout(CalloutKind.SUMMARY, (paragraph("a"), paragraph("b"))), "| a\n|\n| b"),
    "note": (Callout(CalloutKind.NOTE, (paragraph("a"),)), "| Note\n| a"),
    "decision": (Callout(CalloutKind.DECISION, (paragraph("a"),), text("Sign")), "| Decision: Sign\n| a"),
    "warning": (Callout(CalloutKind.WARNING, (), text("Risk")), "| Warning: Risk"),
    "spoken": (Spoken((paragraph("Dana,"), paragraph("yes?"))), "    Dana,\n\n    yes?"),
    "exchange": (Exchange("x", text("Too slow."), (paragraph("No."),)), "Too slow.\nReply:\n    No."),
}


@pytest.mark.parametrize("name", CASES)
def test_blocks(name: str) -> None:
    block, expected = CASES[name]
    report = Report()

    assert plain.body(document(block), report) == expected + "\n"
    assert len(report) == 0


def test_a_chart_becomes_a_table_and_says_so() -> None:
    report = Report()

    assert plain.body(document(CHART), report) == (
        "The ask grows\n\nUSD thousand  Amount\n------------  ------\n"
        "FY2026         2,560\nFY2027             –\nCeiling        3,000\n"
    )
    assert [(d.code, d.severity, d.message, d.place) for d in report] == [
        (
            "OUT-021",
            Severity.INFO,
            "plain text cannot draw a chart, its numbers are written as a table",
            PLACE,
        )
    ]


def test_a_page_break_is_left_out_and_reported() -> None:
    report = Report()

    assert plain.body(document(paragraph("a"), PageBreak(PLACE), paragraph("b")), report) == "a\n\nb\n"
    assert [(d.code, d.message) for d in report] == [
        ("OUT-020", "plain text has no pages, a page break is left out")
    ]


def test_contents_list_the_headings_that_follow() -> None:
    headings = (Heading(1, text("A")), Heading(2, text("B")), Heading(3, text("C")))

    lines = plain.body(document(Heading(1, text("Before")), Contents(2), *headings), Report()).splitlines()

    assert lines[3:6] == ["Contents", "- A", "  - B"]


def test_a_text_file_begins_with_the_envelope() -> None:
    people = (Mailbox("Tom", ""), Mailbox("Ida", "ida@x.example"))
    message = Message(text("INFO\nnow"), Mailbox("M", ""), (Mailbox("Dana", "d@x.example"),), people,
                      document(paragraph("Yes.")))  # fmt: skip

    assert plain.write(message, Report()).decode() == (
        "To: Dana <d@x.example>\nCc: Tom, Ida <ida@x.example>\nSubject: INFO now\n\nYes.\n"
    )


def test_fields_without_content_are_left_out() -> None:
    message = Message(text("INFO"), Mailbox("M", ""), (), (), document(paragraph("Yes.")))

    assert plain.write(message, Report()).decode() == "Subject: INFO\n\nYes.\n"


def test_a_confidential_mail_says_so() -> None:
    body = document(paragraph("Yes."), confidentiality="confidential")

    assert plain.body(body, Report()) == "Yes.\n\nConfidential · Nov 20\n"
