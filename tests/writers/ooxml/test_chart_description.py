from dataclasses import replace
from decimal import Decimal

from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.writers.ooxml.chart_description import ENGLISH, describe


def _show(number: Decimal, code: str) -> str:
    return f"{'+' if code.startswith('+') else ''}{number:,}"


def _chart(kind: ChartKind, categories: tuple[str, ...], *series: Series) -> Chart:
    return Chart(kind, "Spend grows", categories, series)


def test_a_short_series_is_read_out() -> None:
    chart = replace(
        _chart(ChartKind.COLUMN, ("Keep", "Ask"), Series("Spend", (Decimal(1620), Decimal(2400)))),
        unit="USD thousand, FY2027",
        highlight=(1,),
        limit=Decimal(2500),
        limit_label="Ceiling",
    )

    assert describe(chart, _show) == (
        "Column chart: Spend grows. Unit: USD thousand, FY2027. Spend: Keep 1,620, Ask 2,400. "
        "Limit: Ceiling 2,500. Highlighted: Ask."
    )


def test_a_long_series_is_told_by_its_ends_and_extremes() -> None:
    values = tuple(Decimal(value) for value in (5, 9, 2, 4, 4, 4, 4, 4, 6))
    chart = _chart(ChartKind.LINE, tuple("abcdefghi"), Series("Leads", values))

    assert describe(chart, _show) == (
        "Line chart: Spend grows. Leads: 9 values from a 5 to i 6; the largest is b 9, the smallest c 2."
    )


def test_missing_values_are_named_and_bases_are_not() -> None:
    lines = _chart(
        ChartKind.LINE,
        ("a", "b"),
        Series("Known", (None, Decimal(1))),
        Series("", (None, None), highlight=False),
    )
    waterfall = _chart(
        ChartKind.STACKED_COLUMN,
        ("a", "b"),
        Series("Base", (None, Decimal(1)), invisible=True),
        Series("Rise", (None, Decimal(2)), number_format="+0"),
    )

    assert describe(lines, _show) == "Line chart: Spend grows. Known: a no value, b 1. Values: no values."
    assert describe(waterfall, _show) == "Stacked column chart: Spend grows. Rise: b +2."


def test_an_own_description_is_kept() -> None:
    chart = replace(_chart(ChartKind.BAR, ("a",), Series("s", (Decimal(1),))), description="Mine")

    assert describe(chart, _show) == "Mine"


def test_user_text_is_no_format_string() -> None:
    chart = replace(_chart(ChartKind.BAR, ("{0}",), Series("{name}", (Decimal(1),))), title="Why {x}?")

    assert describe(chart, _show) == "Bar chart: Why {x}? {name}: {0} 1."


def test_words_may_be_of_another_language() -> None:
    german = replace(ENGLISH, kinds={**ENGLISH.kinds, ChartKind.BAR: "Balkendiagramm: {title}"})

    chart = _chart(ChartKind.BAR, ("a",), Series("s", (Decimal(1),)))

    assert describe(chart, _show, german) == "Balkendiagramm: Spend grows. s: a 1."
