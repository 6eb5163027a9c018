"""The names a template can use: the context as records whose numbers are figures and whose references are records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignkit.context.fields import Block, Ref

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.context.whole import Context
    from alignkit.values import Figure

_DERIVED = {
    "budget.tiers": ("tier", "step", "return"),
    "budget.lines": ("line",),
    "budget.cuts": ("cut",),
    "initiatives": ("initiative",),
    "kpis": ("kpi",),
    "risks": ("risk",),
    "issues": ("issue",),
    "budget.drivers": ("driver",),
}
"""Which derived figures belong to the records of a collection; they hang at the record's `derived`."""


def view(
    context: Context, figures: Mapping[str, Figure], tree: dict[str, Any], *, secret: bool = False
) -> dict[str, Any]:
    """Everything a template may name, apart from what one build adds (`audience`, `listener`, `custom`).

    Args:
        context: the checked context.
        figures: every figure by key.
        tree: the same figures nested by the segments of their keys, offered as `figures`.
        secret: whether the confidential people block is offered.

    """
    record = _Records(context, figures, tree).whole()
    if not secret:
        record.pop("people", None)
    record.pop("custom", None)
    record["figures"] = tree
    record["today"] = context.meta.as_of
    return record


class _Records:
    """Builds the records of one context, and links references once all of them are there."""

    def __init__(self, context: Context, figures: Mapping[str, Figure], tree: dict[str, Any]) -> None:
        self.context = context
        self.figures = figures
        self.tree = tree
        self.collections: dict[str, dict[str, Any]] = {}
        self.references: list[tuple[dict[str, Any], str, str]] = []

    def whole(self) -> dict[str, Any]:
        record = self._block(self.context, "")
        self.collections["periods"] = {
            each["id"]: each for each in (record.get("periods") or {}).values() if isinstance(each, dict)
        }
        for owner, name, collection in self.references:
            owner[name] = self._linked(owner[name], self.collections.get(collection, {}))
        return record

    def _linked(self, value: Any, known: dict[str, Any]) -> Any:
        if isinstance(value, list):
            return [known.get(each, each) if isinstance(each, str) else each for each in value]
        return known.get(value, value) if isinstance(value, str) else value

    def _block(self, block: Block, path: str) -> dict[str, Any]:
        record: dict[str, Any] = {}
        for name, info in type(block).model_fields.items():
            key = info.alias or name
            record[key] = self._value(getattr(block, name), f"{path}.{key}" if path else key)
            if reference := _reference(info):
                self.references.append((record, key, reference.collection))
        for key, value in (block.__pydantic_extra__ or {}).items():
            record[key] = self._value(value, f"{path}.{key}" if path else key)
        return record

    def _value(self, value: Any, path: str) -> Any:
        if (figure := self.figures.get(path)) is not None:
            return figure
        if isinstance(value, Block):
            return self._block(value, path)
        if isinstance(value, (tuple, list)):
            return self._collection(value, path)
        if isinstance(value, dict):
            return self._mapping(value, path)
        return value

    def _collection(self, items: tuple[Any, ...] | list[Any], path: str) -> list[Any]:
        records = []
        for index, item in enumerate(items):
            identity = getattr(item, "id", None)
            record = self._value(item, f"{path}.{identity}" if identity else f"{path}[{index}]")
            if isinstance(record, dict):
                self._attach(record, path, identity or str(getattr(item, "order", index)))
            records.append(record)
        self.collections.setdefault(
            path, {each["id"]: each for each in records if isinstance(each, dict) and each.get("id")}
        )
        return records

    def _mapping(self, items: dict[str, Any], path: str) -> dict[str, Any]:
        records = {key: self._value(value, f"{path}.{key}") for key, value in items.items()}
        if path == "sources":
            self.collections[path] = {
                key: {**each, "id": key} for key, each in records.items() if isinstance(each, dict)
            }
            return self.collections[path]
        return records

    def _attach(self, record: dict[str, Any], path: str, identity: str) -> None:
        """Hang the derived figures of a record where a table can reach them: `derived.cac`, `derived.step.marginal`."""
        families = _DERIVED.get(path, ())
        derived = dict(self.tree.get(families[0], {}).get(identity, {})) if families else {}
        for family in families[1:]:
            derived[family] = self.tree.get(family, {}).get(identity, {})
        if families:
            record["derived"] = derived


def _reference(info: Any) -> Ref | None:
    """The collection a field's ids come from, if it holds ids."""
    marks = list(info.metadata)
    pending = [info.annotation]
    while pending:
        annotation = pending.pop()
        marks.extend(getattr(annotation, "__metadata__", ()))
        pending.extend(getattr(annotation, "__args__", ()))
    return next((mark for mark in marks if isinstance(mark, Ref)), None)
