"""Every kind of chart: what it is made of, that its formulas compute what its cache holds, and that it is valid."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from chart_gallery import MILLIONS, gallery, numbers
from chart_package import document
from formula_values import value_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from alignkit.model.charts import Axis, Chart, ChartKind, Series
from alignkit.values import Scenario
from alignkit.writers.chart_alternative import description
from alignkit.writers.chart_data import as_table
from alignkit.writers.ooxml.chart import ChartParts, chart_parts
from alignkit.writers.ooxml.chart_canvas import Canvas, page_canvas
from alignkit.writers.ooxml.check import check_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GALLERY = gallery()
_NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
}


def parts(chart: Chart, language: str = "en-US") -> ChartParts:
    return chart_parts(chart, language)


def root(chart: Chart) -> etree._Element:
    return etree.fromstring(parts(chart).chart_xml)


def found(element: etree._Element, path: str) -> list[str]:
    items = element.xpath(path, namespaces=_NAMES)
    assert isinstance(items, list)
    return [str(item) for item in items]


def sheet_of(chart: Chart, *, computed: bool = True) -> Any:
    return load_workbook(BytesIO(parts(chart).workbook), data_only=computed)["Data"]


def cells_of(sheet: Any, reference: str) -> list[Any]:
    area = sheet[reference.removeprefix("Data!").replace("$", "")]
    return [row[0] for row in area] if isinstance(area, tuple) else [area]


def column(sheet: Any, letters: str, count: int) -> list[Any]:
    return [sheet[f"{letters}{row}"].value for row in range(2, count + 2)]


@pytest.mark.parametrize("name", GALLERY)
def test_formulas_compute_what_the_cache_holds(name: str) -> None:
    assert_formulas_agree(GALLERY[name])


def assert_formulas_agree(chart: Chart) -> None:
    cached, live = sheet_of(chart), sheet_of(chart, computed=False)
    for row in live.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.data_type == "f":
                expected = cached[cell.coordinate].value
                assert value_of(live, cell) == pytest.approx(expected, rel=1e-6, abs=1e-6), cell.coordinate


_AMOUNT = st.none() | st.integers(0, 10**9).map(Decimal)


@st.composite
def computed_charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 5))
    values = st.lists(_AMOUNT, min_size=count, max_size=count).map(tuple)
    kind = draw(
        st.sampled_from(
            (ChartKind.WATERFALL, ChartKind.BULLET, ChartKind.FULL_BAR, ChartKind.STEP, ChartKind.AREA)
        )
    )
    series = tuple(Series(f"S{number}", draw(values)) for number in range(draw(st.integers(2, 4))))
    if kind is ChartKind.WATERFALL:
        signs = draw(st.lists(st.sampled_from((-1, 1)), min_size=count, max_size=count))
        changes = tuple(v and v * sign for v, sign in zip(series[0].values, signs, strict=True))
        series = (replace(series[0], values=changes),)
    totals = tuple(sorted(draw(st.sets(st.integers(0, count - 1)))))
    return Chart(kind, "T", tuple(f"C{i}" for i in range(count)), series, totals=totals)


@settings(max_examples=60, deadline=None)
@given(computed_charts())
def test_formulas_agree_with_the_cache_of_any_chart(chart: Chart) -> None:
    assert_formulas_agree(chart)


@pytest.mark.parametrize("name", GALLERY)
def test_labels_from_cells_say_what_the_cells_hold(name: str) -> None:
    sheet = sheet_of(GALLERY[name])
    for area in root(GALLERY[name]).iterfind(".//c15:datalabelsRange", _NAMES):
        (reference,) = found(area, "c15:f/text()")
        cells = cells_of(sheet, reference)
        texts = dict(
            zip(
                map(int, found(area, "c15:dlblRangeCache/c:pt/@idx")),
                found(area, "c15:dlblRangeCache/c:pt/c:v/text()"),
                strict=True,
            )
        )
        assert len(cells) == int(found(area, "c15:dlblRangeCache/c:ptCount/@val")[0])
        for index, cell in enumerate(cells):
            if isinstance(cell.value, str):
                assert texts.get(index, "") in (cell.value, "")
            else:
                assert (cell.value is None) == (index not in texts) or texts[index] == "0%"


# Waterfall --------------------------------------------------------------------------------------------------


def test_a_waterfall_keeps_the_figures_of_the_context() -> None:
    sheet = sheet_of(GALLERY["waterfall"])

    assert [2400000, 310000, 260000, -180000, 90000, 2880000] == column(sheet, "B", 6)
    assert [MILLIONS] == list({sheet[f"B{row}"].number_format for row in range(2, 8)})


def test_editing_a_change_moves_the_bars_after_it_and_the_total() -> None:
    sheet = sheet_of(GALLERY["waterfall"], computed=False)
    sheet["B3"].value = 410000

    assert 2_980_000 == value_of(sheet, sheet["B7"])
    assert [2_400_000, 2_810_000, 3_070_000, 2_890_000, 2_980_000, 2_980_000] == [
        value_of(sheet, sheet[f"C{row}"]) for row in range(2, 8)
    ]


def test_a_waterfall_stands_on_a_base_nobody_sees_and_says_its_signs() -> None:
    made = root(GALLERY["waterfall"])

    base, total, rise, fall, *_ = made.iterfind(".//c:barChart/c:ser", _NAMES)
    assert base.find("c:spPr/a:noFill", _NAMES) is not None
    looks = [found(one, "c:spPr/a:solidFill/a:schemeClr/@val") for one in (total, rise, fall)]
    assert [["bg1"], ["accent1"], ["accent2"]] == looks
    labels = found(made, "//c:lineChart/c:ser[last()]//c15:dlblRangeCache/c:pt/c:v/text()")
    assert ["2.40", "+0.31", "+0.26", "−0.18", "+0.09", "2.88"] == labels
    assert not made.findall(".//c:legend", _NAMES)


def test_a_bar_through_zero_is_two_pieces() -> None:
    sheet = sheet_of(GALLERY["waterfall through zero"])

    assert [0, 0, -80000, 0, 230000, 0] == column(sheet, "D", 6)
    assert [0, 300000, 0, 0, 90000, 0] == column(sheet, "G", 6)
    assert [0, -200000, 0, 0, 0, 0] == column(sheet, "I", 6)
    assert [0, 0, 0, 320000, 0, 0] == column(sheet, "F", 6)
    assert [0, 0, -120000, -80000, 0, 0] == column(sheet, "H", 6)


def test_a_total_the_changes_do_not_lead_to_is_kept_as_it_is() -> None:
    chart = replace(GALLERY["waterfall"], series=(Series("s", numbers(10, 5, 0, 0, 0, 99)),))

    assert 99 == sheet_of(chart, computed=False)["B7"].value


# Shares -----------------------------------------------------------------------------------------------------


def test_shares_add_to_a_hundred_and_are_computed_in_the_workbook() -> None:
    chart = GALLERY["full column thirds"]
    sheet = sheet_of(chart)

    assert [[0.34, 0.33, 0.33], [0.5, 0, 0.5], [0.05, 0.9, 0.05]] == [
        [sheet[f"{letters}{row}"].value for letters in "EFG"] for row in (2, 3, 4)
    ]
    made = root(chart)
    assert ["percentStacked"] == found(made, "//c:barChart/c:grouping/@val")
    assert ["Data!$B$2:$B$4", "Data!$C$2:$C$4", "Data!$D$2:$D$4"] == found(made, "//c:ser/c:val//c:f/text()")
    assert ["34%", "50%", "33%", "90%", "33%", "50%"] == found(made, "//a:fld[@type='CELLRANGE']/a:t/text()")


@pytest.mark.parametrize("kind", [ChartKind.FULL_BAR, ChartKind.FULL_COLUMN])
def test_what_cannot_be_shared_out_has_no_label(kind: ChartKind) -> None:
    chart = Chart(kind, "T", ("a", "b"), (Series("s", numbers(0, -1)), Series("t", numbers(0, 3))))

    assert not found(root(chart), "//a:fld/a:t/text()")


# Tornado ----------------------------------------------------------------------------------------------------


def test_a_tornado_lies_around_its_base_with_signs() -> None:
    made = root(GALLERY["tornado"])

    assert ["bar", "bar"] == found(made, "//c:barDir/@val")
    assert ["100"] == found(made, "//c:overlap/@val")
    assert {"+0.0;−0.0;0.0"} == set(found(made, "//c:barChart[1]//c:dLbls//c:numFmt/@formatCode"))
    assert ["0"] == found(made, "//c:catAx/c:crossesAt/@val")
    base = "//c:barChart[2]//c:dLbl"
    assert [["0"], ["1"]] == [found(made, f"{base}/c:{what}/@val") for what in ("showVal", "showSerName")]
    assert "Base: 14.2 months" in found(made, "//c:tx//c:v/text()")


def test_bars_on_one_side_stand_beside_each_other() -> None:
    assert ["0"] == found(root(GALLERY["tornado one side"]), "//c:overlap/@val")


LONG = ("Conversion rate", "First-year value of a new customer", "Visits")


def _lying(*names: str) -> Chart:
    swings = (Series("Low", numbers(-978, -776, -588)), Series("High", numbers(652, 388, 462)))
    return Chart(ChartKind.TORNADO, "Swings", names, swings)


@pytest.mark.parametrize(
    ("height_pt", "name"),
    [(240, "First-year value\nof a new\ncustomer"), (70, "First-year value of a new customer")],
)
def test_a_long_name_of_a_row_stands_on_as_many_lines_as_its_row_holds(height_pt: float, name: str) -> None:
    made = chart_parts(_lying(*LONG), "en-US", canvas=Canvas(410, height_pt, 14))

    assert [LONG[0], name, LONG[2]] == found(
        etree.fromstring(made.chart_xml), "(//c:cat)[1]//c:pt/c:v/text()"
    )
    sheet = load_workbook(BytesIO(made.workbook))["Data"]
    assert name == sheet["A3"].value


def _names_axis(names: tuple[str, ...], size_pt: float) -> tuple[list[str], list[str]]:
    columns = Chart(ChartKind.COLUMN, "Lines", names, (Series("Spend", numbers(*range(1, len(names) + 1))),))
    made = etree.fromstring(chart_parts(columns, "en-US", canvas=Canvas(500, 240, size_pt)).chart_xml)
    return found(made, "//c:catAx//a:defRPr/@sz"), found(made, "//c:catAx//a:bodyPr/@rot")


def test_names_below_columns_get_smaller_before_they_are_turned() -> None:
    six, seven, nine = (("Promotions",) * count for count in (6, 7, 9))

    assert [(["1400"], ["0"]), (["1200"], ["0"]), (["1400"], ["-2700000"])] == [
        _names_axis(names, 14) for names in (six, seven, nine)
    ]
    assert (["900"], ["-2700000"]) == _names_axis(("Promotions",) * 12, 9)


# Steps, areas -----------------------------------------------------------------------------------------------


def test_a_step_is_three_points_at_one_height() -> None:
    chart = GALLERY["step"]
    sheet = sheet_of(chart)

    assert [0, 0.5, 1, 1, 1.5, 2] == column(sheet, "D", 6)
    assert [18000] * 3 + [26700] * 3 == column(sheet, "E", 6)
    assert "=B2" == sheet_of(chart, computed=False)["E4"].value
    made = root(chart)
    assert ["1", "4", "7", "10"] == found(made, "//c:ser[1]/c:dLbls/c:dLbl/c:idx/@val")
    assert ["t", "t", "b", "t"] == found(made, "//c:ser[1]/c:dLbls/c:dLbl/c:dLblPos/@val")
    assert list(chart.categories) == found(made, "//c:ser[last()]//a:fld/a:t/text()")


def test_areas_on_each_other_are_named_in_their_middle() -> None:
    made = root(GALLERY["area stacked"])

    assert ["stacked"] == found(made, "//c:areaChart/c:grouping/@val")
    assert ["Inbound", "800", "Outbound", "350", "Partners", "400"] == found(made, "//a:fld/a:t/text()")
    assert [400, 975, 1350] == [sheet_of(GALLERY["area stacked"])[f"{letters}5"].value for letters in "EFG"]
    assert ["midCat"] == found(made, "//c:valAx/c:crossBetween/@val")


def test_more_than_three_areas_have_a_legend() -> None:
    made = root(GALLERY["area five"])

    assert ["5", "6", "7", "8", "9"] == found(made, "//c:legendEntry/c:idx/@val")


# Points -----------------------------------------------------------------------------------------------------


def test_points_on_one_place_share_a_label_led_by_the_one_that_stands_out() -> None:
    made = root(replace(GALLERY["scatter"], highlight=(1,)))

    texts = found(made, "//a:fld[@type='CELLRANGE']/a:t/text()")
    assert ["Bo Lund, Anna Keller", "Carla Ortiz", "Dinesh Rao, Eva Novak,\nFemi Ade"] == texts[:3]
    assert ["1"] == found(made, "//c:dPt/c:idx/@val")


def test_axes_of_points_have_titles_and_the_ends_they_ask_for() -> None:
    made = root(GALLERY["scatter"])

    assert ["Interest, 1 to 5", "Influence, 1 to 5"] == found(made, "//c:valAx/c:title//a:t/text()")
    assert ["1", "1"] == found(made, "//c:valAx/c:scaling/c:min/@val")
    assert ["5", "5"] == found(made, "//c:valAx/c:scaling/c:max/@val")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("1", None, ("1", "4")), (None, "9", ("2", "9")), ("5", "5", ("5", "6")), (None, None, ("2", "4"))],
)
def test_an_axis_takes_what_it_is_given_and_rounds_the_rest(
    low: str | None, high: str | None, expected: tuple[str, str]
) -> None:
    axis = Axis("x", low and Decimal(low), high and Decimal(high))  # type: ignore[arg-type] # text or None
    series = Series("s", numbers(2, 4), across=numbers(2, 4))
    made = root(Chart(ChartKind.SCATTER, "T", ("a", "b"), (series,), across=axis))

    assert expected == (found(made, "//c:min/@val")[0], found(made, "//c:max/@val")[0])


def test_dots_of_a_range_are_labelled_once_where_all_agree() -> None:
    made = root(GALLERY["dot range"])

    labels = [found(ser, "c:dLbls/c:dLbl/c:idx/@val") for ser in made.iterfind(".//c:ser", _NAMES)]
    assert [[], ["0", "1", "2"], ["0", "1", "2", "3"], ["0", "1", "2"], ["0", "1", "2", "3"]] == labels
    assert ["Lowest", "Mean", "Highest"] == found(made, "//a:fld[@type='SERIESNAME']/a:t/text()")


# Bullets ----------------------------------------------------------------------------------------------------


def test_a_bullet_is_a_wide_and_a_narrow_stack_on_scales_that_agree() -> None:
    made = root(GALLERY["bullet bands"])

    assert ["stacked", "stacked"] == found(made, "//c:grouping/@val")
    wide, narrow = map(int, found(made, "//c:gapWidth/@val"))
    assert wide < narrow
    assert 1 == len(set(found(made, "//c:valAx/c:scaling/c:max/@val")))
    assert {"Plan"} == set(found(made, "//a:fld[@type='SERIESNAME']/a:t/text()"))
    assert ["820", "640", "150", "990"] == found(made, "//c:barChart[2]//a:fld[@type='CELLRANGE']/a:t/text()")


def test_pieces_of_a_bullet_add_to_its_bar() -> None:
    sheet = sheet_of(GALLERY["bullet"])

    bars = [[cell.value or 0 for cell in row[6:9]] for row in sheet.iter_rows(2, 5)]
    assert [186, 410, 350, 12] == pytest.approx([sum(row) for row in bars])


def test_a_mark_hides_little_of_the_bar_that_passes_it() -> None:
    chart = Chart(
        ChartKind.BULLET,
        "T",
        ("FY2026",),
        (Series("Payback", numbers("18.5")), Series("Ceiling", numbers(18))),
    )

    sheet = sheet_of(chart)

    names = [cell.value for cell in sheet[1]]
    mark, slit, beyond = (
        sheet.cell(2, 1 + next(at for at, name in enumerate(names) if name and name.startswith(start))).value
        for start in ("Mark", "Slit", "Bar beyond")
    )
    assert mark < slit < mark * 1.5
    assert pytest.approx(0.5, abs=slit) == beyond + slit / 2


def test_bullets_below_zero_are_plain_bars() -> None:
    chart = Chart(ChartKind.BULLET, "T", ("a",), (Series("s", numbers(-1)), Series("t", numbers(2))))

    assert ["clustered"] == found(root(chart), "//c:grouping/@val")


# All --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GALLERY)
def test_no_kind_has_a_colour_of_its_own(name: str) -> None:
    assert not found(root(GALLERY[name]), "//a:srgbClr/@val")


@pytest.mark.parametrize("kind", ChartKind)
def test_no_text_of_a_user_is_part_of_a_formula(kind: ChartKind) -> None:
    hostile = '=HYPERLINK("http://x.example")'
    series = tuple(Series(hostile, numbers(1, 3), across=numbers(1, 2)) for _ in range(3))
    chart = Chart(kind, hostile, (hostile, "b"), series, unit=hostile, limit=Decimal(1), limit_label=hostile)

    with ZipFile(BytesIO(parts(chart).workbook)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert all(
        re.fullmatch(r"[A-Z0-9$:,()+\-*/=>.<&;a-z]*", one) for one in re.findall("<f>(.*?)</f>", sheet)
    )
    assert "HYPERLINK" not in "".join(re.findall("<f>(.*?)</f>", sheet))
    assert "hyperlink" not in sheet


@pytest.mark.parametrize("name", GALLERY)
def test_text_has_the_size_of_its_canvas(name: str) -> None:
    chart = GALLERY[name]
    made = etree.fromstring(chart_parts(chart, "en-US", canvas=Canvas(828, 330, 14)).chart_xml)

    assert {"1400"} == set(found(made, "//a:defRPr/@sz | //a:rPr/@sz"))


def test_every_kind_is_valid_with_its_workbook(
    tmp_path: Path, sdk_validate: Callable[[list[Path]], dict[Path, list[dict[str, str]]]]
) -> None:
    placed = [(parts(chart), 465.0, page_canvas(chart).height_pt) for chart in GALLERY.values()]
    files = [tmp_path / "charts.docx"]
    files[0].write_bytes(document(*placed))
    for number, (one, _, _) in list(enumerate(placed))[::5]:
        files.append(tmp_path / f"book{number}.xlsx")
        files[-1].write_bytes(one.workbook)

    errors = sdk_validate(files)

    assert {path: [] for path in files} == {path: errors[path] for path in files}


# Words and tables -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("waterfall", "en-US", "Waterfall chart: People and events carry the increase. Unit: USD million, FY2027. Budget: FY2026 2.40, People +0.31, Events +0.26, Agencies −0.18, Tools +0.09, FY2027 ask 2.88."),
        ("full bar", "de-DE", "Balkendiagramm mit Anteilen: Share of spend. People: Plan 54% (1,20), Actual 49% (1,40). Programmes: Plan 41% (0,90), Actual 43% (1,25). Tools: Plan 5% (0,12), Actual 8% (0,23)."),
        ("tornado one side", "en-US", "Tornado chart: Both help. Win rate: Low +2.0, High +5.0. Cycle: Low +1.0, High −3.0. Base."),
        ("scatter one", "de-DE", "Punktdiagramm: Two of the most influential people are not yet interested. Anna Keller: Interest, 1 to 5 5, Influence, 1 to 5 5."),
        ("bullet", "en-US", "Bars against their targets: Two of four KPIs reach their target. New customers: Actual 186, Target 200. Qualified leads: Actual 410, Target 380. Renewals: Actual 350, Target 400. Win-backs: Actual 12, Target 30. Highlighted: Qualified leads."),
        ("step", "en-US", "Step chart: Each step costs more. Cost per customer: 150 to 168 18,000, 168 to 186 26,700, 186 to 204 34,500, 204 to 222 51,000. Limit: Ceiling 40,000. Highlighted: 168 to 186."),
        ("area", "fr-FR", "Pipeline grows. Pipeline: Jan 1,00 – Dec 2,10; Jan 1,00 – Dec 2,10."),
    ],
)  # fmt: skip
def test_a_chart_is_told_in_words(name: str, language: str, expected: str) -> None:
    assert expected == description(GALLERY[name], language)


def test_of_many_points_those_that_stand_out_are_told() -> None:
    told = description(GALLERY["scatter twenty"], "en-US")

    assert "Jonas Wolf" in told
    assert told.endswith("8 more are in the data. Highlighted: Anna Keller, Jonas Wolf.")


@pytest.mark.parametrize("language", ["en-US", "de-AT", "ja-JP"])
@pytest.mark.parametrize("name", GALLERY)
def test_every_chart_has_words_in_every_language(name: str, language: str) -> None:
    assert GALLERY[name].title.rstrip(".") in description(GALLERY[name], language)


@pytest.mark.parametrize(
    ("name", "heads", "row"),
    [
        ("waterfall", ["USD million, FY2027", "Budget"], ["Agencies", "−0.18"]),
        (
            "full bar",
            ["", "People", "Programmes", "Tools"],
            ["Actual", "49% (1.40)", "43% (1.25)", "8% (0.23)"],
        ),
        ("scatter one", ["", "Interest, 1 to 5", "Influence, 1 to 5"], ["Anna Keller", "5", "5"]),
        ("tornado", ["months of payback", "Low", "High"], ["Base: 14.2 months", "", ""]),
        ("dot range", ["", "Lowest", "Mean", "Highest"], ["Budget control", "4.0", "4.0", "4.0"]),
    ],
)
def test_a_chart_is_a_table_too(name: str, heads: list[str], row: list[str]) -> None:
    table = as_table(GALLERY[name], "en-US")

    def texts(cells: tuple[Any, ...]) -> list[str]:
        return ["".join(one.text for one in cell) for cell in cells]

    assert heads == texts(tuple(column.header for column in table.columns))
    assert row in [texts(one.cells) for one in table.rows]


def test_totals_of_a_waterfall_are_totals_of_its_table() -> None:
    assert [False] * 5 + [True] == [row.total for row in as_table(GALLERY["waterfall"], "en-US").rows]


def test_scenarios_keep_their_look_in_every_kind_of_bar() -> None:
    for kind in (ChartKind.BULLET, ChartKind.TORNADO, ChartKind.FULL_BAR):
        series = (Series("s", numbers(1, 2), scenario=Scenario.FORECAST), Series("t", numbers(2, 2)))

        assert found(root(Chart(kind, "T", ("a", "b"), series)), "//c:ser/c:spPr/a:pattFill/@prst")


def test_the_package_checker_finds_nothing_in_any_kind() -> None:
    placed = [(parts(chart), 465.0, page_canvas(chart).height_pt) for chart in GALLERY.values()]

    assert [] == [str(one) for one in check_package(document(*placed))]
