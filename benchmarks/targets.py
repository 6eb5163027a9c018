"""What has to be reached."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio with its bound."""

    what: str
    """What is compared."""
    found: float
    """The measured ratio."""
    bound: float
    """The least it has to be."""
    at_most: bool = False
    """Whether `bound` is the most it may be instead."""

    @property
    def is_met(self) -> bool:
        """Whether the ratio keeps its bound."""
        return self.found <= self.bound if self.at_most else self.found >= self.bound

    def __str__(self) -> str:
        verdict = "met" if self.is_met else "MISSED"
        bound = f"{'at most' if self.at_most else 'at least'} {self.bound:g}"
        return f"{verdict:<7}{self.what:<52}{self.found:>8.2f}, {bound}"
