"""A context with amounts in a second currency makes documents, and the working of each amount comes out."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"
RATES = "  fx: {EUR: {rate: 1.083333, as_of: 2026-11-18, source: gl}}\n"


def test_a_second_currency_breaks_no_document(run: Run) -> None:
    text = EXAMPLE.read_text("utf-8").replace("  currency: USD\n", f"  currency: USD\n{RATES}", 1)
    text = text.replace("contractor_cost: 190000", "contractor_cost: {amount: 180000, currency: EUR}", 1)
    assert "currency: EUR}" in text
    Path("context.yaml").write_text(text, "utf-8")

    checked = run("check", "budget-deck", "--format", "json")

    found = json.loads(checked.out)["diagnostics"]
    assert [] == [each["message"] for each in found if each["severity"] == "error"]
    listed = run("figures", "budget.headcount[0].contractor_cost").out
    assert "    = EUR 180,000 \u00d7 1.083333 (Nov 18, 2026) = 195,000\n" in listed
