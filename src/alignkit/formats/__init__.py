"""The only code that turns a number or a date into text, for any locale Babel knows (rules N1 to N14)."""

from .currencies import is_known_currency, nearest_currency
from .dates import DATE_STYLES
from .digits import grouping_mark
from .figures import STYLES
from .locales import conventions, is_known_locale, nearest_locale
from .reader import NOT_AVAILABLE, Formats
from .rounding import Scale, rounded, rounding_note, scale_for, shares_to_100

__all__ = [
    "DATE_STYLES",
    "NOT_AVAILABLE",
    "STYLES",
    "Formats",
    "Scale",
    "conventions",
    "grouping_mark",
    "is_known_currency",
    "is_known_locale",
    "nearest_currency",
    "nearest_locale",
    "rounded",
    "rounding_note",
    "scale_for",
    "shares_to_100",
]
