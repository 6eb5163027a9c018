"""The styles of a reference: looked up by id and name, followed to what they are based on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .markup import child, val, w, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_FAR = 12  # ECMA-376 sets no limit to a chain of styles; Word stops at eleven


@dataclass(slots=True)
class StyleSheet:
    """A `w:styles` tree with its look-ups."""

    root: _Element
    """The tree."""
    by_id: dict[str, _Element] = field(default_factory=dict)
    """Styles by id."""
    by_name: dict[tuple[str, str], str] = field(default_factory=dict)
    """Ids by type and lower-case name, aliases included."""

    def __post_init__(self) -> None:
        for style in self.root.iterfind(w("style")):
            self.enter(style)

    def enter(self, style: _Element) -> None:
        """Make a style of the tree known to the look-ups."""
        id_, kind = style.get(w("styleId"), ""), style.get(w("type"), "paragraph")
        self.by_id.setdefault(id_, style)
        names = [val(style, "name"), *val(style, "aliases").split(",")]
        for name in filter(None, (name.strip().lower() for name in names)):
            self.by_name.setdefault((kind, name), id_)

    def of_type(self, kind: str) -> Iterator[tuple[str, _Element]]:
        """Styles of a type, in their order."""
        return ((id_, s) for id_, s in self.by_id.items() if s.get(w("type"), "paragraph") == kind)

    def default(self, kind: str) -> str:
        """Id of the default style of a type; empty without one."""
        for id_, style in self.of_type(kind):
            if style.get(w("default")) in {"1", "true", "on"}:
                return id_
        return ""

    def chain(self, id_: str) -> Iterator[_Element]:
        """The style and what it is based on, nearest first."""
        for _ in range(_FAR):
            style = self.by_id.get(id_)
            if style is None:
                return
            yield style
            id_ = val(style, "basedOn")

    def inherited(self, id_: str, *path: str) -> _Element | None:
        """The nearest element down a path in the style's chain."""
        return next((e for style in self.chain(id_) if (e := child(style, *path)) is not None), None)

    def half_points(self, id_: str) -> int:
        """Size of the style's text in half points."""
        size = self.inherited(id_, "rPr", "sz")
        if size is None:
            size = child(self.root, "docDefaults", "rPrDefault", "rPr", "sz")
        return whole(size.get(w("val")) if size is not None else None, 20)
