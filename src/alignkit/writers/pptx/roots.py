"""The roots of slides and notes around their shapes."""

from __future__ import annotations

from alignkit.writers.ooxml.namespaces import DRAWING, PRESENTATION, RELATIONSHIP_IDS
from alignkit.writers.ooxml.package import XML_DECLARATION

from .sheet import ROOT_ID

NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIP_IDS}" xmlns:p="{PRESENTATION}"'
"""What slides, notes and the list of slides declare."""

_TREE = (
    f'<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="{ROOT_ID}" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_END = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def slide_root(shapes: str) -> str:
    """A slide of these shapes (19.3.1.38)."""
    return f"{XML_DECLARATION}<p:sld {NAMESPACES}>{_TREE}{shapes}{_END}</p:sld>"


def notes_root(shapes: str) -> str:
    """Notes of these shapes (19.3.1.26)."""
    return f"{XML_DECLARATION}<p:notes {NAMESPACES}>{_TREE}{shapes}{_END}</p:notes>"
