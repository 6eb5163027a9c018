"""When a word counts: said of the person, and not of a market, a number or somebody else."""

from __future__ import annotations

from typing import Any

import pytest

from alignkit.prose import SEVERITIES, Finding, Passage, findings, language_of
from alignkit.prose.english import Clauses
from alignkit.prose.german import GermanClauses
from measure_text_rules import rules_of


def found(text: str, language: str = "en", **known: object) -> list[Finding]:
    return list(findings([Passage(text, **known)], rules_of(language)))  # type: ignore[arg-type]


def codes(text: str, language: str = "en", **known: object) -> list[str]:
    return [each.code for each in found(text, language, **known)]


@pytest.mark.parametrize(
    "text",
    [
        "You are aggressive.",
        "You’re not arrogant.",
        "You were, I must say, far too aggressive in the call.",
        "Are you always so stubborn?",
        "You are helpful, direct but abrasive.",
        "Your aggressive tone in meetings stopped the talk.",
        "In meetings your attitude was hostile.",
        "I find you difficult to work with.",
        "She comes across as passive-\naggressive.",
        "Too emotional in negotiations.",
        "Can be abrasive with agencies.",
        "As a difficult colleague you cost us time.",
        "You reacted far too emotionally.",
        "There is a certain laziness in how you brief.",
        "You are someone who is always moody.",
    ],
)
def test_a_label_of_the_person_is_found(text: str) -> None:
    assert "REV-T01" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "You met the aggressive target on May 3.",
        "Your target was aggressive, and you met it on May 3.",
        "The market was difficult, and you kept the price.",
        "You moved the sensitive data on May 3.",
        "Sales called the warm leads you had sent.",
        "You kept the passive candidates informed.",
        "You told the agency that their second draft was too emotional for the test group.",
        'A buyer wrote "your service is arrogant and slow", and you answered within an hour.',
        "The customer was difficult, and you stayed on the agenda.",
        "You bid aggressively on brand terms and paid 12% less.",
    ],
)
def test_a_thing_a_market_and_others_are_no_label(text: str) -> None:
    assert [] == codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("You constantly change the brief.", "REV-T04"),
        ("Nobody understands your reports.", "REV-T04"),
        ("I expect more ownership from you.", "REV-T06"),
        ("Your lack of motivation was plain.", "REV-T12"),
        ("He has not yet been ready for a team.", "REV-T15"),
        ("Your accent is hard to follow.", "REV-T11"),
        ("After your maternity leave, you travel less.", "REV-T11"),
        ("People say you are slow.", "REV-T08"),
        ("You plan better than your colleagues.", "REV-T09"),
        ("You think outside\nthe box.", "REV-T19"),
    ],
)
def test_other_rules_find_the_person_too(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "You told me the page never loads on phones.",
        "You ended the always-on campaign on May 3.",
        "The landing page needs to improve its load time.",
        "You asked the sponsor to step up, and it paid 8,000 more.",
        "You sold the family of products to three retailers.",
        "You wrote the brief of the maternity brand.",
        "The perception survey of 400 buyers ended on May 3.",
        "The segment has potential, and the deck was ready for print.",
        "The server refused to connect, and you called the host.",
    ],
)
def test_other_rules_leave_things_alone(text: str) -> None:
    assert [] == codes(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("You were on your phone because you have small kids.", ""),
        ("Jonas was on his phone because he has small kids.", ""),
        ("Jonas was on his phone because he has small kids.", "Jonas Falk"),
        ("I think it was because of the sick leave.", ""),
        ("That was mainly due to sickness.", ""),
        ("You wore a short skirt at the fair.", ""),
        ("You came to the fair in a tight dress.", ""),
        ("Your high heels were loud.", ""),
    ],
)
def test_reasons_of_private_life_and_clothes_are_found(text: str, person: str) -> None:
    assert "REV-T11" in codes(text, person=person)


