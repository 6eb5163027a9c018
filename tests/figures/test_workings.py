"""The working of a figure, computed again as it is printed, comes to the figure."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path

import pytest

from alignkit.context.check import check
from alignkit.diagnostics import Report
from alignkit.figures import Figures, derive
from alignkit.formats.workings import working_text
from alignkit.source import read
from alignkit.values import Figure

CONTEXTS = Path(__file__).parent / "contexts"
EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"
NAMES = sorted(path.stem for path in CONTEXTS.glob("*.yaml") if "without-rate" not in path.stem)
SIGNS = {"\u00d7": "*", "\u2212": "-", "^": "**", ";": ","}
ROUNDINGS = {"\u230a\u230b": ROUND_FLOOR, "\u2308\u2309": ROUND_CEILING, "\u230a\u2309": ROUND_HALF_UP}


def _derived(path: Path) -> Figures:
    report = Report()
    source = read(path, report)
    assert source is not None
    context = check(source, report)
    assert context is not None
    return derive(context, report)


def _computed(parts: tuple[str | Decimal | date, ...]) -> Decimal:
    """What a working comes to, by Python's own rules of arithmetic."""
    numbers = [part for part in parts if isinstance(part, Decimal)]
    names = {f"n{index}": number for index, number in enumerate(numbers)}
    rounding = {f"round_{index}": _rounder(mode) for index, mode in enumerate(ROUNDINGS.values())}
    with localcontext() as exact:
        exact.prec = 60
        known = {"abs": abs, "min": min, "max": max, **rounding, **names}
        found = eval("".join(_tokens(parts)), known)  # noqa: S307  # made of our own signs and names only
    assert isinstance(found, Decimal | int)
    return Decimal(found)


def _rounder(mode: str) -> object:
    return lambda number: number.to_integral_value(mode)


def _tokens(parts: tuple[str | Decimal | date, ...]) -> Iterator[str]:
    """The parts as Python writes them."""
    count, is_open = 0, False
    for index, part in enumerate(parts):
        if isinstance(part, Decimal):
            yield f"(n{count})"
            count += 1
        elif part == "|":
            is_open = not is_open
            yield "abs(" if is_open else ")"
        elif part in ("\u230a", "\u2308"):
            close = next(each for each in parts[index:] if each in ("\u230b", "\u2309"))
            yield f"round_{list(ROUNDINGS).index(f'{part}{close}')}("
        elif part in ("\u230b", "\u2309"):
            yield ")"
        elif isinstance(part, str):
            yield "".join(SIGNS.get(sign, sign) for sign in part)


def _differs(figure: Figure) -> bool:
    if figure.is_na or not figure.working or figure.formula.startswith("amount in "):
        return False
    if any(isinstance(part, date) for part in figure.working):
        return False
    return abs(_computed(figure.working) - figure.amount) > max(abs(figure.amount), Decimal(1)) * Decimal(
        "1e-24"
    )


@pytest.mark.parametrize(
    "path", [EXAMPLE, *(CONTEXTS / f"{name}.yaml" for name in NAMES)], ids=lambda path: path.stem
)
def test_every_working_comes_to_its_figure(path: Path) -> None:
    figures = _derived(path)

    assert [figure.key for figure in figures.values() if _differs(figure)] == []


def test_most_derived_figures_have_a_working(figures: Figures) -> None:
    derived = [figure for figure in figures.values() if figure.formula and not figure.is_na]
    plain = [figure.key for figure in derived if not figure.working]

    assert len(derived) > 400
    assert len(plain) < len(derived) / 4


def test_a_wrong_working_is_found() -> None:
    figure = Figure("k", Decimal(5), next(iter(_derived(EXAMPLE).values())).unit, formula="a + b")
    wrong = Figure(
        figure.key, figure.value, figure.unit, formula="a + b", working=(Decimal(2), " + ", Decimal(2))
    )
    right = Figure(
        figure.key, figure.value, figure.unit, formula="a + b", working=(Decimal(2), " + ", Decimal(3))
    )

    assert _differs(wrong)
    assert not _differs(right)


ARITHMETIC: tuple[tuple[tuple[str | Decimal, ...], str], ...] = (
    (("(", Decimal(1), " + ", Decimal(2), ")", " \u00d7 ", Decimal(3)), "9"),
    ((Decimal(1), " \u2212 ", "(", Decimal(-2), ")"), "3"),
    (("|", Decimal(1), " \u2212 ", Decimal(4), "|", " + ", "|", Decimal(-1), "|"), "4"),
    (("\u2308", Decimal(7), " / ", Decimal(2), "\u2309"), "4"),
    (("\u230a", Decimal(7), " / ", Decimal(2), "\u230b"), "3"),
    (("\u230a", Decimal(7), " / ", Decimal(4), "\u2309"), "2"),
    (("min(max(", Decimal(7), "; 0); 1)"), "1"),
    ((Decimal(2), "^", Decimal(3)), "8"),
)


@pytest.mark.parametrize(("parts", "expected"), ARITHMETIC)
def test_the_recomputation_knows_the_signs(parts: tuple[str | Decimal, ...], expected: str) -> None:
    assert _computed(parts) == Decimal(expected)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("1.0833333333", "1.0833333333"),
        ("0.006412", "0.006412"),
        ("0.0730434782608695652", "0.073"),
        ("1234.5678", "1,234.57"),
        ("0.25", "0.25"),
    ],
)
def test_a_number_that_was_typed_stands_whole_in_a_working(number: str, shown: str) -> None:
    assert f"a \u00d7 {shown}" == working_text("en-US", "en", ("a \u00d7 ", Decimal(number)))
