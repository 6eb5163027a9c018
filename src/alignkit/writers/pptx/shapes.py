"""Shapes of a slide: placeholders of its layout, and boxes of its own where the layout offers none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT
from alignkit.themes import Insets
from alignkit.writers.ooxml.characters import attribute
from alignkit.writers.ooxml.namespaces import DECORATIVE

from .palette import solid
from .text import hundredths

if TYPE_CHECKING:
    from alignkit.model.deck import Box
    from alignkit.themes import SlotLook

    from .reference import Placeholder
    from .sheet import Sheet

_NO_INSETS = Insets()
_OUTLINE = 22_225
"""Width of the outline of a hollow mark, in EMU."""
EMPTY_PROPERTIES = "<p:spPr/>"
"""Of a placeholder that stands where its layout says."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
)
_NO_TEXT = '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>'


def transform(box: Box, element: str = "a:xfrm") -> str:
    """Where something stands."""
    size = f'cx="{max(box.width, 0)}" cy="{max(box.height, 0)}"'
    return f'<{element}><a:off x="{box.x}" y="{box.y}"/><a:ext {size}/></{element}>'


def identity(id_: int, name: str, description: str = "", *, decorative: bool = False) -> str:
    """`p:cNvPr`: id, name and what it says to readers who cannot see it."""
    told = f' descr="{attribute(description)}"' if description else ""
    start = f'<p:cNvPr id="{id_}" name="{attribute(name)}"{told}'
    return f"{start}>{_DECORATIVE}</p:cNvPr>" if decorative else f"{start}/>"


@lru_cache(maxsize=512)
def placeholder_mark(placeholder: Placeholder | None) -> str:
    """`p:nvPr` with the reference to a placeholder of the layout (19.3.1.36)."""
    if placeholder is None:
        return "<p:nvPr/>"
    type_ = f' type="{placeholder.type}"' if placeholder.type else ""
    index = f' idx="{placeholder.index}"' if placeholder.index else ""
    return f"<p:nvPr><p:ph{type_}{index}/></p:nvPr>"


def placeholder_shape(
    placeholder: Placeholder, text: str, sheet: Sheet, *, name: str = "", properties: str = EMPTY_PROPERTIES
) -> str:
    """A placeholder filled with paragraphs.

    Args:
        placeholder: which one of the layout.
        text: its paragraphs, written after `sheet.new_shape()`.
        sheet: the slide it stands on.
        name: its name where it differs from the layout's.
        properties: its place where it differs from the layout's.

    """
    written = sheet.name(name or placeholder.name)
    return (
        f"<p:sp><p:nvSpPr>{identity(sheet.shape, written)}"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"{placeholder_mark(placeholder)}</p:nvSpPr>{properties}"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def moved_to(box: Box) -> str:
    """Properties of a placeholder that stands elsewhere than its layout says."""
    return f"<p:spPr>{transform(box)}</p:spPr>"


def text_box(box: Box, body: str, text: str, sheet: Sheet, *, name: str, description: str = "") -> str:
    """A box of text that is no placeholder.

    Args:
        box: where it stands.
        body: `a:bodyPr` and `a:lstStyle`.
        text: its paragraphs, written after `sheet.new_shape()`.
        sheet: the slide it stands on.
        name: what it is called.
        description: what it says to readers who cannot see it; its text when empty.

    """
    return (
        f"<p:sp><p:nvSpPr>{identity(sheet.shape, sheet.name(name), description)}"
        '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f"<p:txBody>{body}{text}</p:txBody></p:sp>"
    )


def slot_body(look: SlotLook, ink: str) -> str:
    """Body properties and list style of a text box that stands in for a placeholder; `ink` is its colour."""
    levels = "".join([_level(level, look, ink) for level in range(1, 4)])
    return f"{_body_properties(look.insets, 't')}<a:lstStyle>{levels}</a:lstStyle>"


def _level(level: int, look: SlotLook, ink: str) -> str:
    step = round(look.indent_pt * EMU_PER_PT) * (level - 1)
    bold = ' b="1"' if look.bold else ""
    return (
        f'<a:lvl{level}pPr marL="{step}" indent="0" algn="l" rtl="0">'
        f'<a:lnSpc><a:spcPct val="{round(look.line_spacing * 100000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{hundredths(look.space_after_pt)}"/></a:spcAft><a:buNone/>'
        f'<a:defRPr sz="{hundredths(look.text_pt)}"{bold}>{solid(ink)}'
        f'<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl{level}pPr>'
    )


def plain_body(insets: Insets = _NO_INSETS, anchor: str = "t") -> str:
    """Body properties of a box whose text says its own looks."""
    return f"{_body_properties(insets, anchor)}<a:lstStyle/>"


def _body_properties(insets: Insets, anchor: str) -> str:
    return (
        f'<a:bodyPr wrap="square" lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}"'
        f' bIns="{insets.bottom}" rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    )


def mark_shape(box: Box, geometry: str, color: str, sheet: Sheet, *, name: str, outline: str = "") -> str:
    """A filled shape without text that a reader who cannot see it need not hear of."""
    line = f'<a:ln w="{_OUTLINE}">{solid(outline)}</a:ln>' if outline else "<a:ln><a:noFill/></a:ln>"
    id_ = sheet.new_shape()
    return (
        f"<p:sp><p:nvSpPr>{identity(id_, sheet.name(name), decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{transform(box)}<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{solid(color)}'
        f"{line}</p:spPr>{_NO_TEXT}</p:sp>"
    )


def rule(box: Box, color: str, width_pt: float, sheet: Sheet, *, name: str) -> str:
    """A line from the top left of a box to its bottom right: a box without height or width."""
    id_ = sheet.new_shape()
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{identity(id_, sheet.name(name), decorative=True)}<p:cNvCxnSpPr/><p:nvPr/>"
        f'</p:nvCxnSpPr><p:spPr>{transform(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{round(width_pt * EMU_PER_PT)}">{solid(color)}</a:ln></p:spPr></p:cxnSp>'
    )
