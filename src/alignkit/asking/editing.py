"""One value put into the text of a file; every other character stays where and what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from alignkit.source.spans import Span, Spans, spans_of

from .yaml_text import Indents, element_lines, in_brackets, key_lines, pair, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignkit.source import Data, Spot, Step

_BREAK = re.compile(r"\r\n|\n|\r")


class Page(NamedTuple):
    """The text of one file with what editing has to know of it."""

    text: str
    spans: Spans
    line_end: str
    """The line end the file has."""
    indents: Indents
    """How far it sets its lines in."""


def page_of(text: str) -> Page:
    """A file's text as it can be edited; only for one that was read without a mistake."""
    spans = spans_of(text)
    found = _BREAK.search(text)
    return Page(text, spans, found[0] if found else "\n", _indents(spans.root))


def edits(page: Page, span: Span, key: Spot | None, rest: Sequence[Step], value: Data) -> Iterator[str]:
    """Texts in which `value` stands `rest` below `span`, the most natural first; the reader decides.

    Args:
        page: the file.
        span: the value that is there.
        key: where its key stands; None for an entry of a list.
        rest: what is not there yet; empty to write another value in place of this one.
        value: what is to stand at its end.

    """
    if span.is_marked or span.form == "repetition":
        return
    if rest and span.form == "mapping":
        yield from _with_key(page, span, str(rest[0]), nested(rest[1:], value))
    elif rest and span.form == "list":
        yield from _with_element(page, span, nested(rest[1:], value))
    elif span.form == "scalar" or (not rest and not span.entries):
        yield from _with_value(page, key, span, nested(rest, value))


def root_edit(page: Page, key: str, value: Data) -> str:
    """The text with a first key, for a file that holds nothing but comments."""
    end = len(page.text)
    return _with_lines(page, end, key_lines(key, value, page.indents))


def nested(steps: Sequence[Step], value: Data) -> Data:
    """`value` inside everything that `steps` name; a number stands for the only entry of a list."""
    for step in reversed(steps):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _with_key(page: Page, span: Span, key: str, value: Data) -> Iterator[str]:
    if span.is_flow:
        yield _within_brackets(page, span, pair(key, value))
        return
    is_short = isinstance(value, dict) and bool(span.entries) and all(map(_is_short_block, span.entries))
    own = [pair(key, value)] if is_short else key_lines(key, value, page.indents)
    lines = [" " * span.column + line for line in own]
    yield _with_lines(page, _end_of_block(page, span), lines)
    before = page.text.rfind("\n", 0, span.last_key) + 1
    if not page.text[before : span.last_key].strip():
        yield page.text[:before] + page.line_end.join([*lines, ""]) + page.text[before:]


def _is_short_block(span: Span) -> bool:
    return span.form == "mapping" and span.is_flow


def _with_element(page: Page, span: Span, value: Data) -> Iterator[str]:
    if span.is_flow:
        yield _within_brackets(page, span, in_brackets(value))
        return
    is_short = bool(span.entries) and span.entries[-1].is_flow
    own = [f"- {in_brackets(value)}"] if is_short else element_lines(value, page.indents)
    yield _with_lines(page, _end_of_block(page, span), [" " * span.column + line for line in own])


def _with_value(page: Page, key: Spot | None, span: Span, value: Data) -> Iterator[str]:
    """The text with another single value, or with a value where there was none."""
    text = page.text
    if span.start < span.end:
        bracketed = _is_in_brackets(page, span)
        new = in_brackets(value) if isinstance(value, dict | list) else scalar(value, in_brackets=bracketed)
        yield text[: span.start] + new + text[span.end :]
    elif isinstance(value, dict | list) and key and not _is_in_brackets(page, span):
        own = key_lines("x", value, page.indents)[1:]
        lines = [" " * (key.column - 1) + line for line in own]
        if lines:
            yield _with_lines(page, _end_of_line(text, span.start), lines)
        yield f"{text[: span.start]} {in_brackets(value)}{text[span.end :]}"
    else:
        blank = "" if text[span.start - 1 : span.start].isspace() else " "
        yield f"{text[: span.start]}{blank}{in_brackets(value)}{text[span.end :]}"


def _is_in_brackets(page: Page, span: Span) -> bool:
    """Whether a value stands within brackets, where commas and colons mean more."""
    return any(
        other.is_flow and other.start < span.start and span.end < other.end
        for other in page.spans.at.values()
    )


def _within_brackets(page: Page, span: Span, new: str) -> str:
    """The text with a last entry in a pair of brackets; a comma at their end serves the new one."""
    text = page.text
    if not span.entries:
        return f"{text[: span.start + 1]}{new}{text[span.start + 1 :]}"
    at = max(entry.end for entry in span.entries)
    comma = re.match(r"(?:\s|(?<=\s)#[^\r\n]*+)*+,", text[at : span.end])
    if comma:
        return f"{text[: at + comma.end()]} {new}{text[at + comma.end() :]}"
    return f"{text[:at]}, {new}{text[at:]}"


def _with_lines(page: Page, at: int, lines: Sequence[str]) -> str:
    """The text with `lines` after the line that ends at `at`; a file without a last line end stays so."""
    text, own = page.text, page.line_end.join(lines)
    found = _BREAK.match(text, at)
    if found:
        return f"{text[: found.end()]}{own}{page.line_end}{text[found.end() :]}"
    if text[-1:] in ("\n", "\r", "\ufeff", ""):
        return f"{text}{own}{page.line_end}"
    return f"{text}{page.line_end}{own}"


def _end_of_block(page: Page, span: Span) -> int:
    """The end of the last line of a block, the comments right below that belong to it included."""
    text = page.text
    if text[span.end - 1 : span.end] == "\n":  # a text that keeps the blank lines after it
        return span.end - (2 if text[: span.end].endswith("\r\n") else 1)
    at, outer = _end_of_line(text, span.end), _outer_column(page, span)
    while found := _BREAK.match(text, at):
        line = text[found.end() : _end_of_line(text, found.end())]
        blanks = len(line) - len(line.lstrip(" "))
        if not line.lstrip().startswith("#") or blanks < span.column or blanks <= outer:
            break
        at = found.end() + len(line)
    return at


def _outer_column(page: Page, span: Span) -> int:
    """The column of the block around a block; -1 for the whole file."""
    around = [
        other.column
        for other in page.spans.at.values()
        if other is not span and not other.is_flow and other.form in ("mapping", "list")
        and other.start <= span.start and span.end <= other.end
    ]  # fmt: skip
    return max(around, default=-1)


def _end_of_line(text: str, at: int) -> int:
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def _indents(root: Span | None) -> Indents:
    """How far the first nested blocks of a file are set in; two blanks where there are none."""
    keys = dashes = None
    for span in _blocks(root):
        for entry in span.entries if span.form == "mapping" else ():
            if entry.is_flow or entry.form not in ("mapping", "list"):
                continue
            if entry.form == "mapping" and keys is None:
                keys = entry.column - span.column
            elif entry.form == "list" and dashes is None:
                dashes = entry.column - span.column
    return Indents(keys or 2, 2 if dashes is None else dashes)


def _blocks(span: Span | None) -> Iterator[Span]:
    if span is None:
        return
    yield span
    for entry in span.entries:
        if not entry.is_flow:
            yield from _blocks(entry)
