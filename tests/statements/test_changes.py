"""What changes, in words that are true of the figures as they are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sentences import figure, formats_of, said

from alignkit.statements import changes
from alignkit.statements.statement import Statement
from alignkit.values import Unit

ENGLISH = [
    ("2880000", "2400000", "full", "", "rises by $480,000 (20%) to $2.88M"),
    ("2400000", "2880000", "full", "", "falls by $480,000 (16.7%) to $2.4M"),
    ("2880000", "2880000", "full", "", "stays at $2.88M"),
    ("2880001", "2880000", "full", "", "stays at about $2.88M"),
    ("2879999", "2880000", "full", "", "stays at about $2.88M"),
    ("2880000", "2400000", "full", "up", "improves by $480,000 (20%) to $2.88M"),
    ("2880000", "2400000", "full", "down", "worsens by $480,000 (20%) to $2.88M"),
    ("2880000", "2400000", "to", "", "rises to $2.88M"),
    ("2400000", "2880000", "to", "", "falls to $2.4M"),
    ("2400000", "2880000", "to", "down", "improves to $2.4M"),
    ("2880000", "2400000", "by", "", "rises by $480,000"),
    ("2400000", "2400000", "by", "", "stays the same"),
    ("2880000", "2400000", "noun", "", "$480,000 more than FY2026"),
    ("2400000", "2880000", "noun", "", "$480,000 less than FY2026"),
    ("2400000", "2400000", "noun", "", "the same as FY2026"),
    ("2880000", "2880001", "noun", "", "about the same as FY2026"),
    ("2880000", "2400000", "noun", "down", "$480,000 worse than FY2026"),
    ("480000", "0", "full", "", "rises by $480,000 to $480,000"),
    ("0", "480000", "full", "", "falls by $480,000 (100%) to $0"),
    ("0", "0", "full", "", "stays at $0"),
    ("-50", "100", "full", "", "falls by $150 to \u2212$50"),
    ("100", "-50", "full", "", "rises by $150 to $100"),
]


@pytest.mark.parametrize(("now", "before", "form", "good", "expected"), ENGLISH)
def test_a_change_of_money(now: str, before: str, form: str, good: str, expected: str) -> None:
    new, old = figure(now, period="FY2027"), figure(before, key="before", period="FY2026")

    statement = changes(new, old, formats_of(), form=form, good=good)  # type: ignore[arg-type] # a table of text

    assert expected == said(statement)


@pytest.mark.parametrize(
    ("unit", "now", "before", "expected"),
    [
        (Unit.SHARE, "0.82", "0.78", "rises by 4.0 pts to 82%"),
        (Unit.SHARE, "0.78", "0.82", "falls by 4.0 pts to 78%"),
        (Unit.MONTHS, "19.6", "16.4", "rises by 3.2 months (19.5%) to 19.6 months"),
        (Unit.MONTHS, "17", "18", "falls by 1 month (5.6%) to 17 months"),
        (Unit.MONTHS, "17.46", "17.44", "edges up to 17.5 months"),
        (Unit.MONTHS, "17.44", "17.46", "edges down to 17.4 months"),
        (Unit.TIMES, "3.45", "3", "rises by 0.45x (15%) to 3.45x"),
        (Unit.COUNT, "60", "50", "rises by 10 (20%) to 60"),
        (Unit.DAYS, "1", "2", "falls by 1 day (50%) to 1 day"),
    ],
)
def test_a_change_of_other_units(unit: Unit, now: str, before: str, expected: str) -> None:
    assert expected == said(changes(figure(now, unit), figure(before, unit, "before"), formats_of()))


def test_counts_are_fewer_not_less() -> None:
    new, old = figure(45, Unit.COUNT), figure(50, Unit.COUNT, "before", period="FY2026")

    assert "5 fewer than FY2026" == said(changes(new, old, formats_of(), form="noun"))


def test_several_things_rise() -> None:
    statement = changes(
        figure(60, Unit.COUNT), figure(50, Unit.COUNT, "before"), formats_of(), form="to", number=2
    )

    assert "rise to 60" == said(statement)


def test_the_noun_form_without_a_period_names_the_amount() -> None:
    assert "$1 more than $2" == said(changes(figure(3), figure(2, key="before"), formats_of(), form="noun"))


def test_british_english_has_its_own_conventions() -> None:
    statement = changes(
        figure("2880000", language="en-GB"),
        figure("2400000", key="before", language="en-GB"),
        formats_of("en-GB"),
    )

    assert "rises by £480,000 (20%) to £2.88M" == said(statement, "en-GB")


def test_a_spoken_change_is_spoken_throughout() -> None:
    statement = changes(figure("2880000"), figure("2400000", key="before"), formats_of(), style="spoken")

    assert "rises by 480,000 US dollars (20 percent) to 2.88 million US dollars" == said(statement)


@pytest.mark.parametrize("missing", [None, figure(None)])
def test_without_a_number_nothing_is_said(missing: object) -> None:
    formats = formats_of()

    assert changes(missing, figure(1), formats) is None  # type: ignore[arg-type] # mypy sees an object
    assert changes(figure(1), missing, formats) is None  # type: ignore[arg-type] # likewise
    assert "" == said(None)


def test_two_currencies_cannot_be_compared() -> None:
    assert changes(figure(1), replace(figure(2), currency="EUR"), formats_of()) is None


def test_two_units_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="expected figures of one unit, found money and months"):
        changes(figure(1), figure(2, Unit.MONTHS), formats_of())


def test_the_figures_in_a_statement_know_their_working_and_sources() -> None:
    statement = changes(
        figure("2880000", label="Ask"), figure("2400000", key="before", label="Prior"), formats_of()
    )
    assert isinstance(statement, Statement)

    difference, share = statement.slots["difference"], statement.slots["share"]

    assert "difference(now,before)" == difference.key  # type: ignore[union-attr] # a figure
    assert ("S-now", "S-before") == difference.sources  # type: ignore[union-attr] # a figure
    assert "2,880,000 \u2212 2,400,000 = 480,000" == formats_of().working(difference)  # type: ignore[arg-type] # likewise
    assert "ask \u2212 prior" == difference.formula  # type: ignore[union-attr] # a figure
    assert "(2,880,000 \u2212 2,400,000) / 2,400,000 = 20%" == formats_of().working(share)  # type: ignore[arg-type] # likewise
