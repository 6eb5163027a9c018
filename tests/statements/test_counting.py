"""Counts with their nouns, shares in words, and what matters most."""

from __future__ import annotations

import pytest
from sentences import bank_of, figure, formats_of, said

from alignkit.model.draft import Joined, Worded
from alignkit.showing import plain, show
from alignkit.statements import Range, counted, counted_number, ranked, share_words, width_of
from alignkit.values import Unit


def text_of(joined: Joined) -> str:
    return plain(show(joined, formats_of()))


@pytest.mark.parametrize(
    ("value", "words", "expected"),
    [
        ("0", False, "no customers"),
        ("1", False, "one customer"),
        ("2", False, "2 customers"),
        ("2", True, "two customers"),
        ("10", True, "ten customers"),
        ("11", True, "11 customers"),
        ("1200", False, "1,200 customers"),
        ("1.5", False, "1.5 customers"),
        ("1.001", False, "one customer"),
        ("-1", False, "\u22121 customer"),
        ("-5", False, "\u22125 customers"),
    ],
)
def test_a_count_with_its_noun(value: str, words: bool, expected: str) -> None:
    customers = figure(value, Unit.COUNT, noun="customer")

    assert expected == text_of(counted(customers, bank_of(), formats_of(), words=words))


def test_a_count_in_words_stays_a_figure() -> None:
    one = figure(1, Unit.COUNT, noun="customer")

    assert Joined((Worded(one, "one customer"),)) == counted(one, bank_of(), formats_of())


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 0, "no gates"),
        ("en", 1, "one gate"),
        ("en", 2, "2 gates"),
        ("en", 12000, "12,000 gates"),
        ("de", 0, "0 gate"),
        ("de", 2, "2 gate"),
    ],
)
def test_how_many_a_list_holds(language: str, count: int, expected: str) -> None:
    assert expected == counted_number(count, "gate", bank_of(language), formats_of(language))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("1", "2", "half"),
        ("1", "3", "a third"),
        ("2", "3", "two thirds"),
        ("1", "4", "a quarter"),
        ("3", "4", "three quarters"),
        ("3", "3", "all"),
        ("0", "3", "none"),
        ("1", "5", "20%"),
        ("499", "1000", "49.9%"),
        ("33", "100", "33%"),
        ("1", "0", ""),
        (None, "3", ""),
        ("1", None, ""),
    ],
)
def test_a_share_in_words_only_where_it_is_exact(part: str | None, whole: str | None, expected: str) -> None:
    some, everything = figure(part, Unit.COUNT), figure(whole, Unit.COUNT, "whole")

    assert expected == text_of(share_words(some, everything, bank_of()))


def test_a_share_by_itself() -> None:
    assert "half" == text_of(share_words(figure("0.5", Unit.SHARE), None, bank_of()))
    with pytest.raises(ValueError, match="expected a share or a whole beside the part, found months alone"):
        share_words(figure(5, Unit.MONTHS), None, bank_of())


def spread(name: str, low: str | None, high: str | None) -> Range:
    return Range(name, width_of(figure(low, key=f"{name}.low"), figure(high, key=f"{name}.high")))


WIN, SIZE, LEADS = (
    spread("Win rate", "-200", "300"),
    spread("Size", "-100", "100"),
    spread("Leads", "300", "-200"),
)


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([], ""),
        ([WIN], "Win rate matters most"),
        ([SIZE, WIN], "Win rate matters most"),
        ([WIN, SIZE, LEADS], "Win rate and Leads matter most, and alike"),
        ([WIN, LEADS], "all matter alike"),
        ([spread("A", "0", "0"), spread("B", "5", "5")], "none of them moves the result"),
        ([WIN, spread("A", None, "5")], ""),
    ],
)
def test_what_matters_most(ranges: list[Range], expected: str) -> None:
    assert expected == said(ranked(ranges, formats_of()))
