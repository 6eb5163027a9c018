import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from chart_package import document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.values import Scenario
from alignkit.writers.ooxml.chart import ChartParts, chart_parts
from alignkit.writers.ooxml.chart_canvas import page_canvas

_NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def numbers(*values: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) for value in values)


QUARTERS = ("Q1", "Q2", "Q3", "Q4")
ACTUAL = Series("Actual", numbers("410", "455", None, None), scenario=Scenario.ACTUAL)
FORECAST = Series("Forecast", numbers(None, None, "478", "531.5"), scenario=Scenario.FORECAST)
PLAN = Series("Plan", numbers("430", "440", "480", "500"), highlight=False, scenario=Scenario.PLAN)
PRIOR = Series("Prior year", numbers("380", "400", "420", "460"), scenario=Scenario.PRIOR_YEAR)
BASE = Series("Base", numbers(None, "100", "90", None), invisible=True)
RISE = Series("Rise", numbers("100", "20", None, "110"), number_format="+#,##0")
FALL = Series("Fall", numbers(None, None, "10", None), highlight=False, number_format="−#,##0")
DOWN = Series("Down", numbers("-583800", "-535800", "-391980", "0"), highlight=False)
UP = Series("Up", numbers("417000", "310200", "293985", "0"))


def many(categories: int, series: int) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    return (
        tuple(f"Category {i} with a long name" for i in range(categories)),
        tuple(
            Series(f"Series {j}", tuple(Decimal((i * 37 + j * 11) % 90 - 20) for i in range(categories)))
            for j in range(series)
        ),
    )


def cases() -> dict[str, Chart]:
    """Charts of every kind with everything that changes how they are drawn."""
    charts = {
        f"{kind} {categories}x{series}": Chart(kind, "T", *many(categories, series))
        for kind in ChartKind
        for categories, series in ((1, 1), (4, 3), (40, 1), (6, 8))
    }
    charts |= {
        f"{name} limit": replace(chart, limit=Decimal(30), limit_label="Ceiling", highlight=(0,))
        for name, chart in charts.items()
    }
    charts |= {
        f"{kind} scenarios": Chart(kind, "T", QUARTERS, (PRIOR, ACTUAL, FORECAST, PLAN), highlight=(1,))
        for kind in ChartKind
    }
    charts |= {
        f"{kind} {name}": Chart(kind, "T", QUARTERS, (Series("s", values),), limit=limit)
        for kind in ChartKind
        for name, values, limit in (
            ("zero", numbers("0", "0", "0", "0"), None),
            ("nothing", numbers(None, None, None, None), None),
            ("nothing with limit", numbers(None, None, None, None), Decimal(5)),
            ("negative", numbers("-1", "-2", "-3", "-4"), Decimal(-2)),
            ("tiny", numbers("1e-9", None, "3e-9", "2e-12"), None),
            ("huge", numbers("1e15", "2e18", "-3e20", "1e22"), Decimal("1e21")),
        )
    }
    charts["waterfall"] = Chart(ChartKind.STACKED_COLUMN, "T", QUARTERS, (BASE, RISE, FALL), highlight=(3,))
    charts["lying waterfall"] = replace(charts["waterfall"], kind=ChartKind.STACKED_BAR)
    charts["tornado"] = Chart(
        ChartKind.STACKED_BAR, "T", QUARTERS, (DOWN, UP), number_format="#,##0,;−#,##0,"
    )
    charts["no names"] = Chart(ChartKind.LINE, "T", QUARTERS, (Series("", ACTUAL.values),), limit=Decimal(1))
    return charts


CASES = cases()


def root_of(chart: Chart) -> etree._Element:
    return etree.fromstring(chart_parts(chart, "en-US").chart_xml)


def found(root: etree._Element, path: str) -> list[str]:
    """The attributes and texts a path leads to."""
    items = root.xpath(path, namespaces=_NAMES)
    assert isinstance(items, list)
    return [str(item) for item in items]


def cache_of(parts: ChartParts) -> dict[str, list[str | None]]:
    """Every reference of the chart with what its cache holds."""
    root = etree.fromstring(parts.chart_xml)
    caches: dict[str, list[str | None]] = {}
    for reference in root.iterfind(".//c:f", _NAMES):
        cache = reference.getnext()
        assert cache is not None
        indices = map(int, found(cache, "c:pt/@idx"))
        points = dict(zip(indices, found(cache, "c:pt/c:v/text()"), strict=True))
        count = int(found(cache, "c:ptCount/@val")[0])
        caches[str(reference.text)] = [points.get(index) for index in range(count)]
    return caches