@pytest.mark.parametrize(
    "text",
    [
        "The fair was cancelled because of the illness of the host.",
        "You moved the date because of the accident insurance campaign.",
        "You have two small kids' ranges in the plan.",
        "You wore the branded shirt at the booth.",
        "You asked a buyer why she has kids, and the page names it.",
    ],
)
def test_reasons_and_clothes_of_others_are_left_alone(text: str) -> None:
    assert [] == [code for code in codes(text) if code == "REV-T11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was lazy at the fair", ["REV-T01"]),
        ("is a star", ["REV-T02"]),
        ("came late because of the kids", ["REV-T11"]),
        ("wore a short skirt", ["REV-T11"]),
        ("always came late", ["REV-T04"]),
        (
            "was on his phone, people say he is lazy because he has small kids",
            ["REV-T08", "REV-T01", "REV-T11"],
        ),
        ("asked Helena for the list, she was ill", ["REV-T11"]),
        ("asked Helena for her baby pictures", []),
        ("worked slower than Aoife", ["REV-T09"]),
        ("worked slower than the print shop", []),
        ("took over from a colleague who was on maternity leave", ["REV-T11"]),
        ("visited the customer, who was ill", []),
        ("told the agency that their second draft was too emotional", []),
        ("asked a buyer why she has kids", []),
        ("set an aggressive target for warm leads", []),
        ("fixed the page that never loads", []),
        ("sent a list that was difficult to read", []),
    ],
)
def test_an_act_without_a_subject_is_the_persons(text: str, expected: list[str]) -> None:
    assert expected == codes(text, act=True, evidence=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("waren faul", "REV-T01"),
        ("ist ein Star", "REV-T02"),
        ("kam wegen der Kinder zu spät", "REV-T11"),
        ("war am Handy, weil er kleine Kinder hat", "REV-T11"),
    ],
)
def test_a_german_act_without_a_subject_is_the_persons_too(text: str, code: str) -> None:
    assert [code] == codes(text, "de", act=True)


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("You used the phone while two visitors waited at the counter.", "correct"),
        ("The list was late, and two visitors left.", "develop"),
        ("Answer each request.", "goal"),
        ("Answer 40 requests; due: 2027-03-31", "goal"),
        ("The year is over.", "summarise"),
    ],
)
def test_a_statement_composed_of_fields_has_what_they_hold(text: str, purpose: str) -> None:
    assert "REV-T10" not in codes(text, statement=True, evidence=True, purpose=purpose)


def test_a_statement_composed_of_fields_can_lack_its_effect() -> None:
    (each,) = found("The phone is new.", statement=True, evidence=True, purpose="correct")

    assert each.message.startswith("the statement lacks an effect: ")
    assert ["REV-T10"] == codes("Answer requests.", statement=True, purpose="goal")


def test_used_is_an_act_and_used_to_is_none() -> None:
    act = "On May 3 you used the phone, and two visitors left."

    assert [] == codes(act, statement=True, purpose="recognise")
    assert ["REV-T10"] == codes(act.replace("used the", "used to be at the"), statement=True)


@pytest.mark.parametrize(
    ("text", "purpose", "expected"),
    [
        ("Order everything for a show by the printer's deadline.", "goal", []),
        ("Order everything for a show by the printer's deadline.", "", []),
        ("Your next goal is to order everything for a show by May 3.", "", []),
        ("You ordered everything for a show by the printer's deadline.", "", []),
        ("Send the list in every meeting.", "goal", []),
        ("You criticise everything.", "", ["REV-T04"]),
        ("You interrupt in every meeting.", "", ["REV-T04"]),
        ("Everybody knows your reports.", "", ["REV-T04"]),
        ("Never miss a date.", "goal", ["REV-T04"]),
    ],
)
def test_an_amount_of_a_task_is_no_absolute(text: str, purpose: str, expected: list[str]) -> None:
    assert expected == codes(text, purpose=purpose)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("her return from maternity leave", ["REV-T11"]),
        ("their pregnancy", ["REV-T11"]),
        ("a week of sick leave", ["REV-T11"]),
        ("the handover before Aoife's parental leave", ["REV-T11"]),
        ("launch of the maternity range", []),
        ("campaign for young families", []),
        ("webinar on mental health", []),
        ("Ramadan campaign in March", []),
        ("survey of 400 parents on childcare", []),
    ],
)
def test_private_matters_count_in_a_field_whoever_they_are_of(text: str, expected: list[str]) -> None:
    assert expected == codes(text, is_fact=True)


