"""Rules for one shape of a slide: its place, its text, what its frame holds, what a click on it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .check_slide_facts import Holder
from .namespaces import CHART, DRAWING, PRESENTATION, RELATIONSHIP_IDS
from .xml_parts import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .check_facts import Facts

_A, _P, _C = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}", f"{{{CHART}}}"
_R_ID = f"{{{RELATIONSHIP_IDS}}}id"
SHAPES = tuple(_P + name for name in ("sp", "pic", "grpSp", "cxnSp", "contentPart"))
"""Tags of shapes, apart from frames."""
_WITH_PROPERTIES = {
    _P + name: f"{_P}{look}"
    for name, look in (("sp", "spPr"), ("pic", "spPr"), ("cxnSp", "spPr"), ("grpSp", "grpSpPr"))
}
_TEXT_HOLDERS = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})
"""Types of placeholders whose shape needs a text body; footers and numbers do without."""
_CONTENTS = {
    "http://schemas.openxmlformats.org/drawingml/2006/table": _A + "tbl",
    CHART: _C + "chart",
}
"""What the graphic of a frame says it is, to the element it must hold."""
_RUNNING_ACTIONS = ("ppaction://program", "ppaction://macro", "ppaction://ole")
_JUMP = "ppaction://hlinksldjump"


def _holder(element: _Element) -> Holder | None:
    placeholder = element[0].find(f"{_P}nvPr/{_P}ph") if len(element) else None
    if placeholder is None:
        return None
    named = element[0].find(f"{_P}cNvPr")
    name = "" if named is None else named.get("name", "")
    return Holder(placeholder.get("type", "obj"), placeholder.get("idx", "0"), name)


def check_shape_of(facts: Facts, element: _Element, name: str) -> Holder | None:
    """The placeholder that a shape is; adds what is wrong with the shape."""
    holder = _holder(element)
    look = _WITH_PROPERTIES.get(element.tag)
    if look is not None and holder is None:
        place = element.find(f"{look}/{_A}xfrm")
        if place is None or place.find(_A + "off") is None or place.find(_A + "ext") is None:
            facts.find("PKG-324", f"`p:{local_name(element.tag)}` has a place and a size, found none")
    if (
        holder is not None
        and element.tag == _P + "sp"
        and holder.type in _TEXT_HOLDERS
        and element.find(_P + "txBody") is None
    ):
        facts.find("PKG-326", f"placeholder `{holder.type}` has a text body, found none")
    return holder


def check_frame(facts: Facts, frame: _Element) -> None:
    """Add what is wrong with what a `p:graphicFrame` holds."""
    data = frame.find(f"{_A}graphic/{_A}graphicData")
    if data is None:
        return
    uri = data.get("uri", "")
    expected = _CONTENTS.get(uri)
    if not uri or (expected is not None and data.find(expected) is None):
        kind = "a table" if expected == _A + "tbl" else "a chart" if expected else "the kind of its content"
        facts.find("PKG-327", f"frame holds {kind}, found none")


def check_action(facts: Facts, link: _Element) -> bool:
    """Whether a click leads to another slide of the deck; adds what is wrong with what it does."""
    action, target = link.get("action", "").strip(), link.get(_R_ID, "")
    if action.lower().startswith(_RUNNING_ACTIONS):
        facts.find("PKG-030", f"package holds active content of kind `{action.partition('?')[0]}`")
    elif action.startswith(_JUMP):
        if not target:
            facts.find("PKG-340", "link to a slide names no slide")
        return bool(target)
    elif not action and not target and link.get("invalidUrl") is None:
        facts.find("PKG-340", "link has neither a target nor an action")
    return False


def check_line(facts: Facts, line: _Element) -> None:
    """Find an outline that says nothing at all, which some versions of PowerPoint repair."""
    if not len(line) and not line.attrib:
        facts.find("PKG-328", "outline `a:ln` says something, found it empty")
