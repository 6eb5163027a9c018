"""The page of metrics has every figure there is, by its name, its formula and its unit, and no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from alignkit.context.check import check
from alignkit.diagnostics import Report
from alignkit.figures import derive
from alignkit.source import read
from alignkit.values import Figure, Unit

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "metrics.md"
EXAMPLE = ROOT / "examples" / "quillmere" / "context.yaml"
CONTEXTS = Path(__file__).parent / "contexts"
ANNOUNCED = "\n  announced_cut: {amount: 300000, on: 2027-02-01, reason: Revenue is late}"
IN_OTHER_WORDS = frozenset(
    {
        "defence.quarter",
        "deliverable.<n>.slack",
        "dependency.<n>.slack",
        "downside.arr_change",
        "downside.customers_change",
        "downside.new_customers",
        "driver.<driver>.high_effect",
        "driver.<driver>.low_effect",
        "gate.<gate>.released",
        "gate.<gate>.saved",
        "kpi.<kpi>.due",
        "kpi.<kpi>.forecast_accuracy",
        "kpi.<kpi>.gap",
        "kpi.<kpi>.okr_score",
        "kpi.<kpi>.relative",
        "market.share_of_search",
        "milestone.<milestone>.days_on_path",
        "milestone.<milestone>.slack",
        "phasing.<period>.amount",
        "pipeline.coverage_required",
        "pipeline.needed",
        "quarter.<quarter>.cac_lagged",
        "step.<tier>.customers",
        "step.<tier>.sales_cost",
        "step.<tier>.spend",
        "stop.quarter1",
        "tier.<tier>.arr_from_ask",
        "tier.<tier>.cac_change",
        "tier.<tier>.customers_change",
        "tier.<tier>.customers_from_ask",
        "tier.<tier>.revenue_growth",
        "tier.<tier>.total_from_ask",
        "year.<period>.acv",
        "year.<period>.cac_lagged",
        "year.<period>.lifetime",
    }
)
"""Figures whose formula names tiers, periods or rivals of one context, which the page says in general words."""


@dataclass(frozen=True)
class Row:
    """A line of a table of the page."""

    key: str
    name: str
    formula: str
    unit: str

    def is_of(self, key: str) -> bool:
        """Whether a figure's key is of the form this row has."""
        return re.fullmatch(re.sub(r"<[^>]+>", "[^.]+", self.key.replace(".", r"\.")), key) is not None


def _rows() -> list[Row]:
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    cells = [
        [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines
    ]
    return [Row(key.strip("`"), name, formula, unit) for key, name, formula, unit, _ in cells]


def _derived(path: Path) -> Iterator[Figure]:
    """The figures of a context in the words the page has, those of a software company."""
    report = Report()
    source = read(path, report, overrides=("company.model=b2b_saas",))
    assert source is not None
    context = check(source, report)
    for figure in derive(context, report).values() if context else ():
        if figure.formula and not figure.formula.startswith("amount in "):
            yield figure


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Figure]]:
    """Every figure that contexts of many kinds yield, under its key without the alias of a tier."""
    cut = tmp_path_factory.mktemp("cut") / "context.yaml"
    text = EXAMPLE.read_text("utf-8")
    cut.write_text(re.sub(r"(?m)^budget:.*$", lambda match: match[0] + ANNOUNCED, text, count=1), "utf-8")
    figures: dict[str, list[Figure]] = {}
    for path in (EXAMPLE, cut, *sorted(CONTEXTS.glob("*.yaml"))):
        for figure in _derived(path):
            figures.setdefault(_plain(figure.key), []).append(figure)
    return figures


def _plain(key: str) -> str:
    """A key without its alias: the ask is a tier as others are."""
    if not key.startswith(("ask.", "walk_away.")):
        return key
    rest = key.partition(".")[2]
    head, _, name = rest.partition(".")
    return f"{head}.ask.{name}" if head in ("step", "return") else f"tier.ask.{rest}"


def test_every_figure_has_one_row(found: dict[str, list[Figure]]) -> None:
    rows = _rows()
    counts = {key: sum(row.is_of(key) for row in rows) for key in found}

    assert [key for key, count in counts.items() if count != 1] == []


def test_every_row_has_figures(found: dict[str, list[Figure]]) -> None:
    assert [row.key for row in _rows() if not any(row.is_of(key) for key in found)] == []


def test_rows_say_what_figures_are(found: dict[str, list[Figure]]) -> None:
    for row in _rows():
        figures = [figure for key, several in found.items() if row.is_of(key) for figure in several]

        assert [figure.label for figure in figures if not figure.label.startswith(row.name)] == [], row.key
        if row.unit in set(Unit):
            assert {figure.unit.value for figure in figures} == {row.unit}, row.key
        else:
            assert row.unit.startswith("that of the KPI"), row.key
        if row.key not in IN_OTHER_WORDS:
            assert any(figure.formula in row.formula for figure in figures), row.key


def test_formulas_in_other_words_are_few() -> None:
    rows = {row.key for row in _rows()}

    assert rows >= IN_OTHER_WORDS
    assert len(IN_OTHER_WORDS) * 5 < len(rows)


def test_a_row_stands_for_keys_of_its_form() -> None:
    row = Row("issue.<issue>.option.<option>.cost", "", "", "")

    assert row.is_of("issue.I1.option.A.cost")
    assert not row.is_of("issue.I1.option.cost")
    assert not row.is_of("issue.I1.option.A.B.cost")
