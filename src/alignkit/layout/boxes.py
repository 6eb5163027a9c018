"""Boxes that take room from, or leave room to, their neighbours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignkit.model.deck import Box


def stretched_over(box: Box, above: Box) -> Box:
    """`box` with the room of an empty box above it; unchanged when that one stands elsewhere."""
    if above.y >= box.y or above.x >= box.x + box.width or box.x >= above.x + above.width:
        return box
    return replace(box, y=above.y, height=box.y + box.height - above.y)


def shortened_to(box: Box, below: Box) -> Box:
    """`box` without what lies under the top of `below`."""
    if box.y + box.height <= below.y or box.y >= below.y:
        return box
    return replace(box, height=below.y - box.y)
