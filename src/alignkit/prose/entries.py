"""Entries of word lists as regular expressions.

An entry is a word or phrase with little more than the words themselves::

    arrogan(t|tly|ce)        one of several endings
    disab*                   any ending
    <take> charge            a verb in all its forms
    (very)? nice             a word that may be missing
    lack of {gap3} drive     up to three words between
    better than {other}      a slot: a group of words that the language defines

A blank matches a blank, a line end or a hyphen; a hyphen also matches nothing, so `hard-working` finds three
spellings.
Whatever else a regular expression can do is not there, so that no list of a project can make it slow.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

BLANK = r"(?:\s+|\s*-\s*)"
WORD = r"[^\s,.;:!?()\"—-]+"
"""A word without its hyphens, which `BLANK` matches: what both matched would be tried in every division."""
_HYPHEN = r"(?:\s*-\s*|\s)?"
_STAR = r"[^\W\d_]*"
_CLIPPED = {"<be>": "'(?:re|s|m)", "<have>": "'(?:ve|s|d)", "not": "n?'t"}
"""Items that may be clipped to the word before: `you're`, `you've`, `don't`."""
_GAP = re.compile(r"gap(\d)\Z")
_SPECIAL = frozenset("()<>{}| ")
LONGEST = 6_000
"""Characters of an entry."""
MOST_GAP = 9
"""Words a gap may stand for."""
DEEPEST = 20
"""Brackets within brackets."""


_NO_WORD = "an entry needs a word that cannot be missing"


class EntryError(ValueError):
    """An entry that cannot be read; its text says why."""


def one_of(expressions: Iterable[str]) -> str:
    """An expression for any of `expressions`, the longest first."""
    return "|".join(sorted(set(expressions), key=lambda each: (-len(each), each)))


def whole_words(expression: str) -> str:
    """The expression where whole words stand."""
    return rf"(?<![\w'])(?<!\w-)(?:{expression})(?!\w|-\w)"


def expression_of(entry: str, slots: Mapping[str, str], forms: Callable[[str], Iterable[str]]) -> str:
    """The expression of an entry.

    Args:
        entry: as the list has it.
        slots: what stands for `{slot}`.
        forms: every form of a verb.

    """
    if not 0 < len(entry) <= LONGEST:
        raise EntryError(f"an entry has at most {LONGEST:,} characters")
    parser = _Parser(re.sub(r"\s+\)\?\s*", ")? ", " ".join(entry.split())), slots, forms)
    expression = parser.words()
    if parser.at < len(parser.text):
        raise EntryError("brackets do not match")
    if re.fullmatch(expression, ""):
        raise EntryError(_NO_WORD)
    return expression


class _Parser:
    """Reads an entry from left to right."""

    def __init__(self, text: str, slots: Mapping[str, str], forms: Callable[[str], Iterable[str]]) -> None:
        self.text = text
        self.slots = slots
        self.forms = forms
        self.at = 0
        self.depth = 0

    def next(self) -> str:
        return self.text[self.at : self.at + 1]

    def words(self) -> str:
        """Items with blanks between them."""
        parts: list[str] = []
        bare = True
        while self.next() and self.next() not in "|)":
            if self.next() == " ":
                self.at += 1
                continue
            start = self.at
            expression, is_optional, is_gap = self.item()
            if is_gap:
                parts.append(expression)
            elif (
                is_optional
                and not bare
                and (said := _CLIPPED.get(self.text[start : self.at].strip("()?"), ""))
            ):
                parts.append(f"(?:{BLANK}{expression}|{said})?")
            elif is_optional:
                parts.append(f"(?:{expression}{BLANK})?" if bare else f"(?:{BLANK}{expression})?")
            else:
                said = "" if bare else _CLIPPED.get(self.text[start : self.at], "")
                joined = ("" if bare else BLANK) + expression
                parts.append(f"(?:{joined}|{said})" if said else joined)
                bare = False
        if bare:
            raise EntryError(_NO_WORD)
        return "".join(parts)

    def item(self) -> tuple[str, bool, bool]:
        """What stands between two blanks; whether it may be missing, and whether it is a gap."""
        found: list[str] = []
        pieces = 0
        is_optional = is_gap = False
        while self.next() and self.next() not in "|) ":
            expression, may_miss, is_gap = self.piece()
            found.append(
                f"(?:{expression})?"
                if may_miss and (pieces or self.next() not in ("", "|", ")", " "))
                else expression
            )
            is_optional = may_miss and not pieces and self.next() in ("", "|", ")", " ")
            pieces += 1
        return "".join(found), is_optional, is_gap and pieces == 1

    def piece(self) -> tuple[str, bool, bool]:
        sign = self.next()
        self.at += 1
        if sign == "(":
            return self.options(), self.may_miss(), False
        if sign == "<":
            return self.verb(self.until(">")), self.may_miss(), False
        if sign == "{":
            expression, is_gap = self.slot(self.until("}"))
            return expression, self.may_miss(), is_gap
        if sign in ")>}":
            raise EntryError("brackets do not match")
        return (_STAR if sign == "*" else _HYPHEN if sign == "-" else re.escape(sign)), False, False

    def options(self) -> str:
        """What stands in brackets."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise EntryError(f"an entry has at most {DEEPEST} brackets within each other")
        options = [self.words()]
        while self.next() == "|":
            self.at += 1
            options.append(self.words())
        self.close(")")
        self.depth -= 1
        return f"(?:{'|'.join(options)})"

    def may_miss(self) -> bool:
        found = self.next() == "?"
        self.at += found
        return found

    def close(self, mark: str) -> None:
        if self.next() != mark:
            raise EntryError("brackets do not match")
        self.at += 1

    def until(self, mark: str) -> str:
        start = self.at
        while self.next() and self.next() not in _SPECIAL:
            self.at += 1
        name = self.text[start : self.at]
        self.close(mark)
        return name

    def verb(self, verb: str) -> str:
        some = sorted(set(self.forms(verb)), key=lambda form: (-len(form), form))
        return f"(?:{'|'.join(re.escape(form) for form in some)})"

    def slot(self, name: str) -> tuple[str, bool]:
        if gap := _GAP.match(name):
            return rf"(?:{BLANK}{WORD}){{0,{gap[1]}}}", True
        if name not in self.slots:
            known = ", ".join(f"{{{each}}}" for each in sorted(self.slots))
            raise EntryError(
                f"there is no slot {{{name}}}; there are {known} and {{gap1}} to {{gap{MOST_GAP}}}"
            )
        return self.slots[name], False
