"""Names and small questions of WordprocessingML trees, for reading a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.ooxml.namespaces import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element


def w(name: str) -> str:
    """The name of an element or attribute with WordprocessingML's namespace."""
    return f"{{{WORD}}}{name}"


VAL = w("val")


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first element down a path of names, or None."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def val(element: _Element | None, *path: str) -> str:
    """The `w:val` of the element down a path; empty without one."""
    found = child(element, *path)
    return "" if found is None else found.get(VAL, "")


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number as an attribute gives it; some producers write `12.0` or nothing."""
    try:
        return round(float(text or ""))
    except ValueError:
        return otherwise
