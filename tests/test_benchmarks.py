"""The benchmarks run, and their contenders make the same documents; how fast they are is asserted nowhere."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from benchmarks import __main__ as command
from benchmarks.clock import Timing, measure
from benchmarks.contenders import CELLS, FLOOR, LINE, ROWS, TEMPLATE, WRITER, of_memo, of_table
from benchmarks.effort import Effort
from benchmarks.memo import memo, percent, printed, shown
from benchmarks.notation import Span, spans
from benchmarks.same import first_difference, texts
from benchmarks.targets import Target

PEERS = [
    WRITER,
    CELLS,
    ROWS,
    *(
        pytest.param(
            name, marks=pytest.mark.skipif(find_spec("docxtpl") is None, reason="docxtpl is missing")
        )
        for name in (TEMPLATE, FLOOR)
    ),
]


@pytest.mark.parametrize("peer", PEERS)
def test_every_contender_says_the_same(peer: str) -> None:
    for job in (of_memo(3), of_table(4)):
        mine, theirs = job[LINE](), job[peer]()

        assert first_difference(mine, theirs) == ""


def test_a_difference_is_noticed() -> None:
    job = of_memo(0)
    one, other = job[LINE](), of_memo(1)[LINE]()

    assert first_difference(one, other).startswith("'Iberia keeps its plan with ")
    assert first_difference(one, of_table(2)[LINE]()) != ""


def test_a_memo_is_a_realistic_document() -> None:
    said = texts(of_memo(0)[CELLS]())

    assert said[0] == "Business memo"
    assert len(said) > 150
    assert sum(len(text.split()) for text in said) > 500


def test_values_differ_from_memo_to_memo_and_stay_the_same_for_one() -> None:
    assert memo(5) == memo(5)
    assert memo(5).values != memo(6).values
    assert printed(memo(5)).lines != printed(memo(6)).lines


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ask", 371_000, "$371,000"),
        ("share", 0.148, "14.8%"),
        ("share", 0.21, "21%"),
        ("talks", 4210, "4,210"),
        ("region", "Iberia", "Iberia"),
    ],
)
def test_values_are_printed_as_the_formatter_prints_them(
    name: str, value: int | float | str, expected: str
) -> None:
    assert expected == shown(name, value)


def test_a_tenth_of_a_percent_survives_binary_fractions() -> None:
    assert percent(0.285) == "28.5%"


def test_notation_is_taken_apart() -> None:
    assert spans("a **b** [c](d)") == (Span("a "), Span("b", bold=True), Span(" "), Span("c", address="d"))


def test_ratios_are_taken_turn_by_turn() -> None:
    assert Timing((2.0, 30.0, 4.0)).times(Timing((1.0, 10.0, 2.0))) == 2.0


def test_turns_are_counted_for_each_piece_of_work() -> None:
    done: list[str] = []

    timings = measure([{"one": (lambda: done.append("a"),) * 3, "two": (lambda: done.append("b"),)}] * 2)

    assert done == ["a", "a", "a", "b"] * 2
    assert {name: len(timing.turns) for name, timing in timings.items()} == {"one": 2, "two": 2}


@pytest.mark.parametrize(
    ("target", "met"),
    [
        (Target("", 12.0, 12), True),
        (Target("", 11.9, 12), False),
        (Target("", 1.5, 1.5, at_most=True), True),
        (Target("", 1.6, 1.5, at_most=True), False),
    ],
)
def test_a_target_is_met_or_missed(target: Target, met: bool) -> None:
    assert met == target.is_met


def test_the_command_runs_every_job(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "QUICK", Effort(1, 1, 1, (2, 4, 8), 1, 2, 4, 1, (2, 3, 4)))

    code = command.main(["--quick"])

    printed_text = capsys.readouterr().out
    assert code == 0
    for title in (
        "One memo of three pages",
        "1 memos in one process",
        "A table of 8 rows",
        "Start of",
        "1 decks of 12 slides",
        "A deck of 4 slides",
        "Targets",
    ):
        assert title in printed_text


def test_a_missed_target_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_difference", lambda: "")
    monkeypatch.setattr(command, "_one_memo", lambda effort: None)
    monkeypatch.setattr(command, "_batch", lambda effort: [Target("speed", 1.0, 2)])
    monkeypatch.setattr(command, "_tables", lambda effort: [])
    monkeypatch.setattr(command, "_start", lambda effort: [])
    monkeypatch.setattr(command, "_decks", lambda effort: [])

    assert command.main(["--quick"]) == 0
    assert command.main(["--quick", "--check"]) == 1


def test_contenders_that_say_different_things_are_not_compared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "first_difference", lambda one, other: "'a' is not 'b'")

    assert command.main(["--quick"]) == 1
    assert capsys.readouterr().err == f"contenders say different things: {LINE}: 'a' is not 'b'\n"
