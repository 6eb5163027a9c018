"""Runs of DrawingML: characters with the properties they are set in (ECMA-376 part 1, 21.1.2.3)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from alignkit.writers.ooxml.characters import ILLEGAL, RIGHT_TO_LEFT, attribute, escaped

from .palette import solid

_careful = re.compile(f"[&<>\\t\\n\\r\\x85\\u2028\\u2029{ILLEGAL}]").search
"""Whether a text cannot be copied as it stands."""
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_STRONG = re.compile(
    f"[{RIGHT_TO_LEFT}A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02af\u0370-\u058f\u0900-\u1fff\u3040-\ud7ff]"
)
"""A character with a direction of its own."""
_right_to_left = re.compile(f"[{RIGHT_TO_LEFT}]").match


class Look(NamedTuple):
    """How a run is set; what it does not say comes from its placeholder."""

    language: str
    """BCP 47 tag."""
    size: int = 0
    """Hundredths of a point; 0 for the placeholder's."""
    bold: bool = False
    """Set bold."""
    italic: bool = False
    """Set italic."""
    color: str = ""
    """A DrawingML colour; empty for the placeholder's."""
    link: str = ""
    """Id of the relationship to an address."""


def hundredths(points: float) -> int:
    """A size of text as DrawingML counts it."""
    return round(points * 100)


@lru_cache(maxsize=4096)
def properties(look: Look, element: str = "rPr") -> str:
    """The properties of a run."""
    attributes = f' lang="{attribute(look.language)}"'
    if look.size:
        attributes += f' sz="{look.size}"'
    if look.bold:
        attributes += ' b="1"'
    if look.italic:
        attributes += ' i="1"'
    inside = solid(look.color) if look.color else ""
    if look.link:
        inside += f'<a:hlinkClick r:id="{look.link}"/>'
    return f"<a:{element}{attributes}>{inside}</a:{element}>" if inside else f"<a:{element}{attributes}/>"


def run(text: str, look: Look) -> str:
    """`text` in one run, or in several with line ends between them."""
    if not text:
        return ""
    if not _careful(text):
        return f"<a:r>{properties(look)}<a:t>{text}</a:t></a:r>"
    return line_end(look).join([_run(piece, look) for piece in _LINE_END.split(text)])


def _run(text: str, look: Look) -> str:
    # a tab would jump to a stop that layout has not measured
    clean = escaped(text.replace("\t", " "))
    return f"<a:r>{properties(look)}<a:t>{clean}</a:t></a:r>" if clean else ""


def line_end(look: Look) -> str:
    """A new line inside a paragraph."""
    return f"<a:br>{properties(look)}</a:br>"


def reads_from_right(text: str) -> bool:
    """Whether the first character with a direction reads from right to left."""
    if text.isascii():
        return False
    first = _STRONG.search(text)
    return first is not None and _right_to_left(first[0]) is not None
