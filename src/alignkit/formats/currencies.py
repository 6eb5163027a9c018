"""Currencies by their ISO 4217 code."""

from __future__ import annotations

from functools import cache

from babel.numbers import list_currencies

_NO_MONEY = frozenset({"XXX", "XTS"})
"""Codes that stand for no currency and for tests."""


def is_known_currency(code: str) -> bool:
    """Whether a code, such as `USD`, is that of a currency; old ones, such as `DEM`, are known too."""
    return code in _codes()


def nearest_currency(code: str) -> str:
    """The code of the same letters in another order, `USD` for `UDS`; empty without exactly one."""
    letters = sorted(code)
    found = [each for each in _codes() if sorted(each) == letters]
    return found[0] if len(found) == 1 else ""


@cache
def _codes() -> frozenset[str]:
    return frozenset(list_currencies()) - _NO_MONEY
