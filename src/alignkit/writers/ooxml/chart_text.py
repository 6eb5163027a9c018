"""User text inside chart and workbook parts: the one place of these parts where characters are escaped."""

from __future__ import annotations

_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_ATTRIBUTE_SPACE = str.maketrans({"\n": "&#10;", "\t": "&#9;"})


def escaped(text: str) -> str:
    """`text` as the content of an element."""
    return text.translate(_XML)


def escaped_attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes, line ends and tabs kept."""
    return escaped(text).translate(_ATTRIBUTE_SPACE)
