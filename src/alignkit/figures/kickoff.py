"""What the start of an initiative has to say in numbers: the way to each success, time to spare, approval."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from alignkit.values import NACode, Scenario, Unit

from .term import Term, absent, days_between, least, none_of, total

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from alignkit.context.kickoff import Kickoff
    from alignkit.context.plan import Milestone

    from .book import Book

_PATH_WORDS = "milestones on the critical path"


def derive_kickoff(book: Book) -> None:
    """Enter `milestone.<id>.*` for milestones of initiatives, and the figures of the kickoff.

    These are `success.<n>.*`, `deliverable.<n>.slack`, `dependency.<n>.slack` and `kickoff.*`.
    """
    milestones = book.context.milestones
    for initiative in dict.fromkeys(each.initiative for each in milestones if each.initiative):
        own = [each for each in milestones if each.initiative == initiative]
        _derive_slack(book, own)
        _derive_path(book, own)
    if (kickoff := book.context.kickoff) is not None:
        _derive_success(book, kickoff)
        _derive_handovers(book, kickoff)
        _derive_kickoff(book, kickoff)


def critical_path(milestones: Sequence[Milestone]) -> tuple[Milestone, ...]:
    """The milestones that decide the last date, in order: from the last one back to the latest it needs.

    Empty when the last one needs none of the others, since then nobody knows.
    """
    by_id = {each.id: each for each in milestones}
    path = [max(milestones, key=_by_date)] if milestones else []
    while needed := [by_id[name] for name in path[-1].needs if name in by_id] if path else []:
        latest = max(needed, key=_by_date)
        if latest in path:
            break
        path.append(latest)
    return tuple(reversed(path)) if len(path) > 1 else ()


def _by_date(milestone: Milestone) -> date:
    return milestone.date


def _next_after(milestone: Milestone, own: Sequence[Milestone]) -> Milestone | None:
    """The first milestone that waits for this one; the next by date where none says that it does."""
    waiting = [each for each in own if milestone.id in each.needs]
    later = [each for each in own if each.date > milestone.date]
    return min(waiting or later, key=_by_date, default=None)


def _derive_slack(book: Book, own: Sequence[Milestone]) -> None:
    """Enter `milestone.<id>.slack`: next milestone − finish."""
    for milestone in own:
        following = _next_after(milestone, own)
        slack = _until(milestone.date, following, f"{milestone.name} is the last milestone")
        book.put(f"milestone.{milestone.id}.slack", "Slack", Unit.DAYS, slack, owner=milestone.name)


def _until(finish: date, following: Milestone | None, reason: str) -> Term:
    if following is None:
        return absent(NACode.MISSING_INPUT, reason).named("slack")
    return days_between(finish, following.date, f"{following.name} \u2212 finish")


def _derive_path(book: Book, own: Sequence[Milestone]) -> None:
    """Enter `milestone.<id>.days_on_path`: days from one milestone of the critical path to the next."""
    path = critical_path(own)
    for milestone, following in zip_longest(path, path[1:]):
        room = _until(milestone.date, following, f"{milestone.name} ends the critical path")
        key = f"milestone.{milestone.id}.days_on_path"
        book.put(key, "Days to the next critical step", Unit.DAYS, room, owner=milestone.name)


def _derive_success(book: Book, kickoff: Kickoff) -> None:
    """Enter `success.<n>.{start, counted_from, change}`: where each measure stands, and the way to go."""
    for index, success in enumerate(kickoff.success):
        key, path = f"success.{index + 1}", f"kickoff.success[{index}].target"
        start = book.first(f"kpis.{success.kpi}.actual", f"kpis.{success.kpi}.baseline")
        unit = book.figures[path].unit
        kpi = next((kpi for kpi in book.context.kpis if kpi.id == success.kpi), None)
        owner = kpi.name if kpi else success.kpi
        book.put(f"{key}.start", "Start", unit, start, owner=owner)
        begins_anew = kpi is not None and kpi.agg == "flow" and _is_later(book, success.by)
        start = book.term(f"{key}.start")
        beginning = none_of(start, "zero at the start of its period") if begins_anew else start
        book.put(f"{key}.counted_from", "Counted from", unit, beginning, owner=owner)
        change = book.term(path) - beginning
        if begins_anew and kpi and kpi.direction == "down":
            change = _no_way(owner)
        difference = Unit.POINTS if unit is Unit.SHARE else unit
        book.put(
            f"{key}.change", "Change to success", difference, change, owner=owner, scenario=Scenario.PLAN
        )


def _is_later(book: Book, day: date) -> bool:
    """Whether a day lies in a period after the current one, where what adds up begins again from zero."""
    periods = book.context.periods
    return periods is not None and day > periods.current.end


def _no_way(name: str) -> Term:
    """The way to a success that is kept below its target: it begins at zero, which is the best there is."""
    reason = f"{name} begins its period at zero and is to stay low"
    return absent(NACode.NOT_DEFINED_FOR_DIRECTION, reason).named("change")


def _derive_handovers(book: Book, kickoff: Kickoff) -> None:
    """Enter `deliverable.<n>.slack` and `dependency.<n>.slack`: next milestone − finish."""
    own = [each for each in book.context.milestones if each.initiative == kickoff.initiative]
    for index, each in enumerate(kickoff.deliverables):
        slack = _until(each.due, _first_from(each.due, own), f"no milestone follows {each.what}")
        book.put(f"deliverable.{index + 1}.slack", "Slack", Unit.DAYS, slack, owner=each.what)
    for index, need in enumerate(kickoff.dependencies):
        waiting = next((each for each in book.context.milestones if each.id == need.for_), None)
        if need.by is None:
            slack = absent(NACode.MISSING_INPUT, f"no date is given for {need.need}").named("slack")
        else:
            reason = f"no milestone follows {need.need}"
            slack = _until(need.by, waiting or _first_from(need.by, own), reason)
        book.put(f"dependency.{index + 1}.slack", "Slack", Unit.DAYS, slack, owner=need.need)


def _first_from(day: date, own: Sequence[Milestone]) -> Milestone | None:
    return min((each for each in own if each.date >= day), key=_by_date, default=None)


def _derive_kickoff(book: Book, kickoff: Kickoff) -> None:
    """Enter `kickoff.{duration, path_slack, approval_days}`."""
    initiative = next((each for each in book.context.initiatives if each.id == kickoff.initiative), None)
    if initiative is not None:
        duration = days_between(initiative.start, initiative.end, "end \u2212 start")
        book.put("kickoff.duration", "Duration", Unit.DAYS, duration, owner=initiative.name)
    own = [each for each in book.context.milestones if each.initiative == kickoff.initiative]
    book.put("kickoff.path_slack", "Least slack on the critical path", Unit.DAYS, _tightest(book, own))
    steps = [book.term(f"kickoff.approval_path[{index}].days") for index in range(len(kickoff.approval_path))]
    words = "sum of the approval steps"
    book.put("kickoff.approval_days", "Days to approve", Unit.DAYS, total(steps, words, "approval steps"))


def _tightest(book: Book, own: Sequence[Milestone]) -> Term:
    """The fewest days between two steps of the critical path."""
    rooms = [book.term(f"milestone.{each.id}.days_on_path") for each in critical_path(own)[:-1]]
    if not rooms:
        reason = "no milestone says what it needs"
        return absent(NACode.MISSING_INPUT, reason).named(f"slack between {_PATH_WORDS}")
    return least(*rooms).named(f"least days between {_PATH_WORDS}")
