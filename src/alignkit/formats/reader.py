"""What one reader is shown: numbers, dates and lists in a locale, as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from babel.lists import format_list

from alignkit.values import NA, Figure, Unit

from .dates import date_text, months_text, tick_text
from .digits import number_text
from .figures import figure_text, shown_value
from .locales import counted, find_locale, list_locale, word
from .money import unit_of_money
from .rounding import Scale, rounded
from .workings import working_text

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_AVAILABLE = "n/a"
"""What stands for a figure that does not exist (rule N9)."""

_NEAR = timedelta(days=30)
_NO_CENTS_FROM = 100


def _is_a_fraction(value: Decimal) -> bool:
    """Whether an amount worth no cents has more than cents."""
    return abs(value) >= _NO_CENTS_FROM and value != rounded(value, 2)


@dataclass(frozen=True, slots=True)
class Formats:
    """How numbers and dates are written for one reader; cheap to make, results are remembered.

    Raises:
        ValueError: when a locale is unknown; ask `is_known_locale` first.

    """

    locale: str
    """BCP 47 tag of the conventions for numbers and dates, such as `de-DE`."""
    as_of: date
    """The day the document speaks for; dates near it carry their weekday (rule N13)."""
    language: str = ""
    """BCP 47 tag of the text's language, for units and lists; the locale's language when empty."""

    def __post_init__(self) -> None:
        find_locale(self.locale)
        find_locale(self.words)

    @property
    def words(self) -> str:
        """Tag of the language that units, lists and the few fixed words are in."""
        return self.language or self.locale

    def figure(self, figure: Figure, style: str = "") -> str:
        """The figure as text, or `n/a`.

        Args:
            figure: what to show.
            style: words of `STYLES`; empty for the form that suits running text.

        Raises:
            ValueError: when `style` holds another word.

        """
        value = figure.value
        if isinstance(value, NA):
            return NOT_AVAILABLE
        if figure.working and figure.unit is Unit.MONEY and _is_a_fraction(value):
            value = rounded(value, 0)  # a twelfth of a salary has no cents to be exact about
        return figure_text(self.locale, self.words, value, figure.unit, figure.currency, style)

    def shown(self, figure: Figure, style: str = "") -> Decimal:
        """The number a reader sees of a figure that is available: its value as `figure` rounds it."""
        return shown_value(self.locale, self.words, figure.amount, figure.unit, figure.currency, style)

    def plural_form(self, value: Decimal | int) -> str:
        """The CLDR plural category of a number in the language of the text, such as `one` or `other`."""
        return str(find_locale(self.words).plural_form(abs(Decimal(value))))

    def noun(self, value: Decimal | int, noun: str) -> str:
        """A noun given in the singular, in the number `value` asks for; only English nouns are inflected."""
        return counted(self.words, Decimal(value), noun)

    def money(self, value: Decimal | int, currency: str, style: str = "") -> str:
        """An amount of `currency` as text, as `figure` would show it."""
        return figure_text(self.locale, self.words, Decimal(value), Unit.MONEY, currency, style)

    def unit_of_money(self, currency: str) -> str:
        """One unit of `currency` in the language of the text: `euro`, `franc`."""
        return unit_of_money(self.words, currency)

    def number(self, value: Decimal | int, places: int | None = None) -> str:
        """A plain number with grouping; without `places` as many decimals as its size deserves."""
        return number_text(self.locale, Decimal(value), places)

    def scaled(self, figure: Figure, scale: Scale) -> str:
        """The figure's number in a table whose header names `scale`, or `n/a`."""
        if isinstance(figure.value, NA):
            return NOT_AVAILABLE
        return number_text(self.locale, scale.of(figure.value), scale.places)

    def unit_header(self, scale: Scale, currency: str) -> str:
        """What the header of a column in `scale` says, such as `USD thousand`."""
        name = {3: "thousand", 6: "million"}.get(scale.exponent)
        return word(self.words, name).format(currency=currency).strip() if name else currency

    def count(self, figure: Figure) -> str:
        """The count with what it counts: `16 customers`; `n/a` alone when it does not exist."""
        text = self.figure(figure)
        if isinstance(figure.value, NA) or not figure.noun:
            return text
        return f"{text} {counted(self.words, figure.value, figure.noun)}"

    def rate(self, part: Decimal | int, base: Decimal | int) -> str:
        """A percentage that owns up to a small base (rule N10).

        From 30 on `24%`, from 10 on `24% (n = 25)`, below that only the counts: `3 of 8`.
        """
        base = Decimal(base)
        if base <= 0:
            return NOT_AVAILABLE
        if base < 10:
            return f"{self.number(part)} {word(self.words, 'of')} {self.number(base)}"
        share = figure_text(self.locale, self.words, Decimal(part) / base, Unit.SHARE, "", "")
        return share if base >= 30 else f"{share} (n = {self.number(base)})"

    def variance(self, figure: Figure, direction: Literal["up", "down"]) -> str:
        """A difference with its sign and the word that says whether it is good (rule N8)."""
        text = self.figure(figure, "signed")
        return text if isinstance(figure.value, NA) else f"{text} ({self.mark(figure, direction)})"

    def mark(self, figure: Figure, direction: Literal["up", "down"]) -> str:
        """The word for a difference: favourable, unfavourable or unchanged (rule N8).

        Args:
            figure: a difference, actual less plan.
            direction: which way is better; `down` for costs.

        """
        if isinstance(figure.value, NA):
            return NOT_AVAILABLE
        if not figure.value:
            return word(self.words, "unchanged")
        good = (figure.value > 0) == (direction == "up")
        return word(self.words, "favourable" if good else "unfavourable")

    def tick(self, day: date, step: Literal["week", "month", "quarter", "year"], *, with_year: bool) -> str:
        """The mark of a scale of dates: `Jan`, or `Jan 2027` with the year."""
        return tick_text(self.locale, day, step, with_year=with_year)

    def months(self, first: date, last: date) -> str:
        """The months from one day to another: `Apr – Jun 2027`."""
        return months_text(self.locale, first, last)

    def date(self, day: date, style: str = "") -> str:
        """The day as text, with its weekday when it is within 30 days of `as_of` (rule N13).

        Args:
            day: what to show.
            style: empty for `Fri, 27 Nov 2026`, `short` without the year where that is the document's own,
                `long` with names in full, `month` for `November 2026`, `day` for `November 27`.

        Raises:
            ValueError: when `style` is none of these.

        """
        near = abs(day - self.as_of) <= _NEAR
        return date_text(self.locale, day, style, near=near, same_year=day.year == self.as_of.year)

    def list(self, items: Iterable[str]) -> str:
        """The items as the language lists them: `a, b and c`."""
        entries = list(items)
        return format_list(entries, locale=list_locale(self.words)) if entries else ""

    def working(self, figure: Figure) -> str:
        """How a figure came about, in numbers: `7,200,000 / 150 = 48,000`; for an input, its exact value.

        A figure that does not exist gives its reason: `n/a: new customers is zero`.
        """
        if isinstance(figure.value, NA):
            return f"{NOT_AVAILABLE}: {figure.value.reason}"
        result = self.figure(figure, "plain" if figure.unit is Unit.MONEY else "")
        if not figure.working:
            return result
        return f"{working_text(self.locale, self.words, figure.working)} = {result}"
