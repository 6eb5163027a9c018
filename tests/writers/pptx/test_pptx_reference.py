"""Our own reference presentation: every slot in its place, within the limits, read from the parts."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from pptx_samples import deck, own, said, slide

import alignkit
from alignkit.diagnostics import Report
from alignkit.model.deck import SLOTS, Box, Layout, Slot
from alignkit.writers.ooxml.namespaces import DRAWING, PRESENTATION
from alignkit.writers.ooxml.package import Part
from alignkit.writers.pptx import load_presentation, write
from alignkit.writers.pptx.limits import limit_of
from alignkit.writers.pptx.own import LAYOUT_NAMES, own_reference, slot_name
from alignkit.writers.pptx.source import Source, read_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from alignkit.writers.pptx.reference import Placeholder
    from sdk_validator import SdkErrors

BRAND = Path(alignkit.__file__).parent / "brand"
FOLDER = BRAND / "powerpoint"
A, P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
TEXT_SLOTS = frozenset(Slot) - {Slot.TABLE, Slot.CHART, Slot.CARD, Slot.TIMELINE, Slot.MATRIX}
PARTS = [path for path in sorted(FOLDER.rglob("*.xml")) if "slide" in path.parent.name]


def boxes_of(layout: Layout) -> dict[str, Box]:
    """Every box of a layout by name, footers included; the boxes of cards are one."""
    held = own().layouts[layout]
    feet = {"footer": held.footer, "number": held.number}
    looks = own().theme.layouts[layout]
    return {slot.value: look.box for slot, look in looks.items()} | {
        name: placeholder.box for name, placeholder in feet.items() if placeholder
    }


def overlap(one: Box, two: Box) -> bool:
    return (
        one.x < two.x + two.width
        and two.x < one.x + one.width
        and one.y < two.y + two.height
        and two.y < one.y + one.height
    )


def changed(part: str, old: str, new: str) -> Source:
    """Our own reference with one part changed."""
    source = read_folder(FOLDER)
    data = source.parts[part].data.decode()
    assert old in data
    parts = dict(source.parts) | {part: replace(source.parts[part], data=data.replace(old, new).encode())}
    return Source(source.main, parts)


@pytest.mark.parametrize("layout", list(Layout))
def test_every_layout_has_a_placeholder_for_every_slot(layout: Layout) -> None:
    held = own().layouts[layout]

    assert set(SLOTS[layout]) == set(held.placeholders) == set(own().theme.layouts[layout])
    assert held.footer is not None
    assert (held.number is None) == (layout is Layout.TITLE)
    assert held.day is None, "the footer says the as-of date already"


@pytest.mark.parametrize("layout", list(Layout))
def test_no_two_boxes_of_a_layout_overlap_and_all_are_on_the_slide(layout: Layout) -> None:
    theme, boxes = own().theme, boxes_of(layout)

    assert [] == [(one, two) for (one, a), (two, b) in combinations(boxes.items(), 2) if overlap(a, b)]
    for box in boxes.values():
        assert 548_640 <= box.x < box.x + box.width <= theme.width - 548_640
        assert 0 < box.y < box.y + box.height < theme.height


@pytest.mark.parametrize("layout", list(Layout))
def test_sizes_are_within_the_limits_of_their_slot_and_the_layout_says_the_same(layout: Layout) -> None:
    for slot, look in own().theme.layouts[layout].items():
        limit = limit_of(layout, slot)
        assert limit.least_pt == look.least_pt <= look.text_pt <= limit.most_pt
        assert {look.text_pt} == {ph.text_pt for ph in own().layouts[layout].placeholders[slot]}


@pytest.mark.parametrize("layout", [each for each in Layout if each is not Layout.TITLE])
def test_two_lines_of_title_fit_their_box(layout: Layout) -> None:
    look = own().theme.layouts[layout][Slot.TITLE]

    assert 2 * look.text_pt * 1.2207 * look.line_spacing * 12_700 <= look.box.height


def test_titles_of_slides_use_the_width_between_the_margins() -> None:
    for layout in Layout:
        if layout is not Layout.TITLE:
            box = own().theme.layouts[layout][Slot.TITLE].box
            assert (548_640, 11_094_720) == (box.x, box.width)


def test_the_theme_is_read_from_the_parts_and_not_typed_in_twice() -> None:
    smaller = own_reference(changed("ppt/slideMasters/slideMaster1.xml", 'sz="1800"', 'sz="1500"'))
    narrower = own_reference(changed("ppt/slideLayouts/slideLayout4.xml", 'cx="11094720"', 'cx="9000000"'))
    other = own_reference(changed("ppt/theme/theme1.xml", "Calibri", "Georgia"))

    assert 15 == smaller.theme.layouts[Layout.BULLETS][Slot.BODY].text_pt
    assert 9_000_000 == narrower.theme.layouts[Layout.BULLETS][Slot.BODY].box.width
    assert {"Georgia"} == {look.font for looks in other.theme.layouts.values() for look in looks.values()}


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        (Slot.TITLE, (28, 26, True, 0.9, 0, 2)),
        (Slot.LEAD, (16, 14, False, 1.0, 0, 2)),
        (Slot.CARD, (54, 24, True, 0.9, 4, 0)),
        (Slot.BODY, (18, 14, False, 1.0, 6, 0)),
        (Slot.SOURCE, (10, 10, False, 1.0, 0, 2)),
    ],
)
def test_the_looks_of_a_slide_of_figure_cards(slot: Slot, expected: tuple[float, ...]) -> None:
    look = own().theme.layouts[Layout.CARDS][slot]

    assert expected == (
        look.text_pt, look.least_pt, look.bold, look.line_spacing, look.space_after_pt, look.lines,
    )  # fmt: skip


def test_a_card_says_the_size_of_its_label() -> None:
    look = own().theme.layouts[Layout.CARDS][Slot.CARD]

    assert (16, 12) == (look.small_pt, look.least_small_pt)
    assert 5 == len(own().layouts[Layout.CARDS].placeholders[Slot.CARD])


def test_only_points_have_bullets() -> None:
    def with_bullets(layout: Layout) -> set[Slot]:
        held: dict[Slot, tuple[Placeholder, ...]] = dict(own().layouts[layout].placeholders)
        return {slot for slot, several in held.items() if any(ph.bullet for ph in several)}

    assert {Slot.BODY} == with_bullets(Layout.BULLETS) == with_bullets(Layout.CARDS)
    assert {Slot.LEFT, Slot.RIGHT} == with_bullets(Layout.COMPARISON)
    assert set() == with_bullets(Layout.STATEMENT) | with_bullets(Layout.TITLE) | with_bullets(Layout.QUOTE)


def test_dark_grounds_have_light_ink() -> None:
    light = {layout for layout in Layout if own().layouts[layout].ink == "bg1"}

    assert {Layout.TITLE, Layout.SECTION} == light
    assert ("tx1", "tx2", "accent1", "accent3", "accent4", "accent5") == own().dark


def test_our_pages_and_our_slides_have_the_same_colours_and_fonts() -> None:
    def schemes(path: Path) -> list[bytes]:
        root = etree.parse(str(path)).getroot()
        found = [next(root.iter(f"{A}{name}")) for name in ("clrScheme", "fontScheme")]
        return [etree.tostring(each, method="c14n") for each in found]

    word = schemes(BRAND / "word/word/theme/theme1.xml")

    assert word == schemes(FOLDER / "ppt/theme/theme1.xml") == schemes(FOLDER / "ppt/theme/theme2.xml")


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_shapes_of_a_part_have_ids_names_and_indices_of_their_own(path: Path) -> None:
    root = etree.parse(str(path)).getroot()
    shapes = list(root.iter(f"{P}cNvPr"))
    indices = [(ph.get("type") in {"title", "ctrTitle"}, ph.get("idx", "0")) for ph in root.iter(f"{P}ph")]

    assert len(shapes) == len({shape.get("id") for shape in shapes}) == len({s.get("name") for s in shapes})
    assert len(indices) == len(set(indices))


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_no_part_has_what_makes_powerpoint_repair_a_file(path: Path) -> None:
    root = etree.parse(str(path)).getroot()

    assert all(len(line) for line in root.iter(f"{A}ln")), "an empty line"
    assert all(bg.find(f"{A}effectLst") is not None for bg in root.iter(f"{P}bgPr"))
    assert all(int(e.get("cx", "0")) >= 0 and int(e.get("cy", "0")) >= 0 for e in root.iter(f"{A}ext"))
    assert all(sp.find(f"{P}txBody") is not None for sp in root.iter(f"{P}sp") if "sldImg" not in _type(sp))


def _type(shape: etree._Element) -> str:
    ph = shape.find(f"*/{P}nvPr/{P}ph")
    return "" if ph is None else ph.get("type", "")


def test_nothing_of_another_program_is_left() -> None:
    texts = {path: path.read_text("utf-8") for path in FOLDER.rglob("*") if path.is_file()}

    for mark in (
        "Click to edit",
        "Office Theme",
        "Microsoft Office",
        "python-pptx",
        "creationId",
        "docProps",
    ):
        assert [] == [path.name for path, text in texts.items() if mark in text]


def test_every_placeholder_is_named_after_its_slot() -> None:
    for layout, held in own().layouts.items():
        for slot, several in held.placeholders.items():
            assert all(ph.name.startswith(slot_name(slot)) for ph in several), layout
    assert len(set(LAYOUT_NAMES.values())) == len(Layout)


def test_it_is_read_once() -> None:
    assert load_presentation(None, Report()) is own()


def test_a_slide_of_every_layout_is_valid(
    tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    slides = [
        slide(
            layout,
            f"Title of {layout}",
            *(said(layout, slot, "words") for slot in SLOTS[layout][1:] if slot in TEXT_SLOTS),
        )
        for layout in Layout
    ]
    path = tmp_path / "every.pptx"
    path.write_bytes(write(deck(*slides), own(), Report()))

    assert {path: []} == sdk_validate([path])


def test_every_part_is_sealed_and_the_presentation_is_none_of_them() -> None:
    parts: tuple[Part, ...] = own().parts

    assert all(part.entries for part in parts)
    assert "ppt/presentation.xml" not in {part.name for part in parts}
    assert {link.target for link in own().relationships} <= {part.name for part in parts}
    assert [f"rId{n}" for n in range(1, len(own().relationships) + 1)] == [r.id for r in own().relationships]
