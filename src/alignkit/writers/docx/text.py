"""Characters as WordprocessingML: the one place of this writer where text is escaped."""

from __future__ import annotations

import re

_ILLEGAL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe"
_REMOVED = re.compile(f"[{_ILLEGAL}]")
_CAREFUL = re.compile(f"[&<>\\t\\n\\r\\x85\\u2028\\u2029{_ILLEGAL}{_RIGHT_TO_LEFT}]")
"""What keeps a text from being copied as it stands."""
_careful = _CAREFUL.search
_ODD = re.compile(f'[&<>"\\t\\n\\r{_ILLEGAL}]')
"""What keeps a text from being the value of an attribute as it stands."""
_odd = _ODD.search
_PIECES = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]|\t")
_DIRECTIONS = re.compile(f"[{_RIGHT_TO_LEFT}](?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff]*[{_RIGHT_TO_LEFT}])*")
"""A stretch that reads from right to left, with the blanks, marks and digits inside it."""

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


def is_plain(text: str) -> bool:
    """Whether `text` can be copied into an element as it stands."""
    return not _careful(text) and text.strip() == text


def run(text: str, opening: str) -> str:
    """`text` as one or more runs, each beginning with `opening` (`<w:r>` and its properties)."""
    if not _careful(text):
        if text.strip() == text:
            return f"{opening}<w:t>{text}</w:t></w:r>" if text else ""
        return f'{opening}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return "".join(_directed_runs(text, opening))


def _directed_runs(text: str, opening: str) -> list[str]:
    """Runs in one direction each: Word sets a right-to-left stretch only in a run that says so."""
    runs, end = [], 0
    for match in _DIRECTIONS.finditer(text):
        runs.append(_run(text[end : match.start()], opening))
        runs.append(_run(match[0], _right_to_left(opening)))
        end = match.end()
    runs.append(_run(text[end:], opening))
    return runs


def _right_to_left(opening: str) -> str:
    if opening.endswith("</w:rPr>"):
        return f"{opening[: -len('</w:rPr>')]}<w:rtl/></w:rPr>"
    return f"{opening}<w:rPr><w:rtl/></w:rPr>"


def _run(text: str, opening: str) -> str:
    content, end = [], 0
    for match in _PIECES.finditer(text):
        content.append(_characters(text[end : match.start()]))
        content.append("<w:tab/>" if match[0] == "\t" else "<w:br/>")
        end = match.end()
    content.append(_characters(text[end:]))
    inside = "".join(content)
    return f"{opening}{inside}</w:r>" if inside else ""


def _characters(text: str) -> str:
    if not (clean := escaped(text)):
        return ""
    blank = clean[0].isspace() or clean[-1].isspace()
    return f'<w:t xml:space="preserve">{clean}</w:t>' if blank else f"<w:t>{clean}</w:t>"
