"""How wide text is: advance widths of the brand's font, near enough to give columns their share."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, east_asian_width, normalize

_ADVANCES = {
    221: "'", 226: " ", 229: "il", 239: "j", 250: ",‘’‚", 252: ".I·", 268: ":;", 303: "()", 305: "f",
    306: "-", 307: "[]", 314: "{}", 319: "J", 326: "!¡", 335: "t", 339: "°‹›", 349: "r", 386: "/\\",
    391: "s", 395: "z", 401: '"', 418: "“”„", 420: "L", 423: "c", 433: "x", 452: "v", 453: "y", 455: "k",
    459: "FS", 460: "|", 463: "?¿", 468: "Z", 471: "g", 479: "a", 487: "TY", 488: "E",
    498: "#*+<=>^_e~±×÷–−≈≤≥", 507: "$0123456789£¥€", 512: "«»", 517: "P", 519: "X", 520: "K",
    525: "bdhnpquð", 527: "oß", 529: "ø", 533: "C", 543: "R", 544: "B", 567: "V", 579: "A", 615: "D",
    623: "H", 631: "G", 642: "U", 646: "N", 662: "O", 664: "Ø", 673: "Q", 682: "&", 690: "…", 705: "™",
    715: "%w", 763: "Æ", 773: "æ", 799: "m", 855: "M", 890: "W", 894: "@", 905: "—→",
}  # fmt: skip
"""Thousandths of the font size, from the `hmtx` table of the regular weight of Calibri and Carlito."""
_KNOWN = {character: advance for advance, characters in _ADVANCES.items() for character in characters}
_USUAL, _FULL = 507, 1000
BOLD = 1.03
"""How much wider bold text is, on average."""


@lru_cache(maxsize=4096)
def _advance(character: str) -> int:
    if (known := _KNOWN.get(character)) is not None:
        return known
    if combining(character):
        return 0
    if east_asian_width(character) in "WF":
        return _FULL
    return _KNOWN.get(normalize("NFD", character)[0], _USUAL)


def text_width(text: str, size_pt: float) -> float:
    """Width of one line of `text` in twips."""
    return sum(map(_advance, text)) * size_pt * 0.02
