"""The BUD rule about drivers: the assumptions and the ask are one plan."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject

_TOLERANCE = Decimal("0.05")


def drivers_make_the_ask(subject: Subject) -> Iterator[Hit]:
    """Drivers whose plan values bring another revenue than the ask counts on (BUD-033).

    A difference below a twentieth, or below the revenue of one customer, is rounding; where the ask counts on
    no customer of marketing, the drivers say what one is worth.
    """
    budget = subject.context.budget
    if budget is None:
        return
    ask = f"tier.{budget.decision.ask_tier}"
    assumed, planned = subject.amount("drivers.base_arr"), subject.amount(f"{ask}.mkt_arr")
    customers = subject.amount(f"{ask}.mkt_customers")
    if assumed is None or planned is None or customers is None:
        return
    of_one = planned / customers if customers else subject.amount("budget.drivers.acv.base")
    difference = abs(assumed - planned)
    if difference > _TOLERANCE * abs(planned) and difference > abs(of_one or Decimal(0)):
        message = f"the drivers at `base` bring {subject.money(assumed.quantize(Decimal(1)))} a year,"
        message += f" the ask counts on {subject.money(planned.quantize(Decimal(1)))}"
        message += f" ({subject.number(customers)} customers of marketing)"
        hint = (
            "make `opportunities` times `win_rate` the `mkt_customers` of the ask, and `acv` that of finance"
        )
        yield Hit(message, "budget.drivers", hint=hint)
