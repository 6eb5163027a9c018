"""Finding records: where they belong, and words that need not be spelled as they are written."""

from __future__ import annotations

import pytest

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.phrases import Facets, PhraseBook, having, load_phrases
from alignkit.phrases.searching import nearest_ids, search, suggestions


@pytest.fixture(scope="module")
def book() -> PhraseBook:
    return load_phrases(Catalogue().banks(), "en", Report())


def ids(book: PhraseBook, *words: str) -> list[str]:
    return [hit.phrase.id for hit in search(words, book.phrases.values(), book)]


@pytest.mark.parametrize("words", [("measurement-on-develop-3",), ("MEASUREMENT-on-develop-3",)])
def test_an_id_finds_its_record_first(words: tuple[str, ...], book: PhraseBook) -> None:
    assert "measurement-on-develop-3" == ids(book, *words)[0]


@pytest.mark.parametrize("word", ["prioritisation", "prioritization", "prioritsation", "Prioritisaton"])
def test_a_typing_mistake_is_forgiven(word: str, book: PhraseBook) -> None:
    found = ids(book, word)

    assert found
    assert all(each.startswith("planning-") for each in found[:5])


def test_every_word_has_to_be_there(book: PhraseBook) -> None:
    both = set(ids(book, "measurement", "correct"))

    assert both == set(ids(book, "correct", "measurement"))
    assert both
    assert both < set(ids(book, "measurement"))


def test_a_topic_and_a_word_of_a_sentence_are_found(book: PhraseBook) -> None:
    assert {each.id for each in book.phrases.values() if each.topic == "unfair"} <= set(ids(book, "unfair"))
    assert "escalation-need-1" in ids(book, "decision", "release")


@pytest.mark.parametrize("words", [("",), ("  ",), ("!?",), ("\u202e",), ("{}",)])
def test_nothing_to_look_for_finds_nothing(words: tuple[str, ...], book: PhraseBook) -> None:
    assert [] == ids(book, *words)


def test_what_is_not_there_has_suggestions(book: PhraseBook) -> None:
    assert [] == ids(book, "questoinnaire", "measurement")
    assert (
        "questions"
        in suggestions(("questoinnaire", "measurement"), book.phrases.values(), book)["questoinnaire"]
    )
    assert {} == suggestions(("measurement",), book.phrases.values(), book)


def test_the_nearest_ids_of_a_misspelled_one() -> None:
    known = ("measurement-on-develop-1", "planning-on-develop-1", "talk-open-1")

    assert "measurement-on-develop-1" == nearest_ids("mesurement-on-devlop-1", known)[0]


def test_facets_narrow_and_open_lists_fit_all(book: PhraseBook) -> None:
    every = tuple(book.phrases.values())

    assert every == having(Facets(), every)
    assert 6 <= len(
        having(Facets(competency="measurement", band="on", purpose="develop", part="core"), every)
    )
    assert {"talk-open", "talk-reply"} <= {each.part for each in having(Facets(part="talk"), every)}
    plain = having(Facets(bank="review", part="opening", directness="plain"), every)
    assert plain
    assert all(not each.directness or "plain" in each.directness for each in plain)