def cells_of(sheet: Any, reference: str) -> list[object]:
    """The content of cells; openpyxl does not read the escape of 22.9.2.19, Excel does."""
    area = sheet[reference.removeprefix("Data!").replace("$", "")]
    cells = [row[0].value for row in area] if isinstance(area, tuple) else [area.value]
    return [cell.replace("_x005F_x", "_x") if isinstance(cell, str) else cell for cell in cells]


def assert_cache_is_workbook(parts: ChartParts) -> None:
    sheet = load_workbook(BytesIO(parts.workbook), data_only=True)["Data"]
    for reference, cached in cache_of(parts).items():
        cells = cells_of(sheet, reference)
        numeric = all(cell is None or isinstance(cell, int | float) for cell in cells)
        assert cells == ([text and float(text) for text in cached] if numeric else cached), reference


@pytest.mark.parametrize("name", CASES)
def test_cache_and_workbook_hold_the_same(name: str) -> None:
    assert_cache_is_workbook(chart_parts(CASES[name], "en-US"))


@pytest.mark.parametrize("name", CASES)
def test_every_series_keeps_its_place_and_every_axis_its_partner(name: str) -> None:
    root = root_of(CASES[name])
    indices = found(root, "//c:ser/c:idx/@val")

    assert indices == [str(i) for i in range(len(indices))] == found(root, "//c:ser/c:order/@val")
    ids = found(root, "//c:catAx/c:axId/@val | //c:valAx/c:axId/@val")
    assert sorted(ids) == sorted(set(found(root, "//c:plotArea/*[c:ser]/c:axId/@val")))
    assert sorted(ids) == sorted(found(root, "//c:crossAx/@val"))
    assert all(int(one) > 0 for one in ids)
    assert not found(root, "//a:srgbClr/@val")


def test_the_part_says_what_it_is() -> None:
    root = root_of(Chart(ChartKind.COLUMN, "T", QUARTERS, (PLAN,)))

    assert found(root, "/c:chartSpace/c:date1904/@val") == ["0"]
    assert found(root, "/c:chartSpace/c:lang/@val") == ["en-US"]
    assert found(root, "/c:chartSpace/c:roundedCorners/@val") == ["0"]
    assert found(root, "/c:chartSpace/c:chart/c:autoTitleDeleted/@val") == ["1"]
    assert found(root, "/c:chartSpace/c:chart/c:plotVisOnly/@val") == ["1"]
    assert found(root, "/c:chartSpace/c:chart/c:dispBlanksAs/@val") == ["gap"]
    assert found(root, "/c:chartSpace/c:externalData/@r:id") == ["rId1"]
    assert set(found(root, "//a:defRPr/@lang")) == {"en-US"}
    assert set(found(root, "//a:latin/@typeface")) == {"+mn-lt"}


