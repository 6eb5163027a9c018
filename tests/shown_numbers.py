"""Numbers as a reader sees them: `$1.98M`, `14,3 %` and `1 200` are numbers with a last place that was rounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_DIGITS = re.compile(r"\d[\d.,\u00a0\u202f’' ]*\d|\d")
_SCALES = (
    (r"B|bn|billion|Mrd\.?|Md", 9), (r"M|m|million|Mio\.?|M", 6), (r"K|k|thousand|Tsd\.?", 3),
)  # fmt: skip
_WORDS = {
    word: number
    for number, word in enumerate(
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number with the worth of its last digit."""

    value: Fraction
    step: Fraction

    def is_shown_for(self, exact: Fraction | int | None) -> bool:
        """Whether somebody who rounds `exact` can write this."""
        return exact is not None and abs(abs(Fraction(exact)) - self.value) * 2 <= self.step


def shown_number(text: str, locale: str) -> ShownNumber:
    """The number in `text`, without its sign."""
    found = _DIGITS.search(text)
    if found is None:
        word = text.strip().lower().split()[0] if text.strip() else ""
        if word not in _WORDS:
            raise ValueError(f"there is no number in {text!r}")
        return ShownNumber(Fraction(_WORDS[word]), Fraction(1))
    point = "," if locale[:2] in ("de", "fr") else "."
    whole, _, places = found[0].partition(point)
    digits = re.sub(r"\D", "", whole)
    decimals = re.sub(r"\D", "", places)
    exponent = _exponent(text[found.end() :])
    value = Fraction(int(digits + decimals or "0"), 10 ** len(decimals)) * Fraction(10) ** exponent
    return ShownNumber(value, Fraction(10) ** (exponent - len(decimals)))


def _exponent(rest: str) -> int:
    rest = rest.lstrip("\u00a0\u202f ")
    if rest.startswith("%"):
        return -2
    for pattern, exponent in _SCALES:
        if re.match(rf"(?:{pattern})(?![a-zA-Z])", rest):
            return exponent
    return 0
