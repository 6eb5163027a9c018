"""What an announced cut costs: by the ranked list, and by the same share of every line."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta
from decimal import ROUND_UP, Decimal
from typing import TYPE_CHECKING

from alignkit.values import NACode, Period, Unit

from .commitments import months_left
from .economics import cost_per_customer, payback_months
from .enough_cuts import enough_cuts
from .owners import cut_name
from .term import Term, absent, constant, none_of, total
from .year import derive_headroom

if TYPE_CHECKING:
    from datetime import date

    from alignkit.context.budget import AnnouncedCut, Budget

    from .book import Book

_MONTHS_A_YEAR, _MONTHS_A_QUARTER = 12, 3
_TENTH = Decimal("0.1")
_OWNER = "after the ranked cuts"
_LOST = "customers lost by the cuts it takes"


def derive_defence(book: Book, budget: Budget) -> None:
    """Enter `defence.*`, and for each cut and line what the announced cut makes of it.

    Nothing of it exists without a cut that finance has announced.
    """
    if budget.announced_cut is None:
        return
    wanted, ask = _wanted(book), book.term(f"tier.{budget.decision.ask_tier}.total")
    book.put("defence.left", "Spend after the announced cut", Unit.MONEY, ask - wanted)
    book.put("defence.share", "Announced cut as a share of the ask", Unit.SHARE, wanted / ask)
    room = book.term("money.gated") - wanted
    book.put("defence.gated_room", "Gated spend beyond the announced cut", Unit.MONEY, room)
    _derive_months_left(book, budget.announced_cut)
    _derive_ranked(book, budget)
    _derive_flat(book, budget)
    _derive_after(book, budget)
    _derive_delay(book, budget.announced_cut)


def _wanted(book: Book) -> Term:
    return book.term("budget.announced_cut.amount").named("announced cut")


def _derive_ranked(book: Book, budget: Budget) -> None:
    """Enter `defence.ranked.*`: the fewest whole cuts that are enough, and what a year of them loses.

    Only what they save from their day on counts against the announced cut.
    """
    amounts, customers = _taken_cuts(book, budget)
    saved = total(amounts, "sum of the cuts it takes", "cuts")
    book.put("defence.ranked.saved", "Saving by ranked cuts", Unit.MONEY, saved)
    whole = constant(_months_of_plan(book), "months of the plan period")
    from_day = book.term("defence.ranked.saved") * book.term("defence.months_left") / whole
    book.put("defence.ranked.from_day", "Saving by ranked cuts from their day on", Unit.MONEY, from_day)
    missing = _wanted(book) - book.term("defence.ranked.from_day")
    book.put("defence.ranked.missing", "Announced cut beyond the ranked cuts", Unit.MONEY, missing)
    lost = total(customers, _LOST, "cuts")
    book.put(
        "defence.ranked.customers", "Customers lost", Unit.COUNT, lost, owner="ranked cuts", noun="customer"
    )
    lost, year = book.term("defence.ranked.customers"), f"year.{book.plan}"
    book.put(
        "defence.ranked.arr", "New ARR lost", Unit.MONEY, lost * book.term(f"{year}.acv"), owner="ranked cuts"
    )
    for name, label, each in (
        ("gross_profit", "Yearly gross profit lost", f"{year}.gross_profit"),
        ("lifetime_gross_profit", "Gross profit lost over capped lifetimes", f"{year}.ltv_capped"),
    ):
        book.put(f"defence.ranked.{name}", label, Unit.MONEY, lost * book.term(each), owner="ranked cuts")
    left = book.term("defence.ranked.saved") - book.term("defence.ranked.gross_profit")
    book.put(
        "defence.ranked.first_year",
        "Saving less a year's gross profit",
        Unit.MONEY,
        left,
        owner="ranked cuts",
    )


def _taken_cuts(book: Book, budget: Budget) -> tuple[list[Term], list[Term]]:
    """Savings and customers of the cuts it takes; enters `cut.<order>.taken`, and what they are by line."""
    ranked = sorted(range(len(budget.cuts)), key=lambda index: budget.cuts[index].order)
    taken = {ranked[place] for place in _enough(book, ranked)}
    by_line: dict[str, list[str]] = {}
    for index in ranked:
        cut = budget.cuts[index]
        amount = book.term(f"budget.cuts[{index}].amount")
        term = amount if index in taken else none_of(amount, "not needed")
        owner = cut_name(cut.order, cut.line, budget)
        book.put(f"cut.{cut.order}.taken", "Taken for the announced cut", Unit.MONEY, term, owner=owner)
        if index in taken:
            by_line.setdefault(cut.line, []).append(f"budget.cuts[{index}]")
    _derive_lines(book, budget, by_line)
    paths = [f"budget.cuts[{index}]" for index in ranked if index in taken]
    return [book.term(f"{path}.amount") for path in paths], [book.term(f"{path}.customers") for path in paths]


def _derive_lines(book: Book, budget: Budget, cuts: dict[str, list[str]]) -> None:
    """Enter `line.<id>.{ranked_cut, ranked_customers}`: what the cuts it takes save and lose of each line."""
    for line in budget.lines:
        whole = none_of(book.term(f"budget.lines.{line.id}.{budget.decision.ask_tier}"), "none is needed")
        taken = cuts.get(line.id, [])
        for name, label, unit, field, words in (
            ("ranked_cut", "Ranked cuts", Unit.MONEY, "amount", "sum of the cuts it takes"),
            ("ranked_customers", "Customers lost by ranked cuts", Unit.COUNT, "customers", _LOST),
        ):
            terms = [book.term(f"{path}.{field}") for path in taken]
            term = total(terms, words, "cuts") if terms else whole
            noun = "customer" if unit is Unit.COUNT else ""
            book.put(f"line.{line.id}.{name}", label, unit, term, owner=line.name, noun=noun)


def _enough(book: Book, ranked: list[int]) -> list[int]:
    """The places in the ranking of the cuts to take; none where an amount is not known.

    Each cut counts with what it saves from its day on; one that comes after the plan with its whole year.
    """
    left, whole = book.term("defence.months_left").value, _months_of_plan(book)
    months = left if isinstance(left, Decimal) and left else whole
    each = [book.term(f"budget.cuts[{index}].amount") for index in ranked]
    amounts = [(amount * constant(months) / constant(whole)).value for amount in each]
    wanted = _wanted(book).value
    material = book.or_zero("finance.policy.materiality").value
    known = [amount for amount in amounts if isinstance(amount, Decimal)]
    if len(known) < len(amounts) or not isinstance(wanted, Decimal) or not isinstance(material, Decimal):
        return []
    return enough_cuts(known, wanted, material)


def _derive_flat(book: Book, budget: Budget) -> None:
    """Enter `line.<id>.{flat_cut, flat_blocked}` and `defence.flat.*`: the same share of every line."""
    share = book.term("defence.share")
    for line in budget.lines:
        key = f"line.{line.id}"
        amount = book.term(f"budget.lines.{line.id}.{budget.decision.ask_tier}")
        book.put(f"{key}.flat_cut", "Share of a flat cut", Unit.MONEY, amount * share, owner=line.name)
        blocked = _above_nothing(book.term(f"{key}.flat_cut") - book.term(f"{key}.flexible"))
        book.put(f"{key}.flat_blocked", "Flat cut of committed spend", Unit.MONEY, blocked, owner=line.name)
    each = [book.term(f"line.{line.id}.flat_blocked") for line in budget.lines]
    reached = total(each, "sum of the lines' committed spend a flat cut takes", "lines")
    book.put("defence.flat.blocked", "Committed spend a flat cut takes", Unit.MONEY, reached)
    saved = _wanted(book) - book.term("defence.flat.blocked")
    book.put("defence.flat.saved", "Saving by a flat cut", Unit.MONEY, saved)


def _above_nothing(term: Term) -> Term:
    """The term, or nothing where it is negative."""
    if isinstance(term.value, Decimal) and term.value < 0:
        return Term(Decimal(0), f"{term.words}, no less than 0", ("max(", *term.working, "; 0)"), term.inputs)
    return term


def _derive_after(book: Book, budget: Budget) -> None:
    """Enter `defence.after.*`: the ask without a full year of the ranked cuts, and what the plan spends."""
    ask, key, year = f"tier.{budget.decision.ask_tier}", "defence.after", f"year.{book.plan}"
    spend = book.term(f"{ask}.total") - book.term("defence.ranked.saved")
    customers = book.term(f"{ask}.new_customers") - book.term("defence.ranked.customers")
    book.put(f"{key}.total", "Spend", Unit.MONEY, spend, owner=_OWNER)
    in_plan = book.term(f"{ask}.total") - book.term("defence.ranked.from_day")
    book.put(f"{key}.in_plan", "Spend in the plan period", Unit.MONEY, in_plan, owner=_OWNER)
    book.put(f"{key}.new_customers", "New customers", Unit.COUNT, customers, owner=_OWNER, noun="customer")
    spend, customers = book.term(f"{key}.total"), book.term(f"{key}.new_customers")
    cac = cost_per_customer(spend, book.term(f"{ask}.sales_cost"), customers)
    book.put(f"{key}.cac", "Loaded CAC", Unit.MONEY, cac, owner=_OWNER)
    payback = payback_months(book.term(f"{key}.cac"), book.term(f"{year}.gross_profit"))
    book.put(f"{key}.payback", "CAC payback", Unit.MONTHS, payback, owner=_OWNER)
    derive_headroom(book, key, owner=_OWNER)


def _derive_months_left(book: Book, cut: AnnouncedCut) -> None:
    """Enter `defence.months_left`: what of the plan period is left for cuts told for a whole year.

    A cut that holds before the plan takes all of it; money is taken to be spent evenly over the months.
    """
    plan = book.context.periods.plan if book.context.periods else None
    start = max(cut.on, plan.start) if plan else cut.on
    left = months_left(start, plan.end if plan else None)
    value = left.value
    if isinstance(value, Decimal) and value and plan and start > plan.start:
        value -= _gone(start)
    words = "months from the day of the cut to the end of the period"
    left = Term(value, words, left.working, _wanted(book).inputs)
    book.put("defence.months_left", "Months left when the cut holds", Unit.MONTHS, left)


def _gone(day: date) -> Decimal:
    """What of its month is over before a day: tenths of a month, rounded up, and at most nine of them."""
    days = Decimal(monthrange(day.year, day.month)[1])
    gone = (Decimal(day.day - 1) / days).quantize(_TENTH, ROUND_UP)
    return min(gone, 1 - _TENTH) if gone else Decimal(0)


def _months_of_plan(book: Book) -> Decimal:
    plan = book.context.periods.plan if book.context.periods else None
    return Decimal(Period("", plan.start, plan.end).months if plan else _MONTHS_A_YEAR)


def _derive_delay(book: Book, cut: AnnouncedCut) -> None:
    """Enter `defence.quarter`: in which quarter of the plan the first customers are missing.

    A cut shows one sales cycle after its day, and one that holds before the plan takes its first money on the
    plan's first day; a quarter beyond the fourth lies after the plan period.
    """
    cycle, periods = book.term("company.sales_cycle_days"), book.context.periods
    term = absent(NACode.MISSING_INPUT, "sales cycle not given").named("quarter")
    if periods and isinstance(cycle.value, Decimal):
        start = periods.plan.start
        first = max(cut.on, start)
        shown = first + timedelta(days=int(cycle.value))
        months = (shown.year - start.year) * _MONTHS_A_YEAR + shown.month - start.month
        inputs = (*cycle.inputs, *_wanted(book).inputs)
        quarter = months // _MONTHS_A_QUARTER + 1
        words = f"quarter of {periods.plan.id} in which the first sales cycle after the cut ends"
        term = Term(Decimal(quarter), words, (first, " + ", *cycle.working, " d = ", shown), inputs)
    book.put("defence.quarter", "Quarter in which the cut shows", Unit.COUNT, term, noun="quarter")
