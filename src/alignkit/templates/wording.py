"""Words of messages about manifests and own fields."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def found(value: Any) -> str:
    """What was found instead, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys with values"
    return "a list" if isinstance(value, list) else f"`{value}`"


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint that names the closest of `names`, or all of them."""
    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"write `{close[0]}`" if close else f"choose from {', '.join(f'`{each}`' for each in names)}"
