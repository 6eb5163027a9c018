"""The ledger: a part of the file that says which figure stands where in it (rule N12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .namespaces import OFFICE_RELATIONSHIP
from .package import XML_DECLARATION, Part, Relationship, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def ledger_parts(figures: Iterable[str]) -> tuple[Part, ...]:
    """The ledger and its properties.

    Args:
        figures: a `figure` element for each figure shown, in order: where it stands, its key and its text.

    """
    text = f'{XML_DECLARATION}<ledger xmlns="{NAMESPACE}">{"".join(figures)}</ledger>'
    to_properties = Relationship("rId1", f"{OFFICE_RELATIONSHIP}customXmlProps", _PROPERTIES.name)
    return Part(PART, "", text.encode(), (to_properties,)), _PROPERTIES
