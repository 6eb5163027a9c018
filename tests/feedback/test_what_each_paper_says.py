"""What the papers of one person say, situation by situation, through the whole line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from alignkit.build import Request, build
from alignkit.diagnostics import Severity
from alignkit.feedback.facts import event_of
from alignkit.reviews import standings

from .team import context_of, people_of

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.build import Outcome

Entry = dict[str, Any]


def observed(name: str, day: date, competency: str, **fields: Any) -> Entry:
    usual = {
        "id": name, "date": day, "competency": competency, "valence": "strength",
        "situation": f"the {name} launch", "behaviour": f"sent {name} to 40 shops a day early",
        "impact": f"30 shops ordered {name} in the first week",
    }  # fmt: skip
    return usual | fields


def entry(**fields: Any) -> Entry:
    usual = {
        "person": "p0", "reviewer": "boss", "ratings": {"craft": 3}, "overall": 3,
        "evidence": [observed("A1", date(2026, 8, 3), "craft")],
    }  # fmt: skip
    return usual | fields


def made(
    folder: Path,
    *reviews: Entry,
    mode: str = "review",
    locale: str = "en-US",
    context: Entry | None = None,
    cycle: Entry | None = None,
    formats: tuple[str, ...] = ("md",),
    persons: tuple[str, ...] = (),
) -> Outcome:
    context = context or context_of(3)
    context["meta"]["locale"] = locale
    usual = people_of(1)["people"]
    people = {
        "schema": 1,
        "people": {**usual, "cycle": usual["cycle"] | (cycle or {}), "reviews": list(reviews)},
    }
    for name, data in (("context", context), ("people", people)):
        (folder / f"{name}.yaml").write_text(
            yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8"
        )
    people_file = folder / "people.yaml"
    request = Request(
        folder / "context.yaml", ("review",), people=people_file, formats=formats, mode=mode, persons=persons
    )
    return build(request)


def text_of(outcome: Outcome) -> str:
    assert len(outcome.files) == 1, [each.message for each in outcome.report]
    return next(iter(outcome.files.values())).decode("utf-8")


def test_a_provider_is_not_told_what_those_are_told_who_steer_one(tmp_path: Path) -> None:
    review = entry(
        form="agency", ratings={"agency": 3}, evidence=[observed("A1", date(2026, 8, 3), "agency")]
    )

    phrases = {line.phrase for line in made(tmp_path, review, mode="agency").ledger if line.phrase}

    assert any(each.startswith("service-on-recognise") for each in phrases)
    assert not any(each.startswith("agency-") for each in phrases)


def test_support_somebody_asks_for_stands_in_their_own_view(tmp_path: Path) -> None:
    support = [{"text": "A checklist with dates", "owner": "boss", "due": date(2027, 2, 1)}]

    text = text_of(made(tmp_path, entry(form="self", reviewer="p0", support=support), mode="self"))

    assert "| A checklist with dates | Ada Quill | February 1, 2027 |" in text


def test_a_corrective_note_is_about_what_came_back(tmp_path: Path) -> None:
    growth: Entry = {"valence": "development", "raised_on": date(2026, 9, 1)}
    review = entry(
        ratings={"craft": 2, "change": 3},
        evidence=[
            observed("again", date(2026, 9, 20), "craft", **growth),
            observed("later", date(2026, 10, 20), "change", **growth | {"raised_on": date(2026, 10, 21)}),
        ],
    )

    outcome = made(tmp_path, review, mode="corrective")

    keys = {line.key for line in outcome.ledger}
    assert "people.reviews[0].evidence.again.impact" in keys
    assert "people.reviews[0].evidence.later.impact" not in keys


def test_one_persons_ban_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    several = [entry(person=f"p{index}") for index in range(3)]
    usual = made(tmp_path, *several)
    taken = next(line.phrase for line in usual.ledger if line.key.endswith("reviews[2].evidence.A1.impact"))

    banned = made(tmp_path, *several[:2], entry(person="p2", bans=[taken]))

    unchanged = [name for name in usual.files if usual.files[name] == banned.files[name]]
    assert unchanged == ["review-p0-confidential.md", "review-p1-confidential.md"]
    assert taken not in {line.phrase for line in banned.ledger if "reviews[2]" in line.key}


def test_a_competency_without_german_phrases_is_told_in_the_persons_address(tmp_path: Path) -> None:
    observation = observed(
        "A1", date(2026, 8, 3), "craft", situation="beim Fototag im August",
        behaviour="640 Bilder am selben Tag benannt", impact="der Katalog ging zwei Tage früher in Druck",
    )  # fmt: skip

    text = text_of(made(tmp_path, entry(evidence=[observation]), locale="de-DE"))

    assert "Der Katalog ging zwei Tage früher in Druck." in text
    assert "haben Sie" in text or "Sie haben" in text


@pytest.mark.parametrize("form", ["peer", "upward", "self"])
def test_the_view_of_somebody_else_owns_its_file(form: str, tmp_path: Path) -> None:
    reviewer, person = {"self": ("p0", "p0"), "peer": ("p1", "p0"), "upward": ("p0", "boss")}[form]
    other = entry(form=form, reviewer=reviewer, person=person)

    outcome = made(tmp_path, entry(), other, mode=form)

    found = {(each.form, each.reviewer): each.files for each in standings(outcome, outcome.files)}
    assert found["review", "boss"] == ()
    assert found[form, reviewer] == tuple(outcome.files)
    assert len(outcome.files) == 1


def test_questions_to_colleagues_name_nothing_of_the_review(tmp_path: Path) -> None:
    for mode in ("peer", "upward"):
        assert "A1" not in text_of(made(tmp_path, entry(), mode=mode))


def test_nobody_can_have_seen_what_is_still_to_come(tmp_path: Path) -> None:
    review = entry(evidence=[observed("A1", date(2027, 6, 10), "craft")])

    codes = [each.code for each in made(tmp_path, review).report if each.severity is Severity.ERROR]

    assert "REV-016" in codes


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("behaviour", "Sie haben den Termin nicht genannt"),
        ("behaviour", "benannte 640 Bilder"),
        ("impact", "weil zwei Besucher gingen"),
        ("situation", "der Fototag im August"),
    ],
)
def test_a_german_fact_in_the_wrong_form_is_an_error(field: str, text: str, tmp_path: Path) -> None:
    sound = {
        "situation": "beim Fototag im August", "behaviour": "640 Bilder am selben Tag benannt",
        "impact": "der Katalog ging zwei Tage früher in Druck",
    }  # fmt: skip

    def errors(**fields: Any) -> list[str]:
        review = entry(evidence=[observed("A1", date(2026, 8, 3), "planning", **fields)])
        outcome = made(tmp_path, review, locale="de-DE")
        return [each.message for each in outcome.report if each.code == "REV-021"]

    assert errors(**sound) == []
    assert len(errors(**sound | {field: text})) == 1


@pytest.mark.parametrize(
    ("situation", "event", "occasion"),
    [
        ("the July account review", "the July account review", "in the July account review"),
        ("at the Leipzig trade fair", "the Leipzig trade fair", "at the Leipzig trade fair"),
        ("During the audit.", "the audit", "during the audit"),
        ("On", "On", "in On"),
        ("", "", ""),
    ],
)
def test_an_english_situation_may_bring_its_preposition(situation: str, event: str, occasion: str) -> None:
    assert event_of(situation, "en") == (event, occasion)


def test_a_german_situation_stays_as_it_is() -> None:
    assert event_of("beim Fototag im August", "de") == ("beim Fototag im August", "beim Fototag im August")


def test_no_sentence_puts_a_second_preposition_before_a_situation(tmp_path: Path) -> None:
    evidence = [
        observed(f"A{index}", date(2026, 8, 3), "craft", situation="at the fair") for index in range(9)
    ]

    for mode in ("review", "talk", "recognition"):
        files = made(tmp_path, entry(evidence=evidence), mode=mode).files
        text = "\n".join(each.decode("utf-8").lower() for each in files.values())
        assert "at the fair" in text
        assert "in at" not in text
        assert "in the fair" not in text


def test_two_people_with_one_first_name_are_named_in_full(tmp_path: Path) -> None:
    context = context_of(3)
    for person, name in zip(
        context["stakeholders"][-3:], ("Kim Adler", "Kim Brandt", "Ona Reeve"), strict=True
    ):
        person["name"] = name

    text = text_of(
        made(tmp_path, entry(form="peer", person="p0", reviewer="p2"), mode="peer", context=context)
    )

    assert "Kim Adler sent A1 to 40 shops a day early" in text


def test_a_verdict_is_no_impact(tmp_path: Path) -> None:
    review = entry(evidence=[observed("A1", date(2026, 8, 3), "craft", impact="it was not great")])

    found = [each for each in made(tmp_path, review).report if each.code == "REV-002"]

    assert [each.severity for each in found] == [Severity.WARN]
    assert found[0].message == "the `impact` of `A1` of `p0` is a verdict, not what changed"


@pytest.mark.parametrize(
    ("field", "text", "what"),
    [
        ("situation", "with the harbour team", "the first word `with`"),
        ("situation", "weekly call", "the missing article before `weekly`"),
        ("behaviour", "good posters", "`good` in place of a past tense"),
        ("behaviour", "sent the list herself", "the word `herself`"),
        ("impact", "more bookings", "the missing verb"),
        ("impact", "we lost 3 bookings!", "the exclamation mark"),
    ],
)
def test_a_fact_in_the_wrong_form_is_found(field: str, text: str, what: str, tmp_path: Path) -> None:
    review = entry(evidence=[observed("A1", date(2026, 8, 3), "craft", **{field: text})])

    found = [each.message for each in made(tmp_path, review).report if each.code == "REV-021"]

    assert found == [f"{what} in `{text}` does not fit the sentences"]


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("situation", "The Monday call", "in the Monday call"),
        ("situation", "at sea", "at sea"),
        ("behaviour", "Sent the list on Friday.", "you sent the list on Friday"),
        ("behaviour", "re-planned 3 mailings", "you re-planned 3 mailings"),
    ],
)
def test_a_fact_somebody_began_in_another_way_fits_all_the_same(
    field: str, text: str, told: str, tmp_path: Path
) -> None:
    review = entry(evidence=[observed("A1", date(2026, 8, 3), "craft", **{field: text})])

    outcome = made(tmp_path, review)

    assert "REV-021" not in {each.code for each in outcome.report}
    assert told in text_of(outcome).replace("In the", "in the").replace("At sea", "at sea")


@pytest.mark.parametrize(("measure", "codes"), [("improve", ["REV-007"]), ("no list late in March", [])])
def test_a_measure_has_a_number_or_a_limit(measure: str, codes: list[str], tmp_path: Path) -> None:
    goal = {"text": "send each list a week ahead", "measure": measure, "due": date(2027, 3, 31)}

    found = made(tmp_path, entry(next_goals=[goal])).report

    assert [each.code for each in found if each.code == "REV-007"] == codes


def test_whoever_wrote_a_review_sends_it(tmp_path: Path) -> None:
    context = context_of(3)
    context["stakeholders"][1] |= {"email": "p0@fernhill.example"}
    context["stakeholders"][2] |= {"email": "lead@fernhill.example"}
    growth = observed(
        "A1", date(2026, 8, 3), "craft", valence="development", raised_on=date(2026, 8, 4)
    )  # the author of the context is somebody else

    outcome = made(
        tmp_path,
        entry(reviewer="p1", evidence=[growth]),
        mode="corrective",
        context=context,
        formats=("eml",),
        persons=("p0",),
    )

    mail = next(iter(outcome.files.values())).decode("utf-8")
    assert "From: Omara Field1 <lead@fernhill.example>" in mail


def test_all_corrective_notes_are_for_those_who_need_one(tmp_path: Path) -> None:
    def growing(person: str, raised: date, rating: int) -> Entry:
        growth = observed("A1", date(2026, 9, 20), "craft", valence="development", raised_on=raised)
        return entry(person=person, ratings={"craft": rating}, evidence=[growth])

    again, once = growing("p0", date(2026, 9, 1), 2), growing("p1", date(2026, 9, 21), 4)

    everybody = made(tmp_path, again, once, mode="corrective").files
    asked = made(tmp_path, again, once, mode="corrective", persons=("p1",)).files

    assert {name.split("-")[2] for name in everybody} == {"p0"}
    assert {name.split("-")[2] for name in asked} == {"p1"}
