"""What the file says about itself: core and extended properties, and no trace of how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .characters import escaped
from .namespaces import CORE_PROPERTIES, DUBLIN_CORE, DUBLIN_CORE_TERMS
from .package import XML_DECLARATION, Part

if TYPE_CHECKING:
    from alignkit.model.document import Properties

_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_LONGEST = 255  # Word refuses to open longer core properties
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


def property_parts(properties: Properties) -> tuple[Part, Part]:
    """`docProps/core.xml` and `docProps/app.xml`."""
    return (
        Part("docProps/core.xml", _CORE_TYPE, _core(properties).encode()),
        Part("docProps/app.xml", _EXTENDED_TYPE, _extended(properties).encode()),
    )


def _core(properties: Properties) -> str:
    day = f'<dcterms:{{0}} xsi:type="dcterms:W3CDTF">{properties.as_of.isoformat()}T00:00:00Z</dcterms:{{0}}>'
    return (
        f'{XML_DECLARATION}<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}" xmlns:dc="{DUBLIN_CORE}"'
        f' xmlns:dcterms="{DUBLIN_CORE_TERMS}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_line(properties.title)}</dc:title><dc:subject>{_line(properties.subject)}</dc:subject>"
        f"<dc:creator>{_line(properties.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{_line(properties.author)}</cp:lastModifiedBy>"
        f"{day.format('created')}{day.format('modified')}"
        f"<dc:language>{_line(properties.language)}</dc:language></cp:coreProperties>"
    )


def _extended(properties: Properties) -> str:
    return (
        f'{XML_DECLARATION}<Properties xmlns="{_EXTENDED}"><Application>alignkit</Application>'
        f"<Company>{_line(properties.company)}</Company></Properties>"
    )


def _line(text: str) -> str:
    return escaped(" ".join(text.split())[:_LONGEST])
