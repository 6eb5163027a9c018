"""Reads statements back and says what they claim that is not so; it knows nothing of how they are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {"M": 6, "m": 6, "B": 9, "bn": 9, "T": 12, "tn": 12, "Mio": 6, "Mrd": 9, "Bio": 12}
_NUMBER = re.compile(
    r"(?P<sign>[\u2212+]?)[^\d\u2212+]{0,4}(?P<digits>\d[\d.,]*)\s?(?P<scale>Mio|Mrd|Bio|bn|tn|[MBTm](?![a-z]))?"
)
_CHANGES = {
    "en": (
        (r"(?P<up>rises|improves|worsens|falls) by (?P<d>.+?)(?: \((?P<p>[^)]+)\))? to (?P<n>.+)", "far"),
        (r"edges (?P<up>up|down) to (?P<n>.+)", "near"),
        (r"stays at about (?P<n>.+)", "alike"),
        (r"stays at (?P<n>.+)", "same"),
    ),
    "de": (
        (r"(?P<up>steigt|sinkt) um (?P<d>.+?)(?: \((?P<p>[^)]+)\))? auf (?P<n>.+)", "far"),
        (r"(?P<up>steigt|sinkt) leicht auf (?P<n>.+)", "near"),
        (r"bleibt bei rund (?P<n>.+)", "alike"),
        (r"bleibt bei (?P<n>.+)", "same"),
    ),
}
_UP = frozenset(("rises", "up", "steigt"))
_AGAINST = {
    "en": (
        (r"inside the ceiling of (?P<l>.+)", "below"),
        (r"just inside the ceiling of (?P<l>.+)", "near"),
        (r"exactly at the (?:ceiling|floor) of (?P<l>.+)", "same"),
        (r"just (?:above|below) the (?:ceiling|floor) of (?P<l>.+)", "near"),
        (r"(?P<d>.+) above the ceiling of (?P<l>.+)", "above"),
        (r"(?P<d>.+) below the floor of (?P<l>.+)", "below"),
        (r"above the floor of (?P<l>.+)", "above"),
    ),
    "de": (
        (r"unter der Obergrenze von (?P<l>.+)", "below"),
        (r"knapp (?:unter|\u00fcber) der (?:Ober|Unter)grenze von (?P<l>.+)", "near"),
        (r"genau an der (?:Ober|Unter)grenze von (?P<l>.+)", "same"),
        (r"(?P<d>.+) \u00fcber der Obergrenze von (?P<l>.+)", "above"),
        (r"(?P<d>.+) unter der Untergrenze von (?P<l>.+)", "below"),
        (r"\u00fcber der Untergrenze von (?P<l>.+)", "above"),
    ),
}
_UGLY = {
    "nothing more": r"(?<![\d.,])0 (?:more|fewer|less|mehr|weniger)",
    "one of many": r"(?<![\d.,])1 (?:customers|months|days|Monate|Tage|Kunden)\b",
    "two signs": r"[+\u2212-]\s*[+\u2212-]",
    "two blanks": r"\s\s|^\s|\s$",
    "a bracket": r"[{}\[\]]",
    "a minus by which something changes": r"(?: by | um )[\u2212+]",
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is read."""

    value: Decimal
    """What it says."""
    step: Decimal
    """How much one of its last digit is."""


def number(text: str, language: str) -> Number:
    """The first number of a text, as a reader of the language takes it."""
    found = _NUMBER.search(text)
    assert found, text
    digits = found["digits"].rstrip(".,")
    digits = digits.replace(".", "").replace(",", ".") if language == "de" else digits.replace(",", "")
    scale = Decimal(10) ** _SCALES.get(found["scale"] or "", 0)
    places = len(digits.partition(".")[2])
    sign = -1 if found["sign"] == "\u2212" else 1
    return Number(sign * Decimal(digits) * scale, scale.scaleb(-places))


def ugly(text: str) -> list[str]:
    """What makes a sentence look made by a machine."""
    return [name for name, pattern in _UGLY.items() if re.search(pattern, text)]


def claims(text: str, now: str, before: str, language: str, form: str) -> list[str]:
    """What a sentence says of two numbers, both as they are shown, that is not so.

    Args:
        text: the sentence.
        now: the number it speaks of.
        before: the number it measures against.
        language: `en` or `de`.
        form: `changes` or `against`.

    """
    for pattern, relation in (_CHANGES if form == "changes" else _AGAINST)[language]:
        if found := re.fullmatch(pattern, text):
            parts = found.groupdict()
            way = {"above": 1, "below": -1}.get(relation, 0)
            if parts.get("up") and relation in ("far", "near"):
                way = 1 if parts["up"] in _UP else -1
            return list(
                _lies(parts, relation, way, number(now, language), number(before, language), language)
            )
    return [f"nobody can read `{text}`"]


def _lies(
    parts: dict[str, str], relation: str, way: int, now: Number, before: Number, language: str
) -> list[str]:
    gap, room = now.value - before.value, (now.step + before.step) / 2
    found = []
    if parts.get("n") and number(parts["n"], language).value != now.value:
        found.append("it ends elsewhere")
    if parts.get("l") and number(parts["l"], language).value != before.value:
        found.append("the limit is another")
    if relation in ("same", "alike") and gap:
        found.append("the two read differently")
    if relation == "near" and not way and abs(gap) > room:
        found.append("it is not near")
    if way and gap * way <= 0:
        found.append("it goes the other way")
    if parts.get("d"):
        told = number(parts["d"], language)
        if told.value <= 0 or abs(told.value - abs(gap)) > room + told.step / 2:
            found.append("the difference is another")
    return found
