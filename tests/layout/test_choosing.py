"""What becomes what: content chooses, headings may ask."""

from __future__ import annotations

import pytest
from deck_samples import (
    PLACE,
    THEME,
    bullets,
    cards,
    chart,
    document,
    heading,
    laid_out,
    matrix,
    notes,
    paragraph,
    table,
    text,
    timeline,
    told,
)

from alignkit.diagnostics import Diagnostic, Report, Severity
from alignkit.layout import lay_out
from alignkit.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Cards,
    Columns,
    Contents,
    Exchange,
    ListBlock,
    ListItem,
    PageBreak,
    Quote,
    SideBySide,
    Spoken,
)

LONG = ("This sentence is far too long for a line under the title, because it explains things. " * 4).strip()


def golden(expected: str) -> str:
    lines = expected.strip("\n").split("\n")
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[indent:] for line in lines).rstrip()


CASES: list[tuple[str, list[Block], str]] = [
    ("a paragraph", [heading("Topic"), paragraph("Text.")], """
        = bullets: Topic
          body 18
            Text.
     """),
    ("notes on the first slide of their topic", [heading("Topic"), paragraph("One."), PageBreak(), paragraph("Two."), notes("Say: hello", "Proof: 5")], """
        = bullets: Topic (1 of 2)
          body 18
            One.
          notes: Say: hello
          notes: Proof: 5
        = bullets: Topic (2 of 2)
          body 18
            Two.
     """),
    ("six entries on two slides", [heading("Topic"), bullets(*"abcdef")], """
        = bullets: Topic (1 of 2)
          body 18
            * a
            * b
            * c
        = bullets: Topic (2 of 2)
          body 18
            * d
            * e
            * f
     """),
    ("numbers go on", [heading("Topic"), bullets(*"abcdef", ordered=True, start=3)], """
        = bullets: Topic (1 of 2)
          body 18
            3. a
            4. b
            5. c
        = bullets: Topic (2 of 2)
          body 18
            6. d
            7. e
            8. f
     """),
    ("entries inside entries", [heading("Topic"), ListBlock(False, (ListItem((paragraph("a"), bullets("b"), paragraph("c"))), ListItem((paragraph("d"),), True), ListItem((paragraph("e"),), False)))], """
        = bullets: Topic
          body 18
            * a
              * b
              c
            [x] d
            [ ] e
     """),
    ("a heading with nothing under it", [heading("Part"), heading("Topic"), paragraph("Text.")], """
        = section: Part
        = bullets: Topic
          body 18
            Text.
     """),
    ("a lower heading in the text", [heading("Topic"), paragraph("Before."), heading("Lower", 2), paragraph("After.")], """
        = bullets: Topic
          body 18
            Before.
            # Lower
            After.
     """),
    ("a lower heading before a table", [heading("Topic"), paragraph("Before."), heading("Lower", 2), table(2)], """
        = bullets: Topic
          body 18
            Before.
        = table: Lower
          table 14 moved: 3 x 2
     """),
    ("a lower heading before a table that comes first", [heading("Topic"), heading("Lower", 2), table(2)], """
        = table: Topic
          lead 16
            # Lower
          table 14: 3 x 2
     """),
    ("a table after a short paragraph", [heading("Topic"), paragraph("Short."), table(2, note="Source: CRM")], """
        = table: Topic
          lead 16
            Short.
          table 14: 3 x 2
          source 10
            Source: CRM
     """),
    ("a table after a long paragraph", [heading("Topic"), paragraph(LONG), table(2, caption="What it shows")], f"""
        = bullets: Topic
          body 18
            {LONG}
        = table: What it shows
          table 14 moved: 3 x 2
     """),
    ("a table after a list", [heading("Topic"), bullets("a", "b"), table(2)], """
        = bullets: Topic (1 of 2)
          body 18
            * a
            * b
        = table: Topic (2 of 2)
          table 14 moved: 3 x 2
     """),
    ("two tables", [heading("Topic"), table(1, caption="First"), table(1, caption="Second")], """
        = table: Topic
          lead 16
            First
          table 14: 3 x 1
        = table: Second
          table 14 moved: 3 x 1
     """),
    ("a caption that says the heading again", [heading("Topic"), table(1, caption="Topic")], """
        = table: Topic
          table 14 moved: 3 x 1
     """),
    ("a chart alone", [heading("Topic"), chart(unit="USD")], """
        = chart: Topic
          lead 14
            Spend rises
            USD
          chart 14
     """),
    ("a chart whose title is the heading", [heading("Spend rises"), chart(unit="USD")], """
        = chart: Spend rises
          lead 16
            USD
          chart 14
     """),
    ("a chart and a list", [heading("Spend rises"), chart(unit=""), bullets("a", "b")], """
        = chart_text: Spend rises
          chart 14 moved
          body 18 moved
            * a
            * b
     """),
    ("a list and a chart", [heading("Spend rises"), bullets("a", "b"), chart(unit="")], """
        = chart_text: Spend rises
          chart 14 moved
          body 18 moved
            * a
            * b
     """),
    ("a chart that wants its text above it", [heading("Spend rises", layout="chart"), paragraph("Short."), chart(unit="")], """
        = chart: Spend rises
          lead 16
            Short.
          chart 14
     """),
    ("a chart that wants its text beside it", [heading("Spend rises", layout="chart_text"), paragraph("Short."), chart(unit="")], """
        = chart_text: Spend rises
          chart 14 moved
          body 18 moved
            Short.
     """),
    ("cards and text", [heading("Topic"), Cards(cards(3)), paragraph("Below.")], """
        = cards: Topic
          card 40/14: label 1 100
          card 40/14: label 2 200
          card 40/14: label 3 300
          body 18
            Below.
     """),
    ("six cards", [heading("Topic"), Cards(cards(6))], """
        = cards: Topic (1 of 2)
          card 40/14: label 1 100
          card 40/14: label 2 200
          card 40/14: label 3 300
        = cards: Topic (2 of 2)
          card 40/14: label 4 400
          card 40/14: label 5 500
          card 40/14: label 6 600
     """),
    ("columns", [heading("Topic"), Columns((SideBySide((bullets("a"),)), SideBySide((paragraph("b"),))))], """
        = two_columns: Topic
          left 18
            * a
          right 18
            b
     """),
    ("a comparison", [heading("Topic"), Columns((SideBySide((bullets("a"),), text("In")), SideBySide((paragraph("b"),), text("Out"))))], """
        = comparison: Topic
          left_head 18
            In
          left 18
            * a
          right_head 18
            Out
          right 18
            b
     """),
    ("a column that holds a table", [heading("Topic"), Columns((SideBySide((table(1),), text("In")), SideBySide((paragraph("b"),), text("Out"))))], """
        = comparison: Topic
          left_head 18
            In
          left 14 moved: 3 x 1
          right_head 18
            Out
          right 18
            b
     """),
    ("a quote", [heading("Topic"), Quote((paragraph("We need it."),), text("Ada"))], """
        = quote: Topic
          body 28 moved
            We need it.
          subtitle 16 moved
            Ada
     """),
    ("a decision that closes the deck", [heading("Topic"), Callout(CalloutKind.DECISION, (paragraph("Approve it."),), text("By Friday"))], """
        = closing: Topic
          body 20
            # By Friday
            Approve it.
     """),
    ("a decision on the way", [heading("Topic"), Callout(CalloutKind.DECISION, (paragraph("Approve it."),)), heading("Next"), paragraph("Text.")], """
        = statement: Topic
          body 36 moved
            Approve it.
        = bullets: Next
          body 18
            Text.
     """),
    ("a summary before the first heading", [Callout(CalloutKind.SUMMARY, (paragraph("All is well."),)), heading("Topic"), paragraph("Text.")], """
        = bullets: Summary
          body 18
            All is well.
        = bullets: Topic
          body 18
            Text.
     """),
    ("a warning and an objection", [heading("Topic"), Callout(CalloutKind.WARNING, (paragraph("Beware."),), text("Late")), Callout(CalloutKind.NOTE, (paragraph("Fine."),)), Exchange("x", text("Too dear?"), (paragraph("No."),))], """
        = bullets: Topic
          body 18
            # Warning: Late
            Beware.
            # Note
            Fine.
            # Too dear?
            No.
     """),
    ("spoken lines", [heading("Topic"), Spoken((paragraph("Hello."), paragraph("Welcome."))), paragraph("Text.")], """
        = bullets: Topic
          body 18
            Text.
          notes: Say: Hello.
          notes: Welcome.
     """),
    ("a table of contents", [Contents(), heading("Topic"), paragraph("Text.")], """
        = bullets: Topic
          body 18
            Text.
     """),
    ("a timeline and a matrix", [heading("Topic"), timeline(13), matrix(), paragraph("After.")], """
        = timeline: Topic (1 of 4)
          timeline 14 moved: 7 rows
        = timeline: Topic (2 of 4)
          timeline 14 moved: 6 rows
        = matrix: Topic (3 of 4)
          matrix 14 moved
        = bullets: Topic (4 of 4)
          body 18
            After.
     """),
    ("text before the first heading", [paragraph("Text.")], """
        = bullets: Kind of deck
          body 18
            Text.
     """),
    ("headings that say the same", [heading("Topic"), paragraph("a"), heading("topic"), paragraph("b")], """
        = bullets: Topic (1 of 2)
          body 18
            a
        = bullets: topic (2 of 2)
          body 18
            b
     """),
    ("a statement", [heading("Topic", layout="statement"), paragraph("One thing.")], """
        = statement: Topic
          body 36 moved
            One thing.
     """),
    ("a text in two columns", [heading("Topic", layout="two-columns"), bullets(*"abcd")], """
        = two_columns: Topic
          left 18
            * a
            * b
          right 18
            * c
            * d
     """),
    ("a closing slide of a list", [heading("Topic", layout="closing"), bullets("a", "b")], """
        = closing: Topic
          body 20
            * a
            * b
     """),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_what_becomes_what(content: list[Block], expected: str) -> None:
    assert golden(expected) == "\n".join(line.rstrip() for line in told(laid_out(*content)).split("\n"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([heading("T", layout="statment"), paragraph("x")], Diagnostic("DECK-001", Severity.ERROR, "there is no slide layout `statment`", PLACE, "write `statement`")),
        ([heading("T", layout="title"), paragraph("x")], Diagnostic("DECK-001", Severity.ERROR, "there is no slide layout `title`", PLACE, "choose from `section`, `statement`, `bullets`, `two_columns`, `table`, `chart`, `chart_text`, `cards`, `comparison`, `timeline`, `matrix`, `quote`, `closing`")),
        ([heading("T", layout="chart"), paragraph("x")], Diagnostic("DECK-002", Severity.WARN, "layout `chart` expects a chart, found text", PLACE, "leave the layout out, and the content chooses it")),
        ([heading("T", layout="bullets"), table(1)], Diagnostic("DECK-002", Severity.WARN, "layout `bullets` expects text, found a table", PLACE, "leave the layout out, and the content chooses it")),
        ([heading("T", layout="statement"), paragraph("long " * 200)], Diagnostic("DECK-002", Severity.WARN, "layout `statement` expects a sentence or two, found more text than fits", PLACE, "leave the layout out, and the content chooses it")),
        ([heading("T", layout="cards")], Diagnostic("DECK-002", Severity.WARN, "layout `cards` expects cards, found nothing", PLACE, "leave the layout out, and the content chooses it")),
    ],
)  # fmt: skip
def test_a_layout_that_cannot_be_had(content: list[Block], expected: Diagnostic) -> None:
    report = Report()

    deck = laid_out(*content, report=report)

    assert [expected] == list(report)
    assert 2 == len(deck.slides)


def test_the_title_slide_carries_label_title_and_control_block() -> None:
    opened = document(
        title="We ask for $5",
        label="Budget deck",
        control=(("Decide by", "Friday"), ("Author", "Ada"), ("Empty", "")),
    )

    deck = lay_out(opened, THEME, Report())

    assert ["title", "label", "subtitle"] == [filled.slot for filled in deck.slides[0].filled]
    assert opened.properties == deck.properties
    assert opened.words == deck.words
    assert 1 == len(deck.slides)


def test_a_long_control_block_goes_on_after_the_title_slide() -> None:
    control = tuple((f"Label {number}", "value") for number in range(20))

    deck = lay_out(document(control=control), THEME, Report())

    assert told(deck).startswith("= bullets: Kind of deck\n  body 18\n    Label ")
    assert "Label 19: value" in told(deck)
