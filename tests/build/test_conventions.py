"""Numbers as the reader's country writes them, words in the language of the text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from alignkit.formats import Formats, conventions


@pytest.mark.parametrize(
    ("locale", "language", "expected"),
    [
        ("en-US", "en", "en-US"),
        ("en-GB", "en", "en-GB"),
        ("de-DE", "en", "en-DE"),
        ("de-DE", "de", "de-DE"),
        ("fr-FR", "en", "en-FR"),
        ("de-DE", "fr", "de-DE"),
        ("de", "en", "de"),
    ],
)
def test_the_conventions_of_a_reader(locale: str, language: str, expected: str) -> None:
    assert expected == conventions(locale, language)


def test_an_english_text_for_a_german_reader_has_english_days_and_german_numbers() -> None:
    formats = Formats(conventions("de-DE", "en"), date(2026, 11, 20), "en-US")

    assert "Fri 27 Nov" == formats.date(date(2026, 11, 27), "short").replace(",", "")
    assert "27.000" in formats.money(Decimal(27000), "EUR")
