"""The package checker on presentations: a good deck is clean, each of many planted defects is found."""

from __future__ import annotations

import io
import os
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from deck_sample import (
    BODY,
    DATA_SLIDE,
    LAYOUT,
    MAIN,
    MASTER,
    SLIDE,
    TABLE_URI,
    TITLE,
    TYPES,
    cell,
    changed,
    frame,
    good_deck,
    place,
    row,
    shape,
    text,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from planted_deck_defects import DECK_DEFECTS
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
from word_sample import pack

from alignkit.writers.ooxml import check
from alignkit.writers.ooxml.check import check_package, check_parts
from alignkit.writers.ooxml.check_part import check_part
from alignkit.writers.ooxml.check_slide_reduce import ReducedSlide, reduce_slide
from alignkit.writers.ooxml.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from planted_defects import Defect

    from alignkit.writers.ooxml.check_facts import Facts
    from sdk_validator import SdkErrors


def find_planted(defect: Defect) -> None:
    """Fail unless the checker finds a defect under its own code."""
    assert defect.code in {finding.code for finding in check_package(defect.damaged())}


def test_a_good_deck_has_no_finding() -> None:
    assert check_package(pack(good_deck())) == ()
    assert check_parts(good_deck()) == ()


@pytest.mark.parametrize("defect", DECK_DEFECTS, ids=lambda defect: defect.name)
def test_a_planted_defect_is_found(defect: Defect) -> None:
    check_parts(good_deck())

    find_planted(defect)


def test_the_suite_of_defects_fails_when_the_checker_is_silenced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "check_parts", lambda parts: ())

    for defect in DECK_DEFECTS:
        with pytest.raises(AssertionError):
            find_planted(defect)


def test_there_are_eighty_defects_and_each_has_its_own_name() -> None:
    assert len({defect.name for defect in DECK_DEFECTS}) == len(DECK_DEFECTS) >= 80


@pytest.mark.skipif(
    os.environ.get("CI", "").lower() != "true", reason="20 seconds: in continuous integration only"
)
def test_the_table_says_what_the_sdk_finds(
    tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    files = {tmp_path / f"{number}.pptx": defect for number, defect in enumerate(DECK_DEFECTS)}
    for path, defect in files.items():
        path.write_bytes(defect.damaged())
    good = tmp_path / "good.pptx"
    good.write_bytes(pack(good_deck()))

    errors = sdk_validate([*files, good])

    assert errors.pop(good) == []
    assert {d.name: d.sdk for d in DECK_DEFECTS} == {files[path].name: bool(e) for path, e in errors.items()}


_LAYOUTS = '<p:sldLayoutId id="2147483649" r:id="rId1"/>'
MESSAGES = (
    (
        changed(MAIN, '<p:sldId id="257"', '<p:sldId id="2147483648"') | {SLIDE: good_deck()[SLIDE]},
        (
            Finding("PKG-303", "slide id is a whole number from 256 to 2147483647, found `2147483648`", MAIN),
            Finding("PKG-312", "section `Figures` holds slide `257`, which does not exist", MAIN),
        ),
    ),
    (
        changed(MASTER, _LAYOUTS, ""),
        (
            Finding(
                "PKG-306",
                f"layout is listed by its master `{MASTER}`, found it missing there",
                LAYOUT,
            ),
        ),
    ),
    (
        changed(SLIDE, 'type="body" idx="1"', 'type="body" idx="14"'),
        (
            Finding(
                "PKG-320",
                "placeholder `body` with index 14 is not on the slide's layout",
                SLIDE,
                "shape `Text 2`",
            ),
        ),
    ),
    (
        changed(SLIDE, '<p:cNvPr id="4"', '<p:cNvPr id="3"'),
        (Finding("PKG-322", "shape id `3` comes 2 times, expected once", SLIDE),),
    ),
    (
        changed(SLIDE, 'cx="914400"', 'cx="-914400"'),
        (
            Finding(
                "PKG-330",
                "`cx` of `a:ext` is a whole number from 0, found `-914400`",
                SLIDE,
                "shape `Logo`",
            ),
        ),
    ),
    (
        changed(DATA_SLIDE, row(cell("Events"), cell("5")), row(cell("Events"))),
        (Finding("PKG-331", "row 3 has 2 cells, found 1", DATA_SLIDE, "shape `Table 2`"),),
    ),
    (
        changed(DATA_SLIDE, row(cell("Events"), cell("5")), row(cell("Events"), cell("5", ' gridSpan="2"'))),
        (
            Finding(
                "PKG-332",
                "cell 2 of row 3 spans 2 columns and 1 rows, beyond the table",
                DATA_SLIDE,
                "shape `Table 2`",
            ),
        ),
    ),
    (
        changed(DATA_SLIDE, 'w="2000000"', 'w="4000000"'),
        (
            Finding(
                "PKG-333",
                "columns are as wide as their frame, 5000000 EMU, found 7000000",
                DATA_SLIDE,
                "shape `Table 2`",
            ),
        ),
    ),
)


@pytest.mark.parametrize(("parts", "found"), MESSAGES, ids=[found[0].code for _, found in MESSAGES])
def test_a_finding_says_what_is_wrong_and_where(parts: dict[str, bytes], found: tuple[Finding, ...]) -> None:
    assert check_parts(parts) == found


def _fallback(markup: str) -> str:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<mc:AlternateContent xmlns:mc="{mc}" xmlns:p14="x"><mc:Choice Requires="p14">{markup}</mc:Choice>'
        f"<mc:Fallback>{markup}</mc:Fallback></mc:AlternateContent>"
    )