def test_what_is_said_of_anybody_named_is_found_whoever_the_text_is_about() -> None:
    text = "You took the calls of Hamish, who has epilepsy."

    assert ["REV-T11"] == codes(text)
    assert ["REV-T11"] == codes(text, person="Yuki Tanaka")


def test_words_of_looks_make_no_person_of_a_name_that_no_list_has() -> None:
    assert [] == codes("Zephyrine is attractive to 40 dealers.")
    assert ["REV-T11"] == codes("Dorothea said that Zephyrine is attractive, and she is.")


def test_who_helps_may_be_named() -> None:
    known: dict[str, Any] = {"person": "Aoife Byrne", "others": ("Yuki Tanaka", "Yuki")}

    assert [] == codes("help from Yuki", **known, is_support=True)
    assert [] == codes("Yuki shows the list on May 3", **known, is_support=True)
    assert ["REV-T18"] == codes("Yuki shows the {list}", **known, is_support=True)
    (each,) = found("took the list from Yuki", **known)
    assert ("REV-T09", "write `a colleague`: their name belongs into their own file") == (
        each.code,
        each.hint,
    )


def test_a_name_is_told_once() -> None:
    known: dict[str, Any] = {"person": "Aoife Byrne", "others": ("Yuki",)}

    assert ["REV-T09"] == codes("Yuki sent the list to 40 buyers.", **known)
    assert ["REV-T18"] == codes("Tom sent the list to 40 buyers.", **known)


def test_a_composed_sentence_may_be_longer_than_one_the_writer_can_split() -> None:
    words = "On May 3 you counted leads in 40 shops and " + "asked each of the sellers and " * 4
    composed: dict[str, Any] = {"statement": True, "evidence": True, "purpose": "recognise"}

    assert ["REV-T20"] == codes(f"{words}stopped.")
    assert [] == codes(f"{words}stopped.", **composed)
    assert ["REV-T20"] == codes(f"{words}{words}stopped.", **composed)
    assert [] == codes("The brief was sent 3 days late.", **{**composed, "purpose": "develop"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ab Februar wollen Sie jede Aktion mit einer Vergleichswoche auswerten.", []),
        ("Bitte werten Sie jede Aktion mit einer Vergleichswoche aus.", []),
        ("Werten Sie jede Aktion mit einer Vergleichswoche aus.", []),
        ("Sie haben jede Aktion mit einer Vergleichswoche ausgewertet.", []),
        ("Sie haben sich vorgenommen, jede Aktion auszuwerten.", []),
        ("Sie unterbrechen jede Sitzung.", ["REV-T04"]),
        ("Sie haben jede Frist verpasst.", ["REV-T04"]),
        ("Jede Auswertung von Ihnen ist falsch.", ["REV-T04"]),
        ("In jeder Sitzung wollen Sie reden.", ["REV-T04"]),
        ("Mit Ihnen hat jeder Ärger.", ["REV-T04"]),
    ],
)
def test_an_amount_of_a_german_task_is_no_absolute(text: str, expected: list[str]) -> None:
    assert expected == codes(text, "de", purpose="develop")


def test_an_i_is_the_person_only_where_nobody_else_is() -> None:
    assert ["REV-T04"] == codes("I always send the list late.")
    assert [] == codes("I always read what you send.")


def test_praise_weighs_less_with_evidence() -> None:
    assert ["error"] == [each.severity.value for each in found("Great job!")]
    assert ["warn"] == [each.severity.value for each in found("Great job!", evidence=True)]


