"""Formulas that keep their own working: each step yields the value, the words and the numbers at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

from alignkit.values import NA, Figure, NACode

from . import arithmetic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .arithmetic import Value

_SUM, _PRODUCT, _ATOM = 0, 1, 2
"""How strongly the parts of a term hold together, so that parentheses stand only where they are needed."""

_ABSENT = "n/a"

Part = str | Decimal | date
"""A sign, a number or a day of a working."""


@dataclass(slots=True)
class Term:
    """A part of a formula; never changed, though not frozen: a thousand are made for each context."""

    value: Value
    """What it comes to."""
    words: str
    """The formula in words: `marketing cost + sales cost`."""
    working: tuple[Part, ...]
    """The same in numbers: signs, numbers and days in turn."""
    inputs: tuple[Figure, ...] = ()
    """The figures in it."""
    strength: int = _ATOM
    """How strongly its parts hold together."""

    def __add__(self, other: Term) -> Term:
        return _joined(self, " + ", other, arithmetic.add(self.value, other.value), _SUM)

    def __sub__(self, other: Term) -> Term:
        value = arithmetic.subtract(self.value, other.value)
        return _joined(self, " \u2212 ", other.in_parentheses(_SUM), value, _SUM)

    def __mul__(self, other: Term) -> Term:
        value = arithmetic.multiply(self.value, other.value)
        return _joined(self.in_parentheses(_SUM), " \u00d7 ", other.in_parentheses(_SUM), value, _PRODUCT)

    def __truediv__(self, other: Term) -> Term:
        value = arithmetic.divide(self.value, other.value, other.words)
        return _joined(self.in_parentheses(_SUM), " / ", other.in_parentheses(_PRODUCT), value, _PRODUCT)

    def in_parentheses(self, strength: int) -> Term:
        """The same, in parentheses if its parts hold together no more strongly than `strength`."""
        if self.strength > strength:
            return self
        return Term(self.value, f"({self.words})", ("(", *self.working, ")"), self.inputs)

    def named(self, words: str) -> Term:
        """The same with other words."""
        return Term(self.value, words, self.working, self.inputs, self.strength)

    def rounded_down(self) -> Term:
        """What can be promised of it."""
        value = arithmetic.rounded_down(self.value)
        words, working = f"{self.words}, rounded down", ("\u230a", *self.working, "\u230b")
        return Term(value, words, working, self.inputs)

    def rounded_up(self) -> Term:
        """What is needed to reach it."""
        value = arithmetic.rounded_up(self.value)
        words, working = f"{self.words}, rounded up", ("\u2308", *self.working, "\u2309")
        return Term(value, words, working, self.inputs)

    def rounded(self) -> Term:
        """The nearest whole number."""
        value = arithmetic.rounded(self.value)
        words, working = f"{self.words}, rounded", ("\u230a", *self.working, "\u2309")
        return Term(value, words, working, self.inputs)

    def between(self, low: int, high: int) -> Term:
        """The term, or the bound it lies beyond."""
        if isinstance(self.value, NA) or low <= self.value <= high:
            return self
        value = arithmetic.between(self.value, Decimal(low), Decimal(high))
        words = f"{self.words}, no less than {low} and no more than {high}"
        working = ("min(max(", *self.working, f"; {low}); {high})")
        return Term(value, words, working, self.inputs)

    def power(self, exponent: Term) -> Term:
        """The term multiplied by itself as often as the exponent says."""
        base = self.in_parentheses(_PRODUCT)
        value: Value = exponent.value
        if isinstance(value, Decimal):
            value = arithmetic.power(self.value, value)
        return _joined(base, "^", exponent.in_parentheses(_PRODUCT), value, _ATOM)

    def size(self) -> Term:
        """The term without its sign."""
        value = arithmetic.size(self.value)
        return Term(value, f"|{self.words}|", ("|", *self.working, "|"), self.inputs)


def _joined(left: Term, sign: str, right: Term, value: Value, strength: int) -> Term:
    return Term(
        value,
        left.words + sign + right.words,
        (*left.working, sign, *_guarded(right.working)),
        left.inputs + right.inputs,
        strength,
    )


def _guarded(working: tuple[Part, ...]) -> tuple[Part, ...]:
    """A lone negative number in parentheses, so that no two signs meet."""
    match working:
        case (Decimal() as number,) if number < 0:
            return ("(", number, ")")
        case _:
            return working


def term_of(figure: Figure, words: str, exact: Value) -> Term:
    """A figure as part of a formula.

    Args:
        figure: what is part of it; the working shows its number.
        words: what the formula calls it.
        exact: the number with more digits than the figure keeps, so that a third of a third stays a ninth.

    """
    value = figure.value
    return Term(exact, words, (_ABSENT if isinstance(value, NA) else value,), (figure,))


def constant(value: Decimal, words: str = "") -> Term:
    """A number that belongs to the formula itself, such as twelve months a year."""
    return Term(value, words or f"{value:f}", (value,))


def absent(code: NACode, reason: str) -> Term:
    """A term that does not exist."""
    return Term(NA(code, reason), _ABSENT, (_ABSENT,))


def none_of(whole: Term, words: str) -> Term:
    """Nothing of a whole, with the period and the sources of it; not available where the whole is not."""
    value = whole.value if isinstance(whole.value, NA) else Decimal(0)
    return Term(value, words, (_ABSENT if isinstance(value, NA) else value,), whole.inputs)


def days_between(start: date, end: date, words: str) -> Term:
    """The days from one date to another; negative when the second comes first."""
    return Term(Decimal((end - start).days), words, (start, " \u2013 ", end))


def least(*terms: Term) -> Term:
    """The smallest of several."""
    working: list[Part] = ["min("]
    for term in terms:
        working += ("; ", *term.working) if len(working) > 1 else term.working
    return Term(
        reduce(arithmetic.least, (term.value for term in terms)),
        f"the {'lesser' if len(terms) == 2 else 'least'} of {_listed([term.words for term in terms])}",
        (*working, ")"),
        tuple(figure for term in terms for figure in term.inputs),
    )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def half_sum_of_differences(pairs: Sequence[tuple[Term, Term]], words: str) -> Term:
    """Half the sum of absolute differences: how far two distributions are apart."""
    differences = [(left - right).size() for left, right in pairs]
    return (total(differences, words, "shares") / constant(Decimal(2))).named(words)


def total(terms: Sequence[Term], words: str, name: str) -> Term:
    """The sum of several.

    Args:
        terms: what is added.
        words: what the sum is, in words.
        name: what the parts are, in the plural.

    """
    working: list[Part] = []
    for term in terms:
        working += (" + ", *_guarded(term.working)) if working else term.working
    inputs = tuple(figure for term in terms for figure in term.inputs)
    value = arithmetic.total([term.value for term in terms], name)
    strength = _SUM if len(terms) > 1 else _ATOM
    return Term(value, words, tuple(working) or (_ABSENT,), inputs, strength)