_BOX = shape(9, "Box", "", text("A"), look=place(0, 0, 914400, 914400))
_SQUARE = row(cell("A", ' gridSpan="2" rowSpan="2"'), cell("", ' rowSpan="2" hMerge="1"')) + row(
    cell("", ' gridSpan="2" vMerge="1"'), cell("", ' hMerge="1" vMerge="1"')
)
FINE = (
    ("title of the first slide on a usual layout", changed(SLIDE, TITLE, '<p:ph type="ctrTitle"/>')),
    ("shape in a fallback has the id of its choice", changed(SLIDE, "</p:spTree>", _fallback(_BOX) + "</p:spTree>")),
    ("cells merged in two directions", changed(DATA_SLIDE, row(cell("Search"), cell("3")) + row(cell("Events"), cell("5")), _SQUARE)),
    ("columns off by a few units", changed(DATA_SLIDE, 'w="2000000"', 'w="2000003"')),
    ("outline with a width", changed(SLIDE, "<p:spPr></p:spPr>", '<p:spPr><a:ln w="0"/></p:spPr>')),
    ("jump to the next slide", changed(SLIDE, '<a:hlinkClick r:id="rId3"/>', '<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>') | {"ppt/slides/_rels/slide1.xml.rels": good_deck()["ppt/slides/_rels/slide1.xml.rels"]}),
    ("picture that fills a box", changed(SLIDE, "</p:spTree>", shape(9, "Box", "", text("A"), look=place(0, 0, 9, 9) + '<a:blipFill><a:blip r:embed="rId2"/><a:stretch/></a:blipFill>') + "</p:spTree>")),
    ("sizes in inches", changed(SLIDE, 'x="9601200"', 'x="10.5in"')),
)  # fmt: skip


@pytest.mark.parametrize("parts", [case[1] for case in FINE], ids=[case[0] for case in FINE])
def test_what_powerpoint_takes_is_let_pass(parts: dict[str, bytes]) -> None:
    assert check_parts(parts) == ()


@pytest.mark.parametrize("kind", ["ftr", "sldNum", "dt"])
def test_a_footer_answers_to_its_layout_by_type_whatever_its_index(kind: str) -> None:
    footer = f'<p:ph type="{kind}" sz="quarter" idx="{{}}"/>'
    parts = changed(LAYOUT, "</p:spTree>", shape(4, "Footer", footer.format(11), text("A")) + "</p:spTree>")
    slide = changed(SLIDE, "</p:spTree>", shape(5, "Footer", footer.format(4), text("A")) + "</p:spTree>")

    assert check_parts(parts | {SLIDE: slide[SLIDE]}) == ()


