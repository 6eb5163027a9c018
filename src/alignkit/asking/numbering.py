"""Numbers in questions as their reader writes them: `2,880,000` to one, `2.880.000` to another."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.formats import Formats, grouping_mark, is_known_locale

from .order import at

if TYPE_CHECKING:
    from alignkit.source import Data

USUAL_LOCALE = "en-US"
"""The locale of a context that names none."""
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,-])\d+\.\d+")
_TYPED = {"\u2019": "'", "\u00a0": " ", "\u202f": " "}
"""What people type for marks no keyboard has."""


def locale_of(data: Data) -> str:
    """The locale of a context, or the usual one where it names none that is known."""
    tag = at(data, ("meta", "locale"))
    return tag if isinstance(tag, str) and is_known_locale(tag) else USUAL_LOCALE


def as_typed(text: str, locale: str) -> str:
    """A text whose numbers are written in English, with the marks of a locale."""
    grouping = grouping_mark(locale)
    point = Formats(locale, date.min).number(Decimal("0.5"), 1)[1]
    marks = str.maketrans({",": _TYPED.get(grouping, grouping), ".": point})
    return _NUMBER.sub(lambda found: found[0].translate(marks), text)
