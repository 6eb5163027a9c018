"""Formulas of a chart's workbook, worked out from the numbers that are typed into it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PIECES = re.compile(r"[A-Z]+\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?|>=|<=|<>|[-+*/(),<>=]")


class UnknownFormulaError(Exception):
    """A formula that uses more than is understood here."""


class Formulas:
    """The values of a sheet's cells; those with a formula are worked out afresh."""

    def __init__(self, cells: Mapping[str, float | str], formulas: Mapping[str, str]) -> None:
        self.cells = cells
        self.formulas = formulas

    def value(self, cell: str) -> Fraction:
        """What a cell comes to; an empty one counts as nothing."""
        if cell in self.formulas:
            return _Reading(self, self.formulas[cell]).result()
        found = self.cells.get(cell, 0.0)
        if not isinstance(found, float):
            raise UnknownFormulaError(cell)
        return Fraction(found)


class _Reading:
    def __init__(self, sheet: Formulas, text: str) -> None:
        self.sheet = sheet
        self.pieces = _PIECES.findall(text.replace("$", "").replace("&gt;", ">").replace("&lt;", "<"))
        if "".join(self.pieces) != re.sub(r"[\s$]", "", text):
            raise UnknownFormulaError(text)

    def result(self) -> Fraction:
        value = self.comparison()
        if self.pieces:
            raise UnknownFormulaError(self.pieces[0])
        return value

    def next_is(self, *expected: str) -> bool:
        return bool(self.pieces) and self.pieces[0] in expected

    def take(self, *expected: str) -> str:
        if not self.pieces or (expected and self.pieces[0] not in expected):
            raise UnknownFormulaError(str(self.pieces[:1]))
        return str(self.pieces.pop(0))

    def comparison(self) -> Fraction:
        left = self.sum()
        if not self.next_is("<", ">", "="):
            return left
        sign, right = self.take(), self.sum()
        return Fraction(left < right if sign == "<" else left > right if sign == ">" else left == right)

    def sum(self) -> Fraction:
        value = self.product()
        while self.next_is("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self) -> Fraction:
        value = self.atom()
        while self.next_is("*", "/"):
            value = value * self.atom() if self.take() == "*" else value / self.atom()
        return value

    def atom(self) -> Fraction:
        piece = self.take()
        if piece == "(":
            value = self.comparison()
            self.take(")")
            return value
        if piece == "-":
            return -self.atom()
        if piece in ("MIN", "MAX", "IF", "SUM", "ABS"):
            return self.function(piece)
        return self.sheet.value(piece) if piece[0].isalpha() else Fraction(piece)

    def function(self, name: str) -> Fraction:
        self.take("(")
        values = [self.comparison()]
        while self.take(",", ")") == ",":
            values.append(self.comparison())
        match name:
            case "MIN":
                return min(values)
            case "MAX":
                return max(values)
            case "SUM":
                return sum(values, Fraction(0))
            case "ABS":
                return abs(values[0])
            case _:
                return values[1] if values[0] else values[2]