def test_a_highlighted_category_is_accent_and_the_rest_grey() -> None:
    root = root_of(Chart(ChartKind.COLUMN, "T", QUARTERS, (Series("s", PLAN.values),), highlight=(3,)))

    assert found(root, "//c:ser/c:spPr/a:solidFill/a:schemeClr/@val") == ["bg1"]
    assert found(root, "//c:dPt/c:idx/@val") == ["3"]
    assert found(root, "//c:dPt/c:spPr/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert found(root, "//c:dLbl/c:txPr//a:defRPr/@b") == ["1"]


def test_scenarios_differ_in_fill_and_share_a_colour() -> None:
    series = (PRIOR, ACTUAL, FORECAST, replace(PLAN, highlight=True))
    root = root_of(Chart(ChartKind.COLUMN, "T", QUARTERS, series))

    assert found(root, "//c:ser[1]/c:spPr/a:solidFill/a:schemeClr/@val") == ["bg1"]
    assert found(root, "//c:ser[2]/c:spPr/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert found(root, "//c:ser[3]/c:spPr/a:pattFill/a:fgClr/a:schemeClr/@val") == ["accent1"]
    assert found(root, "//c:ser[4]/c:spPr/a:solidFill/a:schemeClr/@val") == ["bg1"]
    assert found(root, "//c:ser[4]/c:spPr/a:ln/a:solidFill/a:schemeClr/@val") == ["accent1"]


def test_planned_and_forecast_lines_are_broken() -> None:
    root = root_of(Chart(ChartKind.LINE, "T", QUARTERS, (ACTUAL, FORECAST, PLAN)))

    assert [found(ser, "c:spPr/a:ln/a:prstDash/@val") for ser in root.iterfind(".//c:ser", _NAMES)] == [
        [],
        ["sysDot"],
        ["dash"],
    ]


def test_a_base_is_invisible_and_labels_float_above() -> None:
    root = root_of(CASES["waterfall"])
    base, rise, fall = root.iterfind(".//c:ser", _NAMES)

    assert base.find("c:spPr/a:noFill", _NAMES) is not None
    assert base.find("c:dLbls", _NAMES) is None
    assert found(rise, "c:dLbls/c:dLbl/c:dLblPos/@val") == ["inEnd"] * 3
    assert all(y.startswith("-0.0") for y in found(rise, "c:dLbls/c:dLbl/c:layout/c:manualLayout/c:y/@val"))
    assert found(fall, "c:dLbls/c:numFmt/@formatCode") == ["−#,##0"]
    assert found(root, "//c:legendEntry/c:idx/@val") == ["0"]
    assert found(root, "//c:grouping/@val") == ["stacked"]


def test_a_tornado_overlaps_and_labels_stand_past_the_ends() -> None:
    root = root_of(CASES["tornado"])

    assert found(root, "//c:grouping/@val") == ["clustered"]
    assert found(root, "//c:overlap/@val") == ["100"]
    assert set(found(root, "//c:dLblPos/@val")) == {"outEnd"}
    assert found(root, "//c:catAx/c:tickLblPos/@val") == ["low"]
    assert found(root, "//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]


@pytest.mark.parametrize(
    ("kind", "groups", "names"),
    [
        (ChartKind.COLUMN, ["barChart", "lineChart"], ["s", "Ceiling"]),
        (ChartKind.LINE, ["lineChart"], ["s", "Ceiling"]),
        (ChartKind.BAR, ["barChart", "barChart"], ["s", "Ceiling"]),
    ],
)
def test_a_limit_is_one_more_series_named_at_its_end(
    kind: ChartKind, groups: list[str], names: list[str]
) -> None:
    chart = Chart(kind, "T", QUARTERS, (Series("s", PLAN.values),), limit=Decimal(470), limit_label="Ceiling")
    root = root_of(chart)

    drawn = [etree.QName(item).localname for item in root.iterfind(".//c:plotArea/*", _NAMES)]
    assert [name for name in drawn if name.endswith("Chart")] == groups
    assert found(root, "//c:ser/c:tx//c:v/text()") == names
    assert found(root, "//c:dLbl[c:showSerName/@val='1']/c:showVal/@val") == ["1"]


def test_the_limit_of_lying_bars_is_an_axis_that_crosses_there() -> None:
    series = (replace(BASE, values=numbers("1", "2", "3", "4")), RISE, Series("Plain", PLAN.values))
    chart = Chart(ChartKind.STACKED_BAR, "T", QUARTERS, series, limit=Decimal(470), limit_label="Ceiling")

    root = root_of(chart)

    assert found(root, "//c:catAx/c:crossesAt/@val") == ["470"]
    assert len(set(found(root, "//c:valAx/c:scaling/c:max/@val"))) == 1
    assert not root.findall(".//c:legend", _NAMES)
    named = "//c:ser[c:dLbls/c:dLbl/c:showSerName/@val='1']/c:tx//c:v/text()"
    assert found(root, named) == ["Rise", "Plain", "Ceiling"]


def test_a_label_the_limit_would_cross_moves_inside() -> None:
    values = numbers("1620", "2400", "2950", None)
    chart = Chart(ChartKind.COLUMN, "T", QUARTERS, (Series("s", values),), limit=Decimal(2500))

    root = root_of(chart)

    assert found(root, "//c:barChart//c:dLbl/c:idx/@val") == ["1"]
    assert found(root, "//c:barChart//c:dLbl/c:dLblPos/@val") == ["inEnd"]
    assert found(root, "//c:barChart//c:dLbl/c:txPr//a:schemeClr/@val") == ["bg1"]


def test_text_on_bars_follows_how_dark_the_accents_are() -> None:
    chart = Chart(
        ChartKind.STACKED_COLUMN, "T", QUARTERS, (Series("s", PLAN.values), Series("t", PLAN.values))
    )
    path = "//c:ser[1]/c:dLbls/c:dLbl/c:txPr//a:schemeClr/@val"

    pale = chart_parts(chart, "en-US", canvas=replace(page_canvas(chart), dark=()))

    assert set(found(root_of(chart), path)) == {"bg1"}
    assert set(found(etree.fromstring(pale.chart_xml), path)) == {"tx1"}


HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "http://example.org/?a=1&b=2",
    "</c:v><x>",
    "\"&amp;'",
    "]]>",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_user_text_is_text_in_cache_and_workbook(text: str) -> None:
    chart = Chart(
        ChartKind.BAR,
        "T",
        (text,),
        (Series(text, numbers("1")),),
        unit=text,
        number_format='0" <&>"',
        limit=Decimal(2),
        limit_label=text,
    )

    parts = chart_parts(chart, 'en"US')

    assert_cache_is_workbook(parts)
    texts = [cached for cached in cache_of(parts).values() if text in cached]
    assert texts == [[text]] * 3
    assert found(etree.fromstring(parts.chart_xml), "c:lang/@val") == ['en"US']


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
_NUMBER = st.none() | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = tuple(draw(st.lists(_TEXT, min_size=1, max_size=6)))
    column = st.lists(_NUMBER, min_size=len(categories), max_size=len(categories)).map(tuple)
    one = st.builds(
        Series,
        name=_TEXT,
        values=column,
        highlight=st.booleans(),
        invisible=st.booleans(),
        scenario=st.none() | st.sampled_from(Scenario),
    )
    return Chart(
        draw(st.sampled_from(ChartKind)),
        "T",
        categories,
        tuple(draw(st.lists(one, min_size=1, max_size=4))),
        highlight=tuple(draw(st.sets(st.integers(0, len(categories) - 1)))),
        limit=draw(_NUMBER),
        limit_label=draw(st.just("") | _TEXT),
    )


@settings(max_examples=60, deadline=None)
@given(charts())
def test_any_chart_can_be_drawn_twice_the_same(chart: Chart) -> None:
    parts = chart_parts(chart, "de-DE")

    assert parts == chart_parts(chart, "de-DE")
    assert_cache_is_workbook(parts)


def test_another_day_hash_seed_and_time_zone_give_the_same_bytes() -> None:
    script = (
        "import time, hashlib; time.time = lambda: 4e9\n"
        "from test_chart import CASES, chart_parts\n"
        "digest = hashlib.sha256()\n"
        "for chart in CASES.values():\n"
        "    parts = chart_parts(chart, 'en-US')\n"
        "    digest.update(parts.chart_xml + parts.workbook)\n"
        "print(digest.hexdigest())"
    )
    here = str(Path(__file__).parent)
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONPATH": here, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert len(digests) == 1
    assert re.fullmatch(r"[0-9a-f]{64}\n", digests.pop())


_TELLING = (
    "^(column|bar|stacked_bar|line) (4x3|1x1 limit|6x8|scenarios|nothing with)|^(lying |)waterfall$|^tornado$"
)
"""The simple kinds with every element; the others stand in the gallery, the validator takes its time."""


def test_the_sdk_validator_finds_nothing_but_a_planted_defect(
    tmp_path: Path, sdk_validate: Callable[[list[Path]], dict[Path, list[dict[str, str]]]]
) -> None:
    telling = {name: chart for name, chart in CASES.items() if re.search(_TELLING, name)}
    placed = [(chart_parts(chart, "en-US"), 465.0, 200.0) for chart in telling.values()]
    broken = ChartParts(placed[0][0].chart_xml.replace(b"c:lang", b"c:tongue"), placed[0][0].workbook)
    charts_docx, book_xlsx, broken_docx = files = [
        tmp_path / name for name in ("charts.docx", "book.xlsx", "broken.docx")
    ]
    charts_docx.write_bytes(document(*placed))
    book_xlsx.write_bytes(placed[-1][0].workbook)
    broken_docx.write_bytes(document((broken, 465, 200)))

    found_in = sdk_validate(files)

    assert found_in[charts_docx] == found_in[book_xlsx] == []
    assert "tongue" in str(found_in[broken_docx])
