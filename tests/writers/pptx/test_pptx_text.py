"""Runs and paragraphs: escaped, marked, numbered, and in their own direction."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx_samples import RICH, bullet, deck, files, number, own, said, slide, text

from alignkit.diagnostics import Report
from alignkit.model.deck import Box, Layout, Line, Marker, Slot, TextBody
from alignkit.model.inlines import Link, Shown, Text
from alignkit.writers.pptx import write
from alignkit.writers.pptx.paragraphs import list_starts
from alignkit.writers.pptx.text import Look, reads_from_right, run

LOOK = Look("en")
R = '<a:r><a:rPr lang="en"/><a:t>'


def body(*lines: Line, layout: Layout = Layout.BULLETS) -> str:
    """The paragraphs of a slide's body."""
    made = files(slide(layout, "T", said(layout, Slot.BODY, *lines)))["ppt/slides/slide1.xml"]
    found = re.findall(r"<a:lstStyle/>(.*?)</p:txBody>", made)
    return str(found[1])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a", f"{R}a</a:t></a:r>"),
        ("", ""),
        (" a ", f"{R} a </a:t></a:r>"),
        ("a<b>&\"'", f"{R}a&lt;b&gt;&amp;\"'</a:t></a:r>"),
        ("a\tb", f"{R}a b</a:t></a:r>"),
        (
            "a\r\nb\u2028c",
            f'{R}a</a:t></a:r><a:br><a:rPr lang="en"/></a:br>{R}b</a:t></a:r><a:br><a:rPr lang="en"/></a:br>{R}c</a:t></a:r>',
        ),
        ("\n", '<a:br><a:rPr lang="en"/></a:br>'),
        ("a\x00\x0b\ud800\ufffe", f"{R}a</a:t></a:r>"),
        ("😀 漢字", f"{R}😀 漢字</a:t></a:r>"),
        ("_x0041_", f"{R}_x0041_</a:t></a:r>"),
    ],
)
def test_a_run_holds_its_text_and_nothing_else(words: str, expected: str) -> None:
    assert expected == run(words, LOOK)


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (Look("de-DE", 1400), '<a:rPr lang="de-DE" sz="1400"/>'),
        (Look("de", 0, True, True), '<a:rPr lang="de" b="1" i="1"/>'),
        (
            Look("de", 1050, color='<a:schemeClr val="tx2"/>', link="rId3"),
            '<a:rPr lang="de" sz="1050"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:hlinkClick r:id="rId3"/></a:rPr>',
        ),
    ],
)
def test_a_run_says_how_it_is_set(look: Look, expected: str) -> None:
    assert f"<a:r>{expected}<a:t>x</a:t></a:r>" == run("x", look)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", False),
        ("abc", False),
        ("שלום", True),
        ("12 שלום abc", True),
        ("abc שלום", False),
        ("漢字 שלום", False),
        ("(مرحبا)", True),
        ("é", False),
        ("1 + 1", False),
    ],
)
def test_the_first_letter_decides_the_direction(words: str, expected: bool) -> None:
    assert expected is reads_from_right(words)


def test_text_that_reads_from_the_right_begins_there() -> None:
    assert '<a:p><a:pPr algn="r" rtl="1"/>' in body(bullet("שלום"))
    assert '<a:p><a:pPr marL="0" indent="0" algn="r" rtl="1"><a:buNone/></a:pPr>' in body(Line(text("שלום")))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (bullet("a"), "<a:p>"),
        (bullet("a", 2), '<a:p><a:pPr lvl="2"/>'),
        (Line(text("a")), '<a:p><a:pPr marL="0" indent="0"><a:buNone/></a:pPr>'),
        (Line(text("a"), level=1), '<a:p><a:pPr marL="285750" indent="0" lvl="1"><a:buNone/></a:pPr>'),
        (
            number("a", 1),
            '<a:p><a:pPr><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/></a:pPr>',
        ),
        (
            number("a", 7),
            '<a:p><a:pPr><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="7"/></a:pPr>',
        ),
        (
            Line(text("a"), Marker.OPEN),
            '<a:p><a:pPr><a:buSzPct val="85000"/><a:buFont typeface="Segoe UI Symbol"/><a:buChar char="☐"/></a:pPr>',
        ),
        (
            Line(text("a"), Marker.DONE),
            '<a:p><a:pPr><a:buSzPct val="85000"/><a:buFont typeface="Segoe UI Symbol"/><a:buChar char="☒"/></a:pPr>',
        ),
    ],
)
def test_what_stands_before_a_paragraph(line: Line, expected: str) -> None:
    assert f'{expected}<a:r><a:rPr lang="en-US"/><a:t>a</a:t></a:r></a:p>' == body(line)


def test_a_number_no_list_can_show_is_text() -> None:
    assert '<a:buNone/></a:pPr><a:r><a:rPr lang="en-US"/><a:t>0. </a:t></a:r>' in body(number("a", 0))


def filled_with(content: TextBody, layout: Layout, slot: Slot) -> str:
    """The paragraphs of a slot that holds `content`."""
    held = replace(said(layout, slot, "x"), content=content)
    made = files(slide(layout, "T", held))["ppt/slides/slide1.xml"]
    return str(re.findall(r"<a:lstStyle/>(.*?)</p:txBody>", made)[1])


def test_a_short_text_says_how_far_its_paragraphs_stand_apart() -> None:
    made = filled_with(TextBody((bullet("a"), bullet("b")), 18, space_after_pt=14), Layout.BULLETS, Slot.BODY)

    apart = '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="1400"/></a:spcAft>'
    assert 2 == made.count(f"<a:pPr>{apart}</a:pPr>")


