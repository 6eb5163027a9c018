"""Whatever the figures are, what a statement claims holds for them as they are shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sentence_checker import claims, ugly
from sentences import figure, formats_of, said

from alignkit.statements import (
    CHANGE_FORMS,
    LIMIT_FORMS,
    LIMIT_KINDS,
    against,
    changes,
    covers,
    delivered,
    variance,
)
from alignkit.values import Unit

if TYPE_CHECKING:
    from alignkit.values import Figure

NUMBERS = st.one_of(
    st.integers(-20, 40).map(Decimal),
    st.decimals(-100, 100, places=3),
    st.decimals(0, 3, places=4),
    st.integers(-2_000_000_000, 9_000_000_000).map(Decimal),
    st.decimals(900_000, 3_000_000, places=2),
)
STEPS = st.one_of(
    st.just(Decimal(0)),
    st.sampled_from(["0.0004", "0.004", "0.04", "0.4", "1", "4", "400", "4000"]).map(Decimal),
    st.decimals(-5, 5, places=3),
)
UNITS = st.sampled_from([unit for unit in Unit if unit is not Unit.POINTS])
LANGUAGES = st.sampled_from(["en", "en-GB", "de"])


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Figure, Figure, str]:
    """Two figures of one unit, often close together, and a language."""
    unit, language = draw(UNITS), draw(LANGUAGES)
    before = draw(NUMBERS)
    now = before + draw(STEPS) if draw(st.booleans()) else draw(NUMBERS)
    return (
        figure(now, unit, language=language),
        figure(before, unit, "before", language=language, period="FY2026"),
        language,
    )


def as_shown(each: Figure, language: str) -> str:
    return formats_of(language).figure(each).replace("\u00a0", " ").replace("\u202f", " ")


@settings(max_examples=300, deadline=None)
@example((figure("17.46", Unit.MONTHS), figure("17.44", Unit.MONTHS, "before"), "en"))
@example((figure("1000400"), figure("999999.6", key="before"), "en"))
@given(pairs())
def test_a_change_is_as_the_words_say(pair: tuple[Figure, Figure, str]) -> None:
    now, before, language = pair

    text = said(changes(now, before, formats_of(language)), language)

    assert [] == claims(text, as_shown(now, language), as_shown(before, language), language[:2], "changes"), (
        text
    )


@settings(max_examples=300, deadline=None)
@given(pairs(), st.sampled_from(["ceiling", "floor"]))
def test_a_limit_is_where_the_words_say(pair: tuple[Figure, Figure, str], kind: str) -> None:
    value, bound, language = pair

    text = said(against(value, bound, formats_of(language), kind=kind), language)  # type: ignore[arg-type] # a kind

    assert [] == claims(
        text, as_shown(value, language), as_shown(bound, language), language[:2], "against"
    ), text


@settings(max_examples=200, deadline=None)
@given(pairs())
def test_every_statement_reads_naturally(pair: tuple[Figure, Figure, str]) -> None:
    now, before, language = pair
    formats = formats_of(language)
    made = [
        changes(now, before, formats, form=form, good=good)
        for form in CHANGE_FORMS
        for good in ("", "up", "down")
    ]
    made += [
        against(now, before, formats, kind=kind, form=form)  # type: ignore[arg-type] # kinds
        for kind in LIMIT_KINDS
        for form in LIMIT_FORMS
    ]
    made += [variance(now, before, formats), delivered(now, before, formats)]

    assert [] == [(text, ugly(text)) for text in (said(each, language) for each in made) if ugly(text)]


@settings(max_examples=150, deadline=None)
@given(st.decimals(0, 30, places=1), st.integers(0, 30), st.sampled_from(["en", "de"]))
def test_counts_read_naturally(needed: Decimal, planned: int, language: str) -> None:
    wanted = figure(needed, Unit.COUNT, noun="customer")
    plan = figure(planned, Unit.COUNT, "planned", noun="customer")
    formats = formats_of(language)

    for statement in (covers(wanted, plan, formats), delivered(wanted, plan, formats)):
        text = said(statement, language)
        assert [] == ugly(text), text
        assert ("more than" in text) == (language == "en" and text != "" and needed > planned > 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rises by $480,000 (20%) to $2.88M", []),
        ("falls by $480,000 (20%) to $2.88M", ["it goes the other way"]),
        ("rises by $480,000 (20%) to $2.9M", ["it ends elsewhere"]),
        ("rises by $380,000 to $2.88M", ["the difference is another"]),
        ("stays at about $2.88M", ["the two read differently"]),
        ("climbs to $2.88M", ["nobody can read `climbs to $2.88M`"]),
    ],
)
def test_the_checker_can_fail(text: str, expected: list[str]) -> None:
    assert expected == claims(text, "$2.88M", "$2.4M", "en", "changes")


def test_the_eye_for_ugly_text_can_fail() -> None:
    assert ["nothing more"] == ugly("needs 25, 0 more than planned")
    assert ["one of many"] == ugly("needs 1 customers")
    assert ["two signs"] == ugly("at \u2212\u22125")
    assert ["two blanks"] == ugly("rises  to 5")
    assert [] == ugly("needs 21 customers, 10 more than planned")
