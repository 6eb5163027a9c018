"""The ledger: which bookmark of the file holds which figure (rule N12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.ooxml.namespaces import OFFICE_RELATIONSHIP
from alignkit.writers.ooxml.package import XML_DECLARATION, Part, Relationship, sealed

from .text import attribute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .story import LedgerEntry

NAMESPACE = "urn:alignkit:ledger:1"
"""Namespace of the ledger part."""
PART = "customXml/item1.xml"
"""Name of the ledger part."""

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_ID = (
    "{6C1E2F6B-0B0A-4C0E-9E5D-3B1D6A2F7C41}"  # names the kind of part, so it is the same in every file
)
_PROPERTIES = sealed(
    Part(
        "customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        (
            f'{XML_DECLARATION}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_STORE_ID}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ).encode(),
    )
)


def ledger_parts(figures: Iterable[LedgerEntry]) -> tuple[Part, ...]:
    """The ledger and its properties."""
    rows = [
        f'<figure bookmark="{entry.bookmark}" key="{attribute(entry.key)}" text="{attribute(entry.text)}"/>'
        for entry in figures
    ]
    text = f'{XML_DECLARATION}<ledger xmlns="{NAMESPACE}">{"".join(rows)}</ledger>'
    to_properties = Relationship("rId1", f"{OFFICE_RELATIONSHIP}customXmlProps", _PROPERTIES.name)
    return Part(PART, "", text.encode(), (to_properties,)), _PROPERTIES