def test_criticism_with_a_next_act_is_none() -> None:
    assert ["REV-T06"] == codes("You need to be more proactive.")
    assert [] == codes(
        "You need to be more proactive. Send the risk list each Friday from March 1; measure: no surprise."
    )


def test_one_hedge_in_a_hundred_words_passes_and_none_in_a_correction() -> None:
    assert [] == codes("Perhaps the test ended a day early.")
    assert ["REV-T07"] == codes("Perhaps the test ended a day early.", purpose="correct")
    assert ["REV-T07", "REV-T07"] == codes("Perhaps the test was somewhat short.")


def test_a_whole_statement_says_when_what_to_what_effect_and_what_is_next() -> None:
    whole = (
        "In the May report on May 9 you split old and new customers, and the CFO released the second half."
    )
    growth = f"{whole} To close the gap, add the source by June 30; measure: four of four reports."

    assert [] == codes(whole, statement=True, purpose="recognise")
    assert [] == codes(growth, statement=True, purpose="develop")
    assert ["the statement lacks a next act with measure and date [S11, S12]"] == [
        each.message for each in found(whole, statement=True, purpose="develop")
    ]
    assert [
        "the statement lacks a date or a named event, an act of the person in the past tense and an effect: "
        "a number, money, time, or what changed for whom [S11, S12]"
    ] == [each.message for each in found("The reporting is better now.", statement=True)]


def test_names_pronouns_and_slots_of_somebody_else_are_leftovers() -> None:
    known: dict[str, Any] = {"person": "Amara Okafor", "grammar": "f"}

    assert ["REV-T18"] == codes("Dear Tom, in May you sent the list.", **known)
    assert ["REV-T18"] == codes("In May Amara sent his list to 40 buyers.", **known)
    assert [] == codes("In May Amara asked the seller for his list of 40.", **known)
    assert ["REV-T18"] == codes("In {situation} you sent the list.")
    assert ["REV-T09"] == codes("In May you sent Marek the list.", person="Amara", others=("Marek",))


def test_growth_between_praise_is_a_sandwich() -> None:
    text = "The webinar was a success. The report came late. But the deck was excellent again."

    assert "REV-T17" in codes(text, purpose="develop")
    assert "REV-T17" not in codes(text, purpose="recognise")


def test_long_and_passive_sentences_are_notes() -> None:
    long = " ".join(["You counted leads and"] * 8) + " stopped."

    assert ["REV-T20"] == codes(long)
    assert ["REV-T20"] == codes("The brief was sent late.", purpose="develop")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sie haben sich stets bemüht.", "DE-CODE"),
        ("Zu unserer vollsten Zufriedenheit erledigt.", "DE-CODE"),
        ("Du bist aggressiv.", "REV-T01"),
        ("Ihr aggressiver Ton störte.", "REV-T01"),
        ("Alle sagen, dass Sie nie zuhören.", "REV-T08"),
        ("Jonas war am Handy, weil er kleine Kinder hat.", "REV-T11"),
        ("Sie trugen auf der Messe einen kurzen Rock.", "REV-T11"),
        ("Es lag wohl am Krankenstand.", "REV-T11"),
        ("Mit Ihnen hat jeder Ärger.", "REV-T04"),
        ("Wegen der Schwangerschaft fiel das Quartal ruhig aus.", "REV-T11"),
    ],
)
def test_german_has_rules_of_its_own(text: str, code: str) -> None:
    assert code in codes(text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Die Kundenzufriedenheit stieg von 71 auf 78 Prozent.",
        "Sie haben zu jeder Visitenkarte die Frage notiert.",
        "Das aggressive Ziel haben Sie am 3. Mai gesenkt.",
        "Sie haben den jederzeit kündbaren Tarif am 1. Juni gemeldet.",
    ],
)
def test_german_words_of_things_are_left_alone(text: str) -> None:
    assert [] == codes(text, "de")


