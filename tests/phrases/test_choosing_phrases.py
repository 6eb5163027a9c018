"""The same choice each time, and no record twice while another is left."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from alignkit.patterns import read_pattern
from alignkit.phrases import Choice, Phrase, PhraseBook, Wish, choose, fits, reasons


def phrase(name: str, text: str = "{Impact}, which counts.", **fields: object) -> Phrase:
    pattern = read_pattern(text)
    assert pattern is not None
    return replace(
        Phrase(name, "review", "core", {"": pattern}, {"": text}, band="on", purpose="recognise"),
        **fields,  # type: ignore[arg-type]
    )


def wish(key: str, document: str = "", **fields: object) -> Wish:
    usual = Wish(
        key,
        document or key,
        "review",
        "core",
        frozenset({"impact", "situation"}),
        band="on",
        purpose="recognise",
    )
    return replace(usual, **fields)  # type: ignore[arg-type]


def book(*phrases: Phrase) -> PhraseBook:
    return PhraseBook("en", {each.id: each for each in phrases})


SIX = book(*(phrase(f"p{index}") for index in range(6)))


def taken(choices: dict[tuple[str, str], Choice]) -> list[str]:
    return [choice.phrase.id for choice in choices.values()]


def test_the_same_wishes_give_the_same_phrases() -> None:
    wishes = [wish(f"k{index}") for index in range(4)]

    assert taken(choose(wishes, SIX, "H2-2026")) == taken(choose(wishes, SIX, "H2-2026"))


def test_another_cycle_takes_another_order() -> None:
    wishes = [wish(f"k{index}") for index in range(6)]

    assert taken(choose(wishes, SIX, "H2-2026")) != taken(choose(wishes, SIX, "H1-2027"))


def test_no_phrase_is_taken_twice_while_another_is_left() -> None:
    found = taken(choose([wish(f"k{index}") for index in range(12)], SIX, "H2"))

    assert sorted(found[:6]) == sorted(SIX.phrases)
    assert sorted(found[6:]) == sorted(SIX.phrases)


def test_names_of_people_play_no_part() -> None:
    one = taken(choose([wish("a", "ada"), wish("b", "bo"), wish("c", "cy")], SIX, "H2"))
    other = taken(choose([wish("a", "ada"), wish("b", "zora"), wish("c", "cy")], SIX, "H2"))

    assert one == other


def test_one_more_wish_moves_few_of_the_others() -> None:
    many = book(*(phrase(f"p{index}") for index in range(60)))
    wishes = [wish(f"k{index}") for index in range(20)]

    before = choose(wishes, many, "H2")
    after = choose([wish("new"), *wishes], many, "H2")

    assert sum(after[key].phrase.id != choice.phrase.id for key, choice in before.items()) <= 3


def test_a_record_nobody_wants_is_not_pinned_either() -> None:
    unwanted = replace(SIX, banned=frozenset({"p2"}))

    assert choose([wish("a", pins=("p2",))], unwanted, "H2")["a", "core"].phrase.id != "p2"


def test_a_pin_keeps_to_the_voice_of_the_text() -> None:
    voices = book(phrase("mine"), phrase("theirs", person=3))

    assert choose([wish("a", pins=("theirs",))], voices, "H2")["a", "core"].phrase.id == "mine"


def test_what_stands_in_one_document_is_not_said_there_again() -> None:
    two = book(phrase("p0"), phrase("p1"))

    found = taken(choose([wish("a", "one"), wish("b", "two"), wish("c", "one"), wish("d", "two")], two, "H2"))

    assert {found[0], found[2]} == {found[1], found[3]} == {"p0", "p1"}


def test_records_that_avoid_each_other_do_not_meet() -> None:
    three = book(phrase("p0", avoid_with=("p1",)), phrase("p1"), phrase("p2"))

    for seed in ("H1", "H2", "2027", "2028"):
        found = taken(choose([wish("a", "one"), wish("b", "one")], three, seed))
        assert set(found) != {"p0", "p1"}


def test_a_day_is_told_once() -> None:
    dated = book(
        phrase("core-dated", "{Impact} after {raised_on}."),
        phrase("opening-dated", "On {raised_on}, {situation}.", part="opening"),
        phrase("opening", "In {situation}.", part="opening"),
    )
    slots = frozenset({"impact", "situation", "raised_on"})

    found = taken(choose([wish("a", slots=slots), wish("a", slots=slots, part="opening")], dated, "H2"))

    assert found == ["core-dated", "opening"]


def test_nobody_is_told_the_same_of_the_same_event() -> None:
    two = book(phrase("p0"), phrase("p1"))
    fair, launch = frozenset({"the fair"}), frozenset({"the launch"})

    found = taken(
        choose([wish("a", events=fair), wish("b", events=launch), wish("c", events=fair)], two, "H2")
    )

    assert found[0] != found[2]


def test_what_the_manager_asks_for_is_taken_first() -> None:
    found = choose([wish("a"), wish("b", pins=("p3",))], SIX, "H2")

    assert found["b", "core"].phrase.id == "p3"
    assert found["b", "core"].pinned
    assert found["a", "core"].phrase.id != "p3"


def test_a_record_nobody_wants_is_never_taken() -> None:
    unwanted = replace(SIX, banned=frozenset({"p2"}))

    assert "p2" not in taken(choose([wish(f"k{index}") for index in range(6)], unwanted, "H2"))


def test_what_one_person_is_not_to_be_told_others_may_be() -> None:
    wishes = [wish(f"k{index}") for index in range(6)]
    usual = taken(choose(wishes, SIX, "H2"))
    first = wish("k0", bans=frozenset({usual[0]}))

    found = taken(choose([first, *wishes[1:]], SIX, "H2"))

    assert usual[0] != found[0]
    assert usual[0] in found[1:]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"band": ""}, True),
        ({"band": "above"}, False),
        ({"purpose": "develop"}, False),
        ({"competency": "craft"}, False),
        ({"directness": ("plain",)}, False),
        ({"directness": ("plain", "coaching")}, True),
        ({"channel": ("talk",)}, True),
        ({"person": 3}, False),
        ({"part": "opening"}, False),
    ],
)
def test_what_fits(fields: dict[str, Any], expected: bool) -> None:
    assert fits(phrase("p", **fields), wish("k", directness="coaching")) is expected


def test_a_phrase_whose_slots_would_stay_empty_does_not_fit() -> None:
    assert not fits(phrase("p", "{Impact}, so {goal}."), wish("k"))
    assert fits(phrase("p", "{Impact}[, so {goal}]."), wish("k"))


def test_nothing_fitting_leaves_the_wish_out() -> None:
    assert choose([wish("k", purpose="correct")], SIX, "H2") == {}


def test_reasons_tell_how_many_fit_and_what_was_taken_before() -> None:
    found = list(choose([wish(f"k{index}") for index in range(7)], SIX, "H2").values())

    assert "6 records of `review` fit" in list(reasons(found[0]))
    assert "this one 1 time" in " ".join(reasons(found[6]))
