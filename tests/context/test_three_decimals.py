"""A dot between thousands is asked about, not read as a decimal."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.source import read

CONTEXT = """\
meta: {author: me, as_of: 2026-11-21}
company: {name: Acme, model: services, currency: EUR}
stakeholders: [{id: me, name: A, role: VP, audience: self}]
issues:
  - {id: I1, title: T, to: me, raised: 2026-11-20, cause: c, approved: %s, customers_at_risk: %s}
"""


def problems(tmp_path: Path, approved: str, customers: str) -> list[tuple[str, str, str]]:
    report = Report()
    path = tmp_path / "context.yaml"
    path.write_text(CONTEXT % (approved, customers), "utf-8")
    source = read(path, report)
    assert source is not None
    check(source, report)
    return [(d.code, d.message, d.hint) for d in report]


def test_three_decimals_are_asked_about(tmp_path: Path) -> None:
    assert [
        (
            "CTX-014",
            "expected at most two decimals for `approved`, found `12.500`",
            "write 12500, or 12.5 if that is meant",
        ),
        (
            "CTX-014",
            "expected at most two decimals for `customers_at_risk`, found `1.200`",
            "write 1200, or 1.2 if that is meant",
        ),
    ] == problems(tmp_path, "12.500", "1.200")


@pytest.mark.parametrize("amount", ["12500", "12.5", "12.50", "0.25"])
def test_other_amounts_are_as_they_are(tmp_path: Path, amount: str) -> None:
    assert [] == problems(tmp_path, amount, "3")


def test_a_word_file_is_named_as_one(tmp_path: Path) -> None:
    report = Report()
    path = tmp_path / "budget.docx"
    path.write_bytes(b"PK\x03\x04rest")

    assert read(path, report) is None
    assert ["expected a context file, found a Word, PowerPoint, PDF or zip file"] == [
        d.message for d in report
    ]
