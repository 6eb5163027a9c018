"""Hints for what newcomers write: amounts with commas in brackets, people by their role."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.source import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"
TOTAL, DECIDER = "total: 2880000,", "from: daniel,"
CONCERNS = 'concerns: ["Payback drifted above 18 months", "Marketing and CRM pipeline figures disagree"]'


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        (TOTAL, "total: $1,440,000,", "CTX-003", "write 1440000"),
        (TOTAL, "total: 1440000 EUR,", "CTX-003", "write 1440000, or `{amount: 1440000, currency: EUR}`"),
        (TOTAL, "total: 780.000 €,", "CTX-003", "write 780000, or 780 if that is meant"),
        (TOTAL, "total: CA$1.44M,", "CTX-003", "write 1440000, or `{amount: 1440000, currency: CAD}`"),
        (
            CONCERNS,
            "concerns: [\u201cFirms: small\u201d]",
            "CTX-003",
            'put the text between straight quotes ("")',
        ),
        (CONCERNS, "concerns: [null, small]", "CTX-003", "write a value, or remove the dash"),
        (DECIDER, "from: cfo,", "GEN-002", "write `daniel`"),
        (DECIDER, "from: CFO,", "GEN-002", "write `daniel`"),
    ],
)
def test_a_hint_says_what_to_write(old: str, new: str, code: str, hint: str, tmp_path: Path) -> None:
    text, report = EXAMPLE.read_text("utf-8"), Report()
    assert old in text
    path = tmp_path / "context.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    source = read(path, report)
    assert source is not None

    check(source, report)

    hints = [each.hint for each in report if each.code == code]
    assert [] != [each for each in hints if each.startswith(hint)], hints
