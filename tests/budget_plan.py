"""The numbers of a random budget: tiers in order, lines under each of them, customers, and what one is worth.

Everything follows from a few whole numbers, so that sums agree to the unit by construction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from budget_drawing import Draw, plain, round_to

PEOPLE = "people"
"""Id of the line that holds people."""


@dataclass(slots=True)
class Year:
    """Two years of a company that follow each other."""

    as_of: date
    current: str
    plan: str
    starts: date
    """First day of the plan period."""
    ends: date
    """Last day of the plan period."""

    @property
    def now_starts(self) -> date:
        """First day of the running period."""
        return self.starts.replace(year=self.starts.year - 1)


@dataclass(slots=True)
class Plan:
    """The amounts of one budget, in units; all tuples are by tier unless they say otherwise."""

    draw: Draw
    year: Year
    unit: Decimal
    """What the smallest step of money is worth."""
    tiers: list[str] = field(default_factory=list)
    ask: int = 0
    """Which tier is asked for."""
    low: int = 0
    """Which tier the cuts lead to."""
    amounts: dict[str, list[int]] = field(default_factory=dict)
    """By line: its amount in each tier."""
    prior: dict[str, int] = field(default_factory=dict)
    """By line: the amount of the running year."""
    committed: dict[str, int] = field(default_factory=dict)
    """By line."""
    customers: list[int] = field(default_factory=list)
    """New customers; empty when nobody counts them."""
    sourced: list[int] = field(default_factory=list)
    """Those of marketing."""
    sales: list[int] = field(default_factory=list)
    """Sales cost."""
    acv: int | Decimal = 0
    """Yearly value of a customer in money; 0 for none known."""
    margin: Decimal | None = None
    churn: Decimal | None = None
    cap: int | None = None
    """Years a customer counts at most by policy."""
    unallocated: int = 0

    def money(self, units: int) -> int | Decimal:
        """Units as money."""
        return plain(units * self.unit)

    def total(self, tier: int) -> int:
        """Units of a tier."""
        return sum(amounts[tier] for amounts in self.amounts.values())

    @property
    def before(self) -> int:
        """Units of the running year."""
        return sum(self.prior.values())

    def cac(self, tier: int, customers: int | None = None) -> Fraction | None:
        """Money of sales and marketing for each new customer."""
        count = customers if customers is not None else (self.customers[tier] if self.customers else 0)
        return Fraction(self.unit) * (self.total(tier) + self.sales[tier]) / count if count else None

    def payback(self, tier: int) -> Fraction | None:
        """Months until a customer of the tier has paid for winning it."""
        cac = self.cac(tier)
        if cac is None or not self.acv or not self.margin:
            return None
        return cac * 12 / (Fraction(self.acv) * Fraction(self.margin))

    def value(self, tier: int) -> Fraction | None:
        """Capped lifetime value over acquisition cost."""
        cac = self.cac(tier)
        if cac is None or not self.acv or not self.margin:
            return None
        years = [Fraction(self.cap or 5)] + ([1 / Fraction(self.churn)] if self.churn else [])
        return Fraction(self.acv) * Fraction(self.margin) * min(years) / cac


def draw_plan(draw: Draw, year: Year, *, unit: Decimal) -> Plan:
    """The numbers of a budget."""
    plan = Plan(draw, year, unit)
    count = draw.whole(3, 6)
    plan.ask = draw.whole(1, count - 1)
    plan.low = draw.whole(0, plan.ask - 1)
    _draw_lines(plan, count)
    plan.tiers = _tier_ids(plan, count)
    _draw_prior(plan)
    _keep_way_back(plan)
    _draw_customers(plan, count)
    _draw_economics(plan)
    return plan


def _tier_ids(plan: Plan, count: int) -> list[str]:
    """Ids of the tiers; without a tier called `base` the cuts have to make a tenth of the ask."""
    asked = plan.total(plan.ask)
    if plan.draw.maybe(0.3) and 10 * (asked - plan.total(plan.low)) >= asked:
        return [f"step_{number + 1}" for number in range(count)]
    names = [f"tier{number}" for number in range(count)]
    names[plan.low], names[plan.ask] = "base", "ask"
    return names


def _draw_lines(plan: Plan, count: int) -> None:
    draw = plan.draw
    lines = draw.one((1, 2, 3, 5, 7, 7, 12, 25))
    ids = [f"line_{number + 1}" for number in range(lines)]
    if draw.maybe(0.7):
        ids[0] = PEOPLE
    for each in ids:
        start = draw.one((0, 4, 9, 24, 60)) if lines > 1 else draw.whole(5, 40)
        amounts = [start]
        for _ in range(count - 1):
            amounts.append(amounts[-1] + draw.one((0, 0, 1, 3, 12)))
        plan.amounts[each] = amounts
    plan.amounts[ids[-1]] = [amount + 1 + step for step, amount in enumerate(plan.amounts[ids[-1]])]
    kind = draw.one(("none", "some", "some", "some", "all"))
    for each, amounts in plan.amounts.items():
        bound = {
            "none": 0,
            "some": draw.one((0, 0, amounts[0], amounts[plan.low] // 2)),
            "all": amounts[plan.low],
        }
        plan.committed[each] = bound[kind]


def _keep_way_back(plan: Plan) -> None:
    """This year's level is no tier below the low one, to which the cuts lead."""
    spent = sum(plan.prior.values())
    distance, nearest = min((abs(plan.total(number) - spent), number) for number in range(plan.ask))
    if 20 * distance <= spent and nearest < plan.low:
        plan.prior = {each: amounts[plan.ask] for each, amounts in plan.amounts.items()}


