"""All jobs in one run, with the ratios that count."""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from importlib.util import find_spec
from platform import python_implementation, python_version
from typing import TYPE_CHECKING

from . import slides, startup, with_pptxgenjs
from .clock import Timing, measure
from .contenders import CELLS, FLOOR, LINE, ROWS, TEMPLATE, WRITER, has_docxtpl, of_memo, of_table
from .effort import FULL, PATIENT, QUICK, Effort
from .same import first_difference
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .clock import Work


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 1 when texts differ, or when a target is missed and `--check` is given."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few turns: does everything run, nothing more")
    parser.add_argument("--patient", action="store_true", help="1,000 rows cell by cell too: 15 minutes more")
    parser.add_argument("--only", choices=("pages", "slides"), help="Word files or decks, and not the other")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    options = parser.parse_args(arguments)
    effort = QUICK if options.quick else PATIENT if options.patient else FULL
    _print_versions()
    wants_pages, wants_slides = options.only != "slides", options.only != "pages"
    if difference := (wants_pages and _difference()) or (wants_slides and slides.difference()):
        print(f"contenders say different things: {difference}", file=sys.stderr)
        return 1
    print("text of memo, table and deck: the same in every contender's file")
    targets = [*(_pages(effort) if wants_pages else ()), *(_decks(effort) if wants_slides else ())]
    print("\nTargets")
    for target in targets:
        print(f"  {target}")
    return int(options.check and not all(target.is_met for target in targets))


def _pages(effort: Effort) -> list[Target]:
    _one_memo(effort)
    return [*_batch(effort), *_tables(effort), *_start(effort)]


def _decks(effort: Effort) -> list[Target]:
    timings, targets = slides.batch(effort)
    _print_times(f"{effort.turns * effort.chunk} {slides.TITLE}", timings)
    lines = []
    for size in effort.slides:
        timings = slides.sized(size, effort)
        _print_times(f"A deck of {size:,} slides", timings)
        lines.append(timings[LINE])
    return [*targets, slides.growth(lines[1], lines[2], effort.slides[1:])]


def _print_versions() -> None:
    optional = [name for name in ("docxtpl", "python-pptx") if find_spec(name.replace("python-", ""))]
    names = ("alignkit", "python-docx", *optional, "jinja2", "lxml", "click")
    print(f"{python_implementation()} {python_version()}; " + ", ".join(f"{n} {version(n)}" for n in names))
    if not has_docxtpl():
        print("docxtpl is not installed, so it and the floor are left out: pip install 'alignkit[bench]'")
    if not with_pptxgenjs.is_there():
        print("PptxGenJS is left out: it wants Node, and `npm ci` in benchmarks/pptxgenjs")


def _difference() -> str:
    """The first difference between our files and another contender's."""
    for job in (of_memo(0), of_memo(1), of_table(12)):
        mine = job[LINE]()
        for name, work in job.items():
            if difference := first_difference(mine, work()):
                return f"{name}: {difference}"
    return ""


def _one_memo(effort: Effort) -> None:
    turns = ({name: (work,) for name, work in of_memo(number).items()} for number in range(effort.single))
    _print_times("One memo of three pages", measure(turns))


def _batch(effort: Effort) -> list[Target]:
    timings = measure(_turn(number, effort.chunk) for number in range(effort.turns))
    _print_times(f"{effort.turns * effort.chunk} memos in one process", timings)
    line, writer, cells = timings[LINE], timings[WRITER], timings[CELLS]
    targets = [
        Target("memo batch, whole line: times python-docx", cells.times(line), 12),
        Target("memo batch, writer alone: times python-docx", cells.times(writer), 25),
    ]
    if TEMPLATE in timings:
        targets.insert(1, Target("memo batch, whole line: times docxtpl", timings[TEMPLATE].times(line), 4))
    return targets


def _turn(number: int, size: int) -> dict[str, tuple[Work, ...]]:
    """The memos of one turn for each contender."""
    jobs = [of_memo(number * size + at) for at in range(size)]
    return {name: tuple(job[name] for job in jobs) for name in jobs[0]}


def _tables(effort: Effort) -> list[Target]:
    for rows in effort.rows:
        timings = measure(_table_turn(rows, number, effort) for number in range(effort.table_turns))
        _print_times(f"A table of {rows:,} rows and 6 columns", timings)
    _, shorter, longer = effort.rows
    growth = measure(_growth_turn(shorter, longer, number) for number in range(effort.table_turns))
    what = f"{shorter:,} to {longer:,} rows, whole line: times as long"
    return [Target(what, growth["longer"].times(growth["shorter"]), longer / shorter * 1.1, at_most=True)]


def _table_turn(rows: int, number: int, effort: Effort) -> dict[str, tuple[Work, ...]]:
    """A table for each contender; python-docx, slower with every row, is spared the longest."""
    work = of_table(rows, number)
    if rows > effort.most_by_row:
        del work[ROWS]
    if rows > effort.most_by_cell or (number and rows >= 100):  # seconds each, so once has to do
        del work[CELLS]
    return {name: (one,) for name, one in work.items()}


def _growth_turn(shorter: int, longer: int, number: int) -> dict[str, tuple[Work, ...]]:
    """Tables of the same size in all, as one and as several."""
    return {
        "shorter": tuple(of_table(shorter, 100 * number + at)[LINE] for at in range(4)),
        "longer": (of_table(longer, 100 * number + 99)[LINE],),
    }


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
    for name in (LINE, WRITER, CELLS, ROWS, TEMPLATE, slides.PYTHON, slides.NODE, FLOOR):
        if (timing := timings.get(name)) is None:
            continue
        usual, best = f"{timing.usual * 1000:.2f} ms", f"{timing.best * 1000:.2f} ms"
        print(f"  {name:<28}{usual:>13}{best:>13}{1 / timing.usual:>10.1f}{timing.times(line):>12.2f}")


if __name__ == "__main__":
    sys.exit(main())