def _library_deck() -> bytes:
    """A deck with a table, a chart, a picture and notes, as python-pptx makes it."""
    deck = Presentation()
    deck.core_properties.title, deck.core_properties.author = "Plan", "Jo Field"
    deck.core_properties.last_modified_by = deck.core_properties.comments = "Jo Field"
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text, slide.placeholders[1].text = "Spend rises", "Search leads"
    slide.notes_slide.notes_text_frame.text = "Say why."
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Figures"
    slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(5), Inches(1))
    data = CategoryChartData()
    data.categories = ["Search", "Events"]
    data.add_series("Spend", (3, 5))
    where = Inches(1), Inches(4), Inches(4), Inches(3)
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *where, data)
    slide.shapes.add_picture(io.BytesIO(good_deck()["ppt/media/image1.png"]), 0, 0)
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def test_a_deck_of_another_library_has_the_findings_it_deserves() -> None:
    found = {(finding.code, finding.part) for finding in check_package(_library_deck())}

    assert found == {
        ("PKG-018", ""),
        ("PKG-202", "ppt/charts/chart1.xml"),
        ("PKG-310", "ppt/notesMasters/notesMaster1.xml"),
    }


def test_a_slide_seen_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    check_parts(good_deck())
    read: list[str] = []

    def note(name: str, content_type: str, data: bytes) -> Facts:
        read.append(name)
        return check_part(name, content_type, data)

    monkeypatch.setattr(check, "check_part", note)

    check_parts(changed(SLIDE, "rises", "falls"))

    assert read == [SLIDE]


def _many_slides(count: int) -> dict[str, bytes]:
    """The good deck with its second slide repeated, each time with other words."""
    parts = good_deck()
    main, types, links = (parts[name].decode() for name in (MAIN, TYPES, "ppt/_rels/presentation.xml.rels"))
    for number in range(3, count + 1):
        name = f"ppt/slides/slide{number}.xml"
        rows = "".join(row(cell(f"Item {number} {n}"), cell(str(n * number))) for n in range(8))
        words = f"Title {number}"
        table = good_deck()[DATA_SLIDE].decode().replace("</a:tbl>", f"{rows}</a:tbl>")
        parts[name] = table.replace("Events cost more than search", words).encode()
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = parts["ppt/slides/_rels/slide2.xml.rels"]
        main = main.replace(
            "</p:sldIdLst>", f'<p:sldId id="{300 + number}" r:id="rId{100 + number}"/></p:sldIdLst>', 1
        )
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
        links = links.replace(
            "</Rel",
            f'<Relationship Id="rId{100 + number}" Type="{kind}" Target="slides/slide{number}.xml"/></Rel',
            1,
        )
        override = f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/>'
        types = types.replace("</Types>", f"{override}</Types>")
    return parts | {MAIN: main.encode(), TYPES: types.encode(), "ppt/_rels/presentation.xml.rels": links.encode()}  # fmt: skip


def test_a_deck_of_fourteen_slides_is_checked_in_milliseconds() -> None:
    parts = _many_slides(14)
    assert check_parts(parts) == ()
    new = {name: data.replace(b"Item", b"Thing") for name, data in parts.items() if "/slides/slide" in name}

    began = time.perf_counter()
    assert check_parts(parts | new) == ()

    assert time.perf_counter() - began < 0.25  # a machine under load is many times slower


_PIECES = st.sampled_from(
    [
        _BOX,
        shape(3, "Text 2", BODY, text("A")),
        "<p:sp/>",
        "<p:pic/>",
        "<p:graphicFrame/>",
        "<p:grpSp/>",
        '<p:sp><p:nvSpPr><p:cNvPr id="x"/></p:nvSpPr></p:sp>',
        "<p:sp><p:nvSpPr/><p:spPr><a:xfrm/></p:spPr></p:sp>",
        "<p:graphicFrame><p:nvGraphicFramePr/><p:xfrm/><a:graphic><a:graphicData><a:tbl/></a:graphicData></a:graphic></p:graphicFrame>",
        '<p:graphicFrame><a:graphic><a:graphicData uri="x"><a:tbl><a:tblGrid><a:gridCol/></a:tblGrid><a:tr><a:tc/></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>',
        '<a:tbl><a:tblGrid><a:gridCol w="-"/></a:tblGrid><a:tr><a:tc gridSpan="99999" rowSpan="-1" hMerge="x"/></a:tr></a:tbl>',
        "<!-- a comment -->",
        '<a:hlinkClick action="ppaction://hlinksldjump"/>',
        "<a:ln/>",
        "words",
    ]
)  # fmt: skip


