"""How messages write numbers: digits as the reader's country has them, words in the language of the message."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from lint_subjects import Case, subject_with

from alignkit.lints.subject import Subject

AMOUNT = Decimal("2880000")


@pytest.mark.parametrize(
    ("locale", "write", "expected"),
    [
        ("en-US", lambda subject: subject.shown("ask.total"), "$2.88M"),
        ("de-DE", lambda subject: subject.shown("ask.total"), "2,88M\u00a0US$"),
        ("de-DE", lambda subject: subject.money(AMOUNT), "2.880.000\u00a0US$"),
        ("de-CH", lambda subject: subject.number(AMOUNT), "2’880’000"),
        ("de-DE", lambda subject: subject.percent(Decimal("0.151")), "15,1%"),
        ("fr-FR", lambda subject: subject.times(Decimal("1.5")), "1,50x"),
    ],
)
def test_numbers_of_a_message(locale: str, write: Callable[[Subject], str], expected: str) -> None:
    subject = subject_with(Case("", {"meta.locale": locale}))

    assert expected == write(subject)
