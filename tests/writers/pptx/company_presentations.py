"""Presentations as companies have them, made with python-pptx."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pptx
from lxml import etree
from PIL import Image
from pptx.util import Emu, Inches

from alignkit.writers.ooxml.namespaces import DRAWING, PRESENTATION, RELATIONSHIP_IDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

A, P, R = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}", f"{{{RELATIONSHIP_IDS}}}"
_SECTIONS = (
    f'<p:extLst xmlns:p="{PRESENTATION}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="Old" id="{6B1D2F5C-4A57-4E0B-9C1E-2D7A8F30B941}"><p14:sldIdLst><p14:sldId id="256"/>'
    "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>"
)
GERMAN = {
    "Title Slide": "Titelfolie",
    "Title and Content": "Titel und Inhalt",
    "Section Header": "Abschnittsüberschrift",
    "Two Content": "Zwei Inhalte",
    "Comparison": "Vergleich",
    "Title Only": "Nur Titel",
    "Blank": "Leer",
    "Content with Caption": "Inhalt mit Überschrift",
    "Picture with Caption": "Bild mit Überschrift",
    "Title and Vertical Text": "Titel und vertikaler Text",
    "Vertical Title and Text": "Vertikaler Titel und Text",
}


def plain(_: Any) -> None:
    """The layouts that come with PowerPoint, at 4:3."""


def wide(made: Any) -> None:
    """The same at 16:9."""
    resized(made, 12_192_000, 6_858_000)


def paper(made: Any) -> None:
    """The same on A4."""
    resized(made, 9_906_000, 6_858_000)


def resized(made: Any, width: int, height: int) -> None:
    """All boxes stretched to another size of slide, as PowerPoint does."""
    across, down = width / made.slide_width, height / made.slide_height
    made.slide_width, made.slide_height = Emu(width), Emu(height)
    for holder in (made.slide_master, *made.slide_layouts):
        for shape in holder.shapes:
            if shape._element.find(f".//{A}xfrm") is not None:
                shape.left, shape.width = round(shape.left * across), round(shape.width * across)
                shape.top, shape.height = round(shape.top * down), round(shape.height * down)


def german(made: Any) -> None:
    """German names, and no types that would give the layouts away."""
    wide(made)
    for layout in made.slide_layouts:
        layout.name = GERMAN[layout.name]
        layout._element.attrib.pop("type", None)


def with_slides(made: Any) -> None:
    """Sample slides with everything that hangs on slides: notes, a picture, a link between them, sections."""
    image = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(image, "PNG")
    for words in ("THEIR FIRST SLIDE", "THEIR SECOND SLIDE"):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = words
        slide.notes_slide.notes_text_frame.text = "THEIR NOTES"
        image.seek(0)
        slide.shapes.add_picture(image, 0, 0)
    link = made.slides[0].shapes.title
    link.click_action.target_slide = made.slides[1]
    # a layout with a button that leads to a slide
    button = made.slide_layouts[1].placeholders[0]
    id_ = made.slide_layouts[1].part.relate_to(made.slides[1].part, f"{RELATIONSHIP_IDS}/slide")
    action = etree.SubElement(button._element.find(f".//{P}cNvPr"), f"{A}hlinkClick")
    action.set(f"{R}id", id_)
    action.set("action", "ppaction://hlinksldjump")
    root = made.part._element
    show = etree.fromstring(
        f'<p:custShowLst xmlns:p="{PRESENTATION}" xmlns:r="{RELATIONSHIP_IDS}"><p:custShow name="Short" id="0">'
        f'<p:sldLst><p:sld r:id="{made.slides._sldIdLst[0].rId}"/></p:sldLst></p:custShow></p:custShowLst>'
    )
    root.find(f"{P}notesSz").addnext(show)
    for old in root.findall(f"{P}extLst"):
        root.remove(old)
    root.append(etree.fromstring(_SECTIONS))
    root.insert(-1, etree.fromstring(f'<p:modifyVerifier xmlns:p="{PRESENTATION}" spinCount="1"/>'))


def keeping(*names: str) -> Callable[[Any], None]:
    """Only the layouts of these names."""

    def keep(made: Any) -> None:
        wide(made)
        for layout in list(made.slide_layouts):
            if layout.name not in names:
                made.slide_layouts.remove(layout)

    return keep


def shared_indices(made: Any) -> None:
    """Two placeholders under one index and no sizes, as LibreOffice writes them."""
    keeping("Title and Content", "Two Content", "Title Only")(made)
    for ph in made.slide_layouts.get_by_name("Two Content")._element.iter(f"{P}ph"):
        if ph.get("idx") == "2":
            ph.set("idx", "1")
    for style in (
        *made.slide_master._element.iter(f"{P}bodyStyle"),
        *made.part._element.iter(f"{P}defaultTextStyle"),
    ):
        for run in style.iter(f"{A}defRPr"):
            run.attrib.pop("sz", None)


def without_title(made: Any) -> None:
    """No layout with a title."""
    keeping("Title Only")(made)
    shape = made.slide_layouts[0].placeholders[0]._element
    shape.getparent().remove(shape)


def narrow_title(made: Any) -> None:
    """Titles at the left edge, as beside a photograph."""
    keeping("Title and Content")(made)
    title = made.slide_layouts[0].placeholders[0]
    title.left, title.top, title.width, title.height = (Inches(n) for n in (0.5, 1, 3, 4))


def with_lines(made: Any) -> None:
    """A line under the title and one at the foot, as in many corporate masters; a dark ground."""
    keeping("Title Slide", "Title and Content")(made)
    layout = made.slide_layouts.get_by_name("Title and Content")
    body = layout.placeholders[1]
    left, top, width, height = body.left, body.top + Inches(0.6), body.width, body.height - Inches(1.1)
    standing(body, left, top, width, height)
    lines = ((20, "Untertitel", top - Inches(0.5)), (21, "Quelle", top + height + 100))
    for index, name, where in lines:
        extra = deepcopy(body._element)
        extra.find(f".//{P}cNvPr").set("id", str(index))
        extra.find(f".//{P}cNvPr").set("name", name)
        ph = extra.find(f".//{P}ph")
        ph.set("type", "body")
        ph.set("idx", str(index))
        body._element.addnext(extra)
        shape = next(s for s in layout.placeholders if s.placeholder_format.idx == index)
        standing(shape, left, where, width, Inches(0.4))
    ground = layout.background.fill
    ground.solid()
    ground.fore_color.theme_color = 13  # dark 1


def standing(shape: Any, *box: int) -> None:
    """The shape in another place."""
    shape.left, shape.top, shape.width, shape.height = (Emu(side) for side in box)


def saved(build: Callable[[Any], None], path: Path) -> Path:
    """The presentation that `build` makes of the layouts that come with PowerPoint, as a file."""
    made = pptx.Presentation()
    build(made)
    made.save(str(path))
    return path
