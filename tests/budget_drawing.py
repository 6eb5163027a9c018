"""What a random budget context is drawn from: choices that are the same each time for a seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random
from typing import Any, Final, TypeVar

Record = dict[str, Any]
_T = TypeVar("_T")

CENT: Final = Decimal("0.01")

PLAIN_NAMES = (
    "Avery Lindgren", "Bashir Novak-Reyes", "Chiara Falk", "Dmitri Osei", "Elif Marchetti", "Farid Quist", "Greta Solheim",
    "Hugo Tanaka",
)  # fmt: skip
ODD_NAMES = (
    "Zoltan", "李 小龍", "Ольга Иванова", "Åsa Öström", "Sinéad O’Brien", "Nnamdi",
    "Maximiliana Wolkenstein-Trostburg zu Hohenlohe-Waldenburg-Schillingsfürst", "María-José Carreño Quiñones",
)  # fmt: skip
LINE_NAMES = (
    "Paid media", "Events", "Content and search", "Tools and data", "Agencies", "Brand", "Partners", "Research",
    "Web and hosting", "Public relations", "Customer stories", "Video", "Translation", "Merchandise", "Analyst relations",
    "Field marketing in the four regions where no office of our own exists yet", "Webinars", "Community", "Podcasts",
    "Direct mail", "Sponsorships", "Design", "Print", "Photography", "Surveys",
)  # fmt: skip
EVIDENCE = (
    "Signed contract", "Rate card, third edition", "Quotes of two agencies", "Invoices of the past twelve months",
    "Price list, valid until June",
)  # fmt: skip
REASONS = (
    "Prices rise in January", "One more region", "Two contracts end", "The programme is new", "Volume follows the plan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draw:
    """Draws values; every method takes from one stream of random numbers."""

    random: Random

    def one(self, options: Sequence[_T]) -> _T:
        """One of several."""
        return self.random.choice(options)

    def maybe(self, share: float = 0.5) -> bool:
        """True for a share of all draws."""
        return self.random.random() < share

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self.random.randint(low, high)

    def some(self, options: Sequence[_T], low: int, high: int) -> list[_T]:
        """Several different ones, in the order they stand."""
        count = min(self.whole(low, high), len(options))
        places = sorted(self.random.sample(range(len(options)), count))
        return [options[place] for place in places]

    def split(self, whole: int, parts: int) -> list[int]:
        """Whole numbers that add up to `whole`."""
        marks = sorted(self.random.randint(0, whole) for _ in range(parts - 1))
        return [high - low for low, high in zip([0, *marks], [*marks, whole], strict=True)]


def plain(value: Decimal | Fraction | int) -> int | Decimal:
    """A whole number where it is one, else with two decimals."""
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    number = Decimal(value)
    if number == number.to_integral_value():
        return int(number)
    rounded = number.quantize(CENT, ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() else rounded


def share(value: Decimal | Fraction | float) -> Decimal:
    """A fraction with four decimals."""
    if isinstance(value, Fraction):
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(value).quantize(Decimal("0.0001"), ROUND_HALF_UP).normalize() + 0


def round_to(value: Fraction, digits: int = 2) -> int:
    """A whole number of at least 1 with that many digits that are not zero."""
    whole = max(1, round(value))
    step = 10 ** max(0, len(str(whole)) - digits)
    return int(max(1, round(Fraction(whole, step)) * step))


def working_day(day: date) -> date:
    """The day, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day
