"""A number as its format code shows it (ECMA-376 part 1, 18.8.30), as Word shows a chart's numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from alignkit.formats import is_known_locale, rounded
from alignkit.formats.digits import exponent_of, number_text

_PIECES = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].|[#0?.,]+|.', re.DOTALL)
_DIGITS = frozenset("#0?.,")
_MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class _Section:
    before: str
    digits: str
    after: str
    factor: int
    divisor: Decimal
    places: int


def shown(value: Decimal, code: str, language: str = "en") -> str:
    """The number as text, rounded half away from zero, with a true minus sign.

    Args:
        value: The exact number.
        code: Up to three sections for positive, negative and zero: `#,##0.0`, `0%`, `+0.0;-0.0`.
        language: BCP 47 tag that decides the marks between digits.

    """
    sections = _sections(code or "General")
    first = sections[0]
    number = rounded(_scaled(value, first), first.places)
    language = language if is_known_locale(language) else "en"
    if number < 0 and len(sections) > 1:
        return _written(abs(value), sections[1], language).replace("-", _MINUS)
    if number == 0 and len(sections) > 2:
        return _written(Decimal(0), sections[2], language)
    sign = _MINUS if number < 0 else ""
    return sign + _written(abs(value), first, language)


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[_Section, ...]:
    return tuple(_section(section) for section in _split(code))


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
    factor = 100 if "%" in before + after else 1
    bare = digits.rstrip(",")
    divisor = Decimal(1000) ** (len(digits) - len(bare))
    return _Section(before, digits, after, factor, divisor, len(bare.partition(".")[2]))


def _literal(piece: str) -> str:
    if piece[0] == '"':
        return piece[1:-1]
    if piece[0] == "\\":
        return piece[1]
    return "" if piece[0] in "[_*" and len(piece) > 1 else piece


def _scaled(value: Decimal, section: _Section) -> Decimal:
    return value * section.factor / section.divisor


def _written(value: Decimal, section: _Section, language: str) -> str:
    if not section.digits:
        return section.before
    whole_code, _, decimal_code = section.digits.rstrip(",").partition(".")
    number = rounded(_scaled(value, section), len(decimal_code))
    places = max(len(decimal_code.rstrip("#?")), -min(exponent_of(number), 0))
    if "," in whole_code:
        return section.before + number_text(language, number, places) + section.after
    whole = int(number)
    tail = number_text(language, number - whole, places).removeprefix("0")
    return f"{section.before}{whole}{tail}{section.after}"
