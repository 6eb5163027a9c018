"""Titles of slides."""

from __future__ import annotations

import pytest
from deck_samples import THEME, heading, laid_out, paragraph, text

from alignkit.diagnostics import Diagnostic, Report, Severity
from alignkit.layout.titles import titles
from alignkit.model.blocks import Heading
from alignkit.model.deck import Layout
from alignkit.model.inlines import Inline, Shown, Text
from alignkit.showing import plain

CONTINUED = "{title} ({part} of {parts})"
LONG = "Enterprise share of new ARR moves from 41 to 52 percent by December because sales and marketing agree"


def shown(wanted: list[str], continued: str = CONTINUED) -> list[str]:
    found = titles([(Layout.BULLETS, text(each)) for each in wanted], THEME, continued)
    return [plain(each.body.lines[0].inlines) for each in found]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "b", "A"], ["a (1 of 2)", "b", "A (2 of 2)"]),
        (["a", "a ", " a"], ["a (1 of 3)", "a  (2 of 3)", " a (3 of 3)"]),
        (["a", "a", "a (1 of 2)"], ["a (1 of 3)", "a (2 of 3)", "a (1 of 2) (3 of 3)"]),
        (["a (1 of 2)", "a", "a", "b"], ["a (1 of 2) (1 of 3)", "a (2 of 3)", "a (3 of 3)", "b"]),
    ],
)
def test_titles_that_would_be_alike_are_numbered(wanted: list[str], expected: list[str]) -> None:
    assert expected == shown(wanted)


def test_a_wording_without_its_marks_is_not_taken() -> None:
    assert ["a (1/2)", "a (2/2)"] == shown(["a", "a"], "{title} continued")
    assert ["2: a", "2: a"] != shown(["a", "a"], "{parts}: {title}")


def test_long_titles_that_begin_alike_stay_apart() -> None:
    found = shown([LONG * 3 + " one", LONG * 3 + " two"])

    assert 2 == len(set(found))
    assert [True, True] == [each.endswith(f"… ({part} of 2)") for part, each in enumerate(found, 1)]


def test_a_title_keeps_its_figures() -> None:
    inlines: tuple[Inline, ...] = (Text("We ask for "), Shown("$5", "budget.ask"))

    found = titles([(Layout.BULLETS, inlines)] * 2, THEME, CONTINUED)

    assert (*inlines, Text(" (2 of 2)")) == found[1].body.lines[0].inlines


def test_a_figure_stays_with_its_unit_and_a_date_stays_whole() -> None:
    title: tuple[Inline, ...] = (
        Text("Payback is "),
        Shown("17.4 months", "tier.ask.payback"),
        Text(" by "),
        Text("Fri, Dec 11"),
        Text(", 3 of 4 "),
        Text("as said by"),
        Shown(" the whole of the management board", "custom.said"),
    )

    (found,) = titles([(Layout.BULLETS, title)], THEME, CONTINUED)

    said = "Payback is 17.4\u00a0months by Fri,\u00a0Dec\u00a011, 3 of 4 as said by the whole of the management board"
    assert said == plain(found.body.lines[0].inlines)


def test_a_title_gets_smaller_then_it_is_cut_and_told() -> None:
    report = Report()

    usual, small, cut = laid_out(
        heading("Short"),
        paragraph("a"),
        heading(f"{LONG} on one list of accounts that both of the"),
        paragraph("b"),
        heading(LONG * 2),
        paragraph("c"),
        report=report,
    ).slides[1:]

    assert [28, 27, 26] == [slide.filled[0].content.text_pt for slide in (usual, small, cut)]  # type: ignore[union-attr]  # titles are text
    assert LONG * 2 == plain(cut.notes[0].inlines)  # type: ignore[union-attr]  # notes of a deck are paragraphs
    name = "Enterprise share of new ARR moves from 41 to 52 percent by…"
    place = heading("").place
    message = f"slide 4 `{name}`: the title does not fit at its smallest size"
    hint = "shorten it; on the slide it is cut, and the notes hold the whole of it"
    assert [Diagnostic("GEN-014", Severity.ERROR, message, place, hint)] == list(report)


def test_a_slide_without_a_title_is_called_after_its_deck() -> None:
    deck = laid_out(Heading(1, ()), paragraph("Text."))

    assert "Kind of deck" == plain(deck.slides[1].filled[0].content.lines[0].inlines)  # type: ignore[union-attr]  # titles are text
