"""Figures against ceilings, floors, plans and targets, one by one and several together."""

from __future__ import annotations

import pytest
from sentences import figure, formats_of, said

from alignkit.statements import LIMIT_FORMS, LIMIT_KINDS, Limit, against, pair
from alignkit.values import Unit

CASES = [
    ("ceiling", "place", "12", "inside the ceiling of 18 months"),
    ("ceiling", "place", "17.99", "just inside the ceiling of 18 months"),
    ("ceiling", "place", "18", "exactly at the ceiling of 18 months"),
    ("ceiling", "place", "18.01", "just above the ceiling of 18 months"),
    ("ceiling", "place", "21.2", "3.2 months above the ceiling of 18 months"),
    ("ceiling", "place", "19", "1 month above the ceiling of 18 months"),
    ("ceiling", "verb", "12", "stays inside the ceiling of 18 months"),
    ("ceiling", "verb", "18", "meets the ceiling of 18 months exactly"),
    ("ceiling", "verb", "18.01", "just breaks the ceiling of 18 months"),
    ("ceiling", "verb", "21.2", "breaks the ceiling of 18 months by 3.2 months"),
    ("floor", "place", "12", "6 months below the floor of 18 months"),
    ("floor", "place", "17.99", "just below the floor of 18 months"),
    ("floor", "place", "18", "exactly at the floor of 18 months"),
    ("floor", "place", "21.2", "above the floor of 18 months"),
    ("floor", "verb", "12", "breaks the floor of 18 months by 6 months"),
    ("floor", "verb", "17.99", "just breaks the floor of 18 months"),
    ("floor", "verb", "18.01", "just clears the floor of 18 months"),
    ("floor", "verb", "21.2", "clears the floor of 18 months"),
    ("plan", "place", "21.2", "3.2 months above the plan of 18 months"),
    ("plan", "verb", "12", "stays 6 months below the plan of 18 months"),
    ("target", "place", "17.99", "just below the target of 18 months"),
    ("target", "verb", "12", "misses the target of 18 months by 6 months"),
    ("target", "verb", "21.2", "exceeds the target of 18 months by 3.2 months"),
]


@pytest.mark.parametrize(("kind", "form", "value", "expected"), CASES)
def test_a_figure_against_a_limit(kind: str, form: str, value: str, expected: str) -> None:
    statement = against(
        figure(value, Unit.MONTHS),
        figure(18, Unit.MONTHS, "limit"),
        formats_of(),
        kind=kind,  # type: ignore[arg-type] # a table of text
        form=form,
    )

    assert expected == said(statement)


def test_a_limit_has_a_name() -> None:
    statement = against(
        figure(20, Unit.MONTHS), figure(18, Unit.MONTHS, "limit"), formats_of(), name="payback"
    )

    assert "2 months above the payback ceiling of 18 months" == said(statement)


@pytest.mark.parametrize("kind", LIMIT_KINDS)
@pytest.mark.parametrize("form", LIMIT_FORMS)
def test_without_a_number_nothing_is_said(kind: str, form: str) -> None:
    for value, bound in (
        (None, figure(1)),
        (figure(None), figure(1)),
        (figure(1), None),
        (figure(1), figure(None)),
    ):
        found = against(value, bound, formats_of(), kind=kind, form=form)  # type: ignore[arg-type] # one of them
        assert found is None


def limit(value: str | None, kind: str, name: str = "") -> Limit:
    return Limit(figure(value, Unit.MONTHS), figure(18, Unit.MONTHS, "limit"), kind, name)  # type: ignore[arg-type] # a kind


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ([], ""),
        ([limit(None, "ceiling", "payback")], ""),
        ([limit("17", "ceiling", "payback")], "the payback ceiling holds"),
        ([limit("18", "ceiling")], "the ceiling holds"),
        ([limit("20", "ceiling", "payback"), limit(None, "floor")], "the payback ceiling breaks"),
        ([limit("17", "ceiling", "payback"), limit("19", "floor", "LTV:CAC")], "both limits hold"),
        ([limit("20", "ceiling", "payback"), limit("17", "floor", "LTV:CAC")], "both limits break"),
        (
            [limit("20", "ceiling", "payback"), limit("19", "floor", "LTV:CAC")],
            "the payback ceiling breaks, the LTV:CAC floor holds",
        ),
        (
            [limit("18.01", "ceiling", "payback"), limit("19", "floor", "LTV:CAC")],
            "the payback ceiling just breaks, the LTV:CAC floor holds",
        ),
        ([limit("17", "ceiling"), limit("19", "floor"), limit("18", "target")], "all limits hold"),
        (
            [limit("20", "ceiling", "A"), limit("19", "ceiling", "B"), limit("19", "floor", "C")],
            "the A ceiling and the B ceiling break, the C floor holds",
        ),
        (
            [limit("20", "ceiling", "A"), limit("18.01", "ceiling", "B"), limit("19", "floor", "C")],
            "the A ceiling breaks, the B ceiling just breaks, the C floor holds",
        ),
    ],
)
def test_several_limits(limits: list[Limit], expected: str) -> None:
    assert expected == said(pair(limits, formats_of()))
