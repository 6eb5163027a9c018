"""Statements about steps, limits, plans and ranks hold for whatever they are made from."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from sentence_checker import number, ugly
from sentences import figure, formats_of, said

from alignkit.statements import Limit, Range, Step, covers, delivered, last_step, pair, ranked, variance
from alignkit.values import Unit

NAMES = "ABCDEF"
ROOMS = st.one_of(st.none(), st.sampled_from(["-2", "-0.01", "0", "0.01", "3"]).map(Decimal))
FORMATS = formats_of()


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """Up to five steps, some of them unknown, with or without one that is asked for."""
    rooms = draw(st.lists(st.tuples(ROOMS, ROOMS), max_size=5))
    asked = draw(st.integers(-1, 5))
    return [
        Step(
            NAMES[at],
            (figure(payback, Unit.MONTHS, "p"), figure(floor, Unit.TIMES, "f")),
            figure(None if payback is None else 18 - payback, Unit.MONTHS, "months"),
            is_ask=at == asked,
        )
        for at, (payback, floor) in enumerate(rooms)
    ]


def clears(step: Step, measures: list[int]) -> bool | None:
    """Whether a step clears policy, told anew."""
    values = [step.headrooms[at] for at in measures]
    known = [each.amount for each in values if each is not None and not each.is_na]
    if any(value < 0 for value in known):
        return False
    return True if len(known) == len(values) else None


@settings(max_examples=200, deadline=None)
@given(steps())
def test_what_is_said_of_steps(several: list[Step]) -> None:
    measures = [at for at in (0, 1) if any(not s.headrooms[at].is_na for s in several if s.headrooms[at])]  # type: ignore[union-attr] # asked
    verdicts = {step.name: clears(step, measures) for step in several}
    text = said(last_step(several, FORMATS, ceiling=figure(18, Unit.MONTHS, "c")))

    if text == "no step clears policy":
        assert set(verdicts.values()) == {False}
    elif text == "every step clears policy":
        assert set(verdicts.values()) == {True}
    elif found := re.fullmatch(r"(\w) is the last step that clears policy", text):
        order = "".join(name for name in verdicts)
        at = order.index(found[1])
        assert all(verdicts[name] is (order.index(name) <= at) for name in order)
    elif found := re.fullmatch(
        r"the steps? to (.+?) clears? policy, the steps? to (.+?) do(?:es)? not", text
    ):
        assert re.findall(r"\b[A-F]\b", found[1]) == [name for name, verdict in verdicts.items() if verdict]
        assert re.findall(r"\b[A-F]\b", found[2]) == [
            name for name, verdict in verdicts.items() if verdict is False
        ]
        assert None not in verdicts.values()
    elif found := re.fullmatch(r"the step to (\w) clears policy", text):
        assert verdicts[found[1]] is True
    elif found := re.fullmatch(r"the step to (\w) (?:does not clear policy|pays back .+)", text):
        assert verdicts[found[1]] is False
    else:
        assert text == ""
        assert not several or None in verdicts.values() or not measures


LIMITS = st.lists(
    st.tuples(st.sampled_from(["12", "17.99", "18", "18.01", "21"]), st.sampled_from(["ceiling", "floor"])),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(LIMITS)
def test_what_is_said_of_limits(drawn: list[tuple[str, str]]) -> None:
    bound = figure(18, Unit.MONTHS, "limit")
    limits = [
        Limit(figure(value, Unit.MONTHS), bound, kind, NAMES[at])  # type: ignore[arg-type] # a kind
        for at, (value, kind) in enumerate(drawn)
    ]
    held = {
        NAMES[at]: (Decimal(value) <= 18 if kind == "ceiling" else Decimal(value) >= 18)
        for at, (value, kind) in enumerate(drawn)
    }

    text = said(pair(limits, FORMATS))

    if re.fullmatch(r"(both|all) limits (hold|break)", text):
        assert set(held.values()) == {text.endswith("hold")}
        assert len(held) > 1
        assert text.startswith("both") == (len(held) == 2)
    else:
        told = {}
        for clause in re.findall(r".+?(?:holds?|breaks?)(?:, |$)", text):
            for name in re.findall(r"the ([A-F]) (?:ceiling|floor)", clause):
                told[name] = "hold" in clause
        assert held == told


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_what_is_said_of_plans(actual: int, planned: int, halved: bool) -> None:
    came = figure(Decimal(actual) / (2 if halved else 1), Unit.COUNT, noun="customer")
    plan = figure(planned, Unit.COUNT, "plan", noun="customer")

    over = said(variance(came, plan, FORMATS))
    assert (came.amount > planned) == over.startswith("over plan by ")
    assert (came.amount < planned) == over.startswith("under plan by ")
    assert (came.amount == planned) == (over == "exactly on plan")

    some = said(delivered(came, plan, FORMATS))
    assert ("more than planned" in some) == (came.amount > planned > 0)
    if found := re.match(r"delivered ([\d.]+)% of", some):
        assert abs(Decimal(found[1]) - 100 * came.amount / planned) <= Decimal("0.05")

    need = said(covers(came, plan, FORMATS))
    assert (", " in need and " more than the " in need) == (came.amount > planned > 0)
    if found := re.match(r"needs ([\d.]+) of the (\S+) planned", need):
        assert Decimal(found[1]) == came.amount < planned
    assert [] == [*ugly(over), *ugly(some), *ugly(need)]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.integers(-20, 20), st.none()), max_size=5))
def test_what_is_said_to_matter_most(drawn: list[int | None]) -> None:
    ranges = [Range(NAMES[at], figure(width, key=f"w{at}")) for at, width in enumerate(drawn)]
    widths = {NAMES[at]: abs(width) for at, width in enumerate(drawn) if width is not None}

    text = said(ranked(ranges, FORMATS))

    if text.endswith(("matters most", "matter most, and alike")):
        widest = [name for name, width in widths.items() if width == max(widths.values())]
        assert widest == re.findall(r"\b[A-F]\b", text)
    elif text == "all matter alike":
        assert len(set(widths.values())) == 1
    elif text:
        assert text == "none of them moves the result"
        assert set(widths.values()) == {0}
    else:
        assert len(widths) < len(drawn) or not drawn


def test_numbers_are_read_as_a_reader_does() -> None:
    assert Decimal("2880000") == number("2,88 Mio. €", "de").value
    assert Decimal("-2880000") == number("\u2212$2.88M", "en").value
