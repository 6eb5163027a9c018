"""What stands on the screen before an answer: how far it is, the question, why, and what may be written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from alignkit.context.shape import meanings_of

from .defaults import default_of
from .effort import is_short, minutes, weight
from .holding import taken_up
from .numbering import as_typed, locale_of
from .offers import choices
from .order import about, at, holds, shape_of_path
from .question_words import Words
from .replies import left_out
from .session import questions
from .wording import WHY, a, format_of, one_of, worded, words_for
from .yaml_text import in_brackets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.context.shape import Shape
    from alignkit.source import Data

    from .questions import Question
    from .session import State

MOST_CHOICES = 20
MOST_MISSING = 8
_COMMANDS = (
    "`back` asks the one before again, `later` leaves it for another day, `quit` ends for now",
    "`back` goes no further than the first answer of today; older ones are changed in the file",
    "everything answered so far is in the file",
)
_RECORD_NAMES = ("name", "label", "title", "statement", "text", "task", "event", "cause", "id")


class Line(NamedTuple):
    """A line of the screen."""

    text: str
    style: str = ""
    """A name of a style; empty for plain text."""


def shown(question: Question, state: State, open_now: Sequence[Question]) -> list[Line]:
    """The lines of a question."""
    lines = [Line(""), Line(progress(state, open_now), "dim")]
    if question.fault:
        lines.append(Line(f"what stands there does not do: {question.fault}", "yellow"))
    lines.append(Line(asked(question, state), "bold"))
    if question.ask == "another":
        return lines
    if why := _why(question):
        lines.append(Line(f"  why: {why}"))
    lines += [Line(f"  {number} {each.id}{f'  {each.label}' if each.label else ''}")
              for number, each in enumerate(choices(question, state)[:MOST_CHOICES], start=1)]  # fmt: skip
    lines += [
        Line(f"  {text}", "dim")
        for text in (*_hints(question, state), _leaving(question, state, open_now))
        if text
    ]
    return lines


def _why(question: Question) -> str:
    """Why it is asked: the reason of the kind, or what it belongs to; empty for what is only useful."""
    if why := question.why or WHY.get(question.about, ""):
        return why
    if not question.needed or question.fault:
        return ""
    inside = [about(question.target[:count]) for count in range(len(question.target))]
    ones = [one_of(path) for path in inside if one_of(path) != "entry"]
    return f"{a(ones[-1])} is not complete without it" if ones else "the file cannot be read without it"


def progress(state: State, open_now: Sequence[Question]) -> str:
    """How far it is: `3 of 14, about 6 minutes left`."""
    needed = [each for each in open_now if each.stage < 2]
    rest = needed or open_now
    data = state.manuscript.source.data
    left = minutes(rest, data)
    time = f"about {left} minute{'s' if left != 1 else ''} left"
    number = state.answered + 1
    total = state.answered + sum(weight(each, data) for each in rest)
    if needed:
        more = minutes((each for each in open_now if each.stage == 2), data)
        return f"{number} of {total}, {time}" + (f", then {more} for what makes it better" if more else "")
    return f"nothing more is needed; {len(rest)} more to make it better, {time}"


def asked(question: Question, state: State) -> str:
    """The question in words, with the record it is about."""
    if question.ask == "another":
        default = "Y/n" if is_short(question, state.manuscript.source.data) else "y/N"
        return f"Another {one_of(about(question.steps))}? [{default}]"
    text = _words(question).ask
    whose = _whose(question, state)
    if question.about == "budget.lines[][]":
        text = f"Amount at the level {_tier(question, state)}"
    if question.ask == "entry" and holds(state.manuscript.source.data, question.steps):
        text = f"{text} The next one"
    return f"{whose}: {text[:1].lower()}{text[1:]}" if whose else text


def _words(question: Question) -> Words:
    if question.own:
        return worded(question.own.words, question.shape)
    steps = question.steps if question.ask == "entry" else question.target
    return words_for(about(steps), str(steps[-1]), shape_of_path(steps[:-1]).block, question.shape)


def _whose(question: Question, state: State) -> str:
    """What people call the record a question is about; empty for what stands alone."""
    data = state.manuscript.source.data
    for above in range(len(question.steps) - 1, 0, -1):
        if isinstance(question.steps[above - 1], int) or about(question.steps[:above]) == "sources[]":
            record = at(data, question.steps[:above])
            return next((str(at(record, (key,))) for key in _RECORD_NAMES if holds(record, (key,))), "")
        if about(question.steps[:above]) == "finance[]":
            return str(question.steps[above - 1])
    return ""


def _tier(question: Question, state: State) -> str:
    data = state.manuscript.source.data
    tiers = at(data, ("budget", "tiers"))
    found = [
        each for each in (tiers if isinstance(tiers, list) else []) if at(each, ("id",)) == question.steps[-1]
    ]
    return str(at(found[0], ("label",)) or question.steps[-1]) if found else str(question.steps[-1])


def _hints(question: Question, state: State) -> list[str]:
    words, shape = _words(question), question.shape
    example = f"such as {words.example}" if words.example and not choices(question, state) else ""
    form = ", ".join(part for part in (format_of(shape), example) if part)
    hints = [words.note, _in_own_marks(form, shape, state)]
    if shape.is_list and shape.item and shape.item.ref:
        hints.append("one or several numbers, such as 1, 3")
    if (shape.ref or (shape.item and shape.item.ref)) and question.about != "meta.author":
        one = one_of(shape.ref or (shape.item.ref if shape.item else ""))
        hints.append(f"or write: new and the name of another {one}" if choices(question, state) else "")
    hints.append(_left_to_spread(question, state))
    return hints


def _in_own_marks(text: str, shape: Shape, state: State) -> str:
    """What a number may look like, with the marks of the context's locale."""
    is_number = shape.unit is not None or shape.expected == "a number"
    return as_typed(text, locale_of(state.manuscript.source.data)) if is_number else text


