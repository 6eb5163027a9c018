"""What brings code, foreign content or an address outside into a company's document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .check_shape import SCHEMES, scheme_of
from .namespaces import DRAWING, OFFICE_VML, PRESENTATION, WORD, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from .relationships import Link

_W, _P = f"{{{WORD}}}", f"{{{PRESENTATION}}}"


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

_ADD_IN = Active("REF-047", "an add-in that loads a web page into its own pane", "remove the add-in")

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
    "webextensiontaskpanes": _ADD_IN,
    "webextension": _ADD_IN,
    "mailMergeSource": Active("REF-043", "the data source of a mail merge", "end the mail merge"),
    "mailMergeHeaderSource": Active("REF-043", "the header source of a mail merge", "end the mail merge"),
    "recipientData": Active("REF-043", "the recipients of a mail merge", "end the mail merge"),
}
"""Kind of relationship to why it is refused."""


MACRO_TYPES = {
    "application/vnd.ms-word.document.macroEnabled.main+xml": "document",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "template",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": "presentation",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml": "template",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": "slideshow",
}
"""Main content types that allow macros."""
_ACTIVE_ELEMENTS: dict[str, Active] = {
    _W + "attachedTemplate": ACTIVE_KINDS["attachedTemplate"],
    f"{{{OFFICE_VML}}}OLEObject": ACTIVE_KINDS["oleObject"],
    _P + "oleObj": ACTIVE_KINDS["oleObject"],
    _W + "frameset": ACTIVE_KINDS["frame"],
    _W + "subDoc": ACTIVE_KINDS["subDocument"],
    _W + "altChunk": ACTIVE_KINDS["aFChunk"],
    _W + "control": ACTIVE_KINDS["control"],
    _P + "control": ACTIVE_KINDS["control"],
    _W + "mailMerge": ACTIVE_KINDS["mailMergeSource"],
}
"""Element to why it is refused, whatever its relationship says."""
_ACTIVE_TYPES = (
    ("vbaproject", ACTIVE_KINDS["vbaProject"]),
    ("vbadata", ACTIVE_KINDS["vbaProject"]),
    ("macroenabled", ACTIVE_KINDS["vbaProject"]),
    ("keymapcustomizations", ACTIVE_KINDS["vbaProject"]),
    ("activex", ACTIVE_KINDS["control"]),
    ("oleobject", ACTIVE_KINDS["oleObject"]),
    ("attachedtoolbars", ACTIVE_KINDS["attachedToolbars"]),
    ("webextension", _ADD_IN),
)
"""What a content type in lower case says of a part that no relationship need lead to."""
_ACTIONS = (f"{{{DRAWING}}}hlinkClick", f"{{{DRAWING}}}hlinkHover", f"{{{DRAWING}}}hlinkMouseOver")
_RUNNING_ACTIONS = ("ppaction://program", "ppaction://macro", "ppaction://ole")
_RUNS = Active("REF-046", "an action that starts a program or a macro", "remove the action")


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


def active_elements(root: _Element) -> Iterator[tuple[_Element, Active]]:
    """The active elements of a part, each with why it is refused."""
    for element in root.iter(*_ACTIVE_ELEMENTS):
        yield element, _ACTIVE_ELEMENTS[str(element.tag)]
    for element in root.iter(*_ACTIONS):
        if element.get("action", "").strip().lower().startswith(_RUNNING_ACTIONS):
            yield element, _RUNS


def reason_of_part(name: str, content_type: str) -> Active | None:
    """Why a part is refused by its content type or name, whether or not a relationship leads to it."""
    declared = content_type.lower()
    if name.lower().startswith("customui/"):
        return ACTIVE_KINDS["extensibility"]
    if content_type in MACRO_TYPES:
        return None
    return next((active for mark, active in _ACTIVE_TYPES if mark in declared), None)
