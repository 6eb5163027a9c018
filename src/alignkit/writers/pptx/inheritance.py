"""What a placeholder of a layout looks like after all it inherits: master, text styles, presentation.

The first that says something counts (ECMA-376 part 1, 19.3.1.36 and 21.1.2.4.12).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT, Box
from alignkit.themes import Insets
from alignkit.writers.ooxml.namespaces import DRAWING, PRESENTATION

from .reference import Placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

A, P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
CONTENT = frozenset({"", "obj", "body", "subTitle", "tbl", "chart", "pic", "media", "dgm", "clipArt"})
"""Types of placeholders that take after the master's text; none written means any object."""
_TITLES = frozenset({"title", "ctrTitle"})
_USUAL_PT, _USUAL_INSETS = 18.0, (91_440, 45_720, 91_440, 45_720)
_LINE_OF_FONT = 1.22
"""Height of a font's own line in sizes of its text, for distances given in points."""
_CAPITALS = 0.17
"""How much wider capitals run; a box whose text is shown in capitals is taken as so much narrower."""
_MARKS = ("buNone", "buChar", "buAutoNum", "buBlip")


@dataclass(frozen=True, slots=True)
class Shape:
    """A placeholder with all it inherits."""

    placeholder: Placeholder
    """As a slide refers to it."""
    font: str
    """Family of its text."""
    bold: bool
    """Whether its text is bold."""
    insets: Insets
    """Space inside its edges."""
    line_spacing: float
    """Distance of lines in heights of the font's own line."""
    space_after_pt: float
    """Space between paragraphs."""
    indent_pt: float
    """Indentation of each level."""
    second_pt: float
    """Size of the second level."""
    color: str
    """Theme colour of its text; empty if it is none."""
    upright: bool
    """Whether its text runs as ours does: not turned, not in columns."""
    flush: bool
    """Whether its lines begin at its left edge."""

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.placeholder.box


@dataclass(frozen=True, slots=True)
class Ancestry:
    """What the placeholders of a layout inherit from."""

    master: _Element
    """The slide master."""
    defaults: _Element | None
    """`p:defaultTextStyle` of the presentation."""
    fonts: tuple[str, str]
    """The theme's fonts for headings and for text."""


def theme_fonts(theme: _Element | None) -> tuple[str, str]:
    """The families of a theme for headings and for text."""
    found = []
    for name in ("majorFont", "minorFont"):
        latin = None if theme is None else theme.find(f".//{A}{name}/{A}latin")
        found.append((latin.get("typeface", "") if latin is not None else "") or "Calibri")
    return found[0], found[1]


def shapes(layout: _Element, ancestry: Ancestry) -> tuple[Shape, ...]:
    """The placeholders of a layout or master in the order of its tree, those without a place left out."""
    held = ((element, ph) for element, ph in _placeholders(layout))
    return tuple(shape for element, ph in held if (shape := _shape(element, ph, ancestry)))


def _placeholders(root: _Element) -> Iterator[tuple[_Element, _Element]]:
    tree = root.find(f"{P}cSld/{P}spTree")
    for element in tree if tree is not None else ():
        ph = element.find(f"*/{P}nvPr/{P}ph")
        if ph is not None:
            yield element, ph


def _kind(ph: _Element) -> str:
    """The type of the master's placeholder that this one takes after."""
    written = ph.get("type", "")
    return "title" if written in _TITLES else "body" if written in CONTENT else written


def _shape(element: _Element, ph: _Element, ancestry: Ancestry) -> Shape | None:
    parents = [own for own, held in _placeholders(ancestry.master) if _kind(held) == _kind(ph)]
    chain = [element, *parents[:1]]
    box = next((found for each in chain if (found := _box(each))), None)
    if box is None:
        return None
    first = [*_levels(chain, _kind(ph), ancestry, 1)]
    second = [*_levels(chain, _kind(ph), ancestry, 2)]
    text_pt = _size(first) or _USUAL_PT
    font = _font(first, ancestry.fonts)
    indent_pt = _indent(first, second)
    bodies = [body for each in chain if (body := each.find(f"{P}txBody/{A}bodyPr")) is not None]
    name = element.find(f"*/{P}cNvPr")
    return Shape(
        placeholder=Placeholder(
            type="" if ph.get("type") == "obj" else ph.get("type", ""),
            index=_whole(ph.get("idx")),
            name=name.get("name", "") if name is not None else "",
            box=box,
            text_pt=_size(first),
            bullet=_bullet(first) and indent_pt > 0,
        ),
        font=font,
        bold=_run(first, "b") in {"1", "true"},
        insets=_insets(bodies, box, capitals=_run(first, "cap") == "all"),
        line_spacing=_line_spacing(first, text_pt),
        space_after_pt=_space(first, "spcBef", text_pt) + _space(first, "spcAft", text_pt),
        indent_pt=indent_pt,
        second_pt=_size(second),
        color=_color(first),
        upright=_upright(chain, bodies),
        flush=_flush(first),
    )


