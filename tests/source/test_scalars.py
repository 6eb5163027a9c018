from datetime import date
from decimal import Decimal

import pytest

from alignkit.source.places import Scalar
from alignkit.source.scalars import resolve

TEXTS = (
    "no", "NO", "No", "off", "on", "yes", "y", "n", "True", "TRUE", "~", "NULL",
    "1_000", "017", "00123", "0777", "07", "08", "0o17", "1:30", "10:00", "12:30:45", "0x1F", "0b11",
    ".inf", ".nan", "=", "<<", "+33612345678", "+5", ".5", "5.", "1e6", "123456789012345678901234567890",
    "1234567890123456789", "2001-99-99", "2026-02-30", "2026-11-21T10:00:00Z", "0000-01-01", "2.88M", "78%",
    "2,880", "1.2.3", "-", "--1", "١٢",
)  # fmt: skip
VALUES: tuple[tuple[str, Scalar], ...] = (
    ("", None),
    ("null", None),
    ("true", True),
    ("false", False),
    ("0", 0),
    ("-7", -7),
    ("24000000", 24000000),
    ("123456789012345678", 123456789012345678),
    ("3.10", Decimal("3.10")),
    ("-0.5", Decimal("-0.5")),
    ("2026-11-21", date(2026, 11, 21)),
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_not_plainly_a_value_is_text(text: str) -> None:
    assert text == resolve(text)


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_plain_values(text: str, value: Scalar) -> None:
    assert value == resolve(text)
    assert type(value) is type(resolve(text))


def test_a_decimal_keeps_its_digits() -> None:
    assert str(resolve("3.10")) == "3.10"
