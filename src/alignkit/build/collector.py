"""Python's search for cycles, put off while one document is made.

A document is a tree of many small values, none of which leads back to another; looking through all of them
again and again while they become more takes a fifth of the time of a long table.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """A stretch without it, as long as one document takes; what has no cycle is freed as ever."""
    if not gc.isenabled():  # somebody else's decision, or another thread's stretch
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
