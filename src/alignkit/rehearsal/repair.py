"""Generated data made whole: what refers to something that is gone refers to something else, or goes too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.build import prepare
from alignkit.context.references import ids_of
from alignkit.context.shape import shape_at
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.source import steps_of

from .data import Record, put, remove, source_of

if TYPE_CHECKING:
    from alignkit.build import Prepared

MOST_ROUNDS = 12
"""Each removal may leave another record without what it needs."""


def repaired(data: Record) -> Prepared | None:
    """The checked context of `data`, changed until it is sound; None when nothing sound is left of it."""
    for _ in range(MOST_ROUNDS):
        report = Report()
        prepared = prepare(source_of(data), report)
        if prepared is not None and not report.is_broken:
            return prepared
        changed = [_mend(data, each.code, each.place.path) for each in report if each.blocks and each.place]
        if not any(changed):
            return None
    return None


def _mend(data: Record, code: str, path: str) -> bool:
    steps = steps_of(path)
    others = list(ids_of(data).get(shape_at(Context, steps).ref, ())) if code == "GEN-002" else []
    if others:
        put(data, steps, others[0])
        return True
    return remove(data, steps)
