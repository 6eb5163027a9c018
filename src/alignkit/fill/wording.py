"""What a statement is given by a template, and the bank whose words it is said in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined

from alignkit.model.draft import Joined, Styled
from alignkit.statements import StatementBank, packaged_statements, worded
from alignkit.values import Figure

from .binding import CURRENT, undefined_message
from .problems import TemplateMistakeError, described, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from alignkit.formats import Formats
    from alignkit.statements import Statement


def formats_now() -> Formats:
    """How the filling that runs writes numbers."""
    return CURRENT.get().formats


def bank_now() -> StatementBank:
    """The statements of the language of the filling that runs."""
    binding = CURRENT.get()
    language = binding.formats.words
    bank = binding.statements() if binding.statements else packaged_statements(language)
    if bank is None:
        raise TemplateMistakeError(
            "TPL-008",
            f"there are no statements in `{language}`",
            hint=f"write `language_banks/{language}/statements.yaml`",
        )
    return bank


def said(make: Callable[[], Statement | None]) -> Joined:
    """The words of a statement; nothing when there is nothing to say, a mistake when it cannot be made."""
    bank = bank_now()
    try:
        return worded(make(), bank, formats_now())
    except ValueError as mistake:
        raise TemplateMistakeError("TPL-008", str(mistake)) from mistake


def figure_in(name: str, value: Any) -> tuple[Figure | None, str]:
    """A figure given to a statement and how it is to be shown; none where a field is empty."""
    value, style = _given(value)
    if value is not None and not isinstance(value, Figure):
        raise TemplateMistakeError("TPL-008", f"expected a figure as `{name}`, found {described(value)}")
    return value, style


def amount_in(value: Any) -> Figure | int | None:
    """What is to be counted: a figure, a whole number, or how many a list holds."""
    value, _ = _given(value)
    if isinstance(value, (list, tuple)):
        return len(value)
    if value is None or isinstance(value, Figure) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TemplateMistakeError(
        "TPL-008", f"expected a figure, a whole number or a list in `count(...)`, found {described(value)}"
    )


def _given(value: Any) -> tuple[Any, str]:
    """A value without its style, and the style."""
    if isinstance(value, Undefined):
        raise TemplateMistakeError("TPL-001", *undefined_message(value, CURRENT.get().names))
    return (value.value, value.style) if isinstance(value, Styled) else (value, "")


def chosen(name: str, value: Any, known: Iterable[str]) -> Any:
    """`value`, which is one of `known`, else a mistake of the template."""
    if value not in known:
        names = [each for each in known if each]
        message = f"expected {name} to be one of {', '.join(f'`{each}`' for each in names)}, found `{value}`"
        raise TemplateMistakeError("TPL-008", message, hint=nearest(str(value), names))
    return value
