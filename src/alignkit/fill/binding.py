"""The table of bound values: what an expression yields goes in here, a slot comes out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast, get_args

from jinja2.runtime import Context, Undefined
from jinja2.utils import missing, pass_context
from markupsafe import Markup

from alignkit.model.blocks import Block, Card
from alignkit.model.draft import (
    SLOT_CLOSE,
    SLOT_OPEN,
    Cited,
    Joined,
    Parsed,
    Recipients,
    Styled,
    Value,
    Worded,
)
from alignkit.values import Figure

from .places import running_place
from .problems import Limits, TemplateMistakeError, described, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from alignkit.diagnostics import Report
    from alignkit.formats import Formats
    from alignkit.statements import StatementBank

_BINDABLE = (str, date, Figure, Styled, Worded, Cited, Joined, Parsed, Recipients, *get_args(Block))


class Year(int):
    """The year of a date: compared as a number, shown without grouping."""


@dataclass(slots=True)
class Binding:
    """The values of one filling, and what it has used up of its limits."""

    report: Report
    """Where names that do not exist are reported."""
    formats: Formats
    """How block constructors write numbers."""
    limits: Limits
    """What it may use."""
    names: Mapping[str, Any] = field(default_factory=dict)
    """What the template may name."""
    sources: dict[str, Any] = field(default_factory=dict)
    """Records of the context's sources, by id."""
    values: list[Value] = field(default_factory=list)
    """Bound values, by slot index."""
    shown: dict[str, Figure] = field(default_factory=dict)
    """Figures shown so far, by key."""
    earlier: Mapping[str, Sequence[Figure]] = field(default_factory=dict)
    """Figures shown in the documents of the set made before, by the document's name."""
    statements: Callable[[], StatementBank | None] | None = None
    """Gives the words of statements when the first is made; those that come with alignkit when None."""
    steps: int = 0
    """Loop steps so far."""
    characters: int = 0
    """Characters that loops and macros have produced so far."""
    macro_calls: int = 0
    """Macro calls so far."""

    def slot(self, value: Value) -> Markup:
        """Keep `value` and give the slot that stands for it."""
        self.values.append(value)
        return Markup(f"{SLOT_OPEN}{len(self.values) - 1}{SLOT_CLOSE}")  # noqa: S704 - digits between two marks

    def cite(self, figure: Figure) -> None:
        """Remember a figure that is shown."""
        self.shown.setdefault(figure.key, figure)

    def old(self) -> Iterator[tuple[str, str]]:
        """Keys of the stale figures shown, each with the names and days of its sources."""
        for figure in self.shown.values():
            if figure.stale:
                yield figure.key, ", ".join(self._dated(name) for name in figure.sources)

    def _dated(self, source: str) -> str:
        record = self.sources.get(source) or {"name": source}
        day = record.get("as_of")
        return f"{record['name']}, {self.formats.date(day, 'short')}" if day else str(record["name"])

    def spend(self, steps: int, characters: int) -> None:
        """Count loop steps and characters against the limits."""
        self.steps += steps
        self.characters += characters
        if self.steps > self.limits.steps:
            raise TemplateMistakeError(
                "TPL-011",
                f"expected at most {self.limits.steps:,} loop steps, found more",
                hint="shorten the list or the loops around it",
            )
        if self.characters > self.limits.characters:
            raise TemplateMistakeError(
                "TPL-012",
                f"expected at most {self.limits.characters:,} characters of output, found more",
                hint="shorten what the loop repeats",
            )


CURRENT: ContextVar[Binding] = ContextVar("binding")
"""The filling that runs; the finalizer has no other way to reach it from an imported macro."""


@pass_context
def finalize(context: Context, value: Any) -> Any:
    """The slot for an expression's value; text a macro has produced passes as it is."""
    if isinstance(value, Markup):
        return value
    binding = CURRENT.get()
    if isinstance(value, Undefined):
        _report_undefined(context, value, binding)
        return binding.slot("")
    return binding.slot(bindable(value))


def bindable(value: Any) -> Value:
    """`value` if it can be shown, else a mistake of the template."""
    if isinstance(value, bool):
        raise TemplateMistakeError(
            "TPL-004",
            f"expected something to show, found {str(value).lower()}",
            hint="write `{% if ... %}` with the words to show",
        )
    if isinstance(value, int):
        return str(value) if isinstance(value, Year) else value
    for figure in _figures_in(value):
        CURRENT.get().cite(figure)
    if isinstance(value, _BINDABLE):
        return cast("Value", value)
    if value is None:
        raise TemplateMistakeError(
            "TPL-005",
            "expected something to show, found an empty field",
            hint="put `{% if ... %}` around it, or give another text with `| default(..., true)`",
        )
    if isinstance(value, (list, tuple, Iterator)):
        return tuple(bindable(item) for item in value)
    if isinstance(value, dict):
        fields = ", ".join(f"`{key}`" for key in list(value)[:6])
        raise TemplateMistakeError(
            "TPL-006", "expected a value, found a whole record", hint=f"name one of its fields: {fields}"
        )
    if isinstance(value, Decimal):
        raise TemplateMistakeError(
            "TPL-006",
            "expected a figure, found a bare number without unit",
            hint="show the figure of the context it came from",
        )
    raise _not_a_value(value)


def _figures_in(value: Any) -> Iterator[Figure]:
    """The figures a value shows, those inside a statement in the order they are read."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, (Styled, Worded)):
        yield from _figures_in(value.value)
    elif isinstance(value, (Joined, tuple)):
        for part in value.parts if isinstance(value, Joined) else value:
            yield from _figures_in(part)


def _not_a_value(value: Any) -> TemplateMistakeError:
    if isinstance(value, Card):
        return TemplateMistakeError(
            "TPL-006", "expected a value, found a card", hint="write `{{ cards(card(...), card(...)) }}`"
        )
    found = "a function" if callable(value) else described(value)
    return TemplateMistakeError(
        "TPL-006", f"expected a value, found {found}", hint="call it, or name a field"
    )


def _lower(text: str) -> str:
    text = text.strip().rstrip(".")
    return text[:1].lower() + text[1:]


def _report_undefined(context: Context, value: Undefined, binding: Binding) -> None:
    message, hint = undefined_message(value, context.get_all())
    binding.report.broken("TPL-001", message, running_place(sys._getframe(2)), hint=hint)


def undefined_message(value: Undefined, names: Iterable[str] = ()) -> tuple[str, str]:
    """What to say of a name that does not exist, and the nearest one that does."""
    name = str(value._undefined_name)
    owner = value._undefined_obj
    if isinstance(owner, dict):
        known = ", ".join(f"`{key}`" for key in list(owner)[:8])
        return f"there is no `{name}` here", nearest(name, map(str, owner)) or f"choose from {known}"
    if value._undefined_hint:
        return _lower(value._undefined_hint), "put `{% if ... %}` around it"
    if owner is None:
        return f"an empty field has no `{name}`", "put `{% if ... %}` around it"
    if owner is not missing:
        return f"{described(owner)} has no `{name}`", "name a field of the record it belongs to"
    hint = nearest(name, names) or "list the names there are with `alignkit template show KIND --names`"
    return f"there is no `{name}`", hint
