"""Characters of a text inside a part: what XML forbids is left out, what it reads as markup is escaped."""

from __future__ import annotations

import re

ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Characters that XML or Office forbids, as ranges of a regular expression."""
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe"
"""Characters that read from right to left, as ranges of a regular expression."""

_REMOVED = re.compile(f"[{ILLEGAL}]")
_ODD = re.compile(f'[&<>"\\t\\n\\r{ILLEGAL}]')
"""What keeps a text from being the value of an attribute as it stands."""
_odd = _ODD.search
_ELEMENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": " ", "\r": " ", "\t": " "}
)


def escaped(text: str) -> str:
    """`text` as the content of an element; characters that XML forbids are left out."""
    return _REMOVED.sub("", text).translate(_ELEMENT)


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes, in one line."""
    return _REMOVED.sub("", text).translate(_ATTRIBUTE) if _odd(text) else text
