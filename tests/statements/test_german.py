"""Statements in German: cases, plurals and numbers as they have to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sentences import figure, formats_of, said

from alignkit.statements import (
    Limit,
    Range,
    Step,
    against,
    changes,
    covers,
    delivered,
    last_step,
    pair,
    ranked,
    step_payback,
    variance,
)
from alignkit.values import Unit

if TYPE_CHECKING:
    from alignkit.values import Figure

FORMATS = formats_of("de")


def money(value: str, key: str = "now") -> Figure:
    return figure(value, key=key, language="de", period="GJ2026" if key == "before" else "GJ2027")


def months(value: str, key: str = "now") -> Figure:
    return figure(value, Unit.MONTHS, key)


def customers(value: int, key: str = "now") -> Figure:
    return figure(value, Unit.COUNT, key, noun="customer")


@pytest.mark.parametrize(
    ("now", "before", "form", "expected"),
    [
        ("2880000", "2400000", "full", "steigt um 480.000 € (20 %) auf 2,88 Mio. €"),
        ("2400000", "2880000", "full", "sinkt um 480.000 € (16,7 %) auf 2,4 Mio. €"),
        ("2880000", "2880000", "full", "bleibt bei 2,88 Mio. €"),
        ("2880001", "2880000", "full", "bleibt bei rund 2,88 Mio. €"),
        ("2880000", "2400000", "to", "steigt auf 2,88 Mio. €"),
        ("2880000", "2400000", "by", "steigt um 480.000 €"),
        ("2880000", "2400000", "noun", "480.000 € mehr als GJ2026"),
        ("2400000", "2400000", "noun", "so viel wie GJ2026"),
    ],
)
def test_a_change(now: str, before: str, form: str, expected: str) -> None:
    assert expected == said(changes(money(now), money(before, "before"), FORMATS, form=form), "de")


@pytest.mark.parametrize(
    ("good", "expected"),
    [
        ("up", "verbessert sich um 1 Monat (5,6 %) auf 19 Monate"),
        ("down", "verschlechtert sich um 1 Monat (5,6 %) auf 19 Monate"),
    ],
)
def test_better_and_worse(good: str, expected: str) -> None:
    assert expected == said(changes(months("19"), months("18", "before"), FORMATS, good=good), "de")  # type: ignore[arg-type] # a direction


def test_months_stay_in_the_dative() -> None:
    assert "bleibt bei 18 Monaten" == said(changes(months("18"), months("18", "before"), FORMATS), "de")


def test_several_things_change() -> None:
    statement = changes(customers(60), customers(50, "before"), FORMATS, number=2)

    assert "steigen um 10 (20 %) auf 60" == said(statement, "de")


@pytest.mark.parametrize(
    ("value", "kind", "form", "expected"),
    [
        ("21.2", "ceiling", "place", "3,2 Monate über der Obergrenze von 18 Monaten"),
        ("12", "ceiling", "place", "unter der Obergrenze von 18 Monaten"),
        ("18", "ceiling", "place", "genau an der Obergrenze von 18 Monaten"),
        ("18.01", "ceiling", "verb", "überschreitet die Obergrenze von 18 Monaten knapp"),
        ("12", "floor", "verb", "unterschreitet die Untergrenze von 18 Monaten um 6 Monate"),
        ("21.2", "floor", "verb", "bleibt über der Untergrenze von 18 Monaten"),
        ("12", "target", "verb", "verfehlt das Ziel von 18 Monaten um 6 Monate"),
    ],
)
def test_a_limit(value: str, kind: str, form: str, expected: str) -> None:
    statement = against(months(value), months("18", "limit"), FORMATS, kind=kind, form=form)  # type: ignore[arg-type] # a kind

    assert expected == said(statement, "de")


def test_several_limits() -> None:
    broken = Limit(months("20"), months("18", "limit"), "ceiling", "Amortisation")
    held = Limit(months("20"), months("18", "limit"), "floor")

    assert "die Obergrenze „Amortisation“ wird verletzt, die Untergrenze wird eingehalten" == said(
        pair([broken, held], FORMATS), "de"
    )
    assert "beide Grenzen werden eingehalten" == said(pair([held, held], FORMATS), "de")


def test_plans() -> None:
    assert "um 480.000 € (20 %) über Plan" == said(
        variance(money("2880000"), money("2400000", "p"), FORMATS), "de"
    )
    assert "genau im Plan" == said(variance(money("1"), money("1", "p"), FORMATS), "de")
    assert "96 % der geplanten 50 Kunden erreicht" == said(
        delivered(customers(48), customers(50, "p"), FORMATS), "de"
    )
    assert "wie geplant ein Kunde erreicht" == said(delivered(customers(1), customers(1, "p"), FORMATS), "de")
    assert "benötigt 16 der 20 geplanten Kunden" == said(
        covers(customers(16), customers(20, "p"), FORMATS), "de"
    )
    assert "benötigt 25, 5 mehr als die 20 geplanten" == said(
        covers(customers(25), customers(20, "p"), FORMATS), "de"
    )


def test_steps_and_ranks() -> None:
    clears = Step("Antrag", (months("1"),), months("17"), is_ask=True)
    breaks = Step("Stretch", (months("-2"),), months("20"))

    assert "Antrag ist der letzte Schritt, der die Vorgaben einhält" == said(
        last_step([clears, breaks], FORMATS), "de"
    )
    assert "kein Schritt hält die Vorgaben ein" == said(last_step([breaks, breaks], FORMATS), "de")
    assert (
        "der Schritt zu Stretch zahlt sich in 20 Monaten zurück, bei einer Obergrenze von 18 Monaten"
        == said(step_payback("Stretch", months("20"), FORMATS, ceiling=months("18", "c")), "de")
    )
    wide, narrow = Range("Quote", money("8")), Range("Preis", money("1"))
    assert "am meisten zählt Quote" == said(ranked([narrow, wide], FORMATS), "de")
