"""Statements for templates: words and figures that are true together, in the language of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined

from alignkit.model.draft import Joined, Styled
from alignkit.statements import (
    CHANGE_FORMS,
    LIMIT_FORMS,
    LIMIT_KINDS,
    Limit,
    opening,
    packaged_statements,
    worded,
)
from alignkit.statements import against as against_limit
from alignkit.statements import changes as change_of
from alignkit.statements import pair as pair_of
from alignkit.values import Figure

from .binding import CURRENT, undefined_message
from .columns import text_of
from .problems import TemplateMistakeError, described, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from alignkit.statements import Statement

_GOOD = ("", "up", "down")


def changes(
    now: Any, before: Any, form: str = "full", *, good: str = "", than: Any = None, plural: bool = False
) -> Joined:
    """How a figure came to be from another: `rises by $480,000 (20%) to $2.88M`.

    Args:
        now: the figure spoken of; its style is that of all figures in the statement.
        before: what it is measured against.
        form: `full`, `to`, `by`, or `noun` for `$480,000 more than FY2026`.
        good: `up` or `down`, which way is better, to say `improves` and `worsens`.
        than: what the noun form compares with; the period of `before` when left out.
        plural: whether several things change: `rise` instead of `rises`.

    """
    figure, style = figure_in("now", now)
    other, _ = figure_in("before", before)
    chosen("form", form, CHANGE_FORMS)
    chosen("good", good, _GOOD)
    return said(
        lambda: change_of(
            figure,
            other,
            CURRENT.get().formats,
            form=form,
            good=good,  # type: ignore[arg-type] # one of _GOOD
            than=None if than is None else than if isinstance(than, Figure) else text_of(than),
            number=2 if plural else 1,
            style=style,
        )
    )


def against(value: Any, limit: Any, kind: str = "ceiling", form: str = "place", *, name: Any = "") -> Joined:
    """Where a figure stands against a limit: `inside the payback ceiling of 18 months`.

    Args:
        value: what is bounded; its style is that of all figures in the statement.
        limit: what bounds it.
        kind: `ceiling`, `floor`, `plan` or `target`.
        form: `place` for where it is, `verb` for what it does: `breaks the floor of 3x by 0.4x`.
        name: what people call the limit, in front of `ceiling`.

    """
    figure, style = figure_in("value", value)
    bound, _ = figure_in("limit", limit)
    chosen("kind", kind, LIMIT_KINDS)
    chosen("form", form, LIMIT_FORMS)
    return said(
        lambda: against_limit(
            figure,
            bound,
            CURRENT.get().formats,
            kind=kind,  # type: ignore[arg-type] # one of LIMIT_KINDS
            form=form,
            name=text_of(name),
            style=style,
        )
    )


def limit(value: Any, limit: Any, kind: str = "ceiling", name: Any = "") -> Limit:
    """A figure with what bounds it, for `pair`.

    Args:
        value: what is bounded.
        limit: what bounds it.
        kind: `ceiling`, `floor`, `plan` or `target`.
        name: what people call the limit, in front of `ceiling`.

    """
    chosen("kind", kind, LIMIT_KINDS)
    figure, bound = figure_in("value", value)[0], figure_in("limit", limit)[0]
    return Limit(figure, bound, kind, text_of(name))  # type: ignore[arg-type] # one of LIMIT_KINDS


def pair(*limits: Limit) -> Joined:
    """Which of several limits hold: `the payback ceiling breaks, the LTV:CAC floor holds`."""
    for each in limits:
        if not isinstance(each, Limit):
            message = f"expected `limit(value, limit)` in `pair(...)`, found {described(each)}"
            raise TemplateMistakeError("TPL-008", message)
    return said(lambda: pair_of(limits, CURRENT.get().formats))


def begin(statement: Any) -> Joined:
    """The statement as the beginning of a sentence: its first word with a capital."""
    if not isinstance(statement, Joined):
        raise TemplateMistakeError(
            "TPL-008", f"expected a statement in `begin(...)`, found {described(statement)}"
        )
    return opening(statement)


STATEMENTS: dict[str, Callable[..., Any]] = {
    "changes": changes,
    "against": against,
    "limit": limit,
    "pair": pair,
    "begin": begin,
}
"""Statements by the name templates use."""


def said(make: Callable[[], Statement | None]) -> Joined:
    """The words of a statement in the language of the text; nothing when there is nothing to say."""
    binding = CURRENT.get()
    language = binding.formats.words
    bank = binding.statements or packaged_statements(language)
    if bank is None:
        raise TemplateMistakeError(
            "TPL-008",
            f"there are no statements in `{language}`",
            hint=f"write `language_banks/{language}/statements.yaml`",
        )
    try:
        return worded(make(), bank, binding.formats)
    except ValueError as mistake:
        raise TemplateMistakeError("TPL-008", str(mistake)) from mistake


def figure_in(name: str, value: Any) -> tuple[Figure | None, str]:
    """A figure given to a statement and how it is to be shown; none where a field is empty."""
    if isinstance(value, Undefined):
        raise TemplateMistakeError("TPL-001", *undefined_message(value, CURRENT.get().names))
    style = ""
    if isinstance(value, Styled):
        value, style = value.value, value.style
    if value is None:
        return None, style
    if not isinstance(value, Figure):
        raise TemplateMistakeError("TPL-008", f"expected a figure as `{name}`, found {described(value)}")
    return value, style


def chosen(name: str, value: str, known: Iterable[str]) -> None:
    """Nothing when `value` is one of `known`, else a mistake of the template."""
    names = [each for each in known if each]
    if value not in known:
        message = f"expected {name} to be one of {', '.join(f'`{each}`' for each in names)}, found `{value}`"
        raise TemplateMistakeError("TPL-008", message, hint=nearest(str(value), names))
