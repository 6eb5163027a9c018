"""Where in the context the words and figures of a document come from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lint_subjects import (
    HERE,
    Case,
    context_with,
    document,
    findings,
    line,
    made,
    message,
    paragraph,
    subject_with,
)

from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.figures import derive
from alignkit.lints import lint_documents
from alignkit.lints.origins import Origins, record_of
from alignkit.lints.pages import Label
from alignkit.model.blocks import Card, Cards, Heading


def paths(text: str) -> list[str]:
    """The places of a text in the worked example."""
    return [place.path for place in Origins(context_with({})).of(Label(text, None))]


def test_every_figure_is_about_a_record_of_the_context() -> None:
    blocks = {field.alias or name for name, field in Context.model_fields.items()}

    figures = derive(context_with({}), Report())

    assert len(figures) > 800
    assert set() == {key for key in figures if record_of(key).partition(".")[0] not in blocks}


@pytest.mark.parametrize(
    ("key", "record"),
    [
        ("tier.ask.cac", "budget.tiers.ask"),
        ("step.stretch.payback", "budget.tiers.stretch"),
        ("year.FY2027.gross_profit", "finance.FY2027"),
        ("issue.ISS1.overrun", "issues.ISS1"),
        ("budget.tiers.ask.total", "budget.tiers.ask.total"),
        ("finance.policy.ltv_cac_floor", "finance.policy.ltv_cac_floor"),
    ],
)
def test_a_derived_figure_is_about_its_record(key: str, record: str) -> None:
    assert record == record_of(key)


def test_a_text_is_where_the_context_has_it() -> None:
    assert ["budget.downside.story"] == paths(
        "In short: Launch slips a quarter and win rate returns to the FY2024 level. We wait."
    )


def test_the_longest_words_come_first_and_short_ones_are_chance() -> None:
    assert [] == paths("The ask and the team are here")


def test_a_sentence_with_a_figure_leads_to_its_record() -> None:
    found = findings(Case("", documents=made(document("This guarantees {tier.ask.cac}.")), audience="cfo"))

    [promise] = [each for each in found if each.code == "GEN-019"]
    assert HERE == promise.place
    assert ["budget.tiers.ask"] == [place.path for place in promise.related]


def test_a_card_with_words_of_the_context_leads_to_them() -> None:
    changes = {"budget.downside.story": "Lorem ipsum of a bad year"}
    cards = Cards((Card("Lorem ipsum of a bad year", line("1")),), HERE)

    found = findings(Case("", changes, documents=made(document(cards))))

    [leftover] = [each for each in found if each.code == "GEN-001"]
    assert ["budget.downside.story"] == [place.path for place in leftover.related]


def test_a_finding_of_a_derived_figure_has_the_line_of_its_record() -> None:
    changes = {"budget.source": None, "budget.tiers.ask.total": 2880000}
    context = subject_with(Case("", changes)).context

    found = findings(Case("", changes, documents=made(document("It is {tier.ask.total}."))))

    places = {each.place for each in found if each.code == "GEN-004"}
    assert places <= {context.place("budget.tiers.ask"), context.place("budget.tiers.ask.total")}
    assert places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("slide 3 `We lose: Launch slips a quarter and…`: the title does not fit", ["budget.downside.story"]),
        ("slide 3 `We lose: Launch…`: the title does not fit", []),
        (
            "`Launch slips a quarter and win rate returns to the FY2024 level` is too long",
            ["budget.downside.story"],
        ),
        ("slide 3: the title does not fit", []),
    ],
    ids=["cut", "cut-too-early", "whole", "nothing-quoted"],
)
def test_what_a_message_quotes_is_found_even_when_it_is_cut(text: str, expected: list[str]) -> None:
    assert expected == [place.path for place in Origins(context_with({})).quoted_in(text)]


def test_a_slide_with_too_many_words_leads_to_where_they_are() -> None:
    story = "Launch slips a quarter and win rate returns to the FY2024 level"
    blocks = (Heading(1, line("We say much"), place=HERE), paragraph(f"{story}. " + "word " * 60))

    found = findings(Case("", documents=made(document(*blocks)), is_deck=True))

    [long] = [each for each in found if each.code == "GEN-013" and "words, more than 60" in each.message]
    assert HERE == long.place
    assert ["budget.downside.story"] == [place.path for place in long.related]


def test_a_document_about_one_issue_leads_to_it_when_nothing_else_does() -> None:
    subject = subject_with(Case("", documents=made(message("word " * 221))))
    report = Report()

    lint_documents(replace(subject, issue_id="ISS1"), report)

    [long] = [each for each in report if each.code == "ESC-009"]
    assert ["issues.ISS1"] == [place.path for place in long.related]