def test_a_finding_shows_the_words_the_reason_its_source_and_a_cure() -> None:
    (each,) = found("You are abrasive.")

    assert (8, 16, "abrasive") == (each.start, each.end, each.words)
    assert "`abrasive` labels a character, which nobody can observe or change [S62, S63, S64]" == each.message
    assert "write what was said or done on which day, and what followed" == each.hint


def test_every_rule_is_there_with_a_reason_and_a_cure() -> None:
    for language in ("en", "de"):
        rules = rules_of(language).rules
        assert set(SEVERITIES) - {"DE-CODE"} == set(rules) - {"DE-CODE"}
        assert all(rule.reason and rule.cure for rule in rules.values())


def test_messages_and_hints_of_german_texts_are_english_as_all_others_are() -> None:
    german, english = rules_of("de").rules, rules_of("en").rules

    assert {code: (each.reason, each.cure) for code, each in english.items()} == {
        code: (each.reason, each.cure) for code, each in german.items() if code in english
    }


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sie waren auf der Messe.", "de"),
        ("Alle sagen, dass Sie nie zuhören.", "de"),
        ("You were at the fair, and Die Zeit wrote of it.", "en"),
        ("The war on clicks is what was lost.", "en"),
        ("Budget 2027", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_told_from_small_words(text: str, language: str) -> None:
    assert language == language_of(text, ("de", "en"))
    assert "en" == language_of(text, ("en",))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("mit ihrer " + "a-" * 80, "de", []),
        ("rot und " * 1_100 + "nie.", "de", ["REV-T20", "REV-T04"]),
        ("red and " * 1_100 + "never late.", "en", ["REV-T20"]),
    ],
)
def test_a_text_as_nobody_writes_it_is_read_to_its_end(text: str, language: str, expected: list[str]) -> None:
    assert expected == codes(text, language)


_MOST_LOOKS = 2_000
"""How often a word may be looked at."""


@pytest.mark.parametrize(
    ("word", "kind", "language"), [("everything ", Clauses, "en"), ("zu jeder Karte ", GermanClauses, "de")]
)
def test_a_sentence_without_end_costs_no_more_than_its_words(
    monkeypatch: pytest.MonkeyPatch, word: str, kind: Any, language: str
) -> None:
    read = kind.word
    calls = [0]

    def counted(clauses: object, index: int) -> str:
        calls[0] += 1
        return str(read(clauses, index))

    monkeypatch.setattr(kind, "word", counted)
    work = []
    for count in (80, 120, 160, 400, 600, 800):
        calls[0] = 0
        found(word * count, language)
        work.append(calls[0])

    assert work[2] - work[1] < 1.3 * (work[1] - work[0])
    assert work[5] - work[4] < 1.3 * (work[4] - work[3])
    assert work[5] < _MOST_LOOKS * 800 * len(word.split())


@pytest.mark.parametrize("person", ["Amara Okafor", "amara okafor"])
def test_the_person_is_known_however_the_name_was_typed(person: str) -> None:
    assert [] == codes("Amara, thank you for the list of May 3.", person=person)
    assert ["REV-T01"] == codes("Amara was abrasive in the call of May 3.", person=person)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("The price test in May cut the cost to 4.10.", ("Theresa May", "Theresa")),
        ("Price is what you tested on May 3.", ("Anna Price", "Anna")),
        ("Will the list be ready on May 3? You sent it on May 2.", ("Will Young", "Will")),
        (
            "Frank talk and a Mark in the list of May 3 helped you.",
            ("Frank Berg", "Frank", "Mark Lind", "Mark"),
        ),
    ],
)
def test_a_word_that_is_a_colleagues_name_too_is_a_word(text: str, others: tuple[str, ...]) -> None:
    assert "REV-T09" not in codes(text, others=others)


@pytest.mark.parametrize("name", ["Will Young", "Theresa May", "Theresa"])
def test_a_colleague_is_known_by_the_names_given(name: str) -> None:
    others = ("Theresa May", "Theresa", "Will Young", "Will")

    assert ["REV-T09"] == codes(f"On June 3 you sent {name} the list.", person="Amara", others=others)
