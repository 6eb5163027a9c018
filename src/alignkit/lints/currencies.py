"""The GEN rule about currencies: one, or a rate for the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages, Sentence

CURRENCIES = lexicon(
    """
    AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KRW MXN MYR NOK
    NZD PEN PHP PLN RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR
    """
)
"""ISO 4217 codes that documents are likely to hold."""
_SIGNS = {"€": ("EUR",), "£": ("GBP", "EGP"), "¥": ("JPY", "CNY"), "₹": ("INR",)}
_ALL_SIGNS = (*_SIGNS, "$")
_DOLLARS = ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD")
_MONEY = re.compile(
    r"([€£¥₹$])\s?\d|\d[\d.,]*\s?(?:k|m|bn|thousand|million|billion)?\s?([€£¥₹])"
    rf"|\b({'|'.join(sorted(CURRENCIES))})\s?\d|\d[\d.,]*\s?(?:k|m|bn|thousand|million|billion)?\s"
    rf"({'|'.join(sorted(CURRENCIES))})\b"
)


def currency_is_one(pages: Pages) -> Iterator[Hit]:
    """Amounts in a currency that has no rate in the context (GEN-006)."""
    company = pages.subject.context.company
    allowed = {company.currency, *company.fx}
    foreign = _foreign_marks(allowed)
    told: set[str] = set()
    for page in pages.all:
        here = (
            mark for mark in foreign if mark in page.capitals or (mark in _ALL_SIGNS and mark in page.text)
        )
        for sentence in page.containing(*here):
            found = _foreign_in(sentence, allowed)
            if found and found not in told:
                told.add(found)
                message = f"`{found}` is another currency than `{company.currency}` and has no rate"
                hint = f"add `company.fx.{found}` with rate, day and source, or convert the amount"
                yield Hit(message, "company.currency", sentence.place, hint=hint, about=sentence)


def _foreign_marks(allowed: set[str]) -> tuple[str, ...]:
    """Signs and codes that would be foreign, to pass over most sentences quickly."""
    signs = [sign for sign, codes in _SIGNS.items() if allowed.isdisjoint(codes)]
    signs += ["$"] if allowed.isdisjoint(_DOLLARS) else []
    return (*signs, *sorted(CURRENCIES - allowed))


def _foreign_in(sentence: Sentence, allowed: set[str]) -> str:
    for match in _MONEY.finditer(sentence.text):
        sign, code = match[1] or match[2], match[3] or match[4]
        codes = _DOLLARS if sign == "$" else _SIGNS.get(sign or "", (code,))
        if allowed.isdisjoint(codes):
            return str(codes[0])
    return ""
