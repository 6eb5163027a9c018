"""Which of the ranked cuts answer an announced one: the fewest that are enough, each taken whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTHING = Decimal(0)


def enough_cuts(amounts: Sequence[Decimal], wanted: Decimal, material: Decimal) -> list[int]:
    """The places of the cuts to take, first to last; all of them where even they are not enough.

    Cuts are taken by rank until less than `material` stays open.
    Where the next one would go beyond, the one from there on that comes closest is the last.
    What is then `material` or more too much gives those just before it back, the dearest rank first,
    as long as all that was wanted stays saved.

    Args:
        amounts: what each cut saves, by rank.
        wanted: what is to be saved.
        material: the difference from which on it matters.

    """
    taken: list[int] = []
    rest = wanted
    for place, amount in enumerate(amounts):
        if rest <= 0 or (taken and rest < material):
            break
        if amount >= rest:
            taken.append(_closest(amounts, place, rest, material))
            return _without_needless(amounts, taken, wanted, material)
        taken.append(place)
        rest -= amount
    return taken


def _closest(amounts: Sequence[Decimal], place: int, rest: Decimal, material: Decimal) -> int:
    """The cut from `place` on that leaves least open or too much; the better rank of two alike."""
    enough = [at for at in range(place, len(amounts)) if rest - amounts[at] < material or amounts[at] >= rest]
    return min(enough, key=lambda at: abs(rest - amounts[at]))


def _without_needless(
    amounts: Sequence[Decimal], taken: list[int], wanted: Decimal, material: Decimal
) -> list[int]:
    kept = list(taken)
    for place in reversed(taken[:-1]):
        beyond = sum((amounts[at] for at in kept), _NOTHING) - wanted
        if beyond < material or amounts[place] > beyond:
            break
        kept.remove(place)
    return kept
