"""Values given on the command line in place of those in the files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place, Severity

from .characters import clean
from .places import Node, Spot, Step, child_of, id_of, label_of, steps_of
from .scalars import resolve
from .wording import listed, nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Report

    from .places import Scalar

OPTION = "--set"
"""The name of the option, which stands for a file in places."""


def override(root: Node, texts: Sequence[str], report: Report) -> Node:
    """`root` with the value of every `path=value` in it, in order.

    Reports: YAML-021, YAML-022, YAML-026.
    """
    for number, text in enumerate(texts, start=1):
        root = _applied(root, text, number, report)
    return root


def _applied(root: Node, text: str, number: int, report: Report) -> Node:
    path, equals, value = text.partition("=")
    steps = steps_of(path.strip())
    if not equals or not steps:
        hint = "write it as in --set budget.decision.by=2026-12-18"
        report.broken(
            "YAML-026", f"expected `path=value`, found {quoted(text)}", Place(OPTION, number), hint=hint
        )
        return root
    spot = Spot(OPTION, number, len(path) + 2)
    leaf = Node(_value(value.strip(), number, report), spot, Spot(OPTION, number, 1))
    return _replaced(root, steps, leaf, "", report)


def _value(text: str, number: int, report: Report) -> Scalar:
    """The value by the rules of the files; quotes around it make it a text."""
    inside = _inside_quotes(text)
    cleaned = clean(text if inside is None else inside)
    for code, message, hint in cleaned.losses:
        report.finding(code, Severity.WARN, message, Place(OPTION, number), hint=hint)
    return resolve(cleaned.text) if inside is None else cleaned.text


def _inside_quotes(text: str) -> str | None:
    """What quotes around all of a text hold; None where there are none."""
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) > 1 and text[0] == text[-1] == '"':
        try:
            return str(json.loads(text, strict=False))
        except ValueError:
            return text[1:-1]
    return None


def _replaced(node: Node, steps: Sequence[Step], leaf: Node, above: str, report: Report) -> Node:
    """`node` with `leaf` at the end of `steps`; unchanged, and reported, when there is no such place."""
    child, label = child_of(node, steps[0])
    path = f"{above}{label}".removeprefix(".")
    if child is None and (isinstance(node.value, list) or len(steps) > 1 or not isinstance(node.value, dict)):
        _missing(node, path, above, leaf, report)
        return node
    new = _replaced(child, steps[1:], leaf, path, report) if len(steps) > 1 and child is not None else leaf
    if isinstance(node.value, list):
        index = next(i for i, element in enumerate(node.value) if element is child)
        return node._replace(value=[*node.value[:index], new._replace(key=None), *node.value[index + 1 :]])
    assert isinstance(node.value, dict)  # noqa: S101 - a child or a new key exists in a list or a mapping only
    return node._replace(value={**node.value, str(steps[0]): new})


def _missing(node: Node, path: str, above: str, leaf: Node, report: Report) -> None:
    place = Place(OPTION, leaf.spot.line, 1, path)
    inside = f"in `{above}`" if above else "in the context"
    if not isinstance(node.value, dict | list):
        hint = f"write {quoted(f'{above}=…')} to change the value itself"
        report.broken("YAML-026", f"`{above}` has nothing inside, found {quoted(path)}", place, hint=hint)
        return
    names = _names(node)
    wanted = path.removeprefix(above).strip(".[]")
    message = f"there is no {quoted(wanted)} {inside}"
    close = nearest(wanted, names)
    hint = f"write {listed(close)}" if close else (f"choose from {listed(names[:8])}" if names else "")
    report.broken("YAML-026", message, place, hint=hint)


def _names(node: Node) -> list[str]:
    if isinstance(node.value, dict):
        return list(node.value)
    elements = node.value if isinstance(node.value, list) else []
    return [id_of(element) or label_of(index) for index, element in enumerate(elements)]
