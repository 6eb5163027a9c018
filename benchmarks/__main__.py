"""All jobs in one run, with the ratios that count."""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from platform import python_implementation, python_version
from typing import TYPE_CHECKING

from . import startup
from .clock import Timing, measure
from .contenders import CELLS, FLOOR, LINE, ROWS, TEMPLATE, WRITER, has_docxtpl, of_memo, of_table
from .effort import FULL, QUICK, Effort
from .same import first_difference
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when texts differ, or when a target is missed and `--check` is given."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few turns: does everything run, nothing more")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    options = parser.parse_args(arguments)
    effort = QUICK if options.quick else FULL
    _print_versions()
    if difference := _difference():
        print(f"contenders say different things: {difference}", file=sys.stderr)
        return 1
    print("text of memo and table: the same in every contender's file")
    targets = [*_one_memo(effort), *_batch(effort), *_tables(effort), *_start(effort)]
    print("\nTargets")
    for target in targets:
        print(f"  {target}")
    return int(options.check and not all(target.is_met for target in targets))


def _print_versions() -> None:
    names = ("alignkit", "python-docx", *(("docxtpl",) if has_docxtpl() else ()), "jinja2", "lxml", "click")
    print(f"{python_implementation()} {python_version()}; " + ", ".join(f"{n} {version(n)}" for n in names))
    if not has_docxtpl():
        print("docxtpl is not installed, so it and the floor are left out: pip install 'alignkit[bench]'")


def _difference() -> str:
    """The first difference between our files and another contender's."""
    for job in (of_memo(0), of_memo(1), of_table(30)):
        mine = job[LINE]()
        for name, work in job.items():
            if difference := first_difference(mine, work()):
                return f"{name}: {difference}"
    return ""


def _one_memo(effort: Effort) -> list[Target]:
    turns = [{name: (work,) for name, work in of_memo(number).items()} for number in range(effort.single)]
    _print_times("One memo of three pages", measure(turns))
    return []


def _batch(effort: Effort) -> list[Target]:
    turns = []
    for turn in range(effort.turns):
        jobs = [of_memo(turn * effort.chunk + at) for at in range(effort.chunk)]
        turns.append({name: tuple(job[name] for job in jobs) for name in jobs[0]})
    timings = measure(turns)
    _print_times(f"{effort.turns * effort.chunk} memos in one process", timings)
    line, writer, cells = timings[LINE], timings[WRITER], timings[CELLS]
    targets = [
        Target("memo batch, whole line: times python-docx", cells.times(line), 12),
        Target("memo batch, writer alone: times python-docx", cells.times(writer), 25),
    ]
    if TEMPLATE in timings:
        targets.insert(1, Target("memo batch, whole line: times docxtpl", timings[TEMPLATE].times(line), 4))
    return targets


def _tables(effort: Effort) -> list[Target]:
    lines: dict[int, Timing] = {}
    for rows, turns in effort.tables:
        work = of_table(rows)
        if rows > effort.rows_by_cell:
            del work[CELLS]
            print(
                f"\n(python-docx cell by cell is left out from here: its time grows with the square of the rows)"
            )
        timings = measure([{name: (one,) for name, one in work.items()}] * turns)
        _print_times(f"A table of {rows:,} rows and 6 columns", timings)
        lines[rows] = timings[LINE]
    (_, _), (shorter, _), (longer, _) = effort.tables
    growth = lines[longer].best / lines[shorter].best
    factor = longer // shorter
    return [
        Target(
            f"{shorter:,} to {longer:,} rows, whole line: times as long", growth, factor * 1.1, at_most=True
        )
    ]


def _start(effort: Effort) -> list[Target]:
    seconds = startup.measure(effort.starts)
    bare, own = seconds["bare click --help"], seconds["alignkit --help"]
    print("\nStart of the program")
    for name, each in seconds.items():
        print(f"  {name:<28}{each * 1000:>10.1f} ms{each / bare:>10.2f} x bare click")
    return [Target("--help: times as long as a bare click program", own / bare, 1.5, at_most=True)]


def _print_times(title: str, timings: Mapping[str, Timing]) -> None:
    line = timings[LINE]
    print(f"\n{title}\n  {'':<28}{'median':>13}{'best':>13}{'a second':>10}{'x our line':>12}")
    for name in (LINE, WRITER, CELLS, ROWS, TEMPLATE, FLOOR):
        if (timing := timings.get(name)) is None:
            continue
        usual, best = f"{timing.usual * 1000:.2f} ms", f"{timing.best * 1000:.2f} ms"
        print(f"  {name:<28}{usual:>13}{best:>13}{1 / timing.usual:>10.1f}{timing.times(line):>12.2f}")


if __name__ == "__main__":
    sys.exit(main())
