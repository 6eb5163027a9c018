"""Blocks as the markup Word expects."""

from __future__ import annotations

import re

import pytest
from docx_samples import EVERY_KIND, SMALL_TABLE, body, document, items, para, part, text

from alignkit.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Spoken,
)
from alignkit.model.inlines import Emphasis, Inline, Link, Shown, Strong, Text


def p(style: str, inside: str, rest: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{rest}</w:pPr>{inside}</w:p>'


def t(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def styled(style: str, words: str, more: str = "") -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/>{more}</w:rPr><w:t>{words}</w:t></w:r>'


CASES: list[tuple[str, tuple[Block, ...], str]] = [
    ("nothing", (), ""),
    ("paragraph", (para("a"),), p("BodyText", t("a"))),
    ("heading", (Heading(2, text("a")),), p("Heading2", t("a"))),
    (
        "heading with its time",
        (Heading(1, text("a"), seconds=65),),
        p(
            "Heading1",
            t("a") + "<w:r><w:tab/></w:r>" + styled("SpokenTime", "1:05"),
            '<w:tabs><w:tab w:val="right" w:pos="9298"/></w:tabs><w:ind w:right="0"/>',
        ),
    ),
    (
        "bullets carry their mark in the style",
        (ListBlock(False, items("a", "b")),),
        p("ListBullet", t("a"), "<w:keepNext/>") + p("ListBullet", t("b")),
    ),
    (
        "a bullet in a bullet",
        (ListBlock(False, (ListItem((para("a"), ListBlock(False, items("b")))),)),),
        p("ListBullet", t("a")) + p("ListBullet2", t("b")),
    ),
    (
        "further paragraph of an entry",
        (ListBlock(False, (ListItem((para("a"), para("b"))),)),),
        p("ListBullet", t("a")) + p("ListContinue", t("b")),
    ),
    (
        "page break before a heading",
        (PageBreak(), Heading(1, text("a"))),
        p("Heading1", t("a"), "<w:pageBreakBefore/>"),
    ),
    ("page break at the end", (para("a"), PageBreak()), p("BodyText", t("a"))),
    (
        "a lead-in stays with its list",
        (para("a:"), ListBlock(False, items("b"))),
        p("BodyText", t("a:"), "<w:keepNext/>") + p("ListBullet", t("b")),
    ),
    (
        "summary",
        (Callout(CalloutKind.SUMMARY, (para("a"),)),),
        p("Summary", t("a"), '<w:spacing w:before="200" w:after="280"/>'),
    ),
    (
        "spoken lines",
        (Spoken((para("a"), para("b"))),),
        p("Spoken", t("a"), '<w:spacing w:before="60" w:after="100"/>')
        + p("Spoken", t("b"), '<w:spacing w:after="160"/>'),
    ),
    (
        "objection and reply",
        (Exchange("x", text("a"), (para("b"),)),),
        p("Objection", t("a"), "<w:keepNext/>")
        + p(
            "Reply", styled("LeadIn", "Reply") + '<w:r><w:t xml:space="preserve">\u2002</w:t></w:r>' + t("b")
        ),
    ),
    ("contents without headings", (Contents(),), ""),
]


@pytest.mark.parametrize(("blocks", "xml"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_blocks_are_written_as_word_expects(blocks: tuple[Block, ...], xml: str) -> None:
    assert xml == body(*blocks)


INLINES: list[tuple[tuple[Inline, ...], str]] = [
    ((Strong(text("a")),), styled("Strong", "a")),
    ((Emphasis(text("a")),), styled("Emphasis", "a")),
    ((Strong((Emphasis(text("a")),)),), styled("Strong", "a", "<w:i/><w:iCs/>")),
    (
        (Shown("1", "a.b"),),
        '<w:bookmarkStart w:id="1" w:name="_fig1_a_b"/>' + t("1") + '<w:bookmarkEnd w:id="1"/>',
    ),
    (
        (Shown("1", "a", stale=True),),
        '<w:bookmarkStart w:id="1" w:name="_fig1_a"/>'
        + styled("StaleFigure", "1")
        + '<w:bookmarkEnd w:id="1"/>',
    ),
    (
        (Link("https://a.example", (Text("a"), Link("https://b.example", text("b")))),),
        '<w:hyperlink r:id="rId6" w:history="1">'
        + styled("Hyperlink", "a")
        + styled("Hyperlink", "b")
        + "</w:hyperlink>",
    ),
]


@pytest.mark.parametrize(("inlines", "xml"), INLINES)
def test_inlines_are_runs_with_character_styles(inlines: tuple[Inline, ...], xml: str) -> None:
    assert p("BodyText", xml) == body(Paragraph(inlines))


def test_each_numbered_list_begins_where_it_says() -> None:
    written = document(ListBlock(True, items("a")), ListBlock(True, items("b"), start=4))

    numbering = part(written, "word/numbering.xml")
    used = re.findall(r'<w:numId w:val="(\d+)"/>', part(written, "word/document.xml"))

    assert ["5", "6"] == used
    assert ["1", "4"] == re.findall(r'<w:startOverride w:val="(\d+)"/>', numbering)
    assert numbering.endswith("</w:num></w:numbering>")


def test_a_check_box_can_be_ticked_and_has_a_title() -> None:
    written = body(EVERY_KIND["checks"])

    assert ["done", "open"] == re.findall(r'<w:alias w:val="([^"]*)"/>', written)
    assert ["1", "0"] == re.findall(r'<w14:checked w14:val="(\d)"/>', written)
    assert ["1", "2"] == re.findall(r'<w:id w:val="(\d+)"/>', written)


def test_a_callout_names_its_kind() -> None:
    written = body(*(Callout(kind, (para("a"),), text("b")) for kind in CalloutKind))

    assert ["● Note   ", "► Decision   ", "▲ Warning   "] == re.findall(
        r'<w:t xml:space="preserve">([●►▲][^<]*)</w:t>', written
    )


def test_there_is_no_gap_in_a_panel_where_indents_change() -> None:
    written = body(Callout(CalloutKind.SUMMARY, (para("a"), ListBlock(False, items("b", "c")), para("d"))))

    assert ["0", "40", "0", "280"] == re.findall(r'<w:spacing[^>]* w:after="(\d+)"/>', written)


def test_the_header_row_repeats_and_no_row_is_split() -> None:
    written = body(SMALL_TABLE)

    assert 1 == written.count("<w:tblHeader/>")
    assert 3 == written.count("<w:cantSplit/>")
    assert written.index("<w:tblHeader/>") < written.index("Tier")


def test_a_total_is_bold_under_a_rule_and_a_recommendation_tinted() -> None:
    written = body(SMALL_TABLE)

    assert 2 == written.count('<w:rStyle w:val="Strong"/>')
    assert 3 == written.count('<w:top w:val="single" w:sz="8"')
    assert 3 == written.count('w:themeFillTint="17"')


def test_an_empty_table_says_so() -> None:
    assert "No rows to show" in body(EVERY_KIND["empty table"])


def test_captions_count_themselves() -> None:
    written = body(SMALL_TABLE, EVERY_KIND["chart"], SMALL_TABLE)

    assert ["Table", "Chart", "Table"] == re.findall(r'w:instr=" SEQ (\w+) ', written)
    assert ["1", "1", "2"] == re.findall(r"SEQ \w+ [^>]*><w:r>.*?<w:t>(\d)</w:t>", written)


def test_contents_lead_to_the_headings_that_follow() -> None:
    written = body(
        Heading(1, text("Before")),
        Contents(),
        Heading(1, text("First")),
        Heading(3, text("Too deep")),
        Heading(2, text("Second"), seconds=90),
    )

    assert ["_Toc000002", "_Toc000004"] == re.findall(r'w:anchor="(\w+)"', written)
    assert {"_Toc000002", "_Toc000004"} <= set(re.findall(r'w:name="(\w+)"', written))
    assert ' TOC \\o "1-2" \\h \\z \\n \\u \\b _TocScope1 ' in written
    assert 1 == written.count('fldCharType="begin"') == written.count('fldCharType="end"')


def test_a_chart_has_its_workbook_and_words_for_those_who_cannot_see_it() -> None:
    written = document(EVERY_KIND["chart"])

    relationships = part(written, "word/charts/_rels/chart1.xml.rels")
    assert 'Target="/word/embeddings/Microsoft_Excel_Worksheet1.xlsx"' in relationships
    described = re.search(r'descr="([^"]*)"', part(written, "word/document.xml"))
    assert described is not None
    assert "Customers: Base 150, Ask 186." in described[1]
