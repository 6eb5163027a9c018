"""Findings about words: in a template of ours they point at the context, or are nothing its reader can cure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lint_subjects import HERE, Case, document, exchange, heading, made, paragraph, subject_with

from alignkit.diagnostics import Diagnostic, Report
from alignkit.lints import lint_documents
from alignkit.model.blocks import Notes, Paragraph
from alignkit.model.document import Document
from alignkit.model.inlines import Emphasis, Text

EVIDENCE = "Rate cards of all four publishers"
OURS = " ".join(["word"] * 31) + "."
THEIRS = f"{' '.join(['word'] * 30)} {EVIDENCE.lower()}."


def found(text: Document, code: str, *, is_packaged: bool, evidence: str = EVIDENCE) -> list[Diagnostic]:
    """What a rule finds in a deck with one line of the budget that names its evidence."""
    case = Case("", {"budget.lines.paid.evidence": f"{evidence}. Two are signed."}, documents=made(text))
    subject = replace(subject_with(case), decks=frozenset({"talk"}), is_packaged=is_packaged)
    report = Report()
    lint_documents(subject, report)
    return [each for each in report if each.code == code]


@pytest.mark.parametrize("text", [OURS, THEIRS])
def test_a_long_sentence_of_a_template_of_ones_own_is_found_there(text: str) -> None:
    [long] = found(document(text), "GEN-015", is_packaged=False)

    assert long.place == HERE


def test_a_long_sentence_that_a_template_of_ours_says_by_itself_is_not_told() -> None:
    assert [] == found(document(OURS), "GEN-015", is_packaged=True)
    assert [] == found(document(f"{OURS[:-1]} {{tier.ask.total}}."), "GEN-015", is_packaged=True)


def test_a_long_sentence_with_words_of_the_context_is_told_where_they_are_written() -> None:
    [long] = found(document(THEIRS), "GEN-015", is_packaged=True)

    assert long.place is not None
    assert "budget.lines.paid.evidence" == long.place.path


def test_short_notes_of_a_template_of_ours_are_not_told() -> None:
    slide = replace(heading("Paid media costs {tier.ask.total}"), level=1)
    text = document(slide, Notes((paragraph("Say it."),), HERE))

    assert [HERE] == [each.place for each in found(text, "GEN-013", is_packaged=False)]
    assert [] == found(text, "GEN-013", is_packaged=True)


LONG_REPLY = " ".join(["word"] * 66)
SLIDE = replace(heading("Paid media costs {tier.ask.total}"), level=1)


def test_a_long_reply_of_a_template_of_ours_is_told_where_the_context_can_shorten_it() -> None:
    ours, theirs = (
        exchange("less", f"{LONG_REPLY} {OURS}"),
        exchange("less", f"{LONG_REPLY} {EVIDENCE}."),
    )
    many = exchange("less", f"{LONG_REPLY} {LONG_REPLY} {EVIDENCE}.")

    assert [HERE] == [each.place for each in found(document(ours), "SCR-011", is_packaged=False)]
    assert [] == found(document(ours), "SCR-011", is_packaged=True)
    assert [] == found(document(many), "SCR-011", is_packaged=True)
    assert [("budget.lines.paid.evidence", "take 2 words out of what you wrote")] == [
        (each.place.path if each.place else "", each.hint)
        for each in found(document(theirs), "SCR-011", is_packaged=True)
    ]


def test_words_of_the_context_that_alone_are_too_many_are_told_however_many_they_are() -> None:
    own = " ".join(f"page{number}" for number in range(120))

    for words, count in ((f"{own}.", 50), (f"{LONG_REPLY} {own}.", 116)):
        text = document(exchange("less", words.replace(own, own.capitalize())))
        told = found(text, "SCR-011", is_packaged=True, evidence=own.capitalize())

        assert [("budget.lines.paid.evidence", f"take {count} words out of what you wrote")] == [
            (each.place.path if each.place else "", each.hint) for each in told
        ]


@pytest.mark.parametrize(
    "note", ["Grey: older than its rhythm allows (the ledger, 31 March 2025).", "n/a: no margin."]
)
def test_a_line_that_says_why_a_figure_is_grey_counts_no_words_of_its_slide(note: str) -> None:
    body, grey = " ".join(["word"] * 60), Paragraph((Emphasis((Text(note),)),), HERE)
    text = document(SLIDE, paragraph(body), grey)
    words = replace(text.words, stale="Grey: older than its rhythm allows ({sources}).")

    assert [] == found(replace(text, words=words), "GEN-013", is_packaged=False)
    assert 1 == len(found(document(SLIDE, paragraph(f"{body} more")), "GEN-013", is_packaged=False))


def test_a_promise_in_a_template_of_ours_is_told_where_the_context_makes_it() -> None:
    theirs = f"{EVIDENCE} guarantee {{tier.ask.new_customers}} customers."

    assert [HERE] == [each.place for each in found(document(theirs), "GEN-019", is_packaged=False)]
    assert [] == found(document(theirs), "GEN-019", is_packaged=True)
    assert ["budget.lines.paid.evidence"] == [
        each.place.path
        for each in found(document(theirs), "GEN-019", is_packaged=True, evidence=f"{EVIDENCE} guarantee")
        if each.place
    ]
