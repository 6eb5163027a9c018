"""Texts that say good or bad and nothing else."""

from __future__ import annotations

import pytest

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.prose import load_text_rules


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "it was not great"),
        ("en", "The result wasn’t good."),
        ("en", "this had a very negative impact on the team"),
        ("en", "things went well, better than expected"),
        ("de", "das lief nicht gut"),
        ("de", "es hatte negative Auswirkungen auf das Projekt"),
    ],
)
def test_a_verdict_is_no_effect(language: str, text: str) -> None:
    assert is_mere_verdict(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ""),
        ("en", "it was not great: three stores cancelled"),
        ("en", "sales took 34 of 40 accounts without changes"),
        ("en", "the result was 4 percent better"),
        ("en", "customers were angry"),
        ("de", "zwei Filialen sagten ab"),
    ],
)
def test_what_changed_is_an_effect(language: str, text: str) -> None:
    assert not is_mere_verdict(language, text)


def is_mere_verdict(language: str, text: str) -> bool:
    report = Report()
    rules = load_text_rules(Catalogue().banks(), language, report)
    assert rules is not None
    assert list(report) == []
    return rules.is_mere_verdict(text)
