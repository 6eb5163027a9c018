"""What rules of reviews must find, and what they must leave alone; quiet cases first in each rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lint_subjects import Case, Changes, document, heading, made, message

from alignkit.diagnostics import Report
from alignkit.lints import Wording
from alignkit.model.blocks import Paragraph
from alignkit.model.charts import Chart, ChartKind
from alignkit.model.inlines import Shown, Text
from alignkit.model.message import Mailbox
from alignkit.phrases import PhraseBook, load_folders

BANK = Path(__file__).parent / "review_bank"
"""A bank of a few phrases."""
CYCLE = {"id": "H2-2026", "kind": "half_year", "start": date(2026, 7, 1), "end": date(2026, 12, 31)}
MARTA = Mailbox("Marta Veldkamp", "marta@quillmere.example")


@cache
def book() -> PhraseBook:
    """The phrases of the bank of these tests."""
    report = Report()
    found = load_folders([BANK], "en-US", report)
    assert [] == list(report)
    return found


def observed(
    identity: str, day: date = date(2026, 8, 19), valence: str = "strength", **fields: Any
) -> dict[str, Any]:
    """A sound observation; its words differ from those of any other id."""
    needed: dict[str, Any] = {
        "id": identity, "date": day, "competency": "planning", "valence": valence,
        "situation": f"the {identity} round", "behaviour": f"moved {identity} forward by one week",
        "impact": f"we saved 20 hours of {identity} work",
    }  # fmt: skip
    if valence == "development":
        needed["raised_on"] = date(2026, 9, 25)
    return needed | fields


def goal(**fields: Any) -> dict[str, Any]:
    """A next goal that can be measured."""
    return {"text": "Run one list", "measure": "one list in use", "due": date(2027, 3, 31)} | fields


def review(person: str = "sofie", **fields: Any) -> dict[str, Any]:
    """A review no rule has anything to say about."""
    needed: dict[str, Any] = {
        "person": person,
        "reviewer": "helena",
        "ratings": {"planning": 3},
        "overall": 3,
        "evidence": [
            observed(f"{person[:1]}1", date(2026, 7, 22)),
            observed(f"{person[:1]}2", date(2026, 10, 14), "development"),
        ],
        "next_goals": [goal(evidence=[f"{person[:1]}2"])],
        "support": [{"text": "One hour a week", "owner": "helena", "due": date(2026, 12, 18)}],
    }
    return needed | fields


def file_of(*reviews: Mapping[str, Any], **cycle: Any) -> Changes:
    """A people file."""
    return {"people": {"cycle": CYCLE | cycle, "reviews": list(reviews)}}


def case(find: str, changes: Changes, says: str = "", path: str = "", **fields: Any) -> Case:
    """A case with the phrases of these tests."""
    return Case(find, changes, says, f"people.{path}" if path else "", wording=Wording(book()), **fields)


def excepting_text(code: str) -> Changes:
    """An exception that holds."""
    return {"meta.lint_ignore": [{"id": code, "reason": "agreed", "until": date(2026, 12, 31)}]}


SOUND = file_of(review())
ONE = "`sofie` is rated in `planning` on one observation, `s1`"

RATINGS = (
    case("rating_has_evidence", SOUND),
    case("rating_has_evidence", file_of(review(ratings={}))),
    case("rating_has_evidence", file_of(review(ratings={"prioritisation": 3}))),
    case(
        "rating_has_evidence",
        file_of(review(ratings={"planning": 3, "craft": 3})),
        "`sofie` is rated in `craft` without an observation",
        "reviews[0].ratings.craft",
    ),
    case(
        "rating_has_evidence", file_of(review(evidence=[observed("s1")])), ONE, "reviews[0].ratings.planning"
    ),
    case("rating_is_supported", SOUND),
    case(
        "rating_is_supported",
        file_of(review(ratings={"planning": 4}, evidence=[observed("s1"), observed("s3")])),
    ),
    case("rating_is_supported", file_of(review(ratings={"planning": 2}), scale=3)),
    case(
        "rating_is_supported",
        file_of(review(ratings={"planning": 4})),
        "`sofie` is rated 4 in `planning` with 1 strength; two carry such a rating",
        "reviews[0].ratings.planning",
    ),
    case(
        "rating_is_supported",
        file_of(review(ratings={"planning": 3}, evidence=[]), scale=3),
        "`sofie` is rated 3 in `planning` with no strengths; two carry such a rating",
        "reviews[0].ratings.planning",
    ),
    case(
        "rating_is_supported",
        file_of(review(ratings={"prioritisation": 2})),
        "`sofie` is rated 2 in `prioritisation` with 1 growth item; two carry such a rating",
        "reviews[0].ratings.prioritisation",
    ),
    case("overall_follows", SOUND),
    case("overall_follows", file_of(review(ratings={}, overall=5))),
    case(
        "overall_follows",
        file_of(review(ratings={"planning": 3, "craft": 4}, overall=2, why="One launch failed")),
    ),
    case("overall_follows", file_of(review(ratings={"planning": 2, "craft": 4, "change": 4}, overall=3))),
    case(
        "overall_follows",
        file_of(review(ratings={"planning": 3, "craft": 4}, overall=5)),
        "`sofie` is rated 5 overall; the median of the ratings is 3.5, and no `why` says why",
        "reviews[0].overall",
    ),
    case(
        "overall_follows",
        file_of(review(overall=5, why="TBD")),
        "`sofie` is rated 5 overall; the median of the ratings is 3, and no `why` says why",
        "reviews[0].overall",
    ),
    case("low_rating_has_support", SOUND),
    case("low_rating_has_support", file_of(review(support=[]))),
    case("low_rating_has_support", file_of(review(ratings={"planning": 1}))),
    case(
        "low_rating_has_support",
        file_of(review(ratings={"planning": 2, "craft": 1}, support=[])),
        "`sofie` is rated 2 in `planning` and 1 in `craft`, and `support` is empty",
        "reviews[0].support",
    ),
    case("competency_is_known", file_of(review(ratings={"prioritisation": 3, "Planning": 3}))),
    Case("competency_is_known", file_of(review(ratings={"anything": 3}))),
    case(
        "competency_is_known",
        file_of(review(ratings={"plannig": 3})),
        "there are no phrases for the competency `plannig`",
        "reviews[0].ratings.plannig",
    ),
    case(
        "competency_is_known",
        file_of(review(next_goals=[goal(competency="sculpture")])),
        "there are no phrases for the competency `sculpture`",
        "reviews[0].next_goals[0].competency",
    ),
    case("facts_fit_their_sentences", SOUND),
    case(
        "facts_fit_their_sentences",
        file_of(review(evidence=[observed("s1", impact="sales asked 3 times. It was bad.")])),
        "the second sentence in `sales asked 3 times. It was bad.` does not fit the sentences",
        "reviews[0].evidence.s1.impact",
    ),
    case(
        "growth_has_a_next_step",
        file_of(review(next_goals=[goal(due=date(2026, 11, 20), evidence=["s2"])])),
        "the next goal `Run one list` of `sofie` is due on 2026-11-20, which is over on 2026-11-20",
        "reviews[0].next_goals[0].due",
    ),
    case(
        "facts_fit_their_sentences",
        file_of(review(evidence=[observed("s1", impact="freed nine days for the catalogue")])),
        "the first word `freed`, a verb without its subject, in `freed nine days for the catalogue` does not fit"
        " the sentences",
        "reviews[0].evidence.s1.impact",
    ),
    case(
        "facts_fit_their_sentences",
        file_of(
            review(
                evidence=[
                    observed("s1", situation="inbound leads"),
                    observed("s2", behaviour="put youth first"),
                ]
            )
        ),
    ),
    case(
        "facts_fit_their_sentences",
        file_of(review(evidence=[observed("s1", situation="In the May report")])),
        "the first word `in` in `In the May report` does not fit the sentences",
        "reviews[0].evidence.s1.situation",
    ),
    case(
        "facts_fit_their_sentences",
        file_of(review(evidence=[observed("s1", behaviour="you sent it early")])),
        "the first word `you` in `you sent it early` does not fit the sentences",
        "reviews[0].evidence.s1.behaviour",
    ),
    case(
        "facts_fit_their_sentences",
        file_of(review(evidence=[observed("s1", impact="who saved a day?")])),
        "the question mark in `who saved a day?` does not fit the sentences",
        "reviews[0].evidence.s1.impact",
    ),
    case("competency_is_rated_once", file_of(review(ratings={"planning": 3, "craft": 3}))),
    case(
        "competency_is_rated_once",
        file_of(review(ratings={"planning": 3, "prioritisation": 2})),
        "`planning` and `prioritisation` are one competency, and `sofie` is rated in both",
        "reviews[0].ratings.prioritisation",
    ),
)


def dated(*days: date) -> Changes:
    """A review with observations of these days."""
    return file_of(
        review(evidence=[observed(f"s{index}", day) for index, day in enumerate(days)], ratings={})
    )


def raised(day: date | None, **cycle: Any) -> Changes:
    """A review whose growth item was raised on a day."""
    item = observed("s2", date(2026, 8, 14), "development", raised_on=day)
    return file_of(review(evidence=[item]), **cycle)


OBSERVATIONS = (
    case("evidence_is_whole", SOUND),
    case("evidence_is_whole", file_of(review(evidence=[observed("s1", impact="None of 40 customers left")]))),
    *(
        case(
            "evidence_is_whole",
            file_of(review(evidence=[observed("s1") | {name: text}])),
            f"the observation `s1` of `sofie` has no `{name}`",
            f"reviews[0].evidence.s1.{name}",
        )
        for name, text in (
            ("behaviour", ""),
            ("behaviour", " ... "),
            ("impact", "TBD"),
            ("impact", "[impact]"),
            ("impact", "n/a"),
            ("situation", "<where>"),
            ("behaviour", "XXX"),
            ("impact", "to do"),
        )
    ),
    case("evidence_is_spread", SOUND),
    case("evidence_is_spread", file_of(review(evidence=[]))),
    case("evidence_is_spread", dated(date(2026, 9, 30))),
    case("evidence_is_spread", dated(date(2026, 7, 1), *[date(2026, 11, 16)] * 1)),
    case(
        "evidence_is_spread",
        dated(date(2026, 7, 1), date(2026, 8, 1), date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3)),
    ),
    case("evidence_is_spread", dated(date(2026, 7, 1), date(2026, 11, 15), date(2026, 12, 1))),
    case(
        "evidence_is_spread",
        dated(date(2026, 7, 1), date(2026, 11, 16), date(2026, 12, 1)),
        "2 of 3 observations of `sofie` are from 2026-11-16 or later, the last quarter of the period",
        "reviews[0].evidence",
    ),
    case(
        "evidence_is_spread",
        dated(date(2026, 10, 1)),
        "no observation of `sofie` is from before 2026-10-01, the first half",
        "reviews[0].evidence",
    ),
    case("growth_is_no_surprise", SOUND),
    case("growth_is_no_surprise", raised(date(2026, 11, 6))),
    case("growth_is_no_surprise", raised(date(2026, 11, 18), shared_on=date(2026, 12, 2))),
    case(
        "growth_is_no_surprise",
        file_of(review(form="peer", evidence=[observed("s2", valence="development", raised_on=None)])),
    ),
    case(
        "growth_is_no_surprise",
        raised(date(2026, 11, 7)),
        "the growth item `s2` of `sofie` was raised on 2026-11-07, 13 days before the review is shared on 2026-11-20",
        "reviews[0].evidence.s2.raised_on",
    ),
    case(
        "growth_is_no_surprise",
        raised(date(2026, 11, 6), shared_on=date(2026, 11, 7)),
        "the growth item `s2` of `sofie` was raised on 2026-11-06, 1 day before the review is shared on 2026-11-07",
        "reviews[0].evidence.s2.raised_on",
    ),
    case(
        "growth_is_no_surprise",
        raised(date(2026, 11, 27)),
        "the growth item `s2` of `sofie` is raised on 2026-11-27, after the review is shared on 2026-11-20",
        "reviews[0].evidence.s2.raised_on",
    ),
    case(
        "growth_is_no_surprise",
        raised(None),
        "the growth item `s2` of `sofie` has no `raised_on`; nobody can tell whether it is a surprise",
        "reviews[0].evidence.s2.raised_on",
    ),
    case("evidence_is_of_the_cycle", SOUND),
    case("evidence_is_of_the_cycle", dated(date(2026, 7, 1), date(2026, 12, 31))),
    case(
        "evidence_is_of_the_cycle",
        dated(date(2026, 6, 30)),
        "the observation `s0` of `sofie` is dated 2026-06-30, outside `H2-2026`, 2026-07-01 to 2026-12-31",
        "reviews[0].evidence.s0.date",
    ),
)
NEXT = (
    case("growth_has_a_next_step", SOUND),
    case("growth_has_a_next_step", file_of(review(next_goals=[goal()]))),
    case("growth_has_a_next_step", file_of(review(form="peer", next_goals=[]))),
    case(
        "growth_has_a_next_step",
        file_of(review(next_goals=[goal(measure=" ")])),
        "the next goal `Run one list` of `sofie` has no `measure`",
        "reviews[0].next_goals[0].measure",
    ),
    case(
        "growth_has_a_next_step",
        file_of(review(next_goals=[])),
        "no next goal answers the growth item `s2` of `sofie`",
        "reviews[0].evidence.s2",
    ),
    case("growth_is_told", SOUND),
    case("growth_is_told", file_of(review(form="self", reviewer="sofie", evidence=[]))),
    case(
        "growth_is_told",
        file_of(review(evidence=[observed("s1")], overall=5)),
        "the review of `sofie` has no growth item, whatever its ratings are",
        "reviews[0].evidence",
    ),
    case(
        "growth_is_told",
        file_of(review(evidence=[observed(f"s{index}", valence="development") for index in range(4)])),
        "the review of `sofie` has 4 growth items, more than 3",
        "reviews[0].evidence",
    ),
)
SAME = "asked each of five sellers to rank the draft list before publishing it"
HALF = "asked each of five sellers about their plans for the coming year in one call"
SOFIE = review(evidence=[observed("s1", behaviour=SAME, impact="")])
MAREK = review("marek", evidence=[observed("m1", behaviour=f"Sofie {SAME}", impact="")])
OTHER_FORM = review("marek", form="peer", evidence=[observed("m1", behaviour=SAME, impact="")])


def team(*counts: int) -> Changes:
    """Three people with so many observations, each with a number."""
    people = ("sofie", "marek", "tomas")
    return file_of(
        *(
            review(person, evidence=[observed(f"{person}{index}") for index in range(count)])
            for person, count in zip(people, counts, strict=False)
        )
    )


TEAM = (
    case("people_have_their_own_words", file_of(review(), review("marek"))),
    case("people_have_their_own_words", file_of(SOFIE, OTHER_FORM)),
    case(
        "people_have_their_own_words",
        file_of(
            review(evidence=[observed("s1"), observed("s2"), observed("s3"), observed("s4")]),
            review("marek", evidence=[observed("m1", impact="we saved 20 hours of s1 work"), observed("m2")]),
        ),
        "`sofie` and `marek` are told in the same words: `evidence.s1.impact` of the one is"
        " `evidence.m1.impact` of the other",
        "reviews[1].evidence.m1.impact",
    ),
    case("people_have_their_own_words", file_of(SOFIE, SOFIE | {"reviewer": "marta"})),
    case(
        "people_have_their_own_words",
        file_of(SOFIE, review("marek", evidence=[observed("m1", behaviour="sold a lot", impact="")])),
    ),
    case(
        "people_have_their_own_words",
        file_of(SOFIE, MAREK),
        "`sofie` and `marek` are told in the same words: 100% of the groups of three words in what you wrote of them are the same",
        "reviews[1].evidence.m1.behaviour",
    ),
    case("care_is_even", team(4, 4, 2)),
    case("care_is_even", team(4, 1)),
    case(
        "care_is_even",
        team(4, 4, 1),
        "`tomas` has 1 observation, less than half of the team's median of 4",
        "reviews[2]",
    ),
    case(
        "care_is_even",
        team(4, 4, 1),
        "`tomas` has 1 impact with a number, less than half of the team's median of 4",
        "reviews[2]",
    ),
    case(
        "care_is_even",
        file_of(review(), review("marek"), review("tomas", next_goals=[])),
        "`tomas` has no next steps, less than half of the team's median of 1",
        "reviews[2]",
    ),
)


def pinned(*names: str, at: str = "s1", **fields: Any) -> Changes:
    """A review with pins."""
    return file_of(review(pins={at: list(names)}, **fields))


PINS = (
    case("pins_fit_the_rating", SOUND),
    case("pins_fit_the_rating", pinned("planning-above-recognise-1", ratings={"planning": 4})),
    case("pins_fit_the_rating", pinned("opening-1", "nothing-of-ours")),
    case("pins_fit_the_rating", pinned("planning-on-develop-1", at="s2", ratings={"prioritisation": 4})),
    case("pins_fit_the_rating", pinned("summary-on-1", at="summary")),
    case(
        "pins_fit_the_rating",
        pinned("planning-above-recognise-1"),
        "the phrase `planning-above-recognise-1` speaks for `above` and `recognise`; `sofie` is rated 3 in"
        " `planning`, and `s1` is `on` and `recognise`",
        "reviews[0].pins.s1[0]",
    ),
    case(
        "pins_fit_the_rating",
        pinned("opening-1", "planning-on-develop-1", at="s2", ratings={"prioritisation": 2}),
        "the phrase `planning-on-develop-1` speaks for `on` and `develop`; `sofie` is rated 2 in"
        " `planning`, and `s2` is `below` and `correct`",
        "reviews[0].pins.s2[1]",
    ),
    case(
        "pins_fit_the_rating",
        pinned("summary-on-1", at="summary", overall=4),
        "the phrase `summary-on-1` speaks for `on`; `sofie` is rated 4 overall, `above`",
        "reviews[0].pins.summary[0]",
    ),
    case("pins_name_phrases", pinned("planning-above-recognise-1", "de-planung-1")),
    Case("pins_name_phrases", pinned("anything")),
    case(
        "pins_name_phrases",
        pinned("planning-above-recognize-1"),
        "there is no phrase `planning-above-recognize-1`",
        "reviews[0].pins.s1[0]",
    ),
    case(
        "pins_name_phrases", file_of(review(bans=["none"])), "there is no phrase `none`", "reviews[0].bans[0]"
    ),
)
NOT_USED = "the phrase `{}` is not used: "
IDLE_PINS = (
    case("pins_can_apply", pinned("opening-1", "planning-above-recognise-1", "de-planung-1")),
    case("pins_can_apply", pinned("summary-on-1", at="summary", goals=[{"text": "Ship", "met": True}])),
    case(
        "pins_can_apply",
        pinned("opening-1", "summary-on-1"),
        NOT_USED.format("summary-on-1") + "it is a part `summary`, and `s1` has `opening` and `core`",
        "reviews[0].pins.s1[1]",
    ),
    case(
        "pins_can_apply",
        pinned("planning-on-develop-1", "planning-above-recognise-1"),
        NOT_USED.format("planning-above-recognise-1")
        + "`planning-on-develop-1` before it is the `core` of `s1`",
        "reviews[0].pins.s1[1]",
    ),
    case(
        "pins_can_apply",
        pinned("measured-1"),
        NOT_USED.format("measured-1") + "it needs `metric` and `to`, which `s1` has not",
        "reviews[0].pins.s1[0]",
    ),
    case(
        "pins_can_apply",
        pinned("report-1"),
        NOT_USED.format("report-1") + "it speaks in person 3, and the part `opening` of `s1` in person 2",
        "reviews[0].pins.s1[0]",
    ),
    case(
        "pins_can_apply",
        pinned("talk-1", at="talk.open"),
        NOT_USED.format("talk-1")
        + "it is of the bank `negotiation`, and reviews speak with those of `review`",
        "reviews[0].pins.talk.open[0]",
    ),
    case(
        "pins_can_apply",
        pinned("opening-1", at="peer[0]"),
        NOT_USED.format("opening-1") + "it is a part `opening`, and nothing is said of `peer[0]`",
        "reviews[0].pins.peer[0][0]",
    ),
)
PAPERS = (
    case("draft_is_shared_in_time", SOUND),
    case("draft_is_shared_in_time", file_of(share_draft_hours=24)),
    case(
        "draft_is_shared_in_time",
        file_of(share_draft_hours=1),
        "the draft is shared 1 hour before the talk; 24 are the least",
        "cycle.share_draft_hours",
    ),
    case("reviewer_is_somebody_else", SOUND),
    case("reviewer_is_somebody_else", file_of(review(form="self", reviewer="sofie"))),
    case(
        "reviewer_is_somebody_else",
        file_of(review(reviewer="sofie")),
        "`sofie` is reviewed by `sofie`, the same person",
        "reviews[0].reviewer",
    ),
    case(
        "reviewer_is_somebody_else",
        file_of(review(form="self")),
        "the self-review of `sofie` is written by `helena`",
        "reviews[0].reviewer",
    ),
    case("reviews_stay_apart", SOUND),
    case(
        "reviews_stay_apart",
        {**file_of(SOFIE), "issues.ISS1.cause": "Sellers were asked to rank a draft list"},
    ),
    case(
        "reviews_stay_apart",
        file_of(review(next_goals=[goal(text="Lower the loaded cost of a new customer")])),
    ),
    Case(
        "reviews_stay_apart",
        {**file_of(SOFIE), "issues.ISS1.cause": "Sofie asked each of five sellers to rank the list"},
        "`issues.ISS1.cause` repeats `people.reviews[0].evidence.s1.behaviour`, which is confidential",
        "issues.ISS1.cause",
        families=("GEN", "ESC"),
    ),
)
REVIEW_CASES: tuple[Case, ...] = (*RATINGS, *OBSERVATIONS, *NEXT, *TEAM, *PINS, *IDLE_PINS, *PAPERS)

WORDS = " ".join(f"word{index}" for index in range(250))
TEXT = " ".join(f"word{index}" for index in range(1, 251))
OF_SOFIE = {"talk": "people.reviews[0]"}
OF_BOTH = {"talk": "people.reviews[0]", "memo": "people.reviews[1]"}
BOTH = file_of(review(), review("marek"))


def paper(text: str, says: str = "", path: str = "", **cycle: Any) -> Case:
    """A written review of one paragraph."""
    changes = file_of(review(), **cycle)
    return case("review_has_its_length", changes, says, path, documents=made(document(text)),
                mode="review", made_for=OF_SOFIE)  # fmt: skip


def line_of(key: str) -> Paragraph:
    """A paragraph that shows a number."""
    return Paragraph((Shown("40", key),), None)


def of_sofie(*blocks: Any, path: str = "", in_template: bool = False, **fields: Any) -> Case:
    """A document made for Sofie, whose colleague Marek is reviewed too; `path` is what it tells of him."""
    changes = file_of(review(**fields), review("marek", overall=2))
    return Case(
        "nobody_else_is_told",
        changes,
        f"`talk` is made for `sofie` and tells of `marek`: `{path}`" if path else "",
        path="" if in_template else path,
        documents=made(document(*blocks, confidentiality="confidential")),
        in_template=in_template,
        made_for=OF_SOFIE,
        may_name_reviews=True,
    )


def both(one: str, other: str, says: str = "", mode: str = "review") -> Case:
    """The written reviews of two people."""
    documents = made(document(one), document(other))
    path = "reviews[1]" if says else ""
    return case("reviews_have_their_own_words", BOTH, says, path, documents=documents, mode=mode,
                made_for=OF_BOTH)  # fmt: skip


ALIKE = "`sofie` and `marek` are told in the same words:"
IN_REVIEWS = "of the groups of three words in their reviews are the same"
MAREKS = "people.reviews[1].evidence.m1.behaviour"
MAREKS_NAME = "stakeholders.marek.name"
REVIEW_DOCUMENT_CASES: tuple[Case, ...] = (
    of_sofie("Sofie Castellan moved s1 forward by one week. Will Marek hear of it?"),
    of_sofie("You moved m1 forward by one week.", why="She moved m1 forward by one week"),
    of_sofie("Marek Adeyemi helped.", why="Marek Adeyemi asked for her help"),
    of_sofie(
        "Marek Adeyemi helped.", support=[{"text": "Pair", "owner": "marek", "due": date(2026, 12, 18)}]
    ),
    of_sofie("You moved m1 forward by one week.", in_template=True, path=MAREKS),
    of_sofie("Marek Adeyemi: 2", in_template=True, path=MAREKS_NAME),
    of_sofie(Paragraph((Text("Marek"), Text(": 2")), None), path=MAREKS_NAME),
    of_sofie(Chart(ChartKind.BAR, "Overall", ("Marek",), ()), path=MAREKS_NAME),
    of_sofie(
        line_of("people.reviews[1].goals[0].actual"),
        path="people.reviews[1].goals[0].actual",
    ),
    replace(of_sofie("Marek Adeyemi: 2"), made_for={}),
    paper(WORDS),
    paper(f"{WORDS} {WORDS}", kind="annual"),
    replace(paper("Short."), mode="talk"),
    paper(
        WORDS.removesuffix(" word249"),
        "`talk` has 249 words; a half-year review has 250 to 400",
        "reviews[0]",
    ),
    paper(
        f"{WORDS} {WORDS}",
        "`talk` has 500 words; a probation review has 250 to 400",
        "reviews[0]",
        kind="probation",
    ),
    both(WORDS, SAME),
    both(WORDS, TEXT, mode="talk"),
    both(WORDS, TEXT, f"{ALIKE} 99% {IN_REVIEWS}"),
    both(f"{SAME}. {WORDS[:80]}", f"{SAME}. {HALF}", f"{ALIKE} 30% {IN_REVIEWS}"),
    case(
        "reviews_stay_in_reviews",
        file_of(SOFIE),
        documents=made(document(f"You {SAME}.", confidentiality="confidential")),
        may_name_reviews=True,
    ),
    case(
        "reviews_stay_in_reviews", file_of(SOFIE), documents=made(document("Five sellers ranked the list."))
    ),
    case(
        "reviews_stay_in_reviews",
        file_of(SOFIE),
        "`talk` is about people and is not marked confidential",
        "reviews[0]",
        documents=made(document(f"You {SAME}.")),
        may_name_reviews=True,
        made_for=OF_SOFIE,
    ),
    case(
        "reviews_stay_in_reviews",
        file_of(SOFIE),
        "`talk` is no review and repeats `people.reviews[0].evidence.s1.behaviour`",
        "reviews[0].evidence.s1.behaviour",
        documents=made(document(heading(f"Sofie {SAME}"), confidentiality="confidential")),
        families=("GEN",),
    ),
    case(
        "reviews_stay_in_reviews",
        file_of(review(why="The late launch cost us two customers")),
        "`mail` is no review and repeats `people.reviews[0].why`",
        "reviews[0].why",
        documents=made(message("The late launch\ncost us TWO customers, she said.", to=(MARTA,))),
        families=("GEN",),
    ),
)
