import re
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.writers.ooxml.chart_grid import grid_of
from alignkit.writers.ooxml.chart_workbook import workbook

HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "http://example.org/?a=1&b=2",
    "mailto:someone@example.org",
    "<b>&amp; \"quoted\" 'text'</b>",
    "]]>",
    "  spaces kept  ",
    "two\nlines\tand a tab",
    "12",
    "TRUE",
    "#REF!",
    "_x0041_",
    "長いカテゴリ",
    "\U0001f600",
)


def _chart(
    categories: tuple[str, ...], *series: Series, number_format: str = "#,##0", unit: str = ""
) -> Chart:
    return Chart(ChartKind.COLUMN, "T", categories, series, unit=unit, number_format=number_format)


def _rows(data: bytes) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(data))["Data"]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_the_sheet_holds_unit_names_categories_and_numbers() -> None:
    values = (Decimal("2400000"), None, Decimal("-0.1"), Decimal("1e-9"))
    data = workbook(grid_of(_chart(("a", "b", "c", "d"), Series("Spend", values), unit="USD")))

    assert _rows(data) == [
        ("USD", "Spend"),
        ("a", 2400000),
        ("b", None),
        ("c", float(values[2] or 0)),
        ("d", float(values[3] or 0)),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_user_text_stays_text(text: str) -> None:
    data = workbook(grid_of(_chart((text,), Series(text, (Decimal(1),)), unit=text)))

    cells = load_workbook(BytesIO(data))["Data"]
    # openpyxl leaves the escape of 22.9.2.19 in place where Excel reads it.
    expected = {text, text.replace("_x0041_", "_x005F_x0041_")}
    for name in ("A1", "B1", "A2"):
        assert cells[name].value in expected
        assert cells[name].data_type in {"s", "inlineStr"}
        assert cells[name].hyperlink is None


def test_no_part_holds_a_formula_or_a_link() -> None:
    data = workbook(grid_of(_chart(HOSTILE, Series("=1+1", (Decimal(1),) * len(HOSTILE)))))

    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            assert not re.search(rb"<f[ >]|<hyperlink|External", package.read(name)), name


def test_numbers_carry_the_format_of_their_series() -> None:
    code = '"€" #,##0;[Red]−#,##0'
    series = (Series("a", (Decimal(1),)), Series("b", (Decimal(2),), number_format=code))
    sheet = load_workbook(BytesIO(workbook(grid_of(_chart(("x",), *series, number_format="0%")))))["Data"]

    assert sheet["B2"].number_format == "0%"
    assert sheet["C2"].number_format == code
    assert sheet["B1"].font.bold


def test_text_too_long_for_a_cell_is_cut() -> None:
    grid = grid_of(_chart(("x" * 40_000,), Series("s", (Decimal(1),))))

    assert len(grid.categories[0]) == 32_767


def test_entries_have_no_time_and_a_fixed_order() -> None:
    with ZipFile(BytesIO(workbook(grid_of(_chart(("x",), Series("s", (Decimal(1),))))))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml",
        ]
