"""A company's presentation as reference: layouts matched, slides left out, or a clear refusal."""

from __future__ import annotations

import io
import zipfile
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pptx
import pytest
from company_presentations import (
    german,
    keeping,
    narrow_title,
    paper,
    plain,
    saved,
    shared_indices,
    wide,
    with_lines,
    with_slides,
    without_title,
)
from pptx_samples import deck, own, slide

from alignkit.diagnostics import Report, Severity
from alignkit.model.deck import SLOTS, Box, Filled, Layout, Line, Slide, Slot, TextBody
from alignkit.model.inlines import Text
from alignkit.writers.ooxml.check import check_parts, findings_of, without
from alignkit.writers.ooxml.relationships import read_links, source_of
from alignkit.writers.ooxml.xml_parts import parse
from alignkit.writers.pptx import PresentationReference, load_presentation, parts, write
from alignkit.writers.pptx.limits import limit_of
from alignkit.writers.pptx.reference import survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from sdk_validator import SdkErrors

USABLE = [
    plain,
    wide,
    paper,
    german,
    with_slides,
    with_lines,
    shared_indices,
    keeping("Title Only"),
    keeping("Title and Content"),
]
TEXTS = frozenset(Slot) - {Slot.TABLE, Slot.CHART, Slot.CARD, Slot.TIMELINE, Slot.MATRIX}


def loaded(path: Path) -> PresentationReference:
    report = Report()
    reference = load_presentation(path, report)
    assert reference is not None, [d.message for d in report]
    return reference


def names_of(path: Path) -> dict[Layout, str]:
    found = survey(path, Report())
    assert found is not None
    return {choice.layout: choice.theirs for choice in found}


def slides_on(reference: PresentationReference) -> tuple[Slide, ...]:
    """A slide of every layout with a line in each slot for text."""
    made = []
    for layout in Layout:
        looks = reference.theme.layouts[layout]
        made.append(
            Slide(
                layout,
                tuple(
                    Filled(
                        slot,
                        TextBody((Line((Text(f"{slot} of {layout}"),)),), looks[slot].text_pt),
                        looks[slot].box,
                    )
                    for slot in SLOTS[layout]
                    if slot in TEXTS
                ),
            )
        )
    return tuple(made)


def overlap(one: Box, two: Box) -> bool:
    return (
        one.x < two.x + two.width
        and two.x < one.x + one.width
        and one.y < two.y + two.height
        and two.y < one.y + one.height
    )


@pytest.mark.parametrize("build", USABLE, ids=lambda build: build.__name__)
def test_every_slot_has_a_box_of_its_own_on_the_slide(build: Callable[[Any], None], tmp_path: Path) -> None:
    theme = loaded(saved(build, tmp_path / "brand.pptx")).theme

    for layout in Layout:
        looks = theme.layouts[layout]
        assert set(SLOTS[layout]) == set(looks)
        for slot, look in looks.items():
            box, limit = look.box, limit_of(layout, slot)
            assert 0 <= box.x < box.x + box.width <= theme.width, (layout, slot)
            assert 0 <= box.y < box.y + box.height <= theme.height, (layout, slot)
            assert limit.least_pt <= look.text_pt <= limit.most_pt
        pairs = combinations(looks.items(), 2)
        assert [] == [(layout, a, b) for (a, one), (b, two) in pairs if overlap(one.box, two.box)]


@pytest.mark.parametrize("build", USABLE, ids=lambda build: build.__name__)
def test_a_deck_on_it_adds_no_finding(build: Callable[[Any], None], tmp_path: Path) -> None:
    path = saved(build, tmp_path / "brand.pptx")
    reference = loaded(path)

    found = parts(deck(*slides_on(reference)), reference, Report())

    assert () == without(check_parts(found), findings_of(path.read_bytes()))
    opened = pptx.Presentation(io.BytesIO(write(deck(*slides_on(reference)), reference, Report())))
    assert [f"title of {layout}" for layout in Layout] == [s.shapes.title.text for s in opened.slides]


