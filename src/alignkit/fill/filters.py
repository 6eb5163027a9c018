"""What a template may do to a value: choose how it is shown, pick from lists, ask questions of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined

from alignkit.model.draft import Parsed, Styled
from alignkit.values import Figure

from .problems import TemplateMistakeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FIGURE_STYLES = (
    "exact", "plain", "thousand", "million", "signed", "absolute", "points", "parentheses",
)  # fmt: skip
"""Styles of a figure that a template can ask for by the filter of the same name."""
DATE_STYLES = ("short", "long", "month")
"""Styles of a date, likewise."""


def styled(style: str, kinds: tuple[type, ...], expected: str) -> Callable[[Any], Any]:
    """A filter that shows a figure or a date in `style`."""

    def show_as(value: Any) -> Any:
        if isinstance(value, Undefined):
            return value
        if not isinstance(value, (Figure, date)) or not isinstance(value, kinds):
            found = "an empty field" if value is None else "something else"
            raise TemplateMistakeError("TPL-007", f"expected {expected} before `| {style}`, found {found}")
        return Styled(value, style)

    return show_as


def markdown(value: Any) -> Any:
    """Text that is to be read as Markdown: the only way a value's own markup counts."""
    if isinstance(value, Undefined):
        return value
    if not isinstance(value, str):
        raise TemplateMistakeError("TPL-007", "expected text before `| markdown`, found something else")
    return Parsed(str(value))


def pluck(records: Iterable[Any], field: str) -> list[Any]:
    """One field of each record; records without it are passed over."""
    found = []
    for record in records:
        value = record
        for name in field.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        if value is not None and value != "":
            found.append(value)
    return found


def where(records: Iterable[Any], field: str, wanted: Any) -> list[Any]:
    """The records whose field equals `wanted`."""
    return [record for record in records if isinstance(record, dict) and _same(record.get(field), wanted)]


def take(records: Iterable[Any], count: int) -> list[Any]:
    """The first `count` records."""
    return list(records)[: max(count, 0)]


def plural(figure: Any, one: str, many: str) -> str:
    """`one` or `many`, as the number asks for."""
    amount = (
        abs(figure.amount) if isinstance(figure, Figure) else len(figure) if _sized(figure) else abs(figure)
    )
    return one if amount == 1 else many


def stripped(text: str) -> str:
    """Text without its full stop, for use inside a sentence."""
    return text.strip().rstrip(".")


def is_available(value: Any) -> bool:
    """Whether a figure exists: it was given, and it is not NA."""
    if isinstance(value, Undefined) or value is None:
        return False
    return not (isinstance(value, Figure) and value.is_na)


def is_positive(value: Any) -> bool:
    """Whether a figure exists and is above zero."""
    return is_available(value) and bool(value > 0)


def is_negative(value: Any) -> bool:
    """Whether a figure exists and is below zero."""
    return is_available(value) and bool(value < 0)


def is_zero(value: Any) -> bool:
    """Whether a figure exists and is zero."""
    return is_available(value) and not value > 0 and not value < 0


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(value, dict) and isinstance(wanted, str):
        return bool(value.get("id") == wanted)
    return bool(value == wanted)


def _sized(value: Any) -> bool:
    return isinstance(value, (list, tuple, dict))


def counted(figure: Any) -> Any:
    """A count with what it counts: 16 customers."""
    if isinstance(figure, Undefined):
        return figure
    if not isinstance(figure, Figure):
        raise TemplateMistakeError("TPL-007", "expected a figure before `| counted`, found something else")
    return Styled(figure, "counted")


_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_word(count: Any) -> Any:
    """A small whole number as an English word, a larger one as it is."""
    amount = count.amount if isinstance(count, Figure) else count
    return _SMALL[int(amount)] if amount == int(amount) and 0 <= amount < len(_SMALL) else count


FILTERS: dict[str, Callable[..., Any]] = {
    "word": number_word,
    "counted": counted,
    **{style: styled(style, (Figure,), "a figure") for style in FIGURE_STYLES},
    **{style: styled(style, (date,), "a date") for style in DATE_STYLES},
    "spoken": styled("spoken", (Figure, date), "a figure or a date"),
    "markdown": markdown,
    "pluck": pluck,
    "where": where,
    "take": take,
    "plural": plural,
    "nostop": stripped,
}
"""Our filters by the name templates use."""

TESTS: dict[str, Callable[..., Any]] = {
    "available": is_available,
    "positive": is_positive,
    "negative": is_negative,
    "zero": is_zero,
}
"""Our tests by the name templates use."""
