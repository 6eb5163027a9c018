"""What text on a slide looks like: what run, shape, layout, master and presentation say, nearest first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .namespaces import DRAWING, PRESENTATION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from .cascade import Ink
    from .slide_colours import Palette

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
_ON = frozenset({"1", "true", "on"})
_SOLID, _NONE = _A + "solidFill", _A + "noFill"
_TEXT_STYLES = {
    "title": "titleStyle",
    "ctrTitle": "titleStyle",
    "dt": "otherStyle",
    "ftr": "otherStyle",
    "sldNum": "otherStyle",
}
_MASTER_TYPES = {"title": "title", "ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
_TITLES, _BY_TYPE = frozenset({"title", "ctrTitle"}), frozenset({"dt", "ftr", "sldNum"})
_USUAL_CENTIPOINTS = 1800
_LARGE, _LARGE_BOLD = 1800, 1400


@dataclass(frozen=True, slots=True)
class TextFace:
    """What one set of run properties says; None where it says nothing."""

    ink: Ink | None = None
    """Colour of the text."""
    centipoints: int | None = None
    """Size in hundredths of a point."""
    bold: bool | None = None
    """Whether it is bold."""
    language: str | None = None
    """Language it is declared to be in."""

    def over(self, under: TextFace) -> TextFace:
        """What the face says, and what `under` says where it says nothing."""
        return TextFace(
            under.ink if self.ink is None else self.ink,
            under.centipoints if self.centipoints is None else self.centipoints,
            under.bold if self.bold is None else self.bold,
            under.language if self.language is None else self.language,
        )

    @property
    def size(self) -> int:
        """Its size in hundredths of a point, 18 points if nothing says one."""
        return _USUAL_CENTIPOINTS if self.centipoints is None else self.centipoints

    @property
    def is_large(self) -> bool:
        """Whether it counts as large text: 18 points, or 14 and bold."""
        return self.size >= (_LARGE_BOLD if self.bold else _LARGE)


NOTHING = TextFace()


def read_face(properties: _Element | None, palette: Palette) -> TextFace:
    """What run properties (`a:rPr`, `a:defRPr`) say by themselves."""
    if properties is None:
        return NOTHING
    size, bold = properties.get("sz", ""), properties.get("b")
    return TextFace(
        palette.fill(properties),
        int(size) if size.isdigit() else None,
        None if bold is None else bold in _ON,
        properties.get("lang") or None,
    )


def level_face(styles: Iterable[_Element | None], level: int, palette: Palette) -> TextFace:
    """What lists of levels (`a:lstStyle`, `p:bodyStyle`) say of a level from 0, the first of them first."""
    face = NOTHING
    for style in styles:
        if style is not None:
            face = face.over(read_face(style.find(f"{_A}lvl{level + 1}pPr/{_A}defRPr"), palette))
    return face


def holder_of(shape: _Element) -> _Element | None:
    """The `p:ph` of a shape; None if it is no placeholder."""
    return shape[0].find(f"{_P}nvPr/{_P}ph") if len(shape) else None


def kind_of_holder(holder: _Element) -> str:
    """The type of a placeholder."""
    return holder.get("type", "obj")


def is_title(holder: _Element | None) -> bool:
    """Whether a placeholder is the title of its slide."""
    return holder is not None and kind_of_holder(holder) in _TITLES


def inherited(shape: _Element, layout: _Element, master: _Element) -> tuple[_Element, ...]:
    """The shapes of the layout and the master that a placeholder follows, nearest first."""
    holder = holder_of(shape)
    if holder is None:
        return ()
    on_layout = _counterpart(layout, holder)
    kind = kind_of_holder(holder) if on_layout is None else on_layout[1]
    wanted = _MASTER_TYPES.get(kind, "body")
    on_master = next((found for found in _holders(master) if found[1] == wanted), None)
    return tuple(found[0] for found in (on_layout, on_master) if found is not None)


def text_style(shape: _Element, master: _Element) -> _Element | None:
    """The style of the master for the text of a placeholder; None for any other shape."""
    holder = holder_of(shape)
    if holder is None:
        return None
    return master.find(f"{_P}txStyles/{_P}{_TEXT_STYLES.get(kind_of_holder(holder), 'bodyStyle')}")


@lru_cache(maxsize=256)
def _holders(root: _Element) -> tuple[tuple[_Element, str, str], ...]:
    """The placeholders of a layout or master: shape, type and index of each."""
    every = ((shape, holder_of(shape)) for shape in root.iter(_P + "sp", _P + "pic"))
    return tuple(
        (shape, kind_of_holder(holder), holder.get("idx", "0"))
        for shape, holder in every
        if holder is not None
    )


def _counterpart(layout: _Element, holder: _Element) -> tuple[_Element, str, str] | None:
    """The placeholder of a layout that a placeholder of a slide follows."""
    kind, index = kind_of_holder(holder), holder.get("idx", "0")
    for found in _holders(layout):
        if kind in _TITLES:
            matches = found[1] in _TITLES
        elif kind in _BY_TYPE:
            matches = found[1] == kind
        else:
            matches = found[2] == index and found[1] not in _TITLES
        if matches:
            return found
    return None
