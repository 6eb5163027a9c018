"""A number as its format code shows it (ECMA-376 part 1, 18.8.30), as Word shows a chart's numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_PIECES = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].|[#0?.,]+|.', re.DOTALL)
_DIGITS = frozenset("#0?.,")
_MINUS = "\u2212"
_MARKS = {"de": (".", ","), "fr": ("\u202f", ","), "es": (".", ","), "it": (".", ","), "nl": (".", ",")}
"""Marks between thousands and before decimals by language; English marks where none are listed."""


@dataclass(frozen=True, slots=True)
class _Section:
    before: str
    digits: str
    after: str
    percent: bool


def shown(value: Decimal, code: str, language: str = "en") -> str:
    """The number as text, rounded half away from zero, with a true minus sign.

    Args:
        value: The exact number.
        code: Up to three sections for positive, negative and zero: `#,##0.0`, `0%`, `+0.0;-0.0`.
        language: BCP 47 tag that decides the marks between digits.

    """
    sections = _split(code)
    number = _rounded(value, _section(sections[0]))
    if number < 0 and len(sections) > 1:
        return _written(abs(value), _section(sections[1]), language).replace("-", _MINUS)
    if number == 0 and len(sections) > 2:
        return _written(Decimal(0), _section(sections[2]), language)
    sign = _MINUS if number < 0 else ""
    return sign + _written(abs(value), _section(sections[0]), language)


def _split(code: str) -> list[str]:
    sections = [""]
    for piece in _PIECES.findall(code):
        if piece == ";":
            sections.append("")
        else:
            sections[-1] += piece
    return ["0.##########" if section.lower() == "general" else section for section in sections] or ["0"]


def _section(code: str) -> _Section:
    before, digits, after = "", "", ""
    for piece in _PIECES.findall(code):
        if piece[0] in _DIGITS and not after:
            digits += piece
        elif digits:
            after += _literal(piece)
        else:
            before += _literal(piece)
    return _Section(before, digits or "0", after, "%" in before + after)


def _literal(piece: str) -> str:
    if piece[0] == '"':
        return piece[1:-1]
    if piece[0] == "\\":
        return piece[1]
    return "" if piece[0] in "[_*" and len(piece) > 1 else piece


def _scaled(value: Decimal, section: _Section) -> Decimal:
    thousands = len(section.digits) - len(section.digits.rstrip(","))
    return value * (100 if section.percent else 1) / Decimal(1000) ** thousands


def _rounded(value: Decimal, section: _Section) -> Decimal:
    places = len(section.digits.rstrip(",").partition(".")[2])
    return _scaled(value, section).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _written(value: Decimal, section: _Section, language: str) -> str:
    thousands, point = _MARKS.get(language.partition("-")[0].lower(), (",", "."))
    whole_code, _, decimal_code = section.digits.rstrip(",").partition(".")
    whole, _, decimals = f"{_rounded(value, section):f}".partition(".")
    least = len(decimal_code.rstrip("#?"))
    decimals = decimals[:least] + decimals[least:].rstrip("0")
    if "," in whole_code:
        whole = f"{int(whole):,}".replace(",", thousands)
    return section.before + whole + (point + decimals if decimals else "") + section.after
