"""What kind of document a package is: of Word or PowerPoint, plain or with macros, usual or Strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .inspect_active import MACRO_TYPES
from .inspect_zip import RESAVE
from .namespaces import SLIDE_MAIN_TYPES, STRICT, WORD_MAIN_TYPES, kind_of
from .relationships import DEFAULT, OVERRIDE, TYPES_PART, ContentTypes, extension, read_content_types

if TYPE_CHECKING:
    from .inspect_parts import Intake

_EXTENSIONS = {
    "docx": WORD_MAIN_TYPES,
    "dotx": WORD_MAIN_TYPES,
    "pptx": SLIDE_MAIN_TYPES,
    "potx": SLIDE_MAIN_TYPES,
}
_MACRO_EXTENSIONS = frozenset({"docm", "dotm", "pptm", "potm", "ppsm"})
_OLD_EXTENSIONS = frozenset({"doc", "dot", "ppt", "pot", "rtf"})
_PLAIN_TYPES = {
    macro: f"application/vnd.openxmlformats-officedocument."
    f"{'wordprocessingml' if 'ms-word' in macro else 'presentationml'}.{kind}.main+xml"
    for macro, kind in MACRO_TYPES.items()
}


def check_kind(intake: Intake, types: ContentTypes) -> ContentTypes:
    """The content types, after refusing what is no Word or PowerPoint document and stripping macros."""
    desk, ending = intake.desk, extension(intake.desk.name)
    mains = [link for link in intake.links.get("", ()) if kind_of(link.type) == "officeDocument"]
    if len(mains) != 1 or mains[0].part not in intake.trees:
        found = sum(link.part in intake.trees for link in mains)
        desk.refuse("REF-018", f"package has one main part, found {found}", RESAVE)
        return types
    main = mains[0]
    if main.type.startswith(STRICT) or STRICT in str(intake.trees[main.part].tag):
        hint = "save it as Word Document (.docx), not as Strict Open XML Document"
        desk.refuse("REF-015", "reference is in the Strict variant of Open XML", hint)
        return types
    declared = types.of(main.part)
    if declared in MACRO_TYPES:
        if desk.found_active("REF-016", "macros: it is a macro-enabled document", "save it without macros"):
            return _without_macros(intake, types)
    elif declared not in WORD_MAIN_TYPES | SLIDE_MAIN_TYPES:
        desk.refuse("REF-017", f"reference is a Word or PowerPoint document, found `{declared}`", RESAVE)
    elif ending in _MACRO_EXTENSIONS | _OLD_EXTENSIONS or declared not in _EXTENSIONS.get(ending, {declared}):
        desk.refuse("REF-017", f"the ending `.{ending}` does not fit what is in the file", "rename the file")
    return types


def _without_macros(intake: Intake, types: ContentTypes) -> ContentTypes:
    root = intake.trees[TYPES_PART]
    for element in root.iter(DEFAULT, OVERRIDE):
        declared = element.get("ContentType", "")
        element.set("ContentType", _PLAIN_TYPES.get(declared, declared))
    intake.changed.add(TYPES_PART)
    return read_content_types(root)
