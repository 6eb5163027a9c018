"""The text rules on reviews: what a user wrote is found in its field, what was composed at its observation."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from lint_subjects import Case, subject_with
from review_cases import SOUND, book, excepting_text, file_of, goal, observed, review

from alignkit.build import Workshop
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Diagnostic, Report, Severity
from alignkit.lints import Wording, lint_texts
from alignkit.prose import TextRules


@cache
def rules() -> TextRules:
    """The English text rules."""
    report = Report()
    found = Workshop(Catalogue(None)).text_rules("en-US", report)
    assert found is not None, list(report)
    return found


def found_in(
    changes: Any, *said: tuple[str, str], families: tuple[str, ...] = ("GEN", "REV")
) -> list[Diagnostic]:
    wording = Wording(book(), rules(), tuple((f"people.reviews[0].{at}", text) for at, text in said))
    report = Report()
    lint_texts(subject_with(Case("", changes, families=families, wording=wording)), report)
    return list(report)


def places(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [
        (each.code, each.place.path.removeprefix("people.reviews[0].") if each.place else "")
        for each in found
    ]


def with_observation(valence: str = "strength", **fields: Any) -> Any:
    return file_of(review(evidence=[observed("s1", valence=valence, **fields)]))


@pytest.mark.parametrize(
    "changes",
    [
        SOUND,
        with_observation(behaviour="set an aggressive target for warm leads"),
        with_observation(behaviour=""),
        with_observation(impact="[impact]"),
        file_of(review(employee_comment="I always felt that my manager was bossy and lazy.")),
        file_of(review(), review("marek", evidence=[observed("m1")])),
        file_of(review(next_goals=[goal(text="Take more ownership of the list", evidence=["s2"])])),
    ],
)  # fmt: skip
def test_sound_text_and_the_words_of_the_person_are_left_alone(changes: Any) -> None:
    assert [] == places(found_in(changes))


@pytest.mark.parametrize(
    ("changes", "code", "at"),
    [
        (with_observation(behaviour="were bossy towards the agency"), "REV-T01", "evidence.s1.behaviour"),
        (with_observation(behaviour="always did a great job"), "REV-T05", "evidence.s1.behaviour"),
        (with_observation(impact="people say you are slow"), "REV-T08", "evidence.s1.impact"),
        (file_of(review(why="You are on maternity leave again.")), "REV-T11", "why"),
        (file_of(review(next_goals=[goal(text="Never miss a date again")])), "REV-T04", "next_goals[0].text"),
        (file_of(review(goals=[{"text": "List", "target": 1, "actual": 1, "unit": "lists", "met": True, "note": "Great job"}])),
         "REV-T05", "goals[0].note"),
        (file_of(review(evidence=[observed("s1", behaviour="sold less than Marek did")]), review("marek")),
         "REV-T09", "evidence.s1.behaviour"),
    ],
)  # fmt: skip
def test_words_are_found_in_the_field_they_stand_in(changes: Any, code: str, at: str) -> None:
    found = found_in(changes)

    assert (code, at) in places(found)
    assert all(each.hint for each in found)


def test_the_one_who_writes_may_be_named() -> None:
    changes = file_of(
        review(evidence=[observed("s1", behaviour="asked Helena for the list")]),
        review("helena", form="upward", reviewer="sofie"),
    )

    assert [] == [each for each in places(found_in(changes)) if each[0] == "REV-T09"]


def test_who_helps_may_be_named_and_nobody_else() -> None:
    help_ = {"text": "help from Marek", "owner": "marek", "due": date(2026, 12, 18)}
    helped = file_of(review(support=[help_]), review("marek"))
    named = with_observation(situation="her return from maternity leave")

    assert [] == [each for each in places(found_in(helped)) if each[0] in ("REV-T09", "REV-T18")]
    assert ("REV-T11", "evidence.s1.situation") in places(found_in(named))


def test_what_people_say_of_themselves_is_a_note() -> None:
    changes = file_of(review(form="self", reviewer="sofie", evidence=[observed("s1", impact="I am bossy")]))

    assert [("REV-T01", Severity.INFO)] == [(each.code, each.severity) for each in found_in(changes)]


def test_empty_criticism_is_forgiven_where_a_next_goal_answers_it() -> None:
    item = observed("s2", valence="development", impact="you need to be more proactive")
    answered = file_of(review(evidence=[item], next_goals=[goal(evidence=["s2"])]))
    open_ = file_of(review(evidence=[item], next_goals=[]))

    assert [] == [each for each in places(found_in(answered)) if each[0] == "REV-T06"]
    assert [("REV-T06", "evidence.s2.impact")] == [
        each for each in places(found_in(open_)) if each[0] == "REV-T06"
    ]


SAID = "In the s1 round of August 19 you moved s1 forward by one week and saved 20 hours of s1 work."


def test_a_composed_statement_is_read_as_a_whole() -> None:
    assert [] == places(found_in(SOUND, ("evidence.s1", SAID)))

    (found,) = found_in(SOUND, ("evidence.s1", "The round is the round."))

    assert ("REV-T10", "people.reviews[0].evidence.s1") == (found.code, found.place and found.place.path)
    assert found.message.startswith(
        "`s1` of `sofie`: the statement lacks an effect: a number, money, time, or what changed for whom"
    )


def test_what_a_field_brings_into_a_statement_is_told_once() -> None:
    changes = with_observation(behaviour="were bossy towards the agency")

    found = found_in(
        changes, ("evidence.s1", "In May 2026 you were bossy towards the agency, and it cost 20 hours.")
    )

    assert [("REV-T01", "evidence.s1.behaviour")] == [each for each in places(found) if each[0] == "REV-T01"]


def test_a_text_rule_can_be_excepted() -> None:
    changes = {**with_observation(behaviour="were bossy towards the agency"), **excepting_text("REV-T01")}

    assert [] == [each for each in places(found_in(changes)) if each[0] == "REV-T01"]


def test_kinds_that_are_not_about_people_are_not_read() -> None:
    assert [] == found_in(with_observation(behaviour="were bossy"), families=("GEN", "ESC"))
