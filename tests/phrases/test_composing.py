"""A record with its slots filled, and the same words in another spelling."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.formats import Formats
from alignkit.model.draft import Cited, Joined, Styled
from alignkit.patterns import read_pattern
from alignkit.phrases import Filling, Phrase, composed, load_phrases, spelled
from alignkit.showing import plain, show

FORMATS = Formats("en-US", date(2026, 11, 20), "en")
IMPACT = Cited("sales took 34 of 40 accounts", "people.reviews[0].evidence.S1.impact", "r1")


def phrase(text: str) -> Phrase:
    pattern = read_pattern(text)
    assert pattern is not None
    return Phrase("r1", "review", "core", {"": pattern}, {"": text})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Impact}, as agreed.", "Sales took 34 of 40 accounts, as agreed."),
        ("As agreed: {impact}.", "As agreed: sales took 34 of 40 accounts."),
        ("{Impact}[, so {goal}].", "Sales took 34 of 40 accounts."),
        ("{Impact}[ on {date}].", "Sales took 34 of 40 accounts on July 22."),
    ],
)
def test_words_around_facts(text: str, expected: str) -> None:
    facts: dict[str, Filling] = {"impact": IMPACT, "date": Joined((Styled(date(2026, 7, 22), "day"),))}

    assert plain(show(composed(phrase(text), facts), FORMATS)) == expected


def test_facts_stay_facts() -> None:
    shown = show(composed(phrase("{Impact}, as agreed."), {"impact": IMPACT}), FORMATS)

    assert shown[0].key == IMPACT.key  # type: ignore[union-attr]
    assert shown[0].phrase == "r1"  # type: ignore[union-attr]


def test_markup_in_a_fact_is_text() -> None:
    hostile = Cited("we *saved* | <b>40</b> {{ 7*7 }}", "k")

    assert plain(show(composed(phrase("Then {impact}."), {"impact": hostile}), FORMATS)) == (
        "Then we *saved* | <b>40</b> {{ 7*7 }}."
    )


def test_each_address_has_its_words() -> None:
    words = {"Sie": "Sie haben {impact}.", "du": "Du hast {impact}."}
    patterns = {address: pattern for address, text in words.items() if (pattern := read_pattern(text))}
    both = replace(phrase("x"), texts=patterns, written=words)

    assert plain(show(composed(both, {"impact": "gezählt"}, "du"), FORMATS)) == "Du hast gezählt."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Organize the program by behavior.", "Organise the programme by behaviour."),
        ("{behaviour} stays {organize}", "{behaviour} stays {organize}"),
        ("A size and a prize.", "A size and a prize."),
    ],
)
def test_british_spelling_leaves_slots_alone(text: str, expected: str) -> None:
    assert (
        spelled(text, {"organize": "organise", "program": "programme", "behavior": "behaviour"}) == expected
    )


def test_british_phrases_have_no_american_word_left() -> None:
    report = Report()
    british = load_phrases(Catalogue().banks(), "en-GB", report)
    american = load_phrases(Catalogue().banks(), "en-US", report)

    assert [each.message for each in report] == []
    assert british.phrases.keys() == american.phrases.keys()
    changed = [
        name for name in american.phrases if british.phrases[name].written != american.phrases[name].written
    ]
    assert changed
    assert ("Planning and prioritization", "Planning and prioritisation") == tuple(
        each.competencies["planning"].name for each in (american, british)
    )
    for each in british.phrases.values():
        for text in each.written.values():
            assert not {"program", "organize", "prioritize", "color", "behavior", "center"} & set(
                text.lower().split()
            )