def _grid(rows: str) -> str:
    """A table of two columns in a frame of its own."""
    columns = '<a:gridCol w="2500000"/><a:gridCol w="2500000"/>'
    table = f"<a:tbl><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    where = place(548640, 1463040, 5000000, 1112520, "p")
    return frame(30, "Table 30", where, TABLE_URI, table, "Spend")


_TEXTS = st.sampled_from(
    [
        text("Words"),
        text("Other words"),
        text("A &amp; B"),
        text("A & B"),
        text("A", ' sz="18"'),
        text("A", inside="<a:noFill/><a:ln/>"),
        text("A", inside='<a:hlinkClick r:id="rId3"/>'),
        text("A", inside='<a:hlinkClick r:id="rId30"/>'),
        text("A", inside='<a:hlinkClick r:id="rId2" action="ppaction://hlinksldjump"/>'),
        "<a:p/>",
        "<a:p>loose</a:p>",
        "<a:p><a:p></a:p></a:p>",
        '<a:p xmlns:x="y"><x:z><a:p></a:p></x:z></a:p>',
        "<!-- </a:p> -->",
    ]
)
_CELLS = st.sampled_from(
    [
        cell("Words"),
        cell("3"),
        cell("A", ' gridSpan="2"'),
        cell("", ' hMerge="1"'),
        "<a:tc/>",
        '<a:tc stands-for=""/>',
        cell("A").replace("<a:tcPr/>", '<a:tcPr anchor="mid"/>'),
        cell("A").replace("<a:tcPr/>", '<a:tcPr anchor="ctr"/>'),
        cell("A").replace("<a:tc>", "<a:tc><a:tcPr/>"),
        cell("A").replace("<a:p>", "loose<a:p>"),
        cell("A").replace("<a:rPr", '<a:rPr b="1"'),
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_TEXTS, min_size=1, max_size=4),
    st.lists(st.lists(_CELLS, min_size=2, max_size=2), min_size=1, max_size=3),
)
def test_what_was_found_right_before_hides_and_invents_nothing(
    paragraphs: list[str], rows: list[list[str]]
) -> None:
    box = shape(29, "Box", "", "".join(paragraphs), look=place(0, 0, 914400, 914400))
    every = [
        changed(SLIDE, "</p:spTree>", f"{markup}</p:spTree>")
        for markup in (box, _grid("".join(row(*cells) for cells in rows)))
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("alignkit.writers.ooxml.check_part.reduce_slide", ReducedSlide)
        patch.setattr("alignkit.writers.ooxml.check_forms._KINDS", {})
        patch.setattr(check, "_verdicts", check._Verdicts())
        plain = [check_parts(parts) for parts in every]

    for parts, expected in zip(every * 2, plain * 2, strict=True):
        check._verdicts = check._Verdicts()
        assert Counter(check_parts(parts)) == Counter(expected)


def test_a_known_slide_becomes_small() -> None:
    data = good_deck()[DATA_SLIDE]
    check._verdicts = check._Verdicts()
    check_parts(good_deck())

    reduced = reduce_slide(data.replace(b"Events", b"Fairs"))

    assert reduced.unknown == ()
    assert b"<a:r>" not in reduced.data
    assert reduced.data.count(b"<a:tc ") == data.count(b"<a:tc>")


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=6), st.sampled_from([SLIDE, LAYOUT, MASTER]))
def test_no_slide_however_odd_stops_the_checker(pieces: list[str], part: str) -> None:
    check_parts(changed(part, "</p:spTree>", "".join(pieces) + "</p:spTree>"))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_to_a_deck_raises(data: st.DataObject) -> None:
    parts = good_deck()
    name = data.draw(st.sampled_from(sorted(parts)))
    damaged = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))

    check_parts(parts | {name: bytes(damaged)})
