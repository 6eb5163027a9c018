"""Single values of a brand file: colours, fonts, short lines, and what is wrong with one that is none."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.source import Node, Source

_EXAMPLE = '"#0B5A70"'
_DIGITS = re.compile(r"#?([0-9A-Fa-f]+)\Z")
_COMMENT = re.compile(r"\s(#\S*)")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)\Z", re.IGNORECASE)
_FONT_FILE = re.compile(r"\.(?:ttf|otf|woff2?|ttc)\Z", re.IGNORECASE)
_FONT = re.compile(r"[^\W_][\w .&'+-]*\Z")
_LONGEST_FONT = 31  # LF_FACESIZE: Windows keeps 32 characters, the last one empty


class Wrong(NamedTuple):
    """What is wrong with a value, and the cure."""

    message: str
    """Expected before found."""
    hint: str
    """Begins with a verb."""


def color_in(node: Node, role: str, comment: str) -> str | Wrong:
    """Six hexadecimal digits in capitals; three are doubled, as in a style sheet."""
    expected = f"expected six hexadecimal digits for `{role}`, such as {_EXAMPLE}, found"
    value = node.value
    if value is None and comment:
        quoted = f'write `{role}: "{comment}"`' if _DIGITS.match(comment) else "put the value in quotes"
        return Wrong(f"{expected} nothing, since `{comment}` without quotes is a comment", quoted)
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not text:
        return Wrong(f"{expected} {shown(value)}", f"write `{role}: {_EXAMPLE}` or leave the key out")
    if digits := _DIGITS.match(text):
        found = digits[1].upper()
        if len(found) == 6:
            return found
        if len(found) == 3:
            return "".join(2 * digit for digit in found)
        if len(found) == 8:
            return Wrong(
                f"{expected} eight in `{text}`",
                f'write `{role}: "#{found[:6]}"`; there is no transparency here',
            )
        if text.startswith("#"):
            return Wrong(
                f"{expected} {len(found)} in `{text}`", "write all six, two each for red, green and blue"
            )
    if (parts := _RGB.match(text)) and all(int(part) < 256 for part in parts.groups()):
        digits_of = "".join(f"{int(part):02X}" for part in parts.groups())
        return Wrong(f"{expected} `{text}`", f'write `{role}: "#{digits_of}"`')
    return Wrong(
        f"{expected} {shown(value)}",
        "write the digits; names of colours mean a shade of their own to each program",
    )


def font_in(node: Node, key: str, comment: str) -> str | Wrong:
    """The name of one family, as the font menu of Word shows it."""
    del comment
    expected = f"expected the name of a font for `{key}`, such as `Calibri`, found"
    value = node.value
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not text:
        return Wrong(
            f"{expected} {shown(value)}", "write it as the font menu of Word shows it, or leave the key out"
        )
    if _FONT_FILE.search(text):
        return Wrong(
            f"{expected} the file `{text}`", "write the name of the font; fonts are not put into documents"
        )
    if "," in text:
        first = text.partition(",")[0].strip(" '\"")
        return Wrong(f"{expected} a list `{text}`", f"write one, such as `{first}`")
    if len(text) > _LONGEST_FONT:
        return Wrong(
            f"{expected} {len(text)} characters",
            f"write at most {_LONGEST_FONT}, as the font menu of Word shows it",
        )
    if not _FONT.match(text):
        return Wrong(
            f"{expected} {shown(text)}", "write letters and digits, as the font menu of Word shows it"
        )
    return text


def line_in(node: Node, key: str, comment: str, most: int) -> str | Wrong:
    """A text of one line of at most `most` characters; empty for a key without a value."""
    value = node.value
    if value == "" or (value is None and not comment):
        return ""
    if value is None:
        return Wrong(
            f"expected a text for `{key}`, found nothing, since `{comment}` is a comment",
            "put the value in quotes",
        )
    if not isinstance(value, str) or not value.strip():
        return Wrong(
            f"expected a text for `{key}`, found {shown(value)}", f"put the value of `{key}` in quotes"
        )
    text = " ".join(value.split())
    if len(text) > most:
        return Wrong(
            f"expected at most {most} characters for `{key}`, found {len(text)}", "shorten it to one line"
        )
    return text


def comment_at(node: Node, source: Source) -> str:
    """The comment that stands where a value was meant to be, as after `accent: #0B5A70`."""
    lines = source.lines.get(node.spot.file, ())
    if node.value is not None or node.key is None or node.key.line > len(lines):
        return ""
    found = _COMMENT.search(lines[node.key.line - 1], node.key.column)
    return found[1] if found else ""


def shown(value: object) -> str:
    """What was found, in words."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    return f"`{str(value)[:60]}`" if not isinstance(value, bool) else f"`{str(value).lower()}`"


def nearest_key(name: str, names: Iterable[str]) -> str:
    """A hint that names the closest of `names`, or all of them."""
    known = list(names)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"write `{close[0]}`" if close else f"choose from {', '.join(f'`{each}`' for each in known)}"
