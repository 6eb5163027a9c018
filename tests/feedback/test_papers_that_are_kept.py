"""What a paper for a personnel file says about days, decisions and next steps, in both languages."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from .test_what_each_paper_says import entry, made, observed, text_of

if TYPE_CHECKING:
    from pathlib import Path

Entry = dict[str, Any]
GROWTH: Entry = {"valence": "development", "raised_on": date(2026, 9, 1)}
GERMAN = {
    "situation": "bei der Abnahme", "behaviour": "das Protokoll vergessen", "impact": "die Abnahme fiel aus",
}  # fmt: skip
GOAL = {"text": "send each list a week ahead", "measure": "5 of 5 lists", "due": date(2027, 3, 31)}
MET: Entry = {"text": "send lists", "target": 3, "actual": 3, "unit": "lists", "met": True}
LOCALES = pytest.mark.parametrize("locale", ["en-US", "de-DE"])


def growing(name: str, day: date, locale: str, **fields: Any) -> Entry:
    return observed(name, day, "planning", **GROWTH | (GERMAN if locale == "de-DE" else {}) | fields)


def mail_of(folder: Path, review: Entry, locale: str) -> str:
    files = made(folder, review, mode="corrective", locale=locale).files
    return next(body.decode("utf-8") for name, body in files.items() if name.startswith("note-"))


@pytest.mark.parametrize(
    ("day", "locale", "sentence"),
    [
        (date(2026, 9, 1), "en-US", "This is what we spoke about on September 1, 2026, in writing."),
        (date(2026, 8, 20), "en-GB", "This is what we spoke about on 1 September 2026, in writing."),
        (
            date(2026, 9, 20),
            "en-US",
            "The point was first raised on September 1, 2026, before it happened again",
        ),
        (date(2026, 8, 20), "de-DE", "wie am 1. September 2026 besprochen, halte ich"),
        (date(2026, 9, 20), "de-DE", "besprochen haben wir ihn am 1. September 2026, bevor er sich"),
    ],
)
def test_a_mail_names_the_talk_by_its_day_only_where_it_followed_the_event(
    day: date, locale: str, sentence: str, tmp_path: Path
) -> None:
    review = entry(note_on="A1", ratings={"planning": 2}, evidence=[growing("A1", day, locale)])

    mail = mail_of(tmp_path, review, locale)

    assert sentence in mail
    assert ("spoke about on" in mail or "wie am" in mail) is (day <= date(2026, 9, 1))


@LOCALES
def test_a_note_by_mail_shows_no_short_name_of_an_observation(locale: str, tmp_path: Path) -> None:
    review = entry(note_on="A1", ratings={"planning": 2}, evidence=[growing("A1", date(2026, 8, 20), locale)])

    assert "(A1" not in mail_of(tmp_path, review, locale)


@LOCALES
def test_support_for_the_same_step_stands_in_a_note(locale: str, tmp_path: Path) -> None:
    several = [growing("A1", date(2026, 8, 20), locale), growing("A2", date(2026, 9, 20), locale)]
    review = entry(
        note_on="A2",
        ratings={"planning": 2},
        evidence=several,
        next_goals=[GOAL | {"evidence": ["A1", "A2"]}],
        support=[{"text": "X 12", "owner": "p1", "due": date(2026, 12, 15), "evidence": ["A1"]}],
    )

    assert "X 12" in mail_of(tmp_path, review, locale)


@pytest.mark.parametrize(
    ("locale", "again"), [("en-US", "The same next step applies."), ("de-DE", "Hier gilt derselbe Schritt.")]
)
def test_one_answer_to_two_observations_is_told_once(locale: str, again: str, tmp_path: Path) -> None:
    review = entry(
        ratings={"planning": 3},
        evidence=[growing("A1", date(2026, 8, 20), locale), growing("A2", date(2026, 9, 20), locale)],
        next_goals=[GOAL | {"evidence": ["A1", "A2"]}],
    )

    for mode in ("review", "talk"):
        text = text_of(made(tmp_path, review, mode=mode, locale=locale))
        assert text.count(again) == 1, mode
    assert text_of(made(tmp_path, review, locale=locale)).count("### ") == 1


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("en-US", ("| Passed |  |", "| Extended to (day): |  |", "| Not passed |  |")),
        ("de-DE", ("| Probezeit bestanden |  |", "| Probezeit verlängert bis zum: |  |")),
    ],
)
def test_people_tick_what_becomes_of_a_probation(locale: str, forms: tuple[str, ...], tmp_path: Path) -> None:
    fields = GERMAN if locale == "de-DE" else {}
    review = entry(evidence=[observed("A1", date(2026, 8, 3), "planning", **fields)])

    usual = text_of(made(tmp_path, review, locale=locale))
    text = text_of(made(tmp_path, review, locale=locale, cycle={"id": "probation-p0", "kind": "probation"}))

    assert [] == [each for each in forms if each not in text or each in usual]
    assert "probation-p0" not in text


def test_a_rating_nobody_can_call_too_low_needs_no_reply(tmp_path: Path) -> None:
    facts = {"evidence": [growing("A1", date(2026, 8, 20), "en-US")], "next_goals": [GOAL]}
    middle, top = (
        text_of(made(tmp_path, entry(overall=overall, goals=[MET], **facts), mode="talk"))
        for overall in (4, 5)
    )

    assert "too low" in middle
    assert "too low" not in top


@pytest.mark.parametrize(
    ("goal", "row"),
    [
        ({"target": 3, "actual": 1, "unit": "notices"}, "| Send notices | 3 notices | 1 | not met |"),
        ({"target": 0.9, "actual": 0.7, "unit": "ratio"}, "| Send notices | 90% | 70% | not met |"),
    ],
)
def test_a_unit_stands_with_the_number_it_was_typed_for(goal: Entry, row: str, tmp_path: Path) -> None:
    review = entry(goals=[{"text": "send notices", "met": False} | goal])

    assert row in text_of(made(tmp_path, review))


@LOCALES
def test_a_service_is_answered_and_signed(locale: str, tmp_path: Path) -> None:
    fields = GERMAN if locale == "de-DE" else {}
    review = entry(
        form="agency",
        ratings={"planning": 3},
        evidence=[observed("A1", date(2026, 8, 3), "planning", **fields)],
        support=[{"text": "one list of dates", "owner": "boss", "due": date(2027, 2, 1)}],
    )

    outcome = made(tmp_path, review, mode="agency", locale=locale)

    text = text_of(outcome)
    assert "One list of dates" in text
    assert len(re.findall(r"^\| .+ \|  \|  \|$", text, re.MULTILINE)) == 2
    assert "GEN-012" not in {each.code for each in outcome.report}


def test_calibration_tells_acts_and_effects_by_day_and_the_overall_first(tmp_path: Path) -> None:
    days = (date(2026, 10, 3), date(2026, 8, 3), date(2026, 9, 3))
    evidence = [observed(f"A{day.month}", day, "craft") for day in days]

    text = text_of(made(tmp_path, entry(evidence=evidence, why="Two launches slipped"), mode="calibration"))

    assert ["A8", "A9", "A10"] == re.findall(r"^\| (A\d+), ", text, re.MULTILINE)
    assert "| Sent A8 to 40 shops a day early | 30 shops ordered A8 in the first week |" in text
    assert text.index("**Overall 3 of 5.** Two launches slipped.") < text.index("| Competency |")


@pytest.mark.parametrize(("mode", "readers"), [("peer", 3), ("upward", 2), ("self", 2)])
def test_a_form_says_who_will_read_it(mode: str, readers: int, tmp_path: Path) -> None:
    text = text_of(made(tmp_path, entry(), mode=mode))

    line = next(each for each in text.splitlines() if "**Read by:**" in each)
    assert "HR" in line
    assert len(re.findall(r"Ada|Idaa|HR", line)) == (readers if mode != "self" else 3)


@pytest.mark.parametrize(
    ("owners", "heading"), [(("boss", "boss"), "## What Ada gives"), (("boss", "p1"), "## Support")]
)
def test_support_has_the_name_of_the_reviewer_where_nobody_else_gives_any(
    owners: tuple[str, ...], heading: str, tmp_path: Path
) -> None:
    support = [{"text": "an hour", "owner": each, "due": date(2027, 2, 1)} for each in owners]

    assert heading in text_of(made(tmp_path, entry(support=support)))