def _left_to_spread(question: Question, state: State) -> str:
    """How much of a level's total no line has yet."""
    if question.about != "budget.lines[][]":
        return ""
    data, tier = state.manuscript.source.data, str(question.steps[-1])
    lines, tiers = at(data, ("budget", "lines")), at(data, ("budget", "tiers"))
    totals = [at(each, ("total",)) for each in _list(tiers) if at(each, ("id",)) == tier]
    amounts = [_number(at(each, (tier,))) for each in _list(lines)]
    if not totals or not _number(totals[0]):
        return ""
    left = _number(totals[0]) - sum(amounts)
    said = f"{_number(totals[0]):,} in all, {left:,} not in a line yet"
    return as_typed(said, locale_of(data))


def _number(value: Data) -> Decimal:
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else Decimal(0)


def _list(data: Data) -> list[Data]:
    return data if isinstance(data, list) else []


def _leaving(question: Question, state: State, open_now: Sequence[Question]) -> str:
    """What a bare Enter does."""
    default = default_of(question, state)
    if default is not None and question.ask == "value":
        return f"Enter writes {in_brackets(default)}"
    if question.ask in ("entry", "record") and holds(state.manuscript.source.data, question.steps):
        return "Enter when that is all"
    return "" if question.needed else f"Enter skips it{_what_goes_with(question, state, open_now)}"


def _what_goes_with(question: Question, state: State, open_now: Sequence[Question]) -> str:
    """The questions that are not asked when this one is skipped; empty for none."""
    path = left_out(state, question)
    others = [each for each in open_now if each.wish == path and each.steps != question.steps]
    if path != question.wish or not others:
        return ""
    first = asked(others[0], state)
    rest = f" and {len(others) - 1} more" if len(others) > 1 else ""
    return f", with all of `{path}`: {first}{rest}; `later` skips this question alone"


def explained(question: Question, state: State) -> list[Line]:
    """More about a question, for `?`."""
    path = ".".join(str(step) for step in question.target if not isinstance(step, int))
    words, block = _words(question), shape_of_path(question.target[:-1]).block
    meaning = meanings_of(block).get(str(question.target[-1]), "") if block else ""
    lines = [f"it is written to `{path}`" + (f": {meaning.rstrip('.')}" if meaning else "")]
    if why := _why(question):
        lines.append(f"it is asked because: {why}")
    if words.example:
        answer = _in_own_marks(words.example, question.shape, state)
        lines.append(f"somebody else answered: {answer}")
    return [Line(f"  {text}") for text in (*lines, *_COMMANDS)]


def what_is_open(state: State) -> list[Line]:
    """The open questions alone, one a line."""
    state = replace(state, manuscript=taken_up(state.manuscript)[1])
    return [
        Line(f"{'needed' if each.stage < 2 else 'better'}  {_path(each)}: {asked(each, state)}")
        for each in questions(state)
    ]


def what_is_missing(state: State) -> list[Line]:
    """What the kind still cannot be made without: the first questions, and how many more there are."""
    needed = [each for each in questions(state) if each.needed]
    lines = [Line(f"  {asked(each, state)}") for each in needed[:MOST_MISSING]]
    more = len(needed) - MOST_MISSING
    return [*lines, Line(f"  and {more} more")] if more > 0 else lines


def _path(question: Question) -> str:
    return question.about if question.ask == "record" else ".".join(map(str, question.steps))