def test_a_term_stands_in_a_column_of_its_own_and_stands_back() -> None:
    line = Line(text("Ada"), term=text("Decider"))

    made = filled_with(TextBody((line,), 16, term_pt=100), Layout.TITLE, Slot.SUBTITLE)

    assert (
        '<a:pPr marL="1270000" indent="-1270000"><a:buNone/><a:tabLst><a:tab pos="1270000" algn="l"/>' in made
    )
    term, tab, value = re.findall(r"<a:r>(.*?)</a:r>", made)
    assert '<a:schemeClr val="bg1"><a:lumMod val="75000"/></a:schemeClr>' in term
    assert term.endswith("<a:t>Decider</a:t>")
    assert tab.endswith("<a:t>\t</a:t>")
    assert '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>' in value


def test_the_bar_of_a_quote_is_as_high_as_its_words() -> None:
    words = replace(
        said(Layout.QUOTE, Slot.BODY, "We need it."), box=Box(777_240, 2_000_000, 9_000_000, 700_000)
    )

    made = files(slide(Layout.QUOTE, "T", replace(words, moved=True)))["ppt/slides/slide1.xml"]

    bar = '<a:off x="548640" y="2000000"/><a:ext cx="57150" cy="700000"/>'
    assert [1, 1] == [made.count(bar), made.count('name="Quote rule"')]


def test_bullets_where_the_layout_has_none() -> None:
    assert (
        '<a:p><a:pPr marL="285750" indent="-285750"><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>'
        in body(bullet("a"), layout=Layout.CLOSING)
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([number("", 3), number("", 4), number("", 5)], [3, 3, 3]),
        ([number("", 1), bullet(""), number("", 2)], [1, 0, 2]),
        ([number("", 1), bullet("", 1), number("", 2)], [1, 0, 1]),
        (
            [number("", 1), number("", 1, 1), number("", 2, 1), number("", 2), number("", 1, 1)],
            [1, 1, 1, 1, 1],
        ),
        ([number("", 1), number("", 1)], [1, 1]),
        ([number("", 4), number("", 6)], [4, 6]),
        ([], []),
    ],
)
def test_numbers_that_follow_each_other_are_one_list(lines: list[Line], expected: list[int]) -> None:
    assert expected == list_starts(lines)


def test_lines_keep_what_their_inlines_say() -> None:
    lang = 'lang="en-US"'
    assert (
        f'<a:r><a:rPr {lang}/><a:t>a </a:t></a:r><a:r><a:rPr {lang} b="1"/><a:t>b</a:t></a:r>'
        f'<a:r><a:rPr {lang} b="1" i="1"/><a:t>c</a:t></a:r><a:r><a:rPr {lang} i="1"/><a:t>d</a:t></a:r>'
        f"<a:br><a:rPr {lang}/></a:br>"
        f'<a:r><a:rPr {lang}><a:hlinkClick r:id="rId2"/></a:rPr><a:t>e</a:t></a:r>'
        f"<a:r><a:rPr {lang}/><a:t>2.88M</a:t></a:r></a:p>"
    ) in body(Line(RICH))


def test_a_link_leads_outside_once_for_each_address() -> None:
    links = tuple(
        Link(address, text("x"))
        for address in ("https://a.example/?b&c", "mailto:a@b.example", "https://a.example/?b&c")
    )
    made = files(slide(Layout.BULLETS, "T", said(Layout.BULLETS, Slot.BODY, Line(links))))

    rels = made["ppt/slides/_rels/slide1.xml.rels"]
    assert 1 == rels.count('Target="https://a.example/?b&amp;c" TargetMode="External"')
    assert 1 == rels.count('Target="mailto:a@b.example" TargetMode="External"')


def test_a_figure_out_of_date_is_grey_where_grey_can_be_read() -> None:
    stale = Line((Shown("1", "a.b", True),))

    assert '<a:schemeClr val="tx1"><a:lumMod val="70000"/>' in body(stale)
    assert "schemeClr" not in body(stale, layout=Layout.SECTION)


def test_size_is_said_where_it_is_not_the_usual_one() -> None:
    def sizes(text_pt: float) -> list[str]:
        made = files(
            slide(Layout.BULLETS, "T", said(Layout.BULLETS, Slot.BODY, bullet("a"), text_pt=text_pt))
        )
        return re.findall(r'sz="(\d+)"', made["ppt/slides/slide1.xml"])

    assert ([], ["1500"]) == (sizes(18), sizes(15))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_any_text_comes_back_when_the_file_is_opened(words: str) -> None:
    clean = re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]", "", words
    )
    lines = re.split(r"\r\n|[\n\r\x85\u2028\u2029]", clean.replace("\t", " "))
    made = slide(
        Layout.BULLETS, words, said(Layout.BULLETS, Slot.BODY, Line((Text(words), Shown(words, words))))
    )

    opened = pptx.Presentation(BytesIO(write(deck(made), own(), Report())))

    title = opened.slides[0].shapes.title
    assert title is not None
    assert lines == title.text_frame.text.split("\v")


@pytest.mark.parametrize(
    "words", ["&<>\"'", "]]>", "<a:t>", "{{ x }}", "=1+1", "x" * 3000, "😀", "\u202eevil", "_x0000_"]
)
def test_hostile_names_and_descriptions_stay_text(words: str) -> None:
    made = files(slide(Layout.TITLE, words, said(Layout.TITLE, Slot.LABEL, Line((Shown(words, words),)))))

    for xml in made.values():
        etree.fromstring(xml.encode())
