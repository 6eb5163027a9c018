"""The number a reader sees is the one the formatter says it shows; measures stand in the dative where asked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sentence_checker import number
from sentences import figure, formats_of

from alignkit.values import Unit

UNITS = st.sampled_from(list(Unit))
VALUES = st.one_of(
    st.decimals(-2_000, 2_000, places=4),
    st.decimals(900_000, 2_000_000, places=3),
    st.integers(-20_000_000_000, 20_000_000_000).map(Decimal),
)


@settings(max_examples=300, deadline=None)
@example(Decimal("999999.6"), Unit.MONEY, "en", "")
@example(Decimal("99.996"), Unit.MONEY, "en", "")
@given(
    VALUES, UNITS, st.sampled_from(["en", "en-GB", "de"]), st.sampled_from(["", "exact", "plain", "absolute"])
)
def test_what_is_shown_is_what_is_read(value: Decimal, unit: Unit, language: str, style: str) -> None:
    formats = formats_of(language)
    shown = figure(value, unit, language=language)

    read = number(formats.figure(shown, style), language).value
    is_per_cent = unit in (Unit.SHARE, Unit.POINTS)

    assert read == formats.shown(shown, style) * (100 if is_per_cent else 1)


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        ("2884000", "", "2880000"),
        ("2884000", "exact", "2884000"),
        ("2884000", "spoken", "2880000"),
        ("2884000", "thousand", "2884000"),
        ("2884900", "million", "2880000"),
        ("-2884000", "absolute", "2880000"),
        ("-2884000", "", "-2880000"),
        ("12.345", "", "12.35"),
        ("-0.001", "", "0"),
    ],
)
def test_the_number_shown_depends_on_the_style(value: str, style: str, expected: str) -> None:
    assert Decimal(expected) == formats_of().shown(figure(value), style)


@pytest.mark.parametrize(
    ("language", "value", "unit", "style", "expected"),
    [
        ("de", "18", Unit.MONTHS, "dative", "18 Monaten"),
        ("de", "1", Unit.MONTHS, "dative", "1 Monat"),
        ("de", "3.2", Unit.MONTHS, "dative", "3,2 Monaten"),
        ("de", "5", Unit.DAYS, "dative", "5 Tagen"),
        ("de", "0.04", Unit.POINTS, "dative spoken", "+4,0 Prozentpunkten"),
        ("de", "18", Unit.MONTHS, "", "18 Monate"),
        ("de", "480000", Unit.MONEY, "dative", "480.000\u00a0€"),
        ("en", "18", Unit.MONTHS, "dative", "18 months"),
    ],
)
def test_a_measure_in_the_dative(language: str, value: str, unit: Unit, style: str, expected: str) -> None:
    assert expected == formats_of(language).figure(figure(value, unit, language=language), style)


def test_plural_forms_and_nouns() -> None:
    formats = formats_of()

    assert ["one", "other", "other"] == [formats.plural_form(each) for each in (1, 0, Decimal("1.5"))]
    assert ["gate", "gates", "opportunities"] == [
        formats.noun(1, "gate"), formats.noun(2, "gate"), formats.noun(0, "opportunity")
    ]  # fmt: skip
    assert "Kunde" == formats_of("de").noun(2, "Kunde")
