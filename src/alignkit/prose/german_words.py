"""The small words of German, which say who does what in a clause."""

from __future__ import annotations

from collections.abc import Iterable


def forms_of(verb: str) -> Iterable[str]:
    """The verb alone: German lists spell out the forms they want."""
    return (verb,)
