"""A bound value as inlines: the one place where a value meets the formatter and becomes characters."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from alignkit.model.draft import Cited, Joined, Styled, Worded
from alignkit.model.inlines import Break, Inline, Shown, Text
from alignkit.values import CalendarQuarter, Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.formats import Formats

_LINE_ENDS = re.compile(r"[ \t]*(?:\r\n|[\n\r\u2028\u2029\x85\x0b\x0c])[ \t]*")
_BLANKS = re.compile(r" {2,}")
_STOP = re.compile(r"\.(?![\w.])")
_ENDS = (".", "!", "?", "…", "。", "！", "？")


def show(value: object, formats: Formats, *, one_line: bool = False) -> tuple[Inline, ...]:
    """The inlines of a value: text stays text, a figure keeps its key.

    Args:
        value: text, a quarter, a whole number, a date, a figure, a styled figure or date, a figure in words,
            a statement, or several of these.
        formats: how numbers and dates are written.
        one_line: line ends become spaces, for headings, cells and subjects.

    """
    if isinstance(value, CalendarQuarter):
        return (Text(formats.months(value.start, value.end)),)
    if isinstance(value, str):
        return text_inlines(value, one_line=one_line)
    if isinstance(value, Figure):
        return (Shown(formats.figure(value), value.key, value.stale),)
    if isinstance(value, Styled):
        return _styled(value, formats)
    if isinstance(value, Worded):
        return (Shown(value.words, value.value.key, value.value.stale),)
    if isinstance(value, Cited):
        return (Shown(value.text, value.key, phrase=value.phrase),)
    if isinstance(value, Joined):
        return _joined(value, formats, one_line=one_line)
    if isinstance(value, date):
        return (Text(formats.date(value)),)
    if isinstance(value, int):
        return (Text(formats.number(value)),)
    if isinstance(value, tuple):
        return _several(value, formats, one_line=one_line)
    raise TypeError(f"{type(value).__name__} cannot be shown in a line")


def text_inlines(text: str, *, one_line: bool = False) -> tuple[Inline, ...]:
    """User text as inlines; its line ends become breaks, or spaces where only one line fits."""
    if not text:
        return ()
    if text.isprintable() or not _LINE_ENDS.search(text):  # no line end can be printed
        return (Text(text),)
    parts = [part for part in _LINE_ENDS.split(text.strip()) if part]
    if one_line:
        return (Text(" ".join(parts)),) if parts else ()
    inlines: list[Inline] = []
    for part in parts:
        if inlines:
            inlines.append(Break())
        inlines.append(Text(part))
    return tuple(inlines)


def written(text: str, before: Sequence[Inline]) -> str:
    """A template's own text as it stands after `before`.

    Blanks around a part that was left out become one, and a full stop after a value that brings its own end,
    such as `20. Nov.` or `Really?`, falls away.
    """
    if before and _STOP.match(text) and plain(tuple(before[-1:])).endswith(_ENDS):
        text = text[1:]
    if before and text.startswith(" ") and plain(tuple(before[-1:])).endswith(" "):
        text = text.lstrip(" ")
    return _BLANKS.sub(" ", text)


def plain(inlines: tuple[Inline, ...]) -> str:
    """The characters of inlines, as a title or an index needs them."""
    if len(inlines) == 1 and isinstance(only := inlines[0], (Text, Shown)):  # most cells and lines
        return only.text
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text) | Shown(text=text):
                parts.append(text)
            case Break():
                parts.append(" ")
            case _:
                parts.append(plain(inline.children))
    return "".join(parts)


def _styled(value: Styled, formats: Formats) -> tuple[Inline, ...]:
    inner = value.value
    if isinstance(inner, Figure):
        text = formats.count(inner) if value.style == "counted" else formats.figure(inner, value.style)
        return (Shown(text, inner.key, inner.stale),)
    return (Text(formats.date(inner, value.style)),)


def _joined(statement: Joined, formats: Formats, *, one_line: bool) -> tuple[Inline, ...]:
    """The parts of a statement one after the other; neighbouring texts become one."""
    inlines: list[Inline] = []
    for part in statement.parts:
        for inline in show(part, formats, one_line=one_line):
            if isinstance(inline, Text) and inlines and isinstance(last := inlines[-1], Text):
                inlines[-1] = Text(last.text + inline.text)
            else:
                inlines.append(inline)
    return tuple(inlines)


def _several(values: tuple[object, ...], formats: Formats, *, one_line: bool) -> tuple[Inline, ...]:
    """Several values as the language lists them: a, b and c."""
    marks = [f"\ue000{index}\ue001" for index in range(len(values))]
    inlines: list[Inline] = []
    for part in re.split(r"(\ue000\d+\ue001)", formats.list(marks)):
        if part.startswith("\ue000"):
            inlines.extend(show(values[int(part[1:-1])], formats, one_line=one_line))
        elif part:
            inlines.append(Text(part))
    return tuple(inlines)
