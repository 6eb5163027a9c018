"""Rules that read the context: what they find, where, and what they leave alone."""

from __future__ import annotations

from datetime import date

import pytest
from context_cases import CONTEXT_CASES
from lint_subjects import GONE, Case, Changes, findings

from alignkit.diagnostics import Severity
from alignkit.lints import CONTEXT_RULES

CODES = {rule.find.__name__: rule.code for rule in CONTEXT_RULES}
QUIET = [case for case in CONTEXT_CASES if not case.message]
LOUD = [case for case in CONTEXT_CASES if case.message]


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_rule_leaves_alone_what_is_sound(case: Case) -> None:
    found = [each.message for each in findings(case) if each.code == CODES[case.find]]

    assert found == []


@pytest.mark.parametrize("case", LOUD, ids=str)
def test_a_rule_says_what_is_wrong_and_where(case: Case) -> None:
    found = [each for each in findings(case) if each.code == CODES[case.find]]

    messages = [each.message for each in found]
    assert case.message in messages
    finding = found[messages.index(case.message)]
    assert finding.place is not None
    assert ("context.yaml", case.path) == (finding.place.file, finding.place.path)
    assert finding.hint
    assert finding.hint[0].islower()


def test_breaking_policy_with_the_ask_is_an_error_until_it_is_excepted() -> None:
    ceiling: Changes = {"finance.policy.payback_ceiling_months": 17}
    excepted = {**ceiling, "budget.tiers.ask.exception": "The summit pays back in two years"}

    def of_ask(changes: Changes) -> list[Severity]:
        found = findings(Case("tiers_keep_policy", changes))
        return [each.severity for each in found if each.code == "BUD-016" and "`ask` has" in each.message]

    assert [Severity.ERROR] == of_ask(ceiling)
    assert [Severity.WARN] == of_ask(excepted)


def test_a_limit_that_breaks_names_the_field_that_answers_for_it() -> None:
    found = findings(Case("tiers_keep_policy", {"finance.policy.payback_ceiling_months": 17}))

    assert found
    assert [] == [each.hint for each in found if not each.hint.startswith("add `exception`")]


def test_last_year_told_in_two_ways_names_both_lines() -> None:
    found = findings(Case("last_year_is_one", {"finance.FY2026.new_customers": 160}))

    assert [["finance.FY2026.new_customers"]] == [[place.path for place in each.related] for each in found]


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ({"budget.phasing": [{"line": "brand", "period": "2027-Q1", "amount": 159000}]}, "warn"),
        ({"budget.phasing": [{"line": "brand", "period": "2027-Q1", "amount": 161000}]}, "warn"),
        ({"budget.phasing": [{"line": "brand", "period": "2027-Q1", "amount": 158999}]}, "error"),
        ({"budget.headcount[0].annual_cost": 180900, "budget.headcount[0].start": date(2027, 3, 1)}, "warn"),
        ({"budget.headcount[0].annual_cost": 180900, "finance.policy.materiality": 0}, "error"),
        ({"budget.headcount[0].annual_cost": 180900, "finance.policy.materiality": GONE}, "error"),
    ],
)
def test_sums_that_miss_by_less_than_is_material_are_a_warning(changes: Changes, severity: str) -> None:
    found = findings(Case("phasing_adds_up", {"finance.policy.materiality": 1001, **changes}))

    assert [severity] == [each.severity for each in found]


@pytest.mark.parametrize(
    ("audience", "severity"),
    [("team", "info"), ("", "warn"), ("ceo", "warn"), ("cfo", "error"), ("board", "error")],
)
def test_a_vanity_measure_matters_more_the_nearer_the_money(audience: str, severity: str) -> None:
    changes = next(case.changes for case in LOUD if case.find == "outcome_is_no_vanity")

    found = findings(Case("outcome_is_no_vanity", changes, audience=audience))

    assert [severity] == [each.severity for each in found if each.code == "BUD-018"]


@pytest.mark.parametrize(
    ("find", "changes", "hint"),
    [
        (
            "decide_by_is_sensible",
            {"budget.decision.by": date(2026, 11, 19), "budget.decision.meeting": GONE},
            "agree a new date, or enter it in `decisions` as `id: DEC-BUDGET27` with `text`, `from`, `by`, `made_on`",
        ),
        ("decide_by_is_sensible", {"issues.ISS1.decide_by": date(2026, 11, 19)}, "agree a new date"),
        (
            "initiatives_add_up",
            {"initiatives.OPS.budget": 0},
            "add an initiative of $90,000, contracts included;"
            " only money nobody has plans for is `budget.unallocated`",
        ),
        (
            "initiatives_add_up",
            {"initiatives.OPS.budget": 0, "budget.lines.martech.ask": 90000, "budget.lines.paid.ask": 640000},
            "add an initiative of $90,000 for `martech`, contracts included;"
            " only money nobody has plans for is `budget.unallocated`",
        ),
        (
            "initiatives_add_up",
            {"initiatives.OPS.budget": 100000},
            "take $10,000 from initiatives or `budget.unallocated`, or ask for it",
        ),
    ],
)
def test_the_cure_can_be_obeyed_as_it_stands(find: str, changes: Changes, hint: str) -> None:
    found = findings(Case(find, changes))

    assert [hint] == [each.hint for each in found]


def test_rules_of_other_families_keep_quiet() -> None:
    found = findings(Case("", {"budget.tiers.ask.total": 1, "issues.ISS1.if_late": ""}, families=("GEN",)))

    assert found == []
