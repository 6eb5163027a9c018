"""The headings of a document: their anchors, and those a table of contents lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.model.blocks import Contents, Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.model.blocks import Block


def with_ids(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks, every heading with a name that no other one has."""
    taken = {block.id for block in blocks if isinstance(block, Heading)}
    fresh = _fresh_ids(taken)
    return tuple(
        replace(block, id=next(fresh)) if isinstance(block, Heading) and not block.id else block
        for block in blocks
    )


def _fresh_ids(taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if (name := f"section-{number}") not in taken:
            yield name


def listed(blocks: tuple[Block, ...]) -> tuple[Heading, ...]:
    """What the table of contents lists: the headings behind it, down to its depth; none without one."""
    for position, block in enumerate(blocks):
        if isinstance(block, Contents):
            behind = (later for later in blocks[position:] if isinstance(later, Heading))
            return tuple(heading for heading in behind if heading.level <= block.depth)
    return ()
