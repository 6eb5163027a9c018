"""How messages about banks name a word that is not known, and what was found instead of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignkit.source.wording import listed, nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable


def near(word: str, names: Iterable[str]) -> str:
    """A hint: the nearest name, or all there are."""
    several = tuple(names)
    close = nearest(word, several, 1)
    return f"write {quoted(close[0])}" if close else f"choose from {listed(several)}"


def found_words(value: Any) -> str:
    """A value as a message names it."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "keys with values"
    return quoted(str(value).lower() if isinstance(value, bool) else str(value))
