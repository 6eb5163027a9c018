"""Texts written elsewhere: paragraphs of a file and what the text rules find in them, for `lint-text`."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignkit.diagnostics import Diagnostic, Place, Report
from alignkit.prose import Passage, findings, language_of, line_paragraphs, load_text_rules
from alignkit.source.wording import listed
from alignkit.writers.ooxml.read_text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from alignkit.prose import TextRules

STANDARD_INPUT = "-"
"""The name of what is read from standard input."""
LARGEST_FILE = 20 * 2**20
"""Bytes of a file; a review has a few thousand."""
_MARKED = re.compile(r"\s*(?:[-*+•]|\d+[.)]|#{1,6}|>|\|)\s+")
"""What a line of a list, a heading or a quotation begins with."""
_FENCE = re.compile(r"\s*(?P<marks>`{3,}|~{3,})\s*(?P<language>[^\s`~]*)\s*\Z")
"""A line around code: marks, and at most a word for the language of the code."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKDOWN = (".md", ".markdown")
"""Endings of files in which a line end is a blank."""
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = frozenset(chr(code) for code in range(32)) - set("\t\n\r\f\v")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is known about the texts."""

    language: str = ""
    """Language they are written in; told from each file when empty."""
    person: str = ""
    """Whom they are about."""
    purpose: str = ""
    """What they are for, such as `develop`."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the line it stands in."""

    diagnostic: Diagnostic
    """What was found, and where."""
    where: str
    """The place as a person looks for it: `notes.txt:3:8`, `review.docx: paragraph 12`."""
    line: str
    """The line or paragraph."""
    start: int
    """Where in the line the words begin, from 0."""
    length: int
    """How many characters of the line they take."""


@dataclass(slots=True)
class Reading:
    """What was read and found."""

    report: Report = field(default_factory=Report)
    """Every problem, those of reading first."""
    found: list[Found] = field(default_factory=list)
    """What the rules found, file by file."""
    passages: int = 0
    """How many paragraphs were read."""
    guessed: dict[str, str] = field(default_factory=dict)
    """Language of each file that was read, where it was told from its words."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph and where it comes from."""

    text: str
    place: Place
    where: str
    in_lines: bool


def proofread(
    contents: Mapping[str, bytes], wish: Wish, banks: Mapping[str, Sequence[Path]], report: Report
) -> Reading:
    """What the text rules find in files.

    Args:
        contents: the bytes of each file by the name the user gave it.
        wish: what is known about the texts.
        banks: folders of banks by language, the nearest first.
        report: where problems of reading are already collected.

    Reports: TEXT-002 to TEXT-004, REF-003 to REF-012, BANK-020 to BANK-023, and what the rules find.

    """
    reading = Reading(report)
    known = sorted(name for name, folders in banks.items() if any(_has_rules(each) for each in folders))
    by_language: dict[str, TextRules | None] = {}
    if wish.language:
        by_language[wish.language] = load_text_rules(banks, wish.language, report)
        if by_language[wish.language] is None:
            message = f"there are no text rules for `{wish.language}`"
            report.broken("TEXT-004", message, hint=f"use {listed(tuple(known))}")
            return reading
    for name, content in contents.items():
        stretches = _stretches(content, name, report)
        if not stretches:
            continue
        language = wish.language
        if not language:
            language = language_of("\n".join(each.text for each in stretches), known)
            reading.guessed[name] = language
        if language not in by_language:
            by_language[language] = load_text_rules(banks, language, report)
        rules = by_language[language]
        if rules is None:
            continue
        reading.passages += len(stretches)
        for stretch in stretches:
            for each in _found(stretch, wish, rules):
                reading.found.append(each)
                report.add(each.diagnostic)
    return reading


def _has_rules(folder: Path) -> bool:
    return (folder / "text-rules.yaml").is_file()


