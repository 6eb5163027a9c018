"""Whole decks: valid, readable by others, accessible, and the same every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx_samples import (
    EVERY_LAYOUT,
    PROPERTIES,
    bullet,
    deck,
    files,
    own,
    said,
    slide,
    table_slide,
)

from alignkit.diagnostics import Report
from alignkit.model.blocks import Column, Table
from alignkit.model.deck import Layout, Slot
from alignkit.writers.ooxml.accessibility import check_accessibility
from alignkit.writers.ooxml.check import check_parts
from alignkit.writers.ooxml.ledger import NAMESPACE, PART
from alignkit.writers.pptx import parts, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pptx.presentation import Presentation

    from alignkit.model.deck import Deck
    from sdk_validator import SdkErrors

ALL = deck(*EVERY_LAYOUT.values())
DRAFT = deck(*EVERY_LAYOUT.values(), properties=replace(PROPERTIES, draft=True, language="de-DE"))
BARE = deck(slide(Layout.BULLETS, "Alone"))
EMPTY_TABLE = deck(table_slide(Table((Column(()), Column(())), ())))


def opened(written: Deck = ALL) -> Presentation:
    return pptx.Presentation(BytesIO(write(written, own(), Report())))


@pytest.mark.parametrize("layout", Layout)
def test_a_slide_of_any_layout_alone_is_sound(layout: Layout) -> None:
    report = Report()
    written = deck(EVERY_LAYOUT[layout])

    found = parts(written, own(), report)

    assert not list(report)
    assert () == check_parts(found)
    assert 1 == len(pptx.Presentation(BytesIO(write(written, own(), report))).slides)


def test_all_layouts_together_are_sound_accessible_and_lean() -> None:
    found = parts(ALL, own(), Report())

    assert () == check_parts(found)
    assert () == check_accessibility(found)
    assert len(write(ALL, own(), Report())) < 80_000


def test_the_open_xml_sdk_finds_nothing_but_what_is_broken(
    tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    written = {"all": ALL, "draft": DRAFT, "bare": BARE, "empty table": EMPTY_TABLE}
    paths = []
    for name, each in written.items():
        paths.append(tmp_path / f"{name}.pptx")
        paths[-1].write_bytes(write(each, own(), Report()))
    broken = _broken(tmp_path / "broken.pptx")

    found = sdk_validate([*paths, broken])

    assert {path: [] for path in paths} == {path: found[path] for path in paths}
    assert found[broken]


def _broken(path: Path) -> Path:
    found = parts(BARE, own(), Report())
    found["ppt/slides/slide1.xml"] = found["ppt/slides/slide1.xml"].replace(b"<a:bodyPr/>", b"")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return path


def test_the_parts_are_those_of_the_file() -> None:
    with zipfile.ZipFile(BytesIO(write(ALL, own(), Report()))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == parts(ALL, own(), Report())


def test_the_same_deck_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]\n"
        "from test_pptx_whole import ALL, own, write, Report\n"
        "print(hashlib.sha256(write(ALL, own(), Report())).hexdigest())"
    )
    here = Path(__file__).parent
    folders = [str(here), str(here.parents[1])]
    hashes = {
        subprocess.run(
            [sys.executable, "-c", code, *folders],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    }

    assert 1 == len(hashes)


def test_every_slide_has_its_title_in_its_placeholder_first_in_the_tree() -> None:
    for shown, meant in zip(opened().slides, ALL.slides, strict=True):
        first = next(iter(shown.shapes))

        assert first == shown.shapes.title
        assert meant.filled[0].slot is Slot.TITLE
        assert shown.shapes.title is not None
        assert shown.shapes.title.text_frame.text


def test_what_has_a_placeholder_stands_in_it() -> None:
    shown = {layout: opened().slides[at] for at, layout in enumerate(EVERY_LAYOUT)}

    kinds = {
        layout: [placeholder.placeholder_format.type.name for placeholder in shown[layout].placeholders]
        for layout in (Layout.TITLE, Layout.TABLE, Layout.CHART_TEXT, Layout.CARDS, Layout.COMPARISON)
    }

    assert {
        Layout.TITLE: ["CENTER_TITLE", "SUBTITLE", "FOOTER", "BODY"],
        Layout.TABLE: ["TITLE", "FOOTER", "SLIDE_NUMBER", "BODY", "BODY", "TABLE"],
        Layout.CHART_TEXT: ["TITLE", "BODY", "FOOTER", "SLIDE_NUMBER", "BODY", "CHART"],
        Layout.CARDS: ["TITLE", "BODY", "FOOTER", "SLIDE_NUMBER", "BODY", "BODY", "BODY", "BODY"],
        Layout.COMPARISON: ["TITLE", "BODY", "BODY", "FOOTER", "SLIDE_NUMBER", "BODY", "BODY"],
    } == kinds


def test_names_and_ids_are_unique_on_each_slide() -> None:
    for name, xml in files(*EVERY_LAYOUT.values()).items():
        if re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", name):
            ids = re.findall(r'<p:cNvPr id="(\d+)"', xml)
            names = re.findall(r'<p:cNvPr id="\d+" name="([^"]+)"', xml)
            assert len(ids) == len(set(ids))
            assert len(names) == len(set(names)) == len(ids) - 1


def test_everything_drawn_says_what_it_shows() -> None:
    shapes = [shape for shown in opened().slides for shape in shown.shapes]
    drawn = [s for s in shapes if s.has_chart or s.has_table or s.shape_type == MSO_SHAPE_TYPE.GROUP]

    told = [shape._element.xpath("./*/p:cNvPr/@descr")[0] for shape in drawn]

    assert [
        "What each tier costs and brings",
        "Column chart: The ask adds 36 customers. Unit: New customers, FY2032. Customers: Hold 150, Ask 186, Stretch 191. Highlighted: Ask.",
        "Column chart: The ask adds 36 customers. Unit: New customers, FY2032. Customers: Hold 150, Ask 186, Stretch 191. Highlighted: Ask.",
        "Brief signed: Jan 15, Helena, Waits for legal; Creative and landing pages: Jan 20 to Mar 10, Tomas; "
        "Sales enablement: Feb 10 to Mar 25, Aiko; Launch: Apr 1, Helena, No slack",
        "Probability / Impact; High / Medium: R4 Agency leaves; High / High: R1 Budget cut; "
        "Medium / Medium: R2 Late creative; Medium / High: R3 Data gap; Low / High: R5 Recall",
    ] == told


def test_tables_can_be_read_by_others() -> None:
    shown = next(shape.table for shape in opened().slides[5].shapes if shape.has_table)

    assert shown.first_row
    assert not shown.horz_banding
    assert ["Tier", "Cost, USD thousand", "New customers", "What it buys"] == [
        c.text for c in shown.rows[0].cells
    ]
    assert ["All", "8,380", "527", ""] == [c.text for c in shown.rows[4].cells]


def test_charts_carry_their_workbook() -> None:
    charts = [shape.chart for shown in opened().slides for shape in shown.shapes if shape.has_chart]

    assert 2 == len(charts)
    for each in charts:
        sheet = openpyxl.load_workbook(BytesIO(each.part.chart_workbook.xlsx_part.blob)).active
        assert sheet is not None
        assert [150, 186, 191] == [sheet.cell(row, 2).value for row in (2, 3, 4)]
        assert (150, 186, 191) == tuple(each.plots[0].series[0].values)


def test_notes_are_where_the_presenter_looks() -> None:
    noted = [shown.notes_slide.notes_text_frame for shown in opened().slides if shown.has_notes_slide]

    assert ["Say: Ask the room.", "Say: The ask is the tier to take."] == [
        frame.text for frame in noted if frame is not None
    ]
    frame = noted[0]
    assert frame is not None
    assert [True, None] == [run.font.bold for run in frame.paragraphs[0].runs]


def test_the_ledger_says_where_each_figure_stands() -> None:
    root = etree.fromstring(parts(ALL, own(), Report())[PART])
    entries = [dict(figure.attrib) for figure in root.iter(f"{{{NAMESPACE}}}figure")]

    assert {
        "part": "ppt/slides/slide6.xml",
        "slide": "6",
        "shape": "4",
        "key": "tier.ask.cost",
        "text": "2,880",
    } in entries
    for entry in entries:
        held = parts(ALL, own(), Report())[entry["part"]].decode()
        assert f'<p:cNvPr id="{entry["shape"]}"' in held
    assert [
        ("fig:tier.ask.cac", "15,480"),
        ("fig:tier.ask.payback", "11"),
        ("fig:tier.ask.customers", "186"),
    ] == [
        (shape.name, shape.text_frame.paragraphs[0].text)
        for shape in opened().slides[8].shapes
        if shape.name.startswith("fig:")
    ]


def test_a_deck_without_figures_has_no_ledger() -> None:
    assert not [name for name in parts(BARE, own(), Report()) if "customXml" in name]


def test_properties_say_what_the_deck_says_and_no_more() -> None:
    core = opened().core_properties

    assert ("Approve the plan", "Helena Brandt-Osei", "Kickoff", "en-US") == (
        core.title,
        core.author,
        core.subject,
        core.language,
    )
    assert core.created is not None
    assert "2031-05-06" == core.created.date().isoformat()
    assert not [name for name in parts(ALL, own(), Report()) if "thumbnail" in name or "printer" in name]


def test_every_slide_of_a_draft_says_so_and_no_other() -> None:
    for draft, final in zip(opened(DRAFT).slides, opened().slides, strict=True):
        assert any("Draft" in shape.text_frame.text for shape in draft.shapes if shape.has_text_frame)
        assert not any("Draft" in shape.text_frame.text for shape in final.shapes if shape.has_text_frame)


def test_a_deck_grows_with_its_slides_and_no_faster() -> None:
    one = slide(Layout.BULLETS, "One", said(Layout.BULLETS, Slot.BODY, bullet("x")))

    few, many = (len(b"".join(parts(deck(*(one,) * count), own(), Report()).values())) for count in (10, 100))
    ten, hundred = few - _nothing(), many - _nothing()

    assert 9.5 < hundred / ten < 10.6


def _nothing() -> int:
    return len(b"".join(parts(deck(), own(), Report()).values()))
