"""Reviews for readers of German: every situation, in Sie and in du, without a word of English."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from alignkit.build import Outcome, Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged
from alignkit.diagnostics import Severity

FOLDER = Path(__file__).parent / "german_reviews"
WORKSHOP = Workshop(Catalogue(None))
MODES = {
    "review": 3, "talk": 3, "recognition": 6, "corrective": 6, "self": 3, "peer": 3, "upward": 3, "agency": 1,
    "calibration": 3,
}  # fmt: skip
"""How many documents and mails each situation gives."""
HEADS = {
    "review": "hat für das zweite Halbjahr 2026",
    "talk": "Gesprächsleitfaden: ",
    "recognition": "Anerkennung: ",
    "corrective": "Gesprächsnotiz mit ",
    "self": "Selbsteinschätzung: ",
    "peer": "Rückmeldung von Kolleginnen und Kollegen: ",
    "upward": "Rückmeldung an die Führungskraft: ",
    "agency": "Dienstleisterbewertung: ",
    "calibration": "Kalibrierung: ",
}
SIE = re.compile(r"\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b")
DU = re.compile(r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?|hast|bist)\b")
CODE = re.compile(
    r"zufrieden|bemüh|\bstets\b|\bjederzeit\b|im Großen und Ganzen|voll und ganz|\bhat sich\b.*\bgezeigt\b",
    re.IGNORECASE,
)
"""Words that grade somebody in a German reference letter."""
ALSO_GERMAN = frozenset(["an", "in", "name", "pause", "person", "was"])
"""Words of the English templates that German has too."""


@cache
def made(mode: str, locale: str = "") -> Outcome:
    people, context = FOLDER / "people.yaml", FOLDER / "context.yaml"
    persons = ("anton", "mira", "jakob") if mode == "corrective" else ()  # asked for, everybody gets a note
    request = Request(
        context, ("review",), people=people, formats=("md",), mode=mode, locale=locale, persons=persons
    )
    return build(request, WORKSHOP)


def texts(mode: str, locale: str = "") -> dict[str, str]:
    return {name: body.decode("utf-8") for name, body in made(mode, locale).files.items()}


def every_text() -> dict[str, str]:
    return {name: text for mode in MODES for name, text in texts(mode).items()}


def is_in_du(name: str) -> bool:
    return "-mira" in name


@pytest.mark.parametrize("mode", MODES)
def test_every_situation_is_made_without_an_error(mode: str) -> None:
    outcome = made(mode)

    assert MODES[mode] == len(outcome.files)
    assert [] == [each for each in outcome.report if each.severity is Severity.ERROR]


@pytest.mark.parametrize("mode", MODES)
def test_every_document_is_headed_as_its_readers_call_it(mode: str) -> None:
    for name, text in texts(mode).items():
        if name.startswith("review-"):
            title = re.findall(r"^# (.+)$", text, re.MULTILINE)
            assert 1 == len(title)
            assert HEADS[mode] in title[0], name


def english_words() -> set[str]:
    """What the English templates say, as words."""
    found = {"performance", "review"}
    for path in packaged("templates/review").glob("*.j2"):
        text = re.sub(
            r"\{[%#{].*?[%#}]\}|\bdescription=|\bnote=|\bform=yes|:::\w+", " ", path.read_text("utf-8")
        )
        found |= {word.lower() for word in re.findall(r"[A-Za-z]{2,}", text)}
    return found - ALSO_GERMAN


def test_no_word_of_the_english_templates_is_left() -> None:
    english = english_words()

    assert {"goal", "measure", "signature", "strengths", "by", "the"} <= english
    for name, text in every_text().items():
        words = {word.lower() for word in re.findall(r"[A-Za-zÄÖÜäöüß]+", re.sub(r"\S+@\S+", "", text))}
        assert set() == words & english, name


def test_sie_and_du_are_never_mixed() -> None:
    for name, text in every_text().items():
        wrong, right = (SIE, DU) if is_in_du(name) else (DU, SIE)
        assert [] == wrong.findall(text), name
        if "calibration" not in name and "-peer-" not in name and "-self-" not in name:
            assert right.search(text) or "-upward-" in name, name


def test_people_have_their_full_name_where_they_are_called_sie() -> None:
    assert "# Jakob Steindl hat für" in texts("review")["review-jakob-confidential.md"]
    assert "# Mira hat für" in texts("review")["review-mira-confidential.md"]
    assert "Guten Tag Jakob Steindl," in texts("corrective")["note-corrective-jakob-confidential.md"]
    assert "Hallo Mira," in texts("corrective")["note-corrective-mira-confidential.md"]


AUXILIARIES = {"Sie": ("haben", "sind"), "du": ("hast", "bist"), "ich": ("habe", "bin"), "": ("hat", "ist")}


def test_participles_have_the_verb_they_go_with() -> None:
    people = yaml.safe_load((FOLDER / "people.yaml").read_text("utf-8"))["people"]
    seen = 0
    for review in people["reviews"]:
        for evidence in review["evidence"]:
            for name, text in every_text().items():
                if "calibration" in name:  # a table of facts, without sentences
                    continue
                for sentence in re.split(r"(?<!\d\.)(?<=[.:?;]) |\n", text):
                    if evidence["behaviour"] not in sentence:
                        continue
                    is_sein = evidence.get("auxiliary") == "sein"
                    right = {pair[is_sein] for pair in AUXILIARIES.values()}
                    wrong = {pair[not is_sein] for pair in AUXILIARIES.values()}
                    words = set(re.findall(r"\w+", sentence.replace(evidence["behaviour"], "")))
                    assert words & right, (name, sentence)
                    assert not words & wrong, (name, sentence)
                    seen += 1
    assert seen > 40


def test_days_are_written_as_german_has_them() -> None:
    for name, text in every_text().items():
        assert [] == re.findall(r"\d{4}-\d\d-\d\d", text), name
        assert [] == re.findall(r"\b(?:January|March|May|June|July|October|December)\b", text), name
        assert [] == re.findall(r"\b(?:am|zum|vom) (?!\d|[a-zäöü]|[A-ZÄÖÜ][a-zäöüß]+)", text), name
    assert "(A1, 15. Juli, " in texts("review")["review-anton-confidential.md"]
    assert "bis zum 22. Jänner 2027" in texts("review")["review-anton-confidential.md"]
    assert "bis zum 22. Januar 2027" in texts("review", "de-DE")["review-anton-confidential.md"]


def test_numbers_follow_the_country() -> None:
    assert "96,5 %" in texts("review", "de-DE")["review-anton-confidential.md"].replace("\u00a0", " ")
    assert "96.5" in texts("review", "de-CH")["review-anton-confidential.md"]


def test_nothing_is_said_in_the_code_of_reference_letters() -> None:
    for name, text in every_text().items():
        assert [] == CODE.findall(text), name


@pytest.mark.parametrize("locale", ["de-DE", "de-AT", "de-CH"])
def test_every_country_of_the_language_has_it(locale: str) -> None:
    assert "Beurteilung · Vertraulich" in texts("review", locale)["review-anton-confidential.md"]


def test_switzerland_reads_no_sharp_s_in_what_frames_a_review() -> None:
    folder = packaged("templates/review") / "de"
    framing = {path.name: re.sub(r"\{#.*?#\}", "", path.read_text("utf-8")) for path in folder.glob("*.j2")}
    known = framing.pop("macros.md.j2")

    assert {"Grüße", "Grüßen"} == set(re.findall(r"\w*ß\w*", known))
    assert [] == [name for name, text in framing.items() if "ß" in text]
    assert "Mit freundlichen Grüssen" in texts("corrective", "de-CH")["note-corrective-jakob-confidential.md"]


def test_other_readers_have_the_english_forms() -> None:
    assert "Performance review" in texts("review", "fr-FR")["review-anton-confidential.md"]


def changed(tmp_path: Path, person: str, **fields: object) -> str:
    """The review of somebody whose entry was changed."""
    data = yaml.safe_load((FOLDER / "people.yaml").read_text("utf-8"))
    entry = next(each for each in data["people"]["reviews"] if each["person"] == person)
    entry |= fields
    (tmp_path / "people.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    request = Request(
        FOLDER / "context.yaml",
        ("review",),
        people=tmp_path / "people.yaml",
        formats=("md",),
        persons=(person,),
    )
    outcome = build(request, WORKSHOP)
    assert [] == [each for each in outcome.report if each.blocks]
    return outcome.files[f"review-{person}-confidential.md"].decode("utf-8")


def goals(*met: object) -> list[dict[str, object]]:
    return [
        {"text": f"Bauteil {number}", "target": 4, "actual": 3, "unit": "Teile", "met": each}
        for number, each in enumerate(met)
    ]


TITLES = {
    (True,): "das vereinbarte Ziel erreicht",
    (False,): "das vereinbarte Ziel nicht erreicht",
    ("partly",): "das vereinbarte Ziel zum Teil erreicht",
    (True, True): "beide Ziele erreicht",
    (True, False): "eines der zwei Ziele erreicht",
    (False, False): "keines der beiden Ziele erreicht",
    (False, "partly"): "keines der beiden Ziele ganz erreicht",
    (True, True, True): "alle drei Ziele erreicht",
    (True, True, False): "zwei der drei Ziele erreicht",
}


@pytest.mark.parametrize("met", TITLES)
def test_the_title_says_how_many_goals_were_met(tmp_path: Path, met: tuple[object, ...]) -> None:
    text = changed(tmp_path, "anton", goals=goals(*met))

    assert f"# Anton Brunner hat für das zweite Halbjahr 2026 {TITLES[met]}\n" in text


def test_every_result_has_its_german_word(tmp_path: Path) -> None:
    text = changed(tmp_path, "anton", goals=goals(True, False, "partly"))

    assert ["erreicht", "nicht erreicht", "teilweise erreicht"] == re.findall(
        r"4 Teile \| 3 \| (.+?) \|", text
    )


def test_without_goals_the_title_names_person_and_period(tmp_path: Path) -> None:
    assert "# Anton Brunner: Beurteilung für das zweite Halbjahr 2026\n" in changed(
        tmp_path, "anton", goals=[]
    )


def test_an_effect_no_phrase_fits_follows_its_act_as_it_is_written(tmp_path: Path) -> None:
    evidence = {
        "id": "A9", "date": date(2026, 9, 8), "competency": "craft", "valence": "strength", "auxiliary": "sein",
        "situation": "beim Umbau der Presse", "behaviour": "mit dem Hersteller die Maße durchgegangen",
        "impact": "die Presse lief am Abend wieder",
    }  # fmt: skip

    text = changed(tmp_path, "anton", ratings={}, overall=None, evidence=[evidence], promotion=[])

    told = "mit dem Hersteller die Maße durchgegangen. Die Presse lief am Abend wieder. _(A9, 8. September)_"
    assert told in text
    assert "sind Sie" in text or "Sie sind" in text
    assert "### Fachliche Qualität" in text
