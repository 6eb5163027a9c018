"""What may stand in an element and in which order, and how a sequence of children is judged by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .namespaces import CHART, DRAWING, PRESENTATION, WORD, WORD_DRAWING
from .xml_parts import local_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from .check_facts import Facts

PREFIXES = {
    f"{{{WORD}}}": "w",
    f"{{{WORD_DRAWING}}}": "wp",
    f"{{{DRAWING}}}": "a",
    f"{{{PRESENTATION}}}": "p",
    f"{{{CHART}}}": "c",
}
"""Namespaces in braces with the prefix each has in messages."""
_MOST_TAGS = 48
"""Longest sequence of children worth remembering; longer ones are bodies and never come again."""
_MOST_SEQUENCES = 20_000


@dataclass(frozen=True, slots=True)
class Sequence:
    """Children in a fixed order, each once unless it repeats."""

    ranks: dict[str, int]
    """Tag to its place in the order."""
    repeats: frozenset[str] = frozenset()
    """Tags that may come more than once."""
    required: tuple[str, ...] = ()
    """Tags that must be there."""
    exclusive: bool = False
    """Whether of several tags with the same place only one may come."""


@dataclass(frozen=True, slots=True)
class Content:
    """Children in any order, from a set."""

    allowed: frozenset[str]
    """Tags that may be children."""
    first: str = ""
    """The tag that, if there, must come before all others; it comes once."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of one language."""

    rules: dict[str, Sequence | Content]
    """Tag to the rule for its children; an element without a rule may hold anything."""
    governed: tuple[str, ...]
    """Namespaces the rules speak about: extensions of later versions may come anywhere."""

    def judge(self, parent: str, children: tuple[str, ...]) -> list[tuple[str, str]]:
        """Code and message for everything wrong with the sequence of children of one element."""
        rule = self.rules.get(parent)
        if rule is None:
            return []
        if isinstance(rule, Sequence):
            return self._judge_sequence(parent, children, rule)
        return self._judge_content(parent, children, rule)

    def _judge_sequence(
        self, parent: str, children: tuple[str, ...], rule: Sequence
    ) -> list[tuple[str, str]]:
        problems = []
        highest, last = -1, ""
        seen: set[str] = set()
        for tag in children:
            rank = rule.ranks.get(tag)
            if rank is None:
                if tag.startswith(self.governed):
                    problems.append(("PKG-127", f"{quoted(tag)} is not a child of {quoted(parent)}"))
                continue
            if rank < highest:
                problems.append(
                    (
                        "PKG-113",
                        f"{quoted(tag)} comes before {quoted(last)} in {quoted(parent)}, found after it",
                    )
                )
            if tag in seen and tag not in rule.repeats:
                problems.append(("PKG-114", f"{quoted(tag)} comes once in {quoted(parent)}, found again"))
            elif rank == highest and rule.exclusive and last != tag and tag not in rule.repeats:
                both = f"{quoted(last)} and {quoted(tag)}"
                problems.append(("PKG-114", f"{both} exclude each other in {quoted(parent)}, found both"))
            if rank >= highest:
                highest, last = rank, tag
            seen.add(tag)
        problems += [
            ("PKG-107", f"{quoted(parent)} needs {quoted(tag)}, found none")
            for tag in rule.required
            if tag not in seen
        ]
        return problems

    def _judge_content(self, parent: str, children: tuple[str, ...], rule: Content) -> list[tuple[str, str]]:
        problems = [
            ("PKG-127", f"{quoted(tag)} is not a child of {quoted(parent)}")
            for tag in dict.fromkeys(children)
            if tag not in rule.allowed and tag.startswith(self.governed)
        ]
        if rule.first in children:
            if children.count(rule.first) > 1:
                problems.append(
                    ("PKG-114", f"{quoted(rule.first)} comes once in {quoted(parent)}, found again")
                )
            elif children[0] != rule.first:
                problems.append(
                    ("PKG-113", f"{quoted(rule.first)} comes first in {quoted(parent)}, found later")
                )
        return problems


def quoted(tag: str) -> str:
    """A tag for a message: with the usual prefix, in backticks."""
    namespace, _, _ = tag.rpartition("}")
    prefix = PREFIXES.get(f"{namespace}}}", "")
    return f"`{prefix}:{local_name(tag)}`" if prefix else f"`{local_name(tag)}`"


class Judge:
    """Judges the children of elements and remembers the sequences found right, for all documents."""

    __slots__ = ("_problems_of", "approved")

    def __init__(self, problems_of: Callable[[str, tuple[str, ...]], list[tuple[str, str]]]) -> None:
        self._problems_of = problems_of
        self.approved: set[tuple[str, tuple[str, ...]]] = set()
        """Sequences of children found right; what is right never changes."""

    def __call__(self, facts: Facts, tag: str, tags: tuple[str, ...]) -> None:
        """Add to `facts` what is wrong with the children `tags` of an element."""
        problems = self._problems_of(tag, tags)
        for code, message in problems:
            facts.find(code, message)
        if problems or len(tags) > _MOST_TAGS:
            return
        if len(self.approved) >= _MOST_SEQUENCES:
            self.approved.clear()
        self.approved.add((tag, tags))