def _draw_prior(plan: Plan) -> None:
    draw = plan.draw
    way = draw.one(("grow", "grow", "flat", "same", "shrink", "barely"))
    asked = {each: amounts[plan.ask] for each, amounts in plan.amounts.items()}
    if way == "shrink":
        plan.prior = {each: amount + draw.whole(0, 20) for each, amount in asked.items()}
    elif way == "grow":
        plan.prior = {each: max(0, amount - draw.whole(0, 20)) for each, amount in asked.items()}
    else:
        plan.prior = dict(asked)
    names = list(asked)
    if way == "flat" and len(names) > 1 and plan.prior[names[0]] > 1:
        plan.prior[names[0]] -= 1
        plan.prior[names[-1]] += 1
    if way == "barely":
        plan.prior[names[-1]] += draw.one((1, -1))
    if not sum(plan.prior.values()):
        plan.prior[names[0]] = 1


def _draw_customers(plan: Plan, count: int) -> None:
    draw = plan.draw
    if draw.maybe(0.06):
        plan.sales = [0] * count
        return
    asked = draw.one((0, 1, 2, 7, 31, 190, 190, 850, 12_000))
    spread = draw.one((0.0, 0.4, 0.7, 1.3))
    part = draw.one((Fraction(0), Fraction(1, 3), Fraction(54, 100), Fraction(54, 100), Fraction(1)))
    most = plan.total(plan.ask)
    for tier in range(count):
        customers = round(asked * (plan.total(tier) / most) ** spread)
        plan.customers.append(customers)
        plan.sourced.append(round(customers * part))
    sales = draw.one((0, most // 2, most * 2, most * 3))
    step = draw.one((0, 0, 1, 4)) if sales else 0
    plan.sales = [sales + step * max(0, tier - plan.low) for tier in range(count)]


def _draw_economics(plan: Plan) -> None:
    """Value, margin and churn of a customer, so that payback is what a company might live with."""
    draw = plan.draw
    plan.margin = draw.one((Decimal("0.78"), Decimal("0.31"), Decimal("0.6"), Decimal(1)))
    plan.churn = draw.one(
        (Decimal("0.11"), Decimal("0.08"), Decimal("0.35"), Decimal("0.125"), Decimal(0), None)
    )
    plan.cap = draw.one((5, 5, 3, 1)) if not plan.churn or draw.maybe(0.7) else None
    cac = plan.cac(plan.ask)
    months = draw.one((3, 9, 12, 17, 18, 26, 44))
    plan.acv = round_to((cac or 40 * Fraction(plan.unit)) * 12 / months / Fraction(plan.margin))
    if draw.maybe(0.06):
        plan.margin, plan.acv, plan.churn = None, 0, None
