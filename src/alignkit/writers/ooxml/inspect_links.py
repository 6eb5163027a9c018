"""Relationships of a company's document that bring in code, foreign content or an address outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .check_shape import SCHEMES, scheme_of
from .namespaces import kind_of

if TYPE_CHECKING:
    from .relationships import Link


@dataclass(frozen=True, slots=True)
class Active:
    """Why a kind of content is refused."""

    code: str
    """Diagnostic code."""
    what: str
    """What it is, for the message."""
    hint: str
    """What to do in Word or PowerPoint."""


_MACROS = "save the file as .docx or .pptx, without macros"
_BREAK_LINK = "replace the linked object by a picture or by text"

ACTIVE_KINDS: dict[str, Active] = {
    "attachedTemplate": Active(
        "REF-030", "an attached template, which Word fetches on opening", "attach the Normal template instead"
    ),
    "oleObject": Active("REF-031", "an embedded or linked object (OLE)", _BREAK_LINK),
    "frame": Active("REF-032", "a frame that shows another file", "remove the frame"),
    "subDocument": Active("REF-033", "a sub-document that lives in another file", "insert the text itself"),
    "externalLink": Active("REF-034", "a link to another workbook", _BREAK_LINK),
    "externalLinkPath": Active("REF-034", "a link to another workbook", _BREAK_LINK),
    "aFChunk": Active("REF-035", "a chunk of another format, such as HTML", "insert the text itself"),
    "vbaProject": Active("REF-036", "a macro project", _MACROS),
    "wordVbaData": Active("REF-036", "data of a macro project", _MACROS),
    "keyMapCustomizations": Active("REF-036", "keys that start macros", _MACROS),
    "control": Active("REF-037", "an ActiveX control", "remove the control"),
    "activeXControlBinary": Active("REF-037", "the data of an ActiveX control", "remove the control"),
    "extensibility": Active("REF-038", "a customised ribbon", "remove the ribbon customisation"),
    "attachedToolbars": Active("REF-039", "attached toolbars", "remove the toolbars"),
    "mailMergeSource": Active("REF-043", "the data source of a mail merge", "end the mail merge"),
    "mailMergeHeaderSource": Active("REF-043", "the header source of a mail merge", "end the mail merge"),
    "recipientData": Active("REF-043", "the recipients of a mail merge", "end the mail merge"),
}
"""Kind of relationship to why it is refused."""


def reason(link: Link) -> Active | None:
    """Why a relationship is refused; None if it is not."""
    kind = kind_of(link.type)
    if (active := ACTIVE_KINDS.get(kind)) is not None:
        return active
    if not link.external:
        return None
    if kind != "hyperlink":
        return Active("REF-040", f"a part of kind `{kind}` that lies outside the file", _BREAK_LINK)
    if scheme_of(link.target) not in SCHEMES:
        return Active(
            "REF-041",
            "a link whose address begins with none of http, https and mailto",
            "change the address of the link or remove it",
        )
    return None
