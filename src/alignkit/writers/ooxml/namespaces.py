"""Names of Office Open XML that several modules need: namespaces, relationship types, content types."""

from __future__ import annotations

from functools import lru_cache

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
RELATIONSHIP_IDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CHART_2012 = "http://schemas.microsoft.com/office/drawing/2012/chart"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
VML = "urn:schemas-microsoft-com:vml"
OFFICE_VML = "urn:schemas-microsoft-com:office:office"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
POWERPOINT_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
XML = "http://www.w3.org/XML/1998/namespace"

PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/"

OFFICE_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""What the relationship types of the standard begin with."""
PACKAGE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/"
"""What the relationship types of the package itself begin with."""
STRICT = "http://purl.oclc.org/ooxml/"
"""What every namespace and relationship type of the Strict variant begins with."""

RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
"""What the content types of Word's own parts begin with."""
WORD_MAIN_TYPES = frozenset({f"{WORD_TYPE}document.main+xml", f"{WORD_TYPE}template.main+xml"})
SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
SLIDE_MAIN_TYPES = frozenset(
    {
        f"{SLIDE_TYPE}presentation.main+xml",
        f"{SLIDE_TYPE}template.main+xml",
        f"{SLIDE_TYPE}slideshow.main+xml",
    }
)
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


@lru_cache(maxsize=256)
def kind_of(relationship_type: str) -> str:
    """The last word of a relationship type, such as `image`."""
    return relationship_type.rstrip("/").rpartition("/")[2]
