"""Characters as WordprocessingML: runs of text in one direction each."""

from __future__ import annotations

import re

from alignkit.writers.ooxml.characters import ILLEGAL, RIGHT_TO_LEFT, attribute, escaped

__all__ = ["attribute", "escaped", "is_plain", "run"]

_CAREFUL = re.compile(f"[&<>\\t\\n\\r\\x85\\u2028\\u2029{ILLEGAL}{RIGHT_TO_LEFT}]")
"""What keeps a text from being copied as it stands."""
_careful = _CAREFUL.search
_PIECES = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]|\t")
_DIRECTIONS = re.compile(f"[{RIGHT_TO_LEFT}](?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff]*[{RIGHT_TO_LEFT}])*")
"""A stretch that reads from right to left, with the blanks, marks and digits inside it."""


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
