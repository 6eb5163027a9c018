"""What an unquoted value means: text, unless it is plainly a number, a date, true, false or null.

Source: docs/codes/YAML.md; YAML's own rules turn `no` into false, `017` into 15 and `1:30` into 90.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .places import Scalar

_WORDS: dict[str, bool | None] = {"": None, "null": None, "true": True, "false": False}
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def resolve(text: str) -> Scalar:
    """The value of an unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return Decimal(text)
    if _DATE.match(text):
        return _day(text)
    return text


def _day(text: str) -> Scalar:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
