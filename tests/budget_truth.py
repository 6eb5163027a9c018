"""What is true of a budget: its numbers worked out again from the data, without the program."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

Record = dict[str, Any]
Number = Fraction | None
Holds = Callable[[Number], bool]


def exact(value: int | Decimal | Fraction | None) -> Number:
    """A number without rounding."""
    return None if value is None else Fraction(value)


@dataclass(frozen=True, slots=True)
class Step:
    """The way from a tier to the next dearer one."""

    spend: Fraction
    customers: Number
    cost: Number
    """Marketing and sales, without what the customers bring."""
    payback: Number


class Truth:
    """The numbers of one context."""

    def __init__(self, data: Record) -> None:
        self.data = data
        self.budget: Record = data["budget"]
        self.finance: Record = data.get("finance", {})
        self.now: Record = self.finance.get(data["periods"]["current"]["id"], {})
        self.then: Record = self.finance.get(data["periods"]["plan"]["id"], {})
        self.policy: Record = self.finance.get("policy", {})
        self.tiers = sorted(self.budget["tiers"], key=lambda tier: self.total(tier["id"]))
        self.ask = next(each for each in self.tiers if each["id"] == self.budget["decision"]["ask_tier"])
        self.ceiling = exact(self.policy.get("payback_ceiling_months"))
        self.floor = exact(self.policy.get("ltv_cac_floor"))

    def total(self, tier: str) -> Fraction:
        """What a tier costs: its lines."""
        return Fraction(sum(line[tier] for line in self.budget["lines"]))

    def sales(self, tier: Record) -> Number:
        """Sales cost under a tier."""
        return exact(tier.get("sales_cost", self.then.get("sales_cost")))

    @property
    def asked(self) -> Fraction:
        """What is asked for."""
        return self.total(self.ask["id"])

    @property
    def prior(self) -> Fraction:
        """What the running year costs."""
        return Fraction(sum(line["prior"] for line in self.budget["lines"]))

    @property
    def change(self) -> Fraction:
        """How much more is asked for."""
        return self.asked - self.prior

    def line_changes(self) -> list[Fraction]:
        """By line, how much more it gets."""
        return [Fraction(line[self.ask["id"]]) - Fraction(line["prior"]) for line in self.budget["lines"]]

    @property
    def committed(self) -> Fraction:
        """What cannot be stopped."""
        return Fraction(sum(line.get("committed", 0) for line in self.budget["lines"]))

    # unit economics

    @property
    def profit(self) -> Number:
        """Yearly gross profit of a customer."""
        acv, margin = exact(self.then.get("new_customer_acv")), exact(self.then.get("gross_margin"))
        return None if acv is None or margin is None else acv * margin

    def lifetime(self) -> Number:
        """Years a customer counts."""
        churn, cap = exact(self.then.get("revenue_churn")), exact(self.policy.get("ltv_lifetime_cap_years"))
        if churn is None:
            return cap
        return min(1 / churn, cap or Fraction(5)) if churn else cap or Fraction(5)

    def cac(self, tier: Record) -> Number:
        """Loaded cost of a customer."""
        sales, customers = self.sales(tier), exact(tier.get("new_customers"))
        return (self.total(tier["id"]) + sales) / customers if sales is not None and customers else None

    def payback(self, tier: Record) -> Number:
        """Months until a customer is paid for."""
        return self._months(self.cac(tier), self.profit)

    @staticmethod
    def _months(cost: Number, profit: Number) -> Number:
        return cost * 12 / profit if cost is not None and profit and cost >= 0 else None

    def value(self, tier: Record) -> Number:
        """Capped lifetime value over cost."""
        return self._value(self.cac(tier), self.profit)

    def _value(self, cac: Number, profit: Number) -> Number:
        years = self.lifetime()
        return profit * years / cac if profit is not None and years is not None and cac else None

    def year_payback(self) -> Number:
        """Payback of the running year."""
        return self._months(self.year_cac(), self._profit_now())

    def _profit_now(self) -> Number:
        acv, margin = exact(self.now.get("new_customer_acv")), exact(self.now.get("gross_margin"))
        return None if acv is None or margin is None else acv * margin

    def year_cac(self) -> Number:
        """Loaded cost of a customer of the running year."""
        sales, marketing = exact(self.now.get("sales_cost")), exact(self.now.get("marketing_cost"))
        won = exact(self.now.get("new_customers"))
        return (sales + marketing) / won if sales is not None and marketing is not None and won else None

    # steps

    def place(self) -> int:
        """Which of the sorted tiers is asked for."""
        return self.tiers.index(self.ask)

    @property
    def below(self) -> Record | None:
        """The tier next below the ask."""
        return self.tiers[self.place() - 1] if self.place() else None

    @property
    def above(self) -> Record | None:
        """The tier next above the ask."""
        return self.tiers[self.place() + 1] if self.place() + 1 < len(self.tiers) else None

    def step(self, place: int) -> Step | None:
        """The step into a sorted tier; none into the first."""
        if place == 0:
            return None
        low, high = self.tiers[place - 1], self.tiers[place]
        spend = self.total(high["id"]) - self.total(low["id"])
        customers, cost = None, None
        if "new_customers" in low and "new_customers" in high:
            customers = Fraction(high["new_customers"] - low["new_customers"])
        sales = (self.sales(low), self.sales(high))
        if sales[0] is not None and sales[1] is not None:
            cost = spend + sales[1] - sales[0]
        each = cost / customers if cost is not None and customers else None
        return Step(spend, customers, cost, self._months(each, self.profit))

    def steps(self) -> Iterator[tuple[Record, Step]]:
        """Every step with the tier it leads to."""
        for place, tier in enumerate(self.tiers):
            if step := self.step(place):
                yield tier, step

    def late_steps(self) -> list[str]:
        """Labels of the tiers whose step is paid back after the ceiling."""
        return [tier["label"] for tier, step in self.steps() if self.breaks_ceiling(step.payback)]

    def breaks_ceiling(self, payback: Number) -> bool:
        """Whether a payback is above the ceiling."""
        return payback is not None and self.ceiling is not None and payback > self.ceiling

    def breaks_floor(self, value: Number) -> bool:
        """Whether a value is below the floor."""
        return value is not None and self.floor is not None and value < self.floor

    def break_even(self) -> int | None:
        """Extra customers that pay the step to the ask in a year."""
        step = self.step(self.place())
        return ceil(step.spend / self.profit) if step and self.profit else None

    def planned_extra(self) -> Number:
        """Extra customers of the step to the ask."""
        step = self.step(self.place())
        return step.customers if step else None

    def least_customers(self) -> int | None:
        """Customers with which the ask, its spend unchanged, is paid back just in time."""
        sales = self.sales(self.ask)
        if sales is None or not self.profit or not self.ceiling:
            return None
        return ceil((self.asked + sales) * 12 / (self.profit * self.ceiling))

    def spare_customers(self) -> int | None:
        """How many more than that are planned."""
        least, planned = self.least_customers(), self.ask.get("new_customers")
        return None if least is None or planned is None else planned - least

    # the bad year

    @property
    def bad_tier(self) -> Record | None:
        """The tier the bad year is about."""
        downside = self.budget.get("downside")
        return next((each for each in self.tiers if downside and each["id"] == downside["tier"]), None)

    def bad_customers(self) -> Number:
        """New customers of the bad year."""
        downside, tier = self.budget.get("downside"), self.bad_tier
        if not downside or not tier or "new_customers" not in tier:
            return None
        won = floor(Fraction(downside["opportunities"]) * Fraction(downside["win_rate"]))
        return Fraction(tier["new_customers"] - tier["mkt_customers"] + won)

    def bad_cac(self) -> Number:
        """Loaded cost of a customer in the bad year."""
        customers, tier = self.bad_customers(), self.bad_tier
        sales = self.sales(tier) if tier else None
        return (
            (self.total(tier["id"]) + sales) / customers if tier and customers and sales is not None else None
        )

    def _bad_profit(self) -> Number:
        margin = exact(self.then.get("gross_margin"))
        return Fraction(self.budget["downside"]["acv"]) * margin if margin is not None else None

    def bad_payback(self) -> Number:
        """Payback of the bad year."""
        return self._months(self.bad_cac(), self._bad_profit()) if self.bad_tier else None

    def bad_value(self) -> Number:
        """Capped value over cost of the bad year."""
        return self._value(self.bad_cac(), self._bad_profit()) if self.bad_tier else None

    def widest_drivers(self) -> list[str]:
        """Ids of the drivers that move the plan most; several when they move it alike."""
        drivers = {each["id"]: each for each in self.budget.get("drivers", ())}
        if set(drivers) != {"opportunities", "win_rate", "acv"}:
            return list(drivers)
        base = {name: Fraction(each["base"]) for name, each in drivers.items()}
        spans = {
            name: (Fraction(each["high"]) - Fraction(each["low"]))
            * _product(value for other, value in base.items() if other != name)
            for name, each in drivers.items()
        }
        return [name for name, span in spans.items() if span == max(spans.values())]

    # cuts, gates, last year

    def cuts(self) -> list[Record]:
        """Cuts that save something, in their order."""
        return sorted(
            (each for each in self.budget.get("cuts", ()) if each["amount"]), key=lambda cut: cut["order"]
        )

    def cuts_that_save(self, amount: Holds, customers: Holds | None = None) -> list[list[Record]]:
        """First cuts of the ranking, with at most one further down, that save this in a year and lose these."""
        cuts = self.cuts()
        choices = [cuts[:first] for first in range(1, len(cuts) + 1)]
        choices += [[*cuts[:first], later] for first in range(len(cuts)) for later in cuts[first + 1 :]]
        return [
            taken
            for taken in choices
            if amount(Fraction(sum(cut["amount"] for cut in taken)))
            and (customers is None or customers(self.customers_of(taken)))
        ]

    @staticmethod
    def customers_of(cuts: list[Record]) -> Number:
        """Customers some cuts lose; none where one of them does not say."""
        named: list[Any] = [cut.get("customers") for cut in cuts]
        return None if None in named else Fraction(sum(named))

    def part_of_plan(self) -> Fraction:
        """What part of the plan is left from the day of the announced cut on, in months to a tenth."""
        plan, day = self.data["periods"]["plan"], self.budget["announced_cut"]["on"]
        months = [
            12 * (plan["end"].year - first.year) + plan["end"].month - first.month + 1
            for first in (max(day, plan["start"]), plan["start"])
        ]
        part = min(9, -(-10 * (day.day - 1) // monthrange(day.year, day.month)[1]))
        gone = part if day > plan["start"] else 0
        return Fraction(max(Fraction(0), months[0] - Fraction(gone, 10)) / months[1])

    def line_name(self, identity: str) -> str:
        """What a line is called."""
        return next(str(each["name"]) for each in self.budget["lines"] if each["id"] == identity)

    def gated(self) -> Fraction:
        """What gates hold back."""
        return Fraction(sum(gate["release"] for gate in self.budget.get("gates", ())))

    @property
    def last(self) -> Record:
        """Last year's plan against what happened."""
        found: Record = self.finance["last_plan"]
        return found

    def spend_variance(self) -> Fraction:
        """How much more was spent than planned."""
        return Fraction(self.last["actual_spend"]) - Fraction(self.last["planned_spend"])

    def customer_variance(self) -> int:
        """How many more customers were won than planned."""
        return int(self.last["actual_customers"] - self.last["planned_customers"])

    def tier_called(self, label: str) -> Record:
        """The tier with that label."""
        return next(each for each in self.tiers if each["label"] == label)

    def walk_away(self) -> Record | None:
        """The least tier that is accepted."""
        named = self.budget["decision"].get("walk_away")
        fitting = [
            each
            for each in self.tiers
            if each["id"] == named or (not named and self.total(each["id"]) >= self.committed)
        ]
        return fitting[0] if fitting else None


def _product(values: Iterator[Fraction]) -> Fraction:
    whole = Fraction(1)
    for value in values:
        whole *= value
    return whole
