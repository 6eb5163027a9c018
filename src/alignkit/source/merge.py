"""Several files to one context: lists joined, mappings joined one level deep, anything else written once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.diagnostics import Place

from .places import Node, Spot
from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Report

EVERYWHERE = "schema"
"""The one scalar each file may carry, as long as all agree."""


def merge(roots: Sequence[Node], report: Report) -> Node:
    """One root with the top-level keys of all; the first file wins where two say the same thing.

    Reports: YAML-020.
    """
    entries: dict[str, Node] = {}
    for root in roots:
        for key, node in root.value.items() if isinstance(root.value, dict) else ():
            entries[key] = _joined(key, entries[key], node, report) if key in entries else node
    return Node(entries, roots[0].spot)


def _joined(key: str, first: Node, second: Node, report: Report) -> Node:
    if isinstance(first.value, list) and isinstance(second.value, list):
        return first._replace(value=[*first.value, *second.value])
    if isinstance(first.value, dict) and isinstance(second.value, dict):
        for sub, node in second.value.items():
            if sub in first.value:
                _twice(f"{key}.{sub}", first.value[sub], node, report)
        added = {sub: node for sub, node in second.value.items() if sub not in first.value}
        return first._replace(value={**first.value, **added})
    if key != EVERYWHERE or first.value != second.value:
        _twice(key, first, second, report)
    return first


def _twice(path: str, first: Node, second: Node, report: Report) -> None:
    here, there = (_place(node.key or node.spot, path) for node in (second, first))
    message = f"{quoted(path)} is already given in `{there.file}`, line {there.line}"
    report.broken("YAML-020", message, here, hint="keep one of the two", related=(there,))


def _place(spot: Spot, path: str) -> Place:
    return Place(spot.file, spot.line, spot.column, path)
