"""Which of the ranked cuts answer an announced one."""

from decimal import Decimal

import pytest

from alignkit.figures.enough_cuts import enough_cuts

SHOP = (20, 70, 25, 140, 60, 75, 260)
FIRM = (28.5, 34)


@pytest.mark.parametrize(
    ("amounts", "wanted", "material", "taken"),
    [
        (SHOP, 0, 20, []),
        ((), 400, 20, []),
        (SHOP, 400, 20, [0, 1, 2, 3, 4, 5]),  # 10 stays open
        (SHOP, 400, 0, [0, 1, 2, 3, 6]),  # nothing may stay open: the last is needed, two before it are not
        (SHOP, 480, 20, [0, 1, 2, 3, 6]),
        ((15, 85, 40, 75, 100, 105), 294, 15, [0, 1, 2, 3, 4]),  # the first goes first, though 21 is too much
        (SHOP, 255, 20, [0, 1, 2, 3]),
        (SHOP, 700, 20, [0, 1, 2, 3, 4, 5, 6]),
        (FIRM, 30, 5, [0]),
        (FIRM, 30, 1, [1]),
        (FIRM, 30, 0, [1]),
        (FIRM, 4, 5, [0]),
        ((10, 60, 50, 50, 150, 90, 70), 300, 25, [0, 1, 2, 3, 4]),
        ((50, 50, 50), 75, 5, [0, 1]),
    ],
)
def test_the_cuts_taken_are_the_fewest_that_are_enough(
    amounts: tuple[float, ...], wanted: int, material: int, taken: list[int]
) -> None:
    exact = [Decimal(str(amount)) for amount in amounts]

    assert taken == enough_cuts(exact, Decimal(wanted), Decimal(material))