def _found(stretch: _Stretch, wish: Wish, rules: TextRules) -> Iterator[Found]:
    passage = Passage(stretch.text, stretch.place, wish.purpose, person=wish.person)
    for each in findings([passage], rules):
        before = stretch.text[: each.start]
        line = before.count("\n")
        column = len(before) - before.rfind("\n") - 1 + (stretch.place.column - 1 if not line else 0)
        whole = stretch.text.split("\n")[line]
        if not line:
            whole = " " * (stretch.place.column - 1) + whole
        length = min(len(stretch.text[each.start : each.end].split("\n")[0]), len(whole) - column)
        number = stretch.place.line + (line if stretch.in_lines else 0)
        place = Place(stretch.place.file, number, column + 1, stretch.place.path)
        where = f"{place}" if stretch.in_lines else f"{stretch.place.file}: {stretch.where}"
        diagnostic = Diagnostic(each.code, each.severity, each.message, place, each.hint)
        yield Found(diagnostic, where, whole, column, max(length, 1))


def _stretches(content: bytes, name: str, report: Report) -> list[_Stretch]:
    """The paragraphs of a file.

    Reports: TEXT-002, TEXT-003, REF-003 to REF-012.
    """
    found = (
        _of_package(content, name, report) if content.startswith(b"PK") else _of_text(content, name, report)
    )
    if found is not None and not found:
        report.broken(
            "TEXT-003", f"`{name}` holds no text", Place(name, 1), hint="write the text and save the file"
        )
    return found or []


def _of_package(content: bytes, name: str, report: Report) -> list[_Stretch] | None:
    """The paragraphs of a Word or PowerPoint file; None with the reason in the report."""
    found = paragraphs(content, name, report)
    if found is None:
        return None
    return [
        _Stretch(each.text, Place(name, each.number, 1, each.where), each.where, in_lines=False)
        for each in found
    ]


def _of_text(content: bytes, name: str, report: Report) -> list[_Stretch] | None:
    """The paragraphs of a file that is no package; None with the reason in the report."""
    text = _decoded(content, name, report)
    return None if text is None else list(_of_lines(text, name))


def _decoded(content: bytes, name: str, report: Report) -> str | None:
    """The text of a file that is no package, or None with the reason in the report."""
    place = Place(name, 1)
    encoding = next((each for mark, each in _WIDE if content.startswith(mark)), "utf-8-sig")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if any(c in _CONTROLS for c in text):
        message = "expected a text, a Word or a PowerPoint file, found something else"
        report.broken("TEXT-002", message, place, hint="save it as .txt (UTF-8), .md, .docx or .pptx")
        return None
    return _without_comments(text.replace("\r\n", "\n").replace("\r", "\n"))


def _without_comments(text: str) -> str:
    """The text with blanks for its comments; what begins after the last end of one is none."""
    end = text.rfind("-->") + len("-->") if "-->" in text else 0
    return _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text[:end]) + text[end:]


def _of_lines(text: str, name: str) -> Iterator[_Stretch]:
    """The paragraphs of a text: divided by empty lines, and each line of a list by itself.

    Where a text is no Markdown, the end of a line that was not wrapped ends a paragraph too.
    """
    lines: list[str] = []
    first = 0
    every = [*text.split("\n"), ""]
    code = _code(every) if name.lower().endswith(_MARKDOWN) else frozenset()
    for number, line in enumerate(every, 1):
        marked = _MARKED.match(line)
        is_apart = not line.strip() or number in code or _FENCE.match(line) is not None
        if lines and (is_apart or marked):
            yield from _divided(lines, first, name)
            lines = []
        if is_apart:
            continue
        if not lines:
            first = number
        lines.append(line)


def _code(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines between two fences, from 1; a fence that nothing closes hides none."""
    code: set[int] = set()
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines, 1):
        fence = _FENCE.match(line)
        if fence is None:
            continue
        if opened is None:
            opened = number, fence["marks"]
        elif fence["marks"].startswith(opened[1]) and not fence["language"]:
            code.update(range(opened[0], number + 1))
            opened = None
    return frozenset(code)


def _divided(lines: list[str], first: int, name: str) -> Iterator[_Stretch]:
    """The paragraphs of lines that stand together."""
    if name.lower().endswith(_MARKDOWN):
        yield _stretch(lines, first, name)
        return
    for start, end in line_paragraphs(lines):
        yield _stretch(lines[start:end], first + start, name)


def _stretch(lines: list[str], first: int, name: str) -> _Stretch:
    marked = _MARKED.match(lines[0])
    begin = marked.end() if marked else len(lines[0]) - len(lines[0].lstrip())
    text = "\n".join([lines[0][begin:], *lines[1:]])
    return _Stretch(text, Place(name, first, begin + 1), "", in_lines=True)
