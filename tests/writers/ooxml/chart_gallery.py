"""A chart of every kind as a reader would meet it, and the hard cases of each: for validators and for eyes."""

from __future__ import annotations

from decimal import Decimal

from alignkit.model.charts import Axis, Chart, ChartKind, Series
from alignkit.values import Scenario

MILLIONS = "#,##0.00,,"
THOUSANDS = "#,##0,"


def numbers(*values: str | int | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) for value in values)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_GERMAN = (
    "Veranstaltungsmarketing und Messen",
    "Suchmaschinenwerbung",
    "Kundenbindungsprogramme",
    "Öffentlichkeitsarbeit",
)
_PEOPLE = (
    "Anna Keller", "Bo Lund", "Carla Ortiz", "Dinesh Rao", "Eva Novak", "Femi Ade", "Greta Holm", "Hugo Brandt",
    "Ines Costa", "Jonas Wolf", "Katja Stein", "Liam Byrne", "Mina Park", "Nils Aas", "Olga Petrov", "Paul Weber",
    "Quinn Lee", "Rosa Diaz", "Sven Falk", "Tara Singh",
)  # fmt: skip
_PLACES = (
    (5, 5), (5, 5), (5, 4), (4, 4), (4, 4), (4, 4), (3, 4), (2, 4), (1, 4), (5, 2),
    (5, 1), (4, 2), (3, 3), (3, 3), (2, 2), (2, 1), (1, 1), (1, 1), (1, 2), (4, 5),
)  # fmt: skip


def _stakeholders(count: int, highlight: tuple[int, ...] = ()) -> Chart:
    points = _PLACES[:count]
    return Chart(
        ChartKind.SCATTER,
        "Two of the most influential people are not yet interested",
        _PEOPLE[:count],
        (Series("Influence", numbers(*(y for _, y in points)), across=numbers(*(x for x, _ in points))),),
        highlight=highlight,
        number_format="0",
        across=Axis("Interest, 1 to 5", Decimal(1), Decimal(5), "0"),
        upright=Axis("Influence, 1 to 5", Decimal(1), Decimal(5), "0"),
    )


def _bridge(*values: int, totals: tuple[int, ...] = (), names: tuple[str, ...] = ()) -> Chart:
    categories = names or tuple(f"Step {number}" for number in range(1, len(values) + 1))
    return Chart(
        ChartKind.WATERFALL,
        "People and events carry the increase",
        categories,
        (Series("Budget", numbers(*values)),),
        unit="USD million, FY2027",
        number_format=MILLIONS,
        totals=totals or (0, len(values) - 1),
    )


