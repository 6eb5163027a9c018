"""Tables, cards, timelines, matrices, notes and footers as XML."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from pptx_samples import (
    CHART,
    EVERY_LAYOUT,
    LIST,
    MATRIX,
    PROPERTIES,
    TABLE,
    TIMELINE,
    WORDS,
    card,
    cards,
    deck,
    files,
    own,
    said,
    slide,
    table_slide,
    text,
    timeline_slide,
)

from alignkit.diagnostics import Report
from alignkit.model.blocks import Column, Event, Heading, Paragraph, Table, Tick
from alignkit.model.deck import Box, Layout, Line, Slide, Slot
from alignkit.model.inlines import Shown
from alignkit.writers.pptx import parts
from alignkit.writers.pptx.matrices import description as matrix_description
from alignkit.writers.pptx.tables import description as table_description
from alignkit.writers.pptx.timelines import description as timeline_description


def xml(*slides: Slide) -> str:
    return files(*slides)["ppt/slides/slide1.xml"]


def cells(row: int) -> list[str]:
    found = re.findall(r"<a:tr .*?</a:tr>", xml(table_slide()))[row]
    return re.findall(r"<a:tc>.*?</a:tc>", found)


def test_a_table_flags_its_header_and_has_no_vertical_rules() -> None:
    made = xml(table_slide())

    assert (
        '<a:tblPr firstRow="1"><a:tableStyleId>{2D5ABB26-0587-4C30-8999-92F81FD0307C}</a:tableStyleId></a:tblPr>'
        in made
    )
    assert "a:lnL" not in made
    assert "a:lnR" not in made


def test_what_is_under_one_row_is_over_the_next() -> None:
    rules = [
        (re.findall(r"<a:lnT (.*?)</a:lnT>", row), re.findall(r"<a:lnB (.*?)</a:lnB>", row))
        for row in re.findall(r"<a:tr .*?</a:tr>", xml(table_slide()))
    ]

    for (_, below), (above, _) in pairwise(rules):
        assert below == above
    widths = [re.findall(r'^w="(\d+)"', below[0])[0] for _, below in rules]
    assert ["19050", "6350", "6350", "12700", "6350"] == widths


def test_the_recommendation_is_tinted_and_marked_for_those_who_see_no_colour() -> None:
    header, ask, total = cells(0), cells(2), cells(4)

    assert '<a:lnT w="38100">' in header[2]
    assert ["b" in re.findall(r'<a:rPr lang="en-US" sz="1400"( b="1")?', cell)[0] for cell in ask] == [
        True,
        False,
        False,
        False,
    ]
    assert all("</a:lnB><a:solidFill>" in cell for cell in ask)
    assert ["</a:lnB><a:solidFill>" in cell for cell in total] == [False, False, True, False]
    assert ' b="1"' in total[1]


def test_numbers_stand_to_the_right() -> None:
    assert [None, "r", "r", None] == [
        found[1] if (found := re.search(r'algn="(\w+)"', cell)) else None for cell in cells(1)
    ]


def test_an_empty_table_says_so() -> None:
    made = xml(table_slide(Table((Column(text("A")), Column(text("B"))), ())))

    assert "<a:t>No rows to show</a:t>" in made
    assert 2 == made.count("<a:tr ")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (TABLE, "What each tier costs and brings"),
        (replace(TABLE, description="Said so"), "Said so"),
        (replace(TABLE, caption=()), "Tier, Cost, USD thousand, New customers, What it buys"),
    ],
)
def test_what_a_table_says_to_those_who_cannot_see_it(table: Table, expected: str) -> None:
    assert expected == table_description(table)


def test_own_words_describe_drawings() -> None:
    assert "Said so" == timeline_description(replace(TIMELINE, description="Said so"))
    assert "Said so" == matrix_description(replace(MATRIX, description="Said so"))


def test_a_card_is_named_after_its_figure() -> None:
    same = card("Ask", "2.88M", "tier.ask.cost", "")
    made = xml(
        slide(
            Layout.CARDS, "T", *cards(same, same, replace(same, card=replace(same.card, value=text("n/a"))))
        )
    )

    assert ["fig:tier.ask.cost", "fig:tier.ask.cost 2"] == re.findall(r'name="(fig:[^"]+)"', made)
    assert 'name="Card 3"' in made


def test_a_card_says_figure_then_label_then_comparison() -> None:
    made = xml(slide(Layout.CARDS, "T", *cards(card("Ask", "2.88M", "a.b", "+20%"))))

    assert [("4000", "2.88M"), ("1400", "Ask"), ("1400", "+20%")] == re.findall(
        r'sz="(\d+)"[^>]*>.*?<a:t>(.*?)</a:t>', made
    )
    assert '<a:pPr marL="0" indent="0" lvl="2">' in made


def test_more_cards_than_placeholders_become_boxes() -> None:
    faces = [card(str(at), "1", f"k{at}", "") for at in range(7)]
    made = xml(slide(Layout.CARDS, "T", *cards(*faces)))

    assert 5 == len(re.findall(r'<p:ph type="body" idx="2\d"/>', made))
    assert 2 == made.count('<p:cNvSpPr txBox="1"/>')


def test_a_timeline_draws_days_spans_and_what_is_critical() -> None:
    made = xml(timeline_slide())

    marks = re.findall(
        r'prst="(diamond|rect)"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="(\w+)"', made
    )
    assert [("diamond", "bg1"), ("rect", "accent1"), ("rect", "bg1"), ("diamond", "accent1")] == marks
    outlines = re.findall(r'</a:solidFill>(<a:ln w="22225">|<a:ln><a:noFill/>)', made)
    assert ['<a:ln w="22225">', "<a:ln><a:noFill/>"] * 2 == [outlines[at] for at in (0, 1, 2, 3)]
    assert '<a:rPr lang="en-US" sz="1200" b="1">' in made
    assert "Jan 20 to Mar 10" in made
    assert "Waits for legal" in made


def test_a_timeline_stays_in_its_box() -> None:
    made = xml(timeline_slide())
    box = own().theme.layouts[Layout.TIMELINE][Slot.TIMELINE].box
    group = made[made.index("<p:grpSp>") : made.index("</p:grpSp>")]

    for x, y, cx, cy in re.findall(r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>', group):
        assert box.x <= int(x)
        assert box.y <= int(y)
        assert int(x) + int(cx) <= box.x + box.width
        assert int(y) + int(cy) <= box.y + box.height


def test_ticks_without_room_keep_their_rule() -> None:
    ticks = tuple(Tick(date(2031, 1, 1 + at), f"January {at}") for at in range(30))
    made = xml(timeline_slide(replace(TIMELINE, ticks=ticks)))

    assert 30 == len(re.findall(r'name="Tick(?: \d+)?"', made))
    assert 0 < made.count("January") < 15


def test_a_timeline_of_one_day_has_a_place() -> None:
    event = Event(text("Now"), date(2031, 1, 1))
    made = xml(timeline_slide(replace(TIMELINE, events=(event,), ticks=(Tick(date(2031, 1, 1), "Jan"),))))

    assert 1 == made.count('prst="diamond"')


def test_a_matrix_has_headings_on_two_sides() -> None:
    made = xml(EVERY_LAYOUT[Layout.MATRIX])

    assert '<a:tblPr firstRow="1" firstCol="1">' in made
    assert 4 == made.count("<a:tr ")
    assert "<a:t>Impact →</a:t>" in made
    assert made.index("High") < made.index("R1 Budget cut") < made.index("R5 Recall")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(text("a")), ["a"]),
        (Heading(2, text("a")), ["a"]),
        (LIST, ["one", "more", "two"]),
        (
            CHART,
            [
                "Column chart: The ask adds 36 customers. Unit: New customers, FY2032. Customers: Hold 150, Ask 186, Stretch 191. Highlighted: Ask."
            ],
        ),
        (
            replace(TABLE, rows=TABLE.rows[:1], caption=()),
            [
                "Tier",
                "Cost, USD thousand",
                "New customers",
                "What it buys",
                "Hold",
                "2,400",
                "150",
                "Keeps the programmes that pay back",
            ],
        ),
    ],
    ids=["paragraph", "heading", "list", "chart", "table"],
)
def test_notes_lose_nothing(block: Paragraph, expected: list[str]) -> None:
    made = files(replace(slide(Layout.BULLETS, "T"), notes=(block,)))

    assert expected == re.findall(r"<a:t>(.*?)</a:t>", made["ppt/notesSlides/notesSlide1.xml"])


def test_notes_lead_to_their_slide_and_master_and_back() -> None:
    made = files(slide(Layout.BULLETS, "A"), slide(Layout.BULLETS, "B", notes="b"))

    notes = made["ppt/notesSlides/_rels/notesSlide2.xml.rels"]
    assert 'Target="/ppt/slides/slide2.xml"' in notes
    assert 'Target="/ppt/notesMasters/notesMaster1.xml"' in notes
    assert 'Target="/ppt/notesSlides/notesSlide2.xml"' in made["ppt/slides/_rels/slide2.xml.rels"]
    assert "ppt/notesSlides/notesSlide1.xml" not in made


def test_figures_in_notes_are_in_the_ledger() -> None:
    noted = replace(slide(Layout.BULLETS, "T"), notes=(Paragraph((Shown("5", "a.b"),)),))

    assert (
        '<figure part="ppt/notesSlides/notesSlide1.xml" slide="1" shape="3" key="a.b" text="5"/>'
        in files(noted)["customXml/item1.xml"]
    )


def test_the_foot_of_a_slide_says_confidentiality_and_number() -> None:
    made = files(slide(Layout.BULLETS, "A"), slide(Layout.BULLETS, "B"))["ppt/slides/slide2.xml"]

    assert "<a:t>Internal · as of May 6, 2031</a:t>" in made
    assert 'type="slidenum"><a:rPr lang="en-US"/><a:t>2</a:t></a:fld>' in made
    assert "datetime" not in made


def test_a_draft_says_so_before_its_confidentiality() -> None:
    properties = replace(PROPERTIES, draft=True)
    made = files(slide(Layout.BULLETS, "A"), properties=properties)["ppt/slides/slide1.xml"]

    assert "<a:t>Draft · Internal · as of May 6, 2031</a:t>" in made


def test_a_layout_without_places_gets_boxes_of_our_own() -> None:
    reference = own()
    layout = replace(
        reference.layouts[Layout.BULLETS],
        placeholders={Slot.TITLE: reference.layouts[Layout.BULLETS].placeholders[Slot.TITLE]},
        footer=None,
        number=None,
        day=None,
    )
    bare = replace(reference, layouts={**reference.layouts, Layout.BULLETS: layout})
    written = deck(
        slide(Layout.BULLETS, "T", said(Layout.BULLETS, Slot.BODY, "a", Line(text("b"), level=1))),
        properties=replace(PROPERTIES, draft=True),
    )

    made = parts(written, bare, Report())["ppt/slides/slide1.xml"].decode()

    assert 2 == made.count('<p:cNvSpPr txBox="1"/>')
    assert '<a:lvl2pPr marL="285750" indent="0"' in made
    assert 'name="Draft"' in made
    assert ">Draft<" in made
    assert WORDS.draft == "Draft"


def test_the_date_has_a_place_of_its_own_unless_the_footer_says_it() -> None:
    reference = own()
    layout = reference.layouts[Layout.BULLETS]
    assert layout.footer is not None
    day = replace(layout.footer, type="dt", index=10, name="Date")
    dated = replace(reference, layouts={**reference.layouts, Layout.BULLETS: replace(layout, day=day)})

    def made(footer: str) -> str:
        written = deck(slide(Layout.BULLETS, "T"), properties=replace(PROPERTIES, footer=footer))
        return parts(written, dated, Report())["ppt/slides/slide1.xml"].decode()

    assert '<p:ph type="dt" idx="10"/>' in made("Internal")
    assert "<a:t>May 6, 2031</a:t>" in made("Internal")
    assert 'type="dt"' not in made("Internal · as of May 6, 2031")


def test_what_stands_elsewhere_says_where() -> None:
    moved = said(Layout.BULLETS, Slot.BODY, "a")
    there = replace(moved, box=Box(1, 2, 3, 4), moved=True)

    assert '<p:spPr><a:xfrm><a:off x="1" y="2"/><a:ext cx="3" cy="4"/></a:xfrm></p:spPr>' in xml(
        slide(Layout.BULLETS, "T", there)
    )
    assert 'a:xfrm><a:off x="1"' not in xml(slide(Layout.BULLETS, "T", moved))


def test_slides_are_listed_in_their_order() -> None:
    made = files(slide(Layout.BULLETS, "A"), slide(Layout.BULLETS, "B"))["ppt/presentation.xml"]
    first = len(own().relationships) + 1

    assert (
        f'<p:sldId id="256" r:id="rId{first}"/><p:sldId id="257" r:id="rId{first + 1}"/></p:sldIdLst>' in made
    )
    assert 1 == made.count("<p:sldIdLst")
