from decimal import Decimal

import pytest

from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.writers.ooxml.chart_grid import column_letters, grid_of, number_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("2400000", "2400000"),
        ("2400000.00", "2400000"),
        ("-583800.5", "-583800.5"),
        ("0.1", "0.1"),
        ("1e-9", "1e-09"),
        ("1e14", "100000000000000"),
        ("1e15", "1000000000000000.0"),
        ("1e300", "1e+300"),
        ("1e-400", "0"),
        ("0.12345678901234567890", "0.12345678901234568"),
    ],
)
def test_a_number_is_the_shortest_text_of_its_double(number: str, text: str) -> None:
    assert text == number_text(Decimal(number))
    assert float(Decimal(number)) == float(text)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400"])
def test_a_number_without_a_double_is_our_mistake(number: str) -> None:
    with pytest.raises(ValueError, match="cannot be a number of a chart"):
        number_text(Decimal(number))


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_count_in_letters(index: int, letters: str) -> None:
    assert letters == column_letters(index)


def test_the_grid_holds_series_then_the_limit() -> None:
    series = (
        Series("Cost", (Decimal(1), None)),
        Series("Fall", (None, Decimal(2)), number_format="−0"),
    )
    chart = Chart(
        ChartKind.BAR, "T", ("a", "b"), series, unit="USD", limit=Decimal("1.5"), limit_label="Ceiling"
    )

    grid = grid_of(chart)

    assert grid.corner == "USD"
    assert [(column.name, column.numbers, column.number_format) for column in grid.columns] == [
        ("Cost", ("1", None), "#,##0"),
        ("Fall", (None, "2"), "−0"),
        ("Ceiling", ("1.5", "1.5"), "#,##0"),
    ]
    assert grid.categories_reference() == "Data!$A$2:$A$3"
    assert grid.name_reference(1) == "Data!$C$1"
    assert grid.numbers_reference(2) == "Data!$D$2:$D$3"


@pytest.mark.parametrize(
    ("categories", "values", "message"),
    [
        ((), ((),), "a chart needs a category and a series"),
        (("a",), (), "a chart needs a category and a series"),
        (("a", ""), ((1, 2),), "a category of a chart is empty"),
        (("a",), ((1, 2),), "series `s` needs 1 values, got 2"),
    ],
)
def test_an_impossible_chart_is_our_mistake(
    categories: tuple[str, ...], values: tuple[tuple[int, ...], ...], message: str
) -> None:
    series = tuple(Series("s", tuple(map(Decimal, one))) for one in values)

    with pytest.raises(ValueError, match=message) as caught:
        grid_of(Chart(ChartKind.COLUMN, "T", categories, series))

    assert message == str(caught.value)
