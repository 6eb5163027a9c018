"""What a template may do to a value: choose how it is shown, pick from lists, ask questions of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined

from alignkit.model.draft import Joined, Parsed, Styled
from alignkit.values import Figure

from .binding import CURRENT
from .problems import TemplateMistakeError, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Expected:
    """What a filter can be put behind."""

    words: str
    """In the words of a message."""
    fits: Callable[[Any], bool]
    """Whether a value is such a thing."""


def expecting(name: str, function: Callable[..., Any], expected: Expected) -> Callable[..., Any]:
    """The filter, which says in our words what it cannot work on; a name that does not exist passes it."""
    position = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        value = args[position]
        if isinstance(value, Undefined):
            return value
        if not expected.fits(value):
            message = f"expected {expected.words} before `| {name}`, found {described(value)}"
            raise TemplateMistakeError("TPL-007", message)
        try:
            return function(*args, **kwargs)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as problem:
            raise TemplateMistakeError(
                "TPL-007",
                f"`| {name}` cannot work with what it was given",
                hint=_HINTS.get(name, "look the filter up in docs/templates.md"),
            ) from problem

    return guarded


_HINTS = {
    "sort": 'choose first: `| selectattr("x", "available") | sort(attribute="x")`',
    "where": 'write `| where("field", value)`',
    "pluck": 'write `| pluck("field")`',
    "take": "write `| take(3)`",
    "plural": 'write `| plural("gate", "gates")`',
}


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_several(value: Any) -> bool:
    return hasattr(type(value), "__iter__") and not isinstance(value, str)


def _is_whole(value: Any) -> bool:
    return isinstance(value, (int, Figure)) and not isinstance(value, bool)


TEXT = Expected("text", _is_text)
LIST = Expected("a list", _is_several)


def _is_figure(value: Any) -> bool:
    return isinstance(value.value if isinstance(value, Styled) else value, Figure)


FIGURE = Expected("a figure", _is_figure)
DATE = Expected("a date", lambda value: isinstance(value, date))
FIGURE_OR_DATE = Expected("a figure or a date", lambda value: _is_figure(value) or isinstance(value, date))
COUNT = Expected("a whole number", _is_whole)
COUNT_OR_LIST = Expected("a whole number or a list", lambda value: _is_whole(value) or _is_several(value))
TEXT_OR_LIST = Expected("a list or text", lambda value: _is_text(value) or _is_several(value))

BUILT_IN = {
    **dict.fromkeys(("capitalize", "lower", "title", "trim", "upper"), TEXT),
    **dict.fromkeys(
        (
            "first",
            "last",
            "list",
            "reject",
            "rejectattr",
            "reverse",
            "select",
            "selectattr",
            "sort",
            "unique",
        ),
        LIST,
    ),
    "length": TEXT_OR_LIST,
}
"""Filters of jinja that templates can use, with what they are put behind; `default` takes anything."""

FIGURE_STYLES = (
    "exact", "plain", "thousand", "million", "signed", "absolute", "points", "parentheses", "fixed",
)  # fmt: skip
"""Styles of a figure that a template can ask for by the filter of the same name."""
DATE_STYLES = ("short", "long", "month", "day")
"""Styles of a date, likewise."""


def styled(style: str) -> Callable[[Any], Any]:
    """A filter that shows a figure or a date in `style`, beside a style it has."""

    def show_as(value: Figure | date | Styled) -> Styled:
        if isinstance(value, Styled):
            return Styled(value.value, f"{value.style} {style}")
        return Styled(value, style)

    return show_as


def markdown(value: str) -> Parsed:
    """Text that is to be read as Markdown: the only way a value's own markup counts."""
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
    """`one` or `many`, as the number asks for; `many` when there is no number."""
    if isinstance(figure, Figure):
        return one if not figure.is_na and abs(figure.amount) == 1 else many
    return one if (len(list(figure)) if _is_several(figure) else abs(figure)) == 1 else many


def stripped(text: str) -> str:
    """Text without its full stop, for use inside a sentence."""
    return text.strip().rstrip(".")


def begun(text: str) -> str:
    """Text with a capital at its beginning, unless a capital follows there, as in `eBay`."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def unit_of_money(currency: str) -> str:
    """What one unit of a currency is called in the language of the text: `euro`, `franc`, `dollar`."""
    return CURRENT.get().formats.unit_of_money(currency)


def is_available(value: Any) -> bool:
    """Whether a figure exists: it was given, and it is not NA; whether a statement says something."""
    if isinstance(value, Undefined) or value is None:
        return False
    if isinstance(value, Joined):
        return bool(value)
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


def is_alike(value: Any, other: Any) -> bool:
    """Whether two figures that exist are shown by the same number, so that no reader sees a difference."""
    if not (_is_figure(value) and is_available(value) and _is_figure(other) and is_available(other)):
        return False
    shown = CURRENT.get().formats.shown
    return bool(shown(*_with_style(value)) == shown(*_with_style(other)))


def _with_style(value: Figure | Styled) -> tuple[Any, str]:
    return (value.value, value.style) if isinstance(value, Styled) else (value, "")


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(value, dict) and isinstance(wanted, str):
        return bool(value.get("id") == wanted)
    return bool(value == wanted)


_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_word(count: Any) -> Any:
    """A small whole number as an English word, any other as it is."""
    if isinstance(count, Figure) and count.is_na:
        return count
    amount = count.amount if isinstance(count, Figure) else count
    return _SMALL[int(amount)] if amount == int(amount) and 0 <= amount < len(_SMALL) else count


_OURS: tuple[tuple[str, Callable[..., Any], Expected], ...] = (
    *((style, styled(style), FIGURE) for style in (*FIGURE_STYLES, "counted")),
    *((style, styled(style), DATE) for style in DATE_STYLES),
    ("spoken", styled("spoken"), FIGURE_OR_DATE),
    ("word", number_word, COUNT),
    ("plural", plural, COUNT_OR_LIST),
    ("markdown", markdown, TEXT),
    ("nostop", stripped, TEXT),
    ("upfirst", begun, TEXT),
    ("unit_of_money", unit_of_money, TEXT),
    ("pluck", pluck, LIST),
    ("where", where, LIST),
    ("take", take, LIST),
)
FILTERS: dict[str, Callable[..., Any]] = {
    name: expecting(name, function, expected) for name, function, expected in _OURS
}
"""Our filters by the name templates use."""

TESTS: dict[str, Callable[..., Any]] = {
    "available": is_available,
    "positive": is_positive,
    "negative": is_negative,
    "zero": is_zero,
    "alike": is_alike,
}
"""Our tests by the name templates use."""
