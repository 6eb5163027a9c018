"""What is wrong with a text YAML refuses, in words of somebody who writes texts and not programs.

The parser's own sentence is of no use to them and changes with its version; the kind of mistake is read off
the lines around the position it gives.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .wording import LONGEST_QUOTE, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TIGHT = re.compile(r"(?P<before>\s*(?:-\s+)*)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/:].*?)\s*\Z")
_ODD_BLANK = re.compile(r"[^\S \t\n]")
_BLANKS = {"\u00a0": "no-break space", "\u202f": "narrow no-break space", "\u3000": "wide space"}
"""What people call blanks that come with copied text."""
_CURLY = re.compile(r"\A[\u201c-\u201f\u00ab\u00bb](.*)[\u201c-\u201f\u00ab\u00bb]\Z")
"""A text in the quotes of a word processor, which are none to YAML."""
_COMMENT = re.compile(r"\s+#.*\Z")
_QUOTE_START = re.compile(r"""(?:^|[:\-\[{,]\s+|[\[{])\s*(?=["'])""")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_BRACKET = re.compile(
    r"""(?P<open>[\[{])|(?P<close>[\]}])|"(?:[^"\\]|\\.)*"|(?<=[\s\[{,:])'(?:[^']|'')*'|(?:^|\s)#.*"""
)


class Flaw(NamedTuple):
    """A mistake of syntax, with its position from 0."""

    code: str
    message: str
    hint: str
    line: int
    column: int


class Sight(NamedTuple):
    """What a rule looks at: the lines, where the parser gave up, and where what it was reading had begun."""

    lines: Sequence[str]
    line: int
    column: int
    begun: tuple[int, int]

    @property
    def here(self) -> str:
        """The line where the parser gave up."""
        return self.line_at(self.line)

    @property
    def mark(self) -> str:
        """The character where the parser gave up, empty at the end of a line."""
        return self.here[self.column : self.column + 1]

    def line_at(self, number: int) -> str:
        """A line, empty beyond the ends."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def near(self) -> tuple[int, ...]:
        """The line where the parser gave up and the last one with text before it, nearest cause first."""
        above = (n for n in range(min(self.line, len(self.lines)) - 1, -1, -1) if self.lines[n].strip())
        return (*([first] if (first := next(above, None)) is not None else []), self.line)


def explain(lines: Sequence[str], at: tuple[int, int], begun: tuple[int, int] | None) -> tuple[Flaw, ...]:
    """Why a parser gave up at `at`: every flaw of the kind found, at least one."""
    sight = Sight(lines, *at, begun or at)
    for rule in RULES:
        if flaws := rule(sight):
            return flaws
    return (_unknown(sight),)


def _tabs(sight: Sight) -> tuple[Flaw, ...]:
    found = (
        (number, line.index("\t"))
        for number, line in enumerate(sight.lines)
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip()
    )
    return tuple(
        Flaw("YAML-007", "expected spaces before this line, found a tab", "indent with spaces", *at)
        for at in found
    )


def _odd_blanks(sight: Sight) -> tuple[Flaw, ...]:
    """A blank before a line that looks like a space and is none to YAML."""
    for number in (sight.line, *sight.near(), sight.begun[0]):
        line = sight.line_at(number)
        found = _ODD_BLANK.search(line[: len(line) - len(line.lstrip())])
        if found:
            name = _BLANKS.get(found[0], "blank")
            message = f"expected spaces before this line, found a {name} (U+{ord(found[0]):04X})"
            hint = "write a space in its place, which looks the same"
            return (Flaw("YAML-011", message, hint, number, found.start()),)
    return ()


def _open_quote(sight: Sight) -> tuple[Flaw, ...]:
    for number in range(max(0, sight.begun[0]), min(sight.line, len(sight.lines) - 1) + 1):
        if (column := open_quote(sight.lines[number])) is not None:
            mark = sight.lines[number][column]
            return (
                Flaw("YAML-008", f"expected a closing {mark} on this line, found none",
                     f"close the text with {mark}", number, column),
            )  # fmt: skip
    return ()


def open_quote(line: str) -> int | None:
    """Column of a quote that begins a text and is not closed on `line`."""
    position = 0
    while match := _QUOTE_START.search(line, position):
        closed = (_DOUBLE if line[match.end()] == '"' else _SINGLE).match(line, match.end())
        if closed is None:
            return match.end()
        position = closed.end()
    return None


def _after_quote(sight: Sight) -> tuple[Flaw, ...]:
    """Text goes on after a closing quote, as in `"He said "hi""`."""
    before = sight.here[: sight.column].rstrip()
    if not before.endswith(('"', "'")) or sight.mark in {"", ":", "#", ",", "]", "}"}:
        return ()
    other = "'" if before.endswith('"') else '"'
    return (
        Flaw("YAML-008", f"expected the end of the value after the closing {before[-1]}, found more text",
             f"put the whole value in {other} and {other}, or double the quotes inside" if before[-1] == "'"
             else f"put the whole value in {other} and {other}, or write \\\" for a quote inside",
             sight.line, sight.column),
    )  # fmt: skip


def _escape(sight: Sight) -> tuple[Flaw, ...]:
    line, column = sight.begun
    if sight.line_at(line)[column : column + 1] != '"' or "\\" not in sight.here[: sight.column + 1]:
        return ()
    position = sight.here.rindex("\\", 0, sight.column + 1)
    return (
        Flaw("YAML-008", f"{quoted(sight.here[position : position + 2])} means nothing within double quotes",
             "write \\\\ for a backslash, or put the value in single quotes", sight.line, position),
    )  # fmt: skip


def _reserved(sight: Sight) -> tuple[Flaw, ...]:
    """A value that begins with a character YAML keeps for itself."""
    for line, column in (sight.begun, (sight.line, sight.column)):
        mark = sight.line_at(line)[column : column + 1]
        dashed = mark == "-" and sight.line_at(line)[:column].rstrip().endswith(":")
        if dashed or (mark and mark in "%@`*&>|!?,"):
            named = "a backtick" if mark == "`" else f"`{mark}`"
            message = f"{named} at the start of a value means something else to YAML"
            return (Flaw("YAML-010", message, _put_in_quotes(sight.line_at(line)), line, column),)
    return ()


def _tight_colon(sight: Sight) -> tuple[Flaw, ...]:
    for number in sight.near():
        match = _TIGHT.match(sight.line_at(number))
        if match:
            value = _COMMENT.sub("", match["value"])
            return (
                Flaw("YAML-009", f"expected a space after the colon of {quoted(match['key'])}, found none",
                     f"write {quoted(match['key'] + ': ' + value)}", number, match.end("key")),
            )  # fmt: skip
    return ()


def _second_colon(sight: Sight) -> tuple[Flaw, ...]:
    """`cause: Consent: 30 pages`: the second colon would begin another key."""
    if sight.mark != ":" or ": " not in sight.here[: sight.column] + " ":
        return ()
    if ": " not in sight.here[: sight.column] and not sight.here[: sight.column].rstrip().endswith(":"):
        return ()
    message = "a colon followed by a space cannot stand in a value without quotes"
    return (Flaw("YAML-010", message, _put_in_quotes(sight.here), sight.line, sight.column),)


def _bracket(sight: Sight) -> tuple[Flaw, ...]:
    line, column = sight.begun
    opened = sight.line_at(line)[column : column + 1]
    if opened not in {"[", "{"}:
        return _lone_bracket(sight) or _text_after_bracket(sight)
    closing = "]" if opened == "[" else "}"
    hidden = re.search(r"\s#.*[\]}]", sight.line_at(line)[column:])
    if hidden:
        return (
            Flaw("YAML-010", f"expected `{closing}`, found a comment: text after ` #` is not read",
                 "put the text that holds the # in quotes", line, column + hidden.start() + 1),
        )  # fmt: skip
    if sight.line == line and sight.mark:
        return (
            Flaw("YAML-012", f"expected a comma or `{closing}`, found {quoted(sight.here[sight.column :])}",
                 "add the comma, or put text that holds a comma, a colon or a bracket in quotes",
                 line, sight.column),
        )  # fmt: skip
    return (
        Flaw("YAML-012", f"expected a closing `{closing}` for the `{opened}` that opens here, found none",
             f"close it with `{closing}`", line, column),
    )  # fmt: skip


def _lone_bracket(sight: Sight) -> tuple[Flaw, ...]:
    if sight.mark not in {"]", "}"}:
        return ()
    hint = "remove it, or put the value in quotes"
    return (
        Flaw(
            "YAML-012",
            f"`{sight.mark}` closes a bracket that was never opened",
            hint,
            sight.line,
            sight.column,
        ),
    )


def _text_after_bracket(sight: Sight) -> tuple[Flaw, ...]:
    if not sight.here[: sight.column].rstrip().endswith(("]", "}")) or not sight.mark:
        return ()
    message = "a value that begins with a bracket has to end with it, or stand in quotes"
    return (Flaw("YAML-010", message, _put_in_quotes(sight.here), sight.line, sight.column),)


def _never_closed(sight: Sight) -> tuple[Flaw, ...]:
    """A bracket that is still open where the text ends."""
    if sight.line < len(sight.lines) - 1 or sight.mark:
        return ()
    left = _left_open(sight.lines)
    if left is None:
        return ()
    opened = sight.line_at(left[0])[left[1]]
    closing = "]" if opened == "[" else "}"
    message = f"expected a closing `{closing}` for the `{opened}` that opens here, found none"
    return (Flaw("YAML-012", message, f"close it with `{closing}`", *left),)


def _left_open(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where the innermost bracket opens that nothing closes."""
    opened: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        for match in _BRACKET.finditer(line):
            if match["open"]:
                opened.append((number, match.start()))
            elif match["close"] and opened:
                opened.pop()
    return opened[-1] if opened else None


def _no_colon(sight: Sight) -> tuple[Flaw, ...]:
    """A line with neither key nor dash where a key was expected."""
    line, column = sight.begun
    text = sight.line_at(line).strip()
    if not text or ":" in text or text.startswith("-") or sight.begun == (sight.line, sight.column):
        return ()
    return (
        Flaw("YAML-006", f"expected `key: value`, found {quoted(text)}",
             "add the key and a colon, or indent the line below the text it continues", line, column),
    )  # fmt: skip


def _indentation(sight: Sight) -> tuple[Flaw, ...]:
    if sight.here[: sight.column].strip() not in {"", "-"} and sight.mark != ":":
        return ()
    if not sight.here.strip():
        return ()
    column = len(sight.here) - len(sight.here.lstrip())
    return (
        Flaw("YAML-011", "this line is indented like none of the lines it could belong to",
             "give it as many spaces as the line above that it belongs with", sight.line, column),
    )  # fmt: skip


def _unknown(sight: Sight) -> Flaw:
    line = min(sight.line, max(len(sight.lines) - 1, 0))
    hint = (
        "put texts with unusual characters in quotes and check the indentation of this line and the one above"
    )
    return Flaw("YAML-006", "this line is not YAML: `key: value` or `- entry`", hint, line, sight.column)


def _put_in_quotes(line: str) -> str:
    """The hint that shows the value in quotes where the line holds one key, else says so."""
    key, colon, value = _COMMENT.sub("", line).strip().lstrip("- ").partition(": ")
    value = _CURLY.sub(r"\1", value)
    mark = '"' if '"' not in value and "\\" not in value else "'"
    simple = colon and value and not {mark, "`"} & set(value) and key[:1] not in {"", "{", "[", '"', "'"}
    written = f"{key}: {mark}{value}{mark}"
    return (
        f"write {quoted(written)}" if simple and len(written) <= LONGEST_QUOTE else "put the value in quotes"
    )


RULES: tuple[Callable[[Sight], tuple[Flaw, ...]], ...] = (
    _tabs,
    _odd_blanks,
    _escape,
    _open_quote,
    _after_quote,
    _reserved,
    _tight_colon,
    _second_colon,
    _bracket,
    _never_closed,
    _no_colon,
    _indentation,
)
"""Kinds of mistakes, the most certain first."""
