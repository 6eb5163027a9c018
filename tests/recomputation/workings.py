"""The working of a figure, read from the page and done again: `(480,000 + 0) / 20 = 24,000`.

A number on a page may have been rounded, so each stands for all the numbers that are written like it; the result
on the page has to be one that can come of them.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from wordings import digits, plain, read_digits

if TYPE_CHECKING:
    from wordings import Locale

_ROUNDINGS = {
    ", rounded up": math.ceil,
    ", rounded down": math.floor,
    ", aufgerundet": math.ceil,
    ", abgerundet": math.floor,
}


class UnreadableError(Exception):
    """The text is no working."""


class Range(NamedTuple):
    """All numbers from one to another."""

    least: Fraction
    most: Fraction


def _of(*values: Fraction) -> Range:
    return Range(min(values), max(values))


class _Parser:
    """Sums, products, powers of sign, the lesser of two and amounts without their sign."""

    def __init__(self, text: str, locale: Locale) -> None:
        self.locale = locale
        self.pieces = re.findall(rf"{digits(locale)}|min|[()|;+\u2212/×·*-]|\S", text)
        self.at = 0

    def peek(self) -> str:
        return self.pieces[self.at] if self.at < len(self.pieces) else ""

    def take(self, expected: str = "") -> str:
        piece = self.peek()
        if not piece or (expected and piece != expected):
            raise UnreadableError
        self.at += 1
        return piece

    def sum(self) -> Range:
        value = self.product()
        while self.peek() in ("+", "\u2212", "-") and self.peek():
            sign, other = self.take(), self.product()
            other = other if sign == "+" else Range(-other.most, -other.least)
            value = Range(value.least + other.least, value.most + other.most)
        return value

    def product(self) -> Range:
        value = self.atom()
        while self.peek() in ("×", "·", "*", "/") and self.peek():
            if self.take() == "/":
                value = _divided(value, self.atom())
            else:
                other = self.atom()
                value = _of(*(left * right for left in value for right in other))
        return value

    def atom(self) -> Range:
        piece = self.take()
        if piece == "(":
            value = self.sum()
            self.take(")")
            return value
        if piece == "|":
            value = self.sum()
            self.take("|")
            return (
                _of(*map(abs, value))
                if value.least * value.most > 0
                else Range(Fraction(0), max(map(abs, value)))
            )
        if piece in ("\u2212", "-"):
            value = self.atom()
            return Range(-value.most, -value.least)
        if piece == "min":
            return self.lesser()
        return self.number(piece)

    def lesser(self) -> Range:
        self.take("(")
        left = self.sum()
        self.take(";")
        right = self.sum()
        self.take(")")
        return Range(min(left.least, right.least), min(left.most, right.most))

    def number(self, piece: str) -> Range:
        if not re.fullmatch(digits(self.locale), piece):
            raise UnreadableError
        value, places = read_digits(piece, self.locale)
        # workings print four decimals at most, two from a thousand on; fewer mean that there are no more
        half = Fraction(1, 2 * 10**places) if places >= (2 if value >= 1000 else 4) else Fraction(0)
        return Range(value - half, value + half)


def _divided(left: Range, right: Range) -> Range:
    if right.least <= 0 <= right.most:
        raise UnreadableError
    return _of(*(one / other for one in left for other in right))


def evaluate(text: str, locale: Locale) -> Range:
    """All values the working can have; `UnreadableError` where it is no arithmetic."""
    text = plain(text)
    for ending, rounding in _ROUNDINGS.items():
        if text.endswith(ending):
            value = evaluate(text.removesuffix(ending), locale)
            return Range(Fraction(rounding(value.least)), Fraction(rounding(value.most)))
    parser = _Parser(text, locale)
    value = parser.sum()
    if parser.peek():
        raise UnreadableError
    return value


def covers(value: Range, shown: str, unit: str, locale: Locale) -> bool:
    """Whether the shown result can come of a working."""
    match = re.search(digits(locale), plain(shown))
    if match is None:
        return False
    number, places = read_digits(match[0], locale)
    number = -number if plain(shown).startswith(("\u2212", "(")) else number
    scale = 100 if unit in ("share", "points") else 1
    half = Fraction(1, 2 * 10**places)
    return value.least * scale - half <= number <= value.most * scale + half
