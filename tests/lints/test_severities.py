"""What a finding weighs depends on who reads it; what people read of that is what happens."""

from __future__ import annotations

import pytest
from lint_subjects import Case, findings

from alignkit.diagnostics import Diagnostic, Place, Report, Severity
from alignkit.lints import CONTEXT_RULES, DOCUMENT_RULES, gravest, weight_of
from alignkit.lints.severities import BY_AUDIENCE, severity_for
from command_line import Run

CODES = {rule.code for rule in CONTEXT_RULES} | {rule.code for rule in DOCUMENT_RULES}
MEDIA = {"finance.FY2026.cost_scope": "media"}
HERE = Place("context.yaml", 3, 1, "kpis")


def test_only_rules_weigh_differently() -> None:
    assert set(BY_AUDIENCE) <= CODES


def test_no_reader_is_listed_for_nothing() -> None:
    """A row must differ from the usual severity for somebody; BUD-018 also names the CEO, as its source does."""
    usual = {rule.code: rule.severity for rule in (*CONTEXT_RULES,)}
    usual |= {rule.code: rule.severity for rule in DOCUMENT_RULES}

    same = [
        (code, audience)
        for code, readers in BY_AUDIENCE.items()
        for audience, severity in readers.items()
        if severity is usual[code]
    ]
    assert [("BUD-018", "ceo")] == same


def test_nothing_is_forgiven_to_finance() -> None:
    order = [Severity.INFO, Severity.WARN, Severity.ERROR]
    for code, readers in BY_AUDIENCE.items():
        team = readers.get("team", severity_for(code, "ceo", Severity.WARN))
        for finance in ("cfo", "board"):
            assert order.index(severity_for(code, finance, Severity.WARN)) >= order.index(team), code


@pytest.mark.parametrize(
    ("audience", "severity"),
    [("", "warn"), ("ceo", "warn"), ("cro", "warn"), ("cfo", "error"), ("board", "error"), ("team", "info")],
)
def test_a_finding_weighs_what_its_reader_makes_of_it(audience: str, severity: str) -> None:
    found = findings(Case("", MEDIA, audience=audience))

    assert [severity] == [each.severity for each in found if each.code == "MET-008"]


def test_a_breach_by_the_ask_is_an_error_for_everybody() -> None:
    for audience in ("", "team", "cfo"):
        found = findings(Case("", {"finance.policy.payback_ceiling_months": 17}, audience=audience))

        severities = {
            each.severity for each in found if each.code == "BUD-016" and "`ask` has" in each.message
        }
        assert {Severity.ERROR} == severities


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("BUD-018", "error for CFO and board, warning for CEO and all others, note for team"),
        ("GEN-019", "warning for CFO and board, note for all others"),
        ("SCR-006", "error for CFO, warning for all others"),
        ("BUD-012", "warning for all others, note for team"),
        ("BUD-001", "error"),
        ("STK-010", "error"),
        ("CTX-001", ""),
    ],
)
def test_what_a_rule_weighs_is_said_in_words(code: str, words: str) -> None:
    assert words == weight_of(code)


def test_explain_says_what_a_rule_weighs(run: Run) -> None:
    assert run("explain", "BUD-018").out.endswith(
        "\n\nSeverity: error for CFO and board, warning for CEO and all others, note for team.\n"
    )
    assert "Severity" not in run("explain", "CTX-001").out


def test_a_fraction_no_company_can_have_is_told_once() -> None:
    figure, rule = (
        Diagnostic(code, Severity.ERROR, "margin of 1.2", HERE) for code in ("FIG-002", "MET-012")
    )

    assert [rule] == list(gravest(Report([figure, rule])))
    assert [figure] == list(gravest(Report([figure])))


def test_what_differs_in_severity_only_is_told_once() -> None:
    def finding(severity: Severity, message: str = "old") -> Diagnostic:
        return Diagnostic("GEN-005", severity, message, HERE)

    several = [
        finding(Severity.WARN),
        finding(Severity.ERROR),
        finding(Severity.INFO),
        finding(Severity.INFO, "new"),
    ]

    assert [finding(Severity.ERROR), finding(Severity.INFO, "new")] == list(gravest(Report(several)))
