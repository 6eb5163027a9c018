"""Formulas that carry their working, and arithmetic with what does not exist."""

from decimal import Decimal

import pytest

from alignkit.figures import arithmetic
from alignkit.figures.arithmetic import Value
from alignkit.figures.term import Term, constant, half_sum_of_differences, least, total
from alignkit.values import NA, NACode

GONE = NA(NACode.MISSING_INPUT, "gone")
LOST = NA(NACode.TOO_FEW, "lost")
TWO, SIX = Decimal(2), Decimal(6)


def _named(number: int, words: str) -> Term:
    return constant(Decimal(number), words)


A, B, C = _named(8, "a"), _named(2, "b"), _named(-4, "c")
FORMULAS = (
    (A + B, 10, "a + b", "8 + 2"),
    (A - (B + C), 10, "a − (b + c)", "8 − (2 + (-4))"),
    (A - B - C, 10, "a − b − c", "8 − 2 − (-4)"),
    ((A + B) * C, -40, "(a + b) × c", "(8 + 2) × (-4)"),
    ((A + B) / B, 5, "(a + b) / b", "(8 + 2) / 2"),
    (A / (B * B), 2, "a / (b × b)", "8 / (2 × 2)"),
    (A * B / B, 8, "a × b / b", "8 × 2 / 2"),
    (C.size(), 4, "|c|", "|-4|"),
    ((A / _named(3, "d")).rounded_down(), 2, "a / d, rounded down", "⌊8 / 3⌋"),
    ((A / _named(3, "d")).rounded_up(), 3, "a / d, rounded up", "⌈8 / 3⌉"),
    ((A / _named(3, "d")).rounded(), 3, "a / d, rounded", "⌊8 / 3⌉"),
    ((A + B).power(B), 100, "(a + b)^b", "(8 + 2)^2"),
    (A * B.power(B), 32, "a × b^b", "8 × 2^2"),
    (A.between(0, 1), 1, "a, no less than 0 and no more than 1", "min(max(8; 0); 1)"),
    (C.between(0, 1), 0, "c, no less than 0 and no more than 1", "min(max(-4; 0); 1)"),
    (B.between(0, 2), 2, "b", "2"),
    (least(A, B), 2, "the lesser of a and b", "min(8; 2)"),
    (least(A, B, A + B), 2, "the least of a, b and a + b", "min(8; 2; 8 + 2)"),
    (half_sum_of_differences([(A, B), (B, C)], "drift"), 6, "drift", "(|8 − 2| + |2 − (-4)|) / 2"),
    (total([A, B, C], "sum", "parts"), 6, "sum", "8 + 2 + (-4)"),
    (B * total([A, B], "sum", "parts"), 20, "b × (sum)", "2 × (8 + 2)"),
)


def test_of_no_shares_there_is_no_half_sum() -> None:
    assert half_sum_of_differences([], "drift").value == NA(NACode.MISSING_INPUT, "there are no shares")


@pytest.mark.parametrize(("term", "value", "words", "working"), FORMULAS)
def test_a_formula_says_its_value_its_words_and_its_working(
    term: Term, value: int, words: str, working: str
) -> None:
    assert term.value == value
    assert term.words == words
    assert "".join(str(part) for part in term.working) == working


CASES = (
    (arithmetic.add(TWO, SIX), Decimal(8)),
    (arithmetic.add(GONE, LOST), GONE),
    (arithmetic.add(TWO, LOST), LOST),
    (arithmetic.subtract(TWO, SIX), Decimal(-4)),
    (arithmetic.subtract(TWO, GONE), GONE),
    (arithmetic.multiply(TWO, SIX), Decimal(12)),
    (arithmetic.multiply(GONE, Decimal(0)), GONE),
    (arithmetic.divide(SIX, TWO), Decimal(3)),
    (arithmetic.divide(SIX, Decimal(0), "x"), NA(NACode.ZERO_DENOMINATOR, "x is zero")),
    (arithmetic.divide(Decimal(0), Decimal(0), "x"), NA(NACode.ZERO_DENOMINATOR, "x is zero")),
    (arithmetic.divide(SIX, Decimal(-1), "x"), NA(NACode.NEGATIVE_INPUT, "x is negative")),
    (arithmetic.divide(GONE, Decimal(0)), GONE),
    (arithmetic.divide(SIX, GONE), GONE),
    (arithmetic.least(TWO, SIX), TWO),
    (arithmetic.least(TWO, GONE), GONE),
    (arithmetic.rounded_down(Decimal("-1.5")), Decimal(-2)),
    (arithmetic.rounded_up(Decimal("1.000001")), TWO),
    (arithmetic.rounded_up(GONE), GONE),
    (arithmetic.rounded(Decimal("2.5")), Decimal(3)),
    (arithmetic.rounded(Decimal("-2.5")), Decimal(-3)),
    (arithmetic.rounded(GONE), GONE),
    (arithmetic.power(TWO, SIX), Decimal(64)),
    (arithmetic.power(Decimal(0), Decimal("0.5")), Decimal(0)),
    (arithmetic.power(Decimal(-2), Decimal("0.5")), NA(NACode.NEGATIVE_INPUT, "the base is negative")),
    (arithmetic.power(GONE, TWO), GONE),
    (arithmetic.between(SIX, Decimal(0), TWO), TWO),
    (arithmetic.between(GONE, Decimal(0), TWO), GONE),
    (arithmetic.size(Decimal(-2)), TWO),
    (arithmetic.total([TWO, SIX], "parts"), Decimal(8)),
    (arithmetic.total([TWO, GONE, LOST], "parts"), GONE),
    (arithmetic.total([], "parts"), NA(NACode.MISSING_INPUT, "there are no parts")),
)


@pytest.mark.parametrize(("result", "expected"), CASES)
def test_what_does_not_exist_stays_so_with_its_first_reason(result: Value, expected: Value) -> None:
    assert result == expected
