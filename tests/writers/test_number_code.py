"""Numbers as their format codes show them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from alignkit.writers.number_code import shown


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("1234.5", "#,##0", "1,235"),
        ("-1234.5", "#,##0", "−1,235"),
        ("1234.5", "0", "1235"),
        ("1234.56", "0.0", "1234.6"),
        ("1234.56", "#,##0.00", "1,234.56"),
        ("5", "0.0#", "5.0"),
        ("5.255", "0.0#", "5.26"),
        ("-0.4", "0", "0"),
        ("0.125", "0%", "13%"),
        ("0.125", "0.0%", "12.5%"),
        ("2500000", '0.0,,"M"', "2.5M"),
        ("2500", "#,##0,", "3"),
        ("3.45", "0.0x", "3.5x"),
        ("3", "+0;-0;0", "+3"),
        ("-3", "+0;-0;0", "−3"),
        ("0", "+0;-0;none", "none"),
        ("-12", '"€"#,##0;[Red]("€"#,##0)', "(€12)"),
        ("1234", "$#,##0", "$1,234"),
        ("7", "0\\ d", "7 d"),
        ("7", "_(0_)", "7"),
        ("5.25", "General", "5.25"),
        ("5", "", "5"),
    ],
)
def test_codes(value: str, code: str, expected: str) -> None:
    assert shown(Decimal(value), code) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("de-DE", "1.234,5"), ("en-GB", "1,234.5"), ("xx-XX", "1,234.5")]
)
def test_languages_have_their_marks(language: str, expected: str) -> None:
    assert shown(Decimal("1234.5"), "#,##0.0", language) == expected


def test_without_grouping_the_decimal_mark_is_still_of_the_language() -> None:
    assert shown(Decimal("-1234.5"), "0.0", "de-DE") == "−1234,5"
