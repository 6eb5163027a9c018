"""What a company's document has for each role of our styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.writers.ooxml.namespaces import WORD
from alignkit.writers.ooxml.xml_parts import parse

from .mapping import resolve
from .markup import val, w
from .numbering import Numbering
from .reference import open_reference
from .roles import Role
from .stylesheet import StyleSheet

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.diagnostics import Report


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """The style that plays a role."""

    role: Role
    """Which role."""
    theirs: str
    """Name of the company's style; empty where ours is added."""


def survey(path: Path, report: Report) -> tuple[StyleChoice, ...] | None:
    """The company's style for each role; None if the file cannot be used.

    Reports: THEME-001, THEME-002, and REF-001 to REF-046 for what a file must not hold.
    """
    opened = open_reference(path, report)
    if opened is None:
        return None
    source = opened[1]
    styles, body = source.root("styles"), parse(source.main.data)
    empty = etree.Element(w("styles"), nsmap={"w": WORD})
    sheet = StyleSheet(empty if styles is None else styles)
    numbering = Numbering(source.root("numbering"))
    found = resolve(sheet, numbering, empty if body is None else body)
    named = {id_: val(style, "name") for id_, style in sheet.by_id.items()}
    return tuple(StyleChoice(role, named.get(found.get(role, ""), "")) for role in Role)