def test_the_open_xml_sdk_finds_nothing_new(
    tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    theirs, ours = {}, {}
    for number, build in enumerate((with_slides, with_lines)):
        theirs[number] = saved(build, tmp_path / f"{number}.pptx")
        reference = loaded(theirs[number])
        ours[number] = tmp_path / f"{number}-made.pptx"
        ours[number].write_bytes(write(deck(*slides_on(reference)), reference, Report()))

    errors = sdk_validate([*theirs.values(), *ours.values()])

    for number, path in ours.items():
        known = {error["id"] for error in errors[theirs[number]]}
        assert [] == [error for error in errors[path] if error["id"] not in known]


def test_layouts_are_known_by_what_they_offer(tmp_path: Path) -> None:
    expected = {
        Layout.TITLE: "Title Slide",
        Layout.SECTION: "Section Header",
        Layout.STATEMENT: "Title and Content",
        Layout.BULLETS: "Title and Content",
        Layout.TWO_COLUMNS: "Two Content",
        Layout.TABLE: "Title and Content",
        Layout.CHART: "Title and Content",
        Layout.CHART_TEXT: "Two Content",
        Layout.CARDS: "Title and Content",
        Layout.COMPARISON: "Comparison",
        Layout.TIMELINE: "Title Only",
        Layout.MATRIX: "Title and Content",
        Layout.QUOTE: "Title and Content",
        Layout.CLOSING: "Title and Content",
    }

    assert (
        expected
        == names_of(saved(wide, tmp_path / "wide.pptx"))
        == names_of(saved(plain, tmp_path / "4.pptx"))
    )


def test_german_layouts_without_types_are_known_too(tmp_path: Path) -> None:
    names = names_of(saved(german, tmp_path / "marke.pptx"))

    assert "Titelfolie" == names[Layout.TITLE]
    assert "Abschnittsüberschrift" == names[Layout.SECTION]
    assert "Titel und Inhalt" == names[Layout.BULLETS]
    assert "Zwei Inhalte" == names[Layout.TWO_COLUMNS]
    assert "Vergleich" == names[Layout.COMPARISON]
    assert "Nur Titel" == names[Layout.TIMELINE]


def test_with_nothing_but_titles_our_boxes_are_drawn_below_them(tmp_path: Path) -> None:
    report = Report()
    path = saved(keeping("Title Only"), tmp_path / "titles.pptx")

    reference = load_presentation(path, report)

    assert reference is not None
    assert {(Slot.TITLE,)} == {tuple(held.placeholders) for held in reference.layouts.values()}
    (note,) = report
    assert ("THEME-010", Severity.INFO) == (note.code, note.severity)
    assert note.message.startswith(
        f"`{path}` has no layout made for some slides, which stand on others: `title` on `Title Only`, `section`"
    )


def test_lines_under_the_title_and_at_the_foot_serve_lead_and_source(tmp_path: Path) -> None:
    reference = loaded(saved(with_lines, tmp_path / "lines.pptx"))

    held = reference.layouts[Layout.TABLE].placeholders
    assert ["Untertitel", "Quelle"] == [held[slot][0].name for slot in (Slot.LEAD, Slot.SOURCE)]
    assert ("bg1", "tx1") == tuple(reference.layouts[each].ink for each in (Layout.TABLE, Layout.TITLE))


def test_placeholders_that_share_an_index_are_left_alone(tmp_path: Path) -> None:
    reference = loaded(saved(shared_indices, tmp_path / "libre.pptx"))

    assert {Slot.TITLE} == set(reference.layouts[Layout.TWO_COLUMNS].placeholders)
    assert "Title Only" == names_of(tmp_path / "libre.pptx")[Layout.TWO_COLUMNS]


def test_a_size_that_nobody_says_is_the_usual_one_and_said_by_the_slide(tmp_path: Path) -> None:
    reference = loaded(saved(shared_indices, tmp_path / "libre.pptx"))

    (placeholder,) = reference.layouts[Layout.BULLETS].placeholders[Slot.BODY]
    assert (18, 0) == (reference.theme.layouts[Layout.BULLETS][Slot.BODY].text_pt, placeholder.text_pt)
    xml = parts(deck(*slides_on(reference)), reference, Report())["ppt/slides/slide4.xml"].decode()
    assert '<a:rPr lang="en-US" sz="1800"' in xml


def test_a_size_that_is_held_back_is_said_by_the_slide(tmp_path: Path) -> None:
    reference = loaded(saved(wide, tmp_path / "wide.pptx"))

    look = reference.theme.layouts[Layout.BULLETS][Slot.BODY]
    (placeholder,) = reference.layouts[Layout.BULLETS].placeholders[Slot.BODY]
    assert (18, 32) == (look.text_pt, placeholder.text_pt)
    xml = parts(deck(*slides_on(reference)), reference, Report())["ppt/slides/slide4.xml"].decode()
    assert '<a:rPr lang="en-US" sz="1800"' in xml


def test_its_slides_are_gone_with_all_that_hung_on_them(tmp_path: Path) -> None:
    path = saved(with_slides, tmp_path / "slides.pptx")
    assert any(b"THEIR" in zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist())

    found = parts(deck(*slides_on(loaded(path))), loaded(path), Report())

    assert [] == [name for name, data in found.items() if b"THEIR" in data]
    assert [] == [name for name in found if "media" in name or "docProps/thumb" in name]
    main = found["ppt/presentation.xml"].decode()
    assert [] == [tag for tag in ("custShow", "section", "modifyVerifier", "extLst") if tag in main]
    assert not any(b"hlinksldjump" in data for data in found.values())


def test_no_relationship_leads_nowhere_and_no_part_is_left_alone(tmp_path: Path) -> None:
    reference = loaded(saved(with_slides, tmp_path / "slides.pptx"))
    found = parts(deck(*slides_on(reference)), reference, Report())

    reached = set()
    for name, data in found.items():
        root = parse(data) if name.endswith(".rels") else None
        for link in read_links(root, source_of(name)) if root is not None else ():
            assert link.external or link.part in found, (name, link)
            reached.add(link.part)

    assert set() == {n for n in found if not n.endswith(".rels")} - reached - {"[Content_Types].xml"}


def test_a_notes_master_is_kept_or_ours_is_added_and_listed(tmp_path: Path) -> None:
    for build in (plain, with_slides):
        reference = loaded(saved(build, tmp_path / f"{build.__name__}.pptx"))

        (link,) = (r for r in reference.relationships if r.type.endswith("/notesMaster"))
        assert link.target == reference.notes_master
        assert f'<p:notesMasterId r:id="{link.id}"/>' in reference.presentation[0]
        assert reference.notes_master in {part.name for part in reference.parts}


def test_fonts_and_colours_are_theirs(tmp_path: Path) -> None:
    def georgia(made: Any) -> None:
        wide(made)
        theme = next(
            r.target_part for r in made.slide_master.part.rels.values() if r.reltype.endswith("/theme")
        )
        theme._blob = theme.blob.replace(b"Calibri", b"Georgia").replace(b"4F81BD", b"F0C000")

    reference = loaded(saved(georgia, tmp_path / "georgia.pptx"))

    assert "Georgia" == reference.theme.layouts[Layout.BULLETS][Slot.BODY].font
    assert "accent1" not in reference.dark


def test_a_deck_of_ours_serves_again_by_the_names_of_its_layouts(tmp_path: Path) -> None:
    path, report = tmp_path / "ours.pptx", Report()
    path.write_bytes(write(deck(slide(Layout.BULLETS, "A title")), own(), Report()))

    reference = load_presentation(path, report)

    assert reference is not None
    assert [] == list(report)
    assert own().theme == reference.theme
    assert dict(own().layouts) == dict(reference.layouts)


@pytest.mark.parametrize(
    ("build", "code", "message"),
    [
        (without_title, "THEME-008", "has no slide layout with a title placeholder"),
        (
            narrow_title,
            "THEME-009",
            "has no slide layout with a wide title above enough free room, needed for `title`, `section`, "
            "`statement`, `bullets`, `two_columns`, `table`, `chart`, `chart_text`, `cards`, `comparison`, "
            "`timeline`, `matrix`, `quote`, `closing`",
        ),
    ],
)
def test_what_cannot_serve_is_refused(
    build: Callable[[Any], None], code: str, message: str, tmp_path: Path
) -> None:
    path, report = saved(build, tmp_path / "bad.pptx"), Report()

    assert load_presentation(path, report) is None
    assert [(code, f"`{path}` {message}", True)] == [(d.code, d.message, d.blocks) for d in report]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "THEME-001"),
        (b"", "REF-001"),
        (b"not a zip", "REF-001"),
        (b"PK\x05\x06" + b"\0" * 18, "REF-018"),
    ],
)
def test_what_cannot_be_read_is_said(content: bytes | None, code: str, tmp_path: Path) -> None:
    path, report = tmp_path / "bad.pptx", Report()
    if content is not None:
        path.write_bytes(content)

    assert load_presentation(path, report) is None
    assert [(code, True)] == [(d.code, d.blocks) for d in report]


def test_a_word_document_is_no_presentation(tmp_path: Path) -> None:
    import docx

    path, report = tmp_path / "brand.docx", Report()
    docx.Document().save(str(path))

    assert load_presentation(path, report) is None
    assert [f"`{path}` cannot be read as a PowerPoint presentation (LookupError)"] == [
        d.message for d in report
    ]


def test_one_reference_serves_many_decks(tmp_path: Path) -> None:
    reference = loaded(saved(wide, tmp_path / "wide.pptx"))
    made = deck(*slides_on(reference))

    assert write(made, reference, Report()) == write(made, reference, Report())


def test_lines_that_begin_at_the_left_are_told_from_centered_ones(tmp_path: Path) -> None:
    reference = loaded(saved(plain, tmp_path / "company.pptx"))

    looks = reference.theme.layouts[Layout.BULLETS]
    assert [False, True] == [looks[Slot.TITLE].flush, looks[Slot.BODY].flush]
