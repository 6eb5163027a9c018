"""What an escalation has to say in numbers: final cost, overrun, time, options and funding."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from alignkit.values import NACode, Scenario, Unit

from .owners import option_name
from .term import Term, absent, days_between

if TYPE_CHECKING:
    from datetime import date

    from alignkit.context.issues import Issue

    from .book import Book


def derive_issues(book: Book) -> None:
    """Enter `issue.<id>.*`."""
    for issue in book.context.issues:
        _derive_cost(book, issue)
        _derive_earned_value(book, issue)
        _derive_days(book, issue)
        _derive_options(book, issue)
        _derive_funding(book, issue)
        _derive_kind(book, issue)


def _derive_cost(book: Book, issue: Issue) -> None:
    path, key, owner = f"issues.{issue.id}", f"issue.{issue.id}", issue.title
    approved, spent = book.term(f"{path}.approved"), book.term(f"{path}.spent")
    book.put(
        f"{key}.eac",
        "Estimate at completion",
        Unit.MONEY,
        spent + book.term(f"{path}.to_complete"),
        owner=owner,
        scenario=Scenario.FORECAST,
    )
    book.put(
        f"{key}.overrun",
        "Overrun",
        Unit.MONEY,
        book.term(f"{key}.eac") - approved,
        owner=owner,
        scenario=Scenario.FORECAST,
    )
    overrun = book.term(f"{key}.overrun")
    book.put(
        f"{key}.overrun_share",
        "Overrun in per cent",
        Unit.SHARE,
        overrun / approved,
        owner=owner,
        scenario=Scenario.FORECAST,
    )
    book.put(
        f"{key}.spent_share",
        "Share of the approval spent",
        Unit.SHARE,
        spent / approved,
        owner=owner,
        scenario=Scenario.ACTUAL,
    )
    book.put(
        f"{key}.approval_left",
        "Approval left",
        Unit.MONEY,
        approved - spent,
        owner=owner,
        scenario=Scenario.ACTUAL,
    )


def _derive_earned_value(book: Book, issue: Issue) -> None:
    """Enter what the work will cost by its pace so far; only where the value of what is done is known."""
    path, key, owner = f"issues.{issue.id}", f"issue.{issue.id}", issue.title
    approved, spent, earned = (book.term(f"{path}.{name}") for name in ("approved", "spent", "earned"))
    pace = earned / spent
    book.put(f"{key}.cpi", "Cost performance index", Unit.RATIO, pace, owner=owner)
    at_pace = approved / book.term(f"{key}.cpi")
    at_plan = spent + (approved - earned)
    for name, label, term in (
        ("eac_at_pace", "Estimate at completion at the pace so far", at_pace),
        ("eac_at_plan", "Estimate at completion with the rest as approved", at_plan),
    ):
        book.put(f"{key}.{name}", label, Unit.MONEY, term, owner=owner, scenario=Scenario.FORECAST)


def _derive_days(book: Book, issue: Issue) -> None:
    key, as_of = f"issue.{issue.id}", book.context.meta.as_of
    for name, label, start, end in (
        ("days_waiting", "Days since it was raised", issue.raised, as_of),
        ("days_to_decide", "Days left to decide", as_of, issue.decide_by),
        ("days_known", "Days from the sign to the report", issue.trigger_date, issue.raised),
    ):
        book.put(f"{key}.{name}", label, Unit.DAYS, _days(label, start, end), owner=issue.title)


def _days(label: str, start: date | None, end: date | None) -> Term:
    words = label[0].lower() + label[1:]
    if start is None or end is None:
        return absent(NACode.MISSING_INPUT, f"{words}: a date is not given").named(words)
    return days_between(start, end, words)


def _derive_options(book: Book, issue: Issue) -> None:
    """What each option leaves the work at, and what it costs beside paying for all of it."""
    path, key = f"issues.{issue.id}", f"issue.{issue.id}"
    approved, overrun = book.term(f"{path}.approved"), book.term(f"{key}.overrun")
    for option in issue.options:
        cost, start = book.term(f"{path}.options.{option.id}.cost"), f"{key}.option.{option.id}"
        owner = option_name(option, issue)
        book.put(
            f"{start}.final_cost",
            "Approval needed in all",
            Unit.MONEY,
            approved + cost,
            owner=owner,
            scenario=Scenario.FORECAST,
        )
        book.put(
            f"{start}.cost_share",
            "Cost in per cent",
            Unit.SHARE,
            cost / approved,
            owner=owner,
            scenario=Scenario.FORECAST,
        )
        saved = cost - overrun
        book.put(
            f"{start}.cost_change",
            "Cost against the overrun",
            Unit.MONEY,
            saved,
            owner=owner,
            scenario=Scenario.FORECAST,
        )


def _derive_funding(book: Book, issue: Issue) -> None:
    path, key, owner = f"issues.{issue.id}", f"issue.{issue.id}", issue.title
    cost = f"{path}.options.{issue.recommend}.cost"
    recommended = absent(NACode.MISSING_INPUT, "no option is recommended").named("recommended cost")
    if issue.recommend and cost in book.figures:
        recommended = book.term(cost)
    book.put(f"{key}.recommended_cost", "Cost of the recommendation", Unit.MONEY, recommended, owner=owner)
    left = book.term(f"{path}.funding.available") - book.term(f"{key}.recommended_cost")
    book.put(f"{key}.funding_left", "Funding left", Unit.MONEY, left, owner=owner, scenario=Scenario.FORECAST)


def _derive_kind(book: Book, issue: Issue) -> None:
    """What a slip, a fault, a lack of hands or a board needs besides; only where it was given."""
    path, key, owner = f"issues.{issue.id}", f"issue.{issue.id}", issue.title
    if issue.planned_for and issue.now_expected:
        slip = days_between(
            issue.planned_for, issue.now_expected, "days from the promised day to the new one"
        )
        book.put(f"{key}.slip", "Slip", Unit.DAYS, slip, owner=owner, scenario=Scenario.FORECAST)
    if issue.quality is not None:
        share = book.term(f"{path}.quality.faulty") / book.term(f"{path}.quality.checked")
        book.put(f"{key}.fault_share", "Share of faults", Unit.SHARE, share, owner=owner)
        excess = book.term(f"{key}.fault_share") - book.term(f"{path}.quality.allowed")
        book.put(f"{key}.fault_excess", "Faults above the standard", Unit.POINTS, excess, owner=owner)
    if issue.capacity is not None:
        needed, there = (book.term(f"{path}.capacity.hours_{name}") for name in ("needed", "available"))
        book.put(f"{key}.hours_short", "Hours short", Unit.COUNT, needed - there, owner=owner, noun="hour")
    _derive_materiality(book, issue)


def _derive_materiality(book: Book, issue: Issue) -> None:
    finance, key = book.context.finance, f"issue.{issue.id}"
    if finance and finance.policy and finance.policy.materiality is not None and book.given(f"{key}.overrun"):
        above = book.term(f"{key}.overrun") - book.term("finance.policy.materiality")
        book.put(
            f"{key}.above_materiality", "Overrun above the materiality limit", Unit.MONEY, above,
            owner=issue.title, scenario=Scenario.FORECAST,
        )  # fmt: skip
