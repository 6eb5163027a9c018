"""What a number is, never how it looks: units, figures, and figures that do not exist.

Turning any of these into text is the business of `alignkit.formats` alone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignkit.diagnostics import Place


class Unit(StrEnum):
    """What a number counts; decides how it is formatted and what it may be compared with."""

    MONEY = "money"
    """Whole currency units, never thousands."""
    SHARE = "share"
    """A fraction of one that reads as per cent: 0.78 is 78 %."""
    POINTS = "points"
    """Difference of two shares, as a fraction: 0.04 is 4.0 points."""
    TIMES = "times"
    """A multiple: 3.45 reads 3.45x."""
    RATIO = "ratio"
    """A plain ratio with two decimals: 0.74."""
    MONTHS = "months"
    """Months, one decimal."""
    DAYS = "days"
    """Whole days."""
    COUNT = "count"
    """How many of something, whole or not; `noun` of the figure names what."""


class Scenario(StrEnum):
    """The IBCS scenario of a figure [S23]."""

    ACTUAL = "AC"
    PLAN = "PL"
    FORECAST = "FC"
    PRIOR_YEAR = "PY"


class NACode(StrEnum):
    """Why a figure does not exist (domain rules, metric library)."""

    MISSING_INPUT = "MISSING_INPUT"
    ZERO_DENOMINATOR = "ZERO_DENOMINATOR"
    NEGATIVE_INPUT = "NEGATIVE_INPUT"
    PERIOD_MISMATCH = "PERIOD_MISMATCH"
    CURRENCY_MISMATCH = "CURRENCY_MISMATCH"
    TOO_FEW = "TOO_FEW"
    NOT_DEFINED_FOR_DIRECTION = "NOT_DEFINED_FOR_DIRECTION"


@dataclass(frozen=True, slots=True)
class NA:
    """A figure that does not exist, and why; never printed as zero, blank or infinity (rule N9)."""

    code: NACode
    """The reason as a code."""
    reason: str
    """The reason in words, as a footnote would give it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days with the name people use for it."""

    id: str
    """The name, such as `FY2027`."""
    start: date
    """First day."""
    end: date
    """Last day."""

    @property
    def months(self) -> int:
        """Whole months from start to end, both included."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


class CalendarQuarter(str):
    """A calendar quarter as people write it, such as `2027-Q2`; sorted and looked up as that text.

    Where a year begins in another month than January it is no quarter of that year, and its months say so.
    """

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> CalendarQuarter | None:
        """The quarter a text names; None when it names something else."""
        return cls(text) if _CALENDAR_QUARTER.fullmatch(text) else None

    @property
    def start(self) -> date:
        """First day."""
        return date(int(self[:4]), 3 * int(self[-1]) - 2, 1)

    @property
    def end(self) -> date:
        """Last day."""
        year, month = int(self[:4]), 3 * int(self[-1])
        return date(year, month, monthrange(year, month)[1])


_CALENDAR_QUARTER = re.compile(r"[1-9]\d{3}-Q[1-4]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with everything a reader may ask about it; immutable, and compared by all its fields."""

    key: str
    """Identity over all documents: the context path of an input (`finance.FY2026.revenue`), or the name of a
    derived figure (`tier.ask.cac`)."""
    value: Decimal | NA
    """Exact; rounded only when it is shown (rule N1)."""
    unit: Unit
    """What it counts."""
    label: str = ""
    """What people call it: `Loaded CAC`."""
    currency: str = ""
    """ISO 4217 code for money, else empty."""
    noun: str = ""
    """What a count counts, in the singular: `customer`."""
    period: str = ""
    """Period id the figure belongs to."""
    scenario: Scenario | None = None
    """Actual, plan, forecast or prior year."""
    formula: str = ""
    """How it is computed, in words: `(marketing + sales cost) / new customers`."""
    working: tuple[str | Decimal | date, ...] = ()
    """The same with numbers: signs, exact numbers and days in turn; the formatter prints it."""
    sources: tuple[str, ...] = ()
    """Ids of the sources behind it, its inputs' sources included."""
    place: Place | None = None
    """Where an input stands in the context."""
    stale: bool = False
    """Older than its cadence allows (rule N14)."""

    def __lt__(self, other: Figure | Decimal | int) -> bool:
        return self.amount < number(other)

    def __le__(self, other: Figure | Decimal | int) -> bool:
        return self.amount <= number(other)

    def __gt__(self, other: Figure | Decimal | int) -> bool:
        return self.amount > number(other)

    def __ge__(self, other: Figure | Decimal | int) -> bool:
        return self.amount >= number(other)

    @property
    def is_na(self) -> bool:
        """Whether the figure does not exist."""
        return isinstance(self.value, NA)

    @property
    def amount(self) -> Decimal:
        """The exact number; asking for it of a figure that is NA is a mistake of ours."""
        if isinstance(self.value, NA):
            raise ValueError(f"{self.key} is not available: {self.value.reason}")
        return self.value


def number(value: Figure | Decimal | int) -> Decimal:
    """The exact number behind a figure or a plain number."""
    return value.amount if isinstance(value, Figure) else Decimal(value)