def gallery() -> dict[str, Chart]:
    """Every kind, and what is hard about it."""
    quarters = ("Q1", "Q2", "Q3", "Q4")
    actual = Series("Actual", numbers(410000, 455000, None, None), scenario=Scenario.ACTUAL)
    forecast = Series("Forecast", numbers(None, None, 478000, 531500), scenario=Scenario.FORECAST)
    plan = Series("Plan", numbers(430000, 440000, 480000, 500000), highlight=False, scenario=Scenario.PLAN)
    prior = Series("Prior year", numbers(380000, 400000, 420000, 460000), scenario=Scenario.PRIOR_YEAR)
    mix = (
        Series("People", numbers(1200000, 1400000)),
        Series("Programmes", numbers(900000, 1250000)),
        Series("Tools", numbers(120000, 230000), highlight=False),
    )
    charts = {
        "column": Chart(ChartKind.COLUMN, "Three tiers", ("Hold", "Ask", "Max"), (Series("Spend", numbers(2400000, 2880000, 3500000)),), number_format=MILLIONS, highlight=(1,)),
        "column scenarios": Chart(ChartKind.COLUMN, "Actual against plan", quarters, (prior, actual, forecast, plan), number_format=THOUSANDS),
        "bar german": Chart(ChartKind.BAR, "Channels", _GERMAN, (Series("Spend", numbers(900000, 640000, 320000, -80000)),), number_format="#,##0,;−#,##0,", highlight=(0,)),
        "stacked column": Chart(ChartKind.STACKED_COLUMN, "Mix", ("FY2026", "FY2027"), mix, number_format=MILLIONS),
        "full bar": Chart(ChartKind.FULL_BAR, "Share of spend", ("Plan", "Actual"), mix, number_format=MILLIONS),
        "full column thirds": Chart(ChartKind.FULL_COLUMN, "Thirds", ("A", "B", "C"), (Series("One", numbers(1, 3, 5)), Series("Two", numbers(1, 0, 90)), Series("Three", numbers(1, 3, 5))), number_format="0"),
        "line": Chart(ChartKind.LINE, "Over the year", _MONTHS, (Series("Leads", numbers(*range(300, 420, 10))), Series("Customers", numbers(*range(40, 64, 2)), highlight=False))),
        "step": Chart(ChartKind.STEP, "Each step costs more", ("150 to 168", "168 to 186", "186 to 204", "204 to 222"), (Series("Cost per customer", numbers(18000, 26700, 34500, 51000)),), number_format="#,##0", highlight=(1,), limit=Decimal(40000), limit_label="Ceiling"),
        "step two": Chart(ChartKind.STEP, "Prices", _MONTHS, (Series("List", numbers(10, 10, 12, 12, 12, 14, 14, 14, 14, 15, 15, 15)), Series("Paid", numbers(9, 9, 9, 10, 10, 10, 11, 11, None, 12, 12, 12), highlight=False)), number_format="0.0"),
        "step german": Chart(ChartKind.STEP, "Stufen", _GERMAN, (Series("Kosten", numbers(100, 150, 250, 400)),)),
        "area": Chart(ChartKind.AREA, "Pipeline grows", _MONTHS, (Series("Pipeline", numbers(*range(1000000, 2200000, 100000))),), number_format=MILLIONS),
        "area stacked": Chart(ChartKind.AREA, "Pipeline by source", quarters, (Series("Inbound", numbers(400, 500, 650, 800)), Series("Outbound", numbers(300, 320, 310, 350), highlight=False), Series("Partners", numbers(100, 180, 260, 400)))),
        "area five": Chart(ChartKind.AREA, "Pipeline by region", quarters, tuple(Series(f"Region {i}", numbers(100 * i, 110 * i, 130 * i, 160 * i)) for i in range(1, 6))),
        "scatter": _stakeholders(8, (0,)),
        "scatter twenty": _stakeholders(20, (0, 9)),
        "scatter one": _stakeholders(1),
        "bullet": Chart(ChartKind.BULLET, "Two of four KPIs reach their target", ("New customers", "Qualified leads", "Renewals", "Win-backs"), (Series("Actual", numbers(186, 410, 350, 12)), Series("Target", numbers(200, 380, 400, 30))), highlight=(1,)),
        "bullet bands": Chart(ChartKind.BULLET, "Spend by channel", _GERMAN, (Series("Ist", numbers(820000, 640000, 150000, 990000)), Series("Plan", numbers(900000, 600000, 400000, 700000), scenario=Scenario.PLAN), Series("schwach", numbers(400000, 300000, 200000, 350000)), Series("gut", numbers(700000, 550000, 350000, 650000))), number_format=THOUSANDS),
        "waterfall": _bridge(2400000, 310000, 260000, -180000, 90000, 2880000, names=("FY2026", "People", "Events", "Agencies", "Tools", "FY2027 ask")),
        "waterfall through zero": _bridge(300000, -500000, 120000, 400000, -90000, 230000, names=("Start", "Loss", "Gain", "Recovery", "Fees", "End")),
        "waterfall twelve": _bridge(1000000, 50000, -30000, 80000, -120000, 10000, 60000, 70000, -20000, 40000, 25000, 1165000, names=("FY2026", *_MONTHS[:10], "FY2027")),
        "waterfall german": _bridge(1200000, 400000, -200000, 1400000, names=_GERMAN),
        "waterfall one": _bridge(1200000, totals=(0,)),
        "tornado": Chart(ChartKind.TORNADO, "Win rate matters most", ("Win rate", "Sales cycle", "Average contract value", "Media prices"), (Series("Low", numbers("-4.2", "2.9", "2.1", "-0.8"), highlight=False), Series("High", numbers("3.1", "-2.4", "-1.7", "0.9"))), unit="months of payback", number_format="0.0", limit=Decimal(0), limit_label="Base: 14.2 months"),
        "tornado one side": Chart(ChartKind.TORNADO, "Both help", ("Win rate", "Cycle"), (Series("Low", numbers(2, 1)), Series("High", numbers(5, -3))), number_format="0.0", limit=Decimal(0), limit_label="Base"),
        "dot range": Chart(ChartKind.DOT_RANGE, "Views differ most on data quality", ("Strategy", "Data quality", "Skills of the team", "Budget control"), (Series("Lowest", numbers(2, 1, 3, 4)), Series("Mean", numbers("3.4", "2.9", "3.6", "4")), Series("Highest", numbers(5, 5, 4, 4))), number_format="0.0"),
        "dot range german": Chart(ChartKind.DOT_RANGE, "Werte", tuple(f"{name} in allen Ländern der Region" for name in _GERMAN), (Series("Tiefster", numbers(2, 1, 3, 4)), Series("Mittel", numbers("3.4", "2.9", "3.6", "4.2")), Series("Höchster", numbers(5, 5, 4, 5))), number_format="0.0", highlight=(1,)),
    }  # fmt: skip
    return charts
