"""Statements for templates: words and figures that are true together, in the language of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignkit import statements
from alignkit.model.draft import Joined
from alignkit.statements import CHANGE_FORMS, LIMIT_FORMS, LIMIT_KINDS, Limit, Range, Step
from alignkit.values import Figure

from .columns import field_of, records_of, text_of
from .problems import TemplateMistakeError, described
from .wording import amount_in, bank_now, chosen, figure_in, formats_now, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    with_what = than if than is None or isinstance(than, Figure) else text_of(than)
    chosen("form", form, CHANGE_FORMS)
    better: Any = chosen("good", good, _GOOD)
    return said(
        lambda: statements.changes(
            figure,
            other,
            formats_now(),
            form=form,
            good=better,
            than=with_what,
            number=1 + plural,
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
    known_kind: Any = chosen("kind", kind, LIMIT_KINDS)
    chosen("form", form, LIMIT_FORMS)
    called = text_of(name)
    return said(
        lambda: statements.against(
            figure, bound, formats_now(), kind=known_kind, form=form, name=called, style=style
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
    figure, bound = figure_in("value", value)[0], figure_in("limit", limit)[0]
    return Limit(figure, bound, chosen("kind", kind, LIMIT_KINDS), text_of(name))


def pair(*limits: Limit) -> Joined:
    """Which of several limits hold: `the payback ceiling breaks, the LTV:CAC floor holds`."""
    for each in limits:
        if not isinstance(each, Limit):
            message = f"expected `limit(value, limit)` in `pair(...)`, found {described(each)}"
            raise TemplateMistakeError("TPL-008", message)
    return said(lambda: statements.pair(limits, formats_now()))


def variance(actual: Any, plan: Any) -> Joined:
    """How far a figure is over or under plan: `over plan by $12,000 (4%)`."""
    came, style = figure_in("actual", actual)
    planned, _ = figure_in("plan", plan)
    return said(lambda: statements.variance(came, planned, formats_now(), style=style))


def delivered(actual: Any, planned: Any) -> Joined:
    """What part of a plan came true: `delivered 96% of the planned 50 customers`."""
    came, style = figure_in("actual", actual)
    plan, _ = figure_in("planned", planned)
    return said(lambda: statements.delivered(came, plan, formats_now(), style=style))


def covers(needed: Any, planned: Any, noun: Any = "", *, plural: bool = False) -> Joined:
    """What something needs of what is planned: `needs 16 of the 20 planned extra customers`.

    Args:
        needed: how much has to come; its style is that of all figures in the statement.
        planned: how much is planned.
        noun: what is counted, in the singular; the noun of `planned` when left out.
        plural: whether several things need it: `need` instead of `needs`.

    """
    wanted, style = figure_in("needed", needed)
    plan, _ = figure_in("planned", planned)
    named = text_of(noun)
    return said(
        lambda: statements.covers(wanted, plan, formats_now(), noun=named, number=1 + plural, style=style)
    )


def last_step(tiers: Iterable[Any], ask: Any = None, *, ceiling: Any = None) -> Joined:
    """Which steps between tiers clear policy: `Ask is the last step that clears policy`.

    Args:
        tiers: the tiers in any order; they are put in order of spend.
        ask: the tier asked for.
        ceiling: the longest payback allowed, to say why the step to the ask does not clear.

    """
    ordered = sorted(
        (tier for tier in records_of(tiers) if _exists(tier.get("total"))), key=lambda tier: tier["total"]
    )
    asked = ask.get("id") if isinstance(ask, dict) else None
    steps = [_step(tier, is_ask=asked is not None and tier.get("id") == asked) for tier in ordered[1:]]
    bound, style = figure_in("ceiling", ceiling)
    return said(lambda: statements.last_step(steps, formats_now(), ceiling=bound, style=style))


def step_payback(tier: Any, ceiling: Any = None) -> Joined:
    """When a step pays back: `the step to Stretch pays back in 19.6 months against a ceiling of 18`.

    Args:
        tier: the tier it leads to.
        ceiling: the longest payback allowed.

    """
    [record] = records_of([tier])
    bound, style = figure_in("ceiling", ceiling)
    step = _step(record)
    return said(
        lambda: statements.step_payback(step.name, step.payback, formats_now(), ceiling=bound, style=style)
    )


def _exists(value: Any) -> bool:
    return isinstance(value, Figure) and not value.is_na


def _step(tier: dict[str, Any], *, is_ask: bool = False) -> Step:
    figures = (tier.get("derived") or {}).get("step") or {}
    headrooms = (figures.get("payback_headroom"), figures.get("ltv_cac_headroom"))
    return Step(text_of(tier.get("label", "")), headrooms, figures.get("payback"), is_ask)


def ranked(records: Iterable[Any], low: str, high: str = "", *, label: str = "label") -> Joined:
    """What has the widest range: `Win rate matters most`.

    Args:
        records: what is compared.
        low: field with the result at the low end, with dots into records inside it; with the whole range
            when `high` is left out.
        high: field with the result at the high end.
        label: field with the name.

    """
    several = records_of(records)
    names = [text_of(field_of(record, label)) for record in several]
    ends = [[figure_in(end, field_of(record, end))[0] for end in (low, high) if end] for record in several]
    return said(
        lambda: statements.ranked(
            [
                Range(name, statements.width_of(*each) if high else each[0])
                for name, each in zip(names, ends, strict=True)
            ],
            formats_now(),
        )
    )


def count(value: Any, noun: Any = "", *, words: bool = False) -> Any:
    """A count with what it counts: `no customers`, `one customer`, `16 customers`.

    Args:
        value: a figure, a whole number or a list.
        noun: what is counted, in the singular; that of the figure when left out.
        words: whether small numbers are words too.

    """
    number = amount_in(value)
    named = text_of(noun)
    if isinstance(number, int):
        if not named:
            raise TemplateMistakeError("TPL-008", 'expected a noun in `count(...)`, as in `count(3, "gate")`')
        return Joined((statements.counted_number(number, named, bank_now(), formats_now(), words=words),))
    figure, style = figure_in("value", value)
    if figure is None or figure.is_na:
        return Joined()
    return statements.counted(figure, bank_now(), formats_now(), style, noun=named, words=words)


def share_words(part: Any, whole: Any = None) -> Joined:
    """What part of a whole something is: `half`, `a third`, or `34%` where no such word is exact.

    Args:
        part: the part; a share by itself where there is no whole.
        whole: the whole.

    """
    share, of = figure_in("part", part)[0], figure_in("whole", whole)[0]
    try:
        return statements.share_words(share, of, bank_now())
    except ValueError as mistake:
        raise TemplateMistakeError("TPL-008", str(mistake)) from mistake


def begin(statement: Any) -> Joined | str:
    """The statement or text as the beginning of a sentence: its first word with a capital."""
    if isinstance(statement, str):
        return statement[:1].upper() + statement[1:]
    if not isinstance(statement, Joined):
        raise TemplateMistakeError(
            "TPL-008", f"expected a statement or a text in `begin(...)`, found {described(statement)}"
        )
    return statements.opening(statement)


STATEMENTS: dict[str, Callable[..., Any]] = {
    "changes": changes,
    "against": against,
    "limit": limit,
    "pair": pair,
    "variance": variance,
    "delivered": delivered,
    "covers": covers,
    "last_step": last_step,
    "step_payback": step_payback,
    "ranked": ranked,
    "count": count,
    "share_words": share_words,
    "begin": begin,
}
"""Statements by the name templates use."""