def _box(element: _Element) -> Box | None:
    xfrm = element.find(f"{P}spPr/{A}xfrm")
    off = None if xfrm is None else xfrm.find(f"{A}off")
    ext = None if xfrm is None else xfrm.find(f"{A}ext")
    if off is None or ext is None:
        return None
    box = Box(*(_whole(e.get(name)) for e, name in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"))))
    return box if box.width > 0 and box.height > 0 else None


def _levels(chain: list[_Element], kind: str, ancestry: Ancestry, level: int) -> Iterator[_Element]:
    """What sets the text of a level, nearest first."""
    tag = f"{A}lvl{level}pPr"
    style = {"title": "titleStyle", "body": "bodyStyle"}.get(kind, "otherStyle")
    homes = [each.find(f"{P}txBody/{A}lstStyle") for each in chain]
    homes += [ancestry.master.find(f"{P}txStyles/{P}{style}"), ancestry.defaults]
    for home in homes:
        found = None if home is None else home.find(tag)
        if found is not None:
            yield found


def _run(levels: list[_Element], name: str) -> str:
    runs = (level.find(f"{A}defRPr") for level in levels)
    return next((value for run in runs if run is not None and (value := run.get(name))), "")


def _size(levels: list[_Element]) -> float:
    """The size that is written; 0 if none is, which every program reads as it likes."""
    return _whole(_run(levels, "sz")) / 100


def _font(levels: list[_Element], fonts: tuple[str, str]) -> str:
    found = (level.find(f"{A}defRPr/{A}latin") for level in levels)
    face = next((latin.get("typeface", "") for latin in found if latin is not None), "")
    return {"+mj-lt": fonts[0], "+mn-lt": fonts[1], "": fonts[1]}.get(face, face)


def _color(levels: list[_Element]) -> str:
    for level in levels:
        fill = level.find(f"{A}defRPr/{A}solidFill")
        if fill is not None:
            scheme = fill.find(f"{A}schemeClr")
            return scheme.get("val", "") if scheme is not None else ""
    return "tx1"


def _bullet(levels: list[_Element]) -> bool:
    marks = (level.find(f"{A}{name}") for level in levels for name in _MARKS)
    first = next((mark for mark in marks if mark is not None), None)
    return first is not None and first.tag != f"{A}buNone"


def _flush(levels: list[_Element]) -> bool:
    return next((value for level in levels if (value := level.get("algn"))), "l") in {"l", "just"}


def _line_spacing(levels: list[_Element], text_pt: float) -> float:
    found = next((e for level in levels if (e := level.find(f"{A}lnSpc")) is not None), None)
    if found is None:
        return 1.0
    percent, points = found.find(f"{A}spcPct"), found.find(f"{A}spcPts")
    if percent is not None:
        return _percent(percent.get("val")) or 1.0
    exact = 0 if points is None else _whole(points.get("val")) / 100
    return exact / (text_pt * _LINE_OF_FONT) or 1.0


def _space(levels: list[_Element], name: str, text_pt: float) -> float:
    found = next((e for level in levels if (e := level.find(f"{A}{name}")) is not None), None)
    if found is None:
        return 0
    percent, points = found.find(f"{A}spcPct"), found.find(f"{A}spcPts")
    if percent is not None:
        return round(_percent(percent.get("val")) * text_pt * _LINE_OF_FONT, 2)
    return 0 if points is None else _whole(points.get("val")) / 100


def _indent(first: list[_Element], second: list[_Element]) -> float:
    """A step of indentation that holds for the first and the second level."""
    one, two = (_margin(levels) for levels in (first, second))
    return max(one, two / 2, 0) / EMU_PER_PT


def _margin(levels: list[_Element]) -> int:
    return next((_whole(value) for level in levels if (value := level.get("marL"))), 0)


def _insets(bodies: list[_Element], box: Box, *, capitals: bool) -> Insets:
    sides = [
        next((_whole(value) for body in bodies if (value := body.get(name)) is not None), usual)
        for name, usual in zip(("lIns", "tIns", "rIns", "bIns"), _USUAL_INSETS, strict=True)
    ]
    if capitals:
        sides[2] += round(box.width * _CAPITALS / (1 + _CAPITALS))
    return Insets(*(max(0, side) for side in sides))


def _upright(chain: list[_Element], bodies: list[_Element]) -> bool:
    turned = next((value for body in bodies if (value := body.get("vert"))), "horz") != "horz"
    columns = next((value for body in bodies if (value := body.get("numCol"))), "1")
    xfrm = next((e for each in chain if (e := each.find(f"{P}spPr/{A}xfrm")) is not None), None)
    rotated = xfrm is not None and bool(_whole(xfrm.get("rot")))
    return not turned and not rotated and columns in {"0", "1"}


def _percent(value: str | None) -> float:
    """A share written as `90000` or, by newer programs, as `90%`."""
    text = value or ""
    try:
        return float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text) / 100_000
    except ValueError:
        return 0


def _whole(value: str | None) -> int:
    try:
        return int(value or 0)
    except ValueError:
        return 0
