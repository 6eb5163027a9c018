"""Plain data that is taken apart and read again: generated contexts never were files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.source import Data, Node, Source, Spot, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

Record = dict[str, Data]
_NOWHERE = Spot("generated", 1, 1)


def source_of(data: Record) -> Source:
    """The data as if it had been read."""
    return Source(_node(data))


def copy_of(data: Data) -> Data:
    """The same data, free to change."""
    if isinstance(data, dict):
        return {key: copy_of(value) for key, value in data.items()}
    return [copy_of(value) for value in data] if isinstance(data, list) else data


def copied(data: Record) -> Record:
    """The same record, free to change."""
    return {key: copy_of(value) for key, value in data.items()}


def child(data: Data, step: Step) -> Data:
    """What stands one step below; None when there is nothing."""
    if isinstance(data, list):
        index = index_of(data, step)
        return data[index] if index is not None else None
    return data.get(str(step)) if isinstance(data, dict) else None


def index_of(items: list[Data], step: Step) -> int | None:
    """The position a step of a path means in a list."""
    if isinstance(step, int):
        return step if step < len(items) else None
    found = (index for index, item in enumerate(items) if isinstance(item, dict) and item.get("id") == step)
    return next(found, None)


def put(data: Record, steps: Sequence[Step], value: Data) -> None:
    """Set what stands at the end of `steps`, where the way leads there."""
    owner: Data = data
    for step in steps[:-1]:
        owner = child(owner, step)
    if isinstance(owner, dict):
        owner[str(steps[-1])] = value
    elif isinstance(owner, list) and (index := index_of(owner, steps[-1])) is not None:
        owner[index] = value


def remove(data: Record, steps: Sequence[Step]) -> bool:
    """Take out what stands at the end of `steps`, or the record it is missing from; False for nothing."""
    while steps:
        owner: Data = data
        for step in steps[:-1]:
            owner = child(owner, step)
        if isinstance(owner, dict) and str(steps[-1]) in owner:
            del owner[str(steps[-1])]
            return True
        if isinstance(owner, list) and (index := index_of(owner, steps[-1])) is not None:
            del owner[index]
            return True
        steps = steps[:-1]
    return False


def _node(data: Data) -> Node:
    if isinstance(data, dict):
        return Node({key: _node(value) for key, value in data.items()}, _NOWHERE, _NOWHERE)
    if isinstance(data, list):
        return Node([_node(value) for value in data], _NOWHERE, _NOWHERE)
    return Node(data, _NOWHERE, _NOWHERE)
