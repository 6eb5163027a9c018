"""The worked example and a small context that tests bend."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alignkit.context.check import check
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.figures import Figures, derive
from alignkit.source import read

EXAMPLE = Path(__file__).parents[1] / "examples" / "quillmere" / "context.yaml"

Data = dict[str, Any]

SMALL: Data = {
    "meta": {"author": "ann", "as_of": date(2026, 11, 20)},
    "company": {"name": "Quillmere", "model": "b2b_saas", "currency": "EUR", "sales_cycle_days": 73},
    "periods": {
        "current": {"id": "FY1", "start": date(2026, 1, 1), "end": date(2026, 12, 31)},
        "plan": {"id": "FY2", "start": date(2027, 1, 1), "end": date(2027, 12, 31)},
    },
    "sources": {
        "gl": {"name": "Ledger", "kind": "actual", "as_of": date(2026, 11, 10)},
        "plan": {"name": "Plan", "kind": "estimate", "as_of": date(2026, 11, 19)},
    },
    "finance": {
        "FY1": {
            "revenue": 1000,
            "gross_margin": 1,
            "sales_cost": 100,
            "marketing_cost": 60,
            "new_customers": 8,
            "new_customer_acv": 24,
            "revenue_churn": "0.25",
            "source": "gl",
        },
        "FY2": {
            "revenue": 1250,
            "gross_margin": 1,
            "sales_cost": 100,
            "new_customer_acv": 24,
            "revenue_churn": "0.25",
            "source": "plan",
        },
    },
    "budget": {
        "source": "plan",
        "decision": {"id": "D", "ask_tier": "ask", "from": "bob", "by": date(2026, 12, 11)},
        "lines": [
            {
                "id": "paid",
                "name": "Paid",
                "owner": "ann",
                "prior": 40,
                "low": 30,
                "ask": 50,
                "committed": 10,
            },
            {
                "id": "team",
                "name": "Team",
                "owner": "ann",
                "prior": 20,
                "low": 20,
                "ask": 30,
                "committed": 20,
            },
        ],
        "tiers": [
            {"id": "ask", "label": "Ask", "total": 80, "new_customers": 10, "mkt_customers": 5},
            {"id": "low", "label": "Low", "total": 50, "new_customers": 9, "mkt_customers": 4},
        ],
    },
}


def _from_data(data: Data) -> Context:
    """A context of plain data; numbers in quotes become exact decimals."""
    return Context.model_validate(data)


@pytest.fixture(scope="session")
def example() -> Context:
    """The worked example."""
    report = Report()
    source = read(EXAMPLE, report)
    assert source is not None
    context = check(source, report)
    assert context is not None
    return context


@pytest.fixture(scope="session")
def figures(example: Context) -> Figures:
    """Every figure of the worked example."""
    report = Report()
    found = derive(example, report)
    assert list(report) == []
    return found


@pytest.fixture
def data() -> Data:
    """The small context as data of its own."""
    return copy.deepcopy(SMALL)


@pytest.fixture
def context_of() -> Callable[[Data], Context]:
    """Makes a context of data."""
    return _from_data


@pytest.fixture
def figures_of() -> Callable[[Data], Figures]:
    """Derives the figures of data that nothing is wrong with."""

    def derived(data: Data) -> Figures:
        report = Report()
        found = derive(_from_data(data), report)
        assert list(report) == []
        return found

    return derived
