"""Measuring side by side: all contenders take turns, so that what disturbs one disturbs the others."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of processor time for one piece of work, one value for each turn."""

    turns: tuple[float, ...]
    """In the order they were measured."""

    @property
    def usual(self) -> float:
        """The median of the turns."""
        return median(self.turns)

    @property
    def best(self) -> float:
        """The fastest turn."""
        return min(self.turns)

    def times(self, other: Timing) -> float:
        """How many times longer than `other` it takes: the median over turns measured side by side."""
        pairs = zip(self.turns, other.turns, strict=False)  # a slow contender may take part in the first only
        return median(mine / theirs for mine, theirs in pairs)


def measure(turns: Iterable[Mapping[str, Sequence[Work]]]) -> dict[str, Timing]:
    """The time of one piece of work for each contender.

    Args:
        turns: the work of each turn by contender; contenders of one turn run one after the other.

    """
    seconds: dict[str, list[float]] = {}
    for turn in turns:
        for name, work in turn.items():
            seconds.setdefault(name, []).append(_seconds(work) / len(work))
    return {name: Timing(tuple(several)) for name, several in seconds.items()}


def _seconds(work: Sequence[Work]) -> float:
    gc.collect()  # nobody pays for what others have left behind
    start = time.process_time()
    for piece in work:
        piece()
    return time.process_time() - start
