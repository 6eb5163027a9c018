"""Reading `text-rules.yaml`: every entry is compiled before a text is read with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from alignkit.diagnostics import Severity
from alignkit.source import read
from alignkit.source.wording import listed, nearest, quoted

from . import english_verbs, german_words
from .english import Nouns
from .entries import EntryError, expression_of, one_of, whole_words
from .relations import RELATIONS
from .slots import SLOTS
from .text_rules import ROLES, SEVERITIES, TextRule, TextRules, WordList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from alignkit.diagnostics import Report
    from alignkit.source import Source

FILE = "text-rules.yaml"
"""Bank of the text rules."""

_KEYS = ("schema", "rules", "nouns", "first_names", "verdicts")
_RULE_KEYS = ("reason", "cure", "source", "severity", "find", "words", "allow", "off")
_LIST_KEYS = ("as", "when", "severity", "words")
_NOUNS = ("people", "traits", "manners", "works")
_SEVERITIES = tuple(each.value for each in Severity)
_FORMS: dict[str, Callable[[str], Iterable[str]]] = {
    "en": english_verbs.forms_of,
    "de": german_words.forms_of,
}


@dataclass(slots=True)
class _Words:
    """A list before it is compiled."""

    role: str
    when: str
    severity: Severity | None
    expressions: list[str]


@dataclass(slots=True)
class _Rule:
    """A rule, collected from several files; the nearest says how it is worded."""

    reason: str = ""
    cure: str = ""
    sources: tuple[str, ...] = ()
    severity: Severity | None = None
    lists: list[_Words] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    off: str = ""

    def fill_from(self, other: _Rule) -> None:
        self.reason = self.reason or other.reason
        self.cure = self.cure or other.cure
        self.sources = self.sources or other.sources
        self.severity = self.severity or other.severity
        self.lists += other.lists
        self.allowed += other.allowed
        self.off = self.off or other.off


@dataclass(slots=True)
class _Collected:
    """What the files of a language hold together."""

    rules: dict[str, _Rule] = field(default_factory=dict)
    nouns: dict[str, list[str]] = field(default_factory=dict)
    first_names: list[str] = field(default_factory=list)
    verdicts: list[str] = field(default_factory=list)


def load_text_rules(banks: Mapping[str, Sequence[Path]], language: str, report: Report) -> TextRules | None:
    """The text rules of a language, or None when nobody has written any for it.

    A project's file comes before ours: it adds words, allows words and turns rules off.

    Args:
        banks: folders of banks by language, the nearest first.
        language: language of the texts, such as `en-GB` or `de`.
        report: where mistakes go.

    Reports: BANK-020 to BANK-023.

    """
    base = re.split("[-_]", language)[0].lower()
    names = dict.fromkeys((language, base))
    paths = [folder / FILE for name in names for folder in banks.get(name, ()) if (folder / FILE).is_file()]
    if not paths or base not in _FORMS:
        return None
    collected = _Collected()
    for path in paths:
        source = read(path, report)
        if source is not None:
            _Reader(source, base, report).read_into(collected)
    return _compiled(collected, language)


def _compiled(collected: _Collected, language: str) -> TextRules:
    rules = {
        code: _rule(code, collected.rules[code])
        for code in SEVERITIES
        if code in collected.rules and not collected.rules[code].off
    }
    nouns = Nouns(*(frozenset(collected.nouns.get(name, ())) for name in _NOUNS))
    return TextRules(language, rules, nouns, frozenset(collected.first_names), frozenset(collected.verdicts))


def _rule(code: str, rule: _Rule) -> TextRule:
    by_condition: dict[tuple[str, str, Severity | None], list[str]] = {}
    for each in rule.lists:
        by_condition.setdefault((each.role, each.when, each.severity), []).extend(each.expressions)
    return TextRule(
        code,
        rule.severity or SEVERITIES[code],
        rule.reason,
        rule.cure,
        rule.sources,
        tuple(WordList(*key, _pattern(each)) for key, each in by_condition.items()),
        _pattern(rule.allowed) if rule.allowed else None,
    )


def _pattern(expressions: Iterable[str]) -> re.Pattern[str]:
    return re.compile(whole_words(one_of(expressions)))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes one file apart and reports what does not belong into it."""

    source: Source
    base: str
    report: Report

    def read_into(self, collected: _Collected) -> None:
        """Add what the file holds to what nearer files hold."""
        data = self.source.data
        self._check_keys("", data, _KEYS)
        rules = data.get("rules", {})
        if not isinstance(rules, dict):
            self._broken("BANK-021", f"expected rules by code for `rules`, found {_found(rules)}", "rules",
                         "write `REV-T19: {words: [...]}` below it")  # fmt: skip
            rules = {}
        for code, value in rules.items():
            rule = self._rule(str(code), value)
            if rule is not None:
                collected.rules.setdefault(str(code), _Rule()).fill_from(rule)
        nouns = data.get("nouns", {})
        if not isinstance(nouns, dict):
            self._broken("BANK-021", f"expected lists of words by kind for `nouns`, found {_found(nouns)}",
                         "nouns", "write `people: [usher]` below it")  # fmt: skip
            nouns = {}
        for name, words in nouns.items():
            if name in _NOUNS:
                collected.nouns.setdefault(name, []).extend(self._texts(words, f"nouns.{name}"))
            else:
                self._unknown(str(name), f"nouns.{name}", _NOUNS)
        collected.first_names += self._texts(data.get("first_names", []), "first_names")
        collected.verdicts += self._texts(data.get("verdicts", []), "verdicts")

    def _rule(self, code: str, value: Any) -> _Rule | None:
        path = f"rules.{code}"
        if code not in SEVERITIES:
            close = nearest(code, SEVERITIES, 1)
            hint = f"write {quoted(close[0])}" if close else "use one of REV-T01 to REV-T20, or DE-CODE"
            self._broken("BANK-020", f"there is no text rule {quoted(code)}", path, hint)
            return None
        if not isinstance(value, dict):
            self._broken("BANK-021", f"expected keys with values for `{code}`, found {_found(value)}", path,
                         "write `words`, `find`, `allow` or `off` below it")  # fmt: skip
            return None
        self._check_keys(path, value, _RULE_KEYS)
        lists = list(self._lists(value.get("find", []), f"{path}.find"))
        if entries := list(self._entries(value.get("words", []), f"{path}.words")):
            lists.append(_Words("hit", "anywhere", None, entries))
        return _Rule(
            self._text(value, "reason", path),
            self._text(value, "cure", path),
            tuple(self._texts(value.get("source", []), f"{path}.source")),
            self._severity(value, path),
            lists,
            list(self._entries(value.get("allow", []), f"{path}.allow")),
            self._off(value, path),
        )

    def _lists(self, data: Any, path: str) -> Iterator[_Words]:
        if not isinstance(data, list):
            self._broken("BANK-021", f"expected a list for `{path}`, found {_found(data)}", path,
                         "write `- {when: describes, words: [...]}` below it")  # fmt: skip
            return
        for index, each in enumerate(data):
            here = f"{path}[{index}]"
            if not isinstance(each, dict):
                self._broken("BANK-021", f"expected `when` and `words`, found {_found(each)}", here,
                             "write `- {when: describes, words: [...]}`")  # fmt: skip
                continue
            self._check_keys(here, each, _LIST_KEYS)
            when = each.get("when", "anywhere")
            if not isinstance(when, str) or when not in RELATIONS:
                self._unknown(str(when), f"{here}.when", tuple(RELATIONS))
                continue
            role = each.get("as", "hit")
            if role not in ROLES:
                self._unknown(str(role), f"{here}.as", ROLES)
                continue
            entries = list(self._entries(each.get("words", []), f"{here}.words"))
            if entries:
                yield _Words(role, when, self._severity(each, here), entries)

    def _entries(self, data: Any, path: str) -> Iterator[str]:
        """The expressions of the entries of a list or text, those left out that cannot be read."""
        for number, entry in enumerate(self._texts(data, path)):
            try:
                expression = expression_of(entry.lower(), SLOTS[self.base], _FORMS[self.base])
            except EntryError as problem:
                where = f"{path}[{number}]" if isinstance(data, list) else path
                message = f"the entry {quoted(entry)} cannot be read: {problem}"
                self._broken(
                    "BANK-022", message, where, "write the words with `(a|b)`, `*`, `<verb>` or `{gap3}`"
                )
            else:
                yield expression

    def _texts(self, data: Any, path: str) -> list[str]:
        """The texts of a list, or of a text divided by commas and line ends."""
        if isinstance(data, str):
            return [text for text in (each.strip() for each in re.split(r"[,\n]", data)) if text]
        if isinstance(data, list) and all(isinstance(each, str) and each.strip() for each in data):
            return [" ".join(each.split()) for each in data if isinstance(each, str)]
        self._broken("BANK-021", f"expected words for `{path}`, found {_found(data)}", path,
                     "write a list of texts, each in quotation marks where it holds brackets")  # fmt: skip
        return []

    def _text(self, data: dict[str, Any], key: str, path: str) -> str:
        value = data.get(key, "")
        if isinstance(value, str):
            return " ".join(value.split())
        self._broken("BANK-021", f"expected a text for `{key}`, found {_found(value)}", f"{path}.{key}",
                     "write it in quotation marks")  # fmt: skip
        return ""

    def _severity(self, data: dict[str, Any], path: str) -> Severity | None:
        value = data.get("severity")
        if value is None:
            return None
        if value in _SEVERITIES:
            return Severity(value)
        self._unknown(str(value), f"{path}.severity", _SEVERITIES)
        return None

    def _off(self, data: dict[str, Any], path: str) -> str:
        if "off" not in data:
            return ""
        if isinstance(data["off"], str) and len(data["off"].split()) > 1:
            return " ".join(data["off"].split())
        self._broken("BANK-023", f"expected the reason why `{path.partition('.')[2]}` is off, found "
                     f"{_found(data['off'])}", f"{path}.off",
                     "write a sentence, such as `off: our handbook asks for it`")  # fmt: skip
        return ""

    def _check_keys(self, path: str, data: dict[str, Any], known: Sequence[str]) -> None:
        for key in data:
            if key not in known:
                self._unknown(str(key), f"{path}.{key}" if path else str(key), known)

    def _unknown(self, word: str, path: str, known: Sequence[str]) -> None:
        close = nearest(word, known, 1) or known
        self._broken("BANK-021", f"there is no {quoted(word)} here", path, f"write {listed(tuple(close))}")

    def _broken(self, code: str, message: str, path: str, hint: str) -> None:
        self.report.broken(code, message, self.source.place(path), hint=hint)


def _found(value: Any) -> str:
    """A value as a message names it."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "keys with values"
    return quoted(str(value).lower() if isinstance(value, bool) else str(value))
