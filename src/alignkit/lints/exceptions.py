"""Rules a user has silenced with a reason until a date."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.prose import SEVERITIES
from alignkit.prose.lexicon import lexicon

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.context.meta import LintIgnore
    from alignkit.context.whole import Context

    from .subject import Subject

_OF_EXCEPTIONS = "GEN-025"
"""The rule about exceptions, which knows none itself."""
OTHER_STAGES = lexicon(
    "A11Y ASK BANK BRAND CAT CTX CUS DE DECK DRF FIG FMT KIND NEED OUT PDF PKG REF TEXT THEME TPL YAML"
)
"""Families whose codes other stages report; some of these findings can be excepted too."""
_OF_LAYOUT = frozenset({"GEN-014"})
"""Codes of the families of rules that layout reports."""


def expired_exceptions(subject: Subject) -> Iterator[Hit]:
    """Exceptions whose last day is over, that give no reason or that concern this very rule (GEN-025)."""
    as_of = subject.context.meta.as_of
    for index, entry in enumerate(subject.context.meta.lint_ignore):
        path = f"meta.lint_ignore[{index}]"
        if entry.until < as_of:
            message = f"the exception for `{entry.id}` ended on {entry.until.isoformat()}"
            hint = "cure what the rule finds, or give the exception a new reason and date"
            yield Hit(message, f"{path}.until", hint=hint)
        elif not entry.reason.strip():
            message = f"the exception for `{entry.id}` has no reason"
            hint = "write why the rule does not apply; until then it speaks"
            yield Hit(message, f"{path}.reason", hint=hint)
        elif entry.id == _OF_EXCEPTIONS:
            message = f"`{_OF_EXCEPTIONS}` is the rule about exceptions and knows none"
            yield Hit(message, f"{path}.id", hint="remove this entry")


def exceptions_name_a_rule(subject: Subject) -> Iterator[Hit]:
    """Exceptions for a rule that does not exist (GEN-025)."""
    from .table import CODES  # the table names this function

    known = CODES | _OF_LAYOUT | frozenset(SEVERITIES)
    families = {code.partition("-")[0] for code in known}
    for index, entry in enumerate(subject.context.meta.lint_ignore):
        family = entry.id.partition("-")[0]
        if entry.id in known or (family in OTHER_STAGES and family not in families):
            continue
        close = get_close_matches(entry.id.upper(), sorted(known), n=1, cutoff=0.6)
        hint = f"did you mean `{close[0]}`?" if close else "copy the code from what `alignkit check` says"
        message = f"there is no rule `{entry.id}`; the exception silences nothing"
        yield Hit(message, f"meta.lint_ignore[{index}].id", hint=hint, severity=Severity.WARN)


def is_excepted(context: Context, code: str, paths: Iterable[str]) -> bool:
    """Whether a finding of `code` about one of these paths is silenced today."""
    meta = context.meta
    holding = [each for each in meta.lint_ignore if each.id == code and _holds(each, context)]
    if not holding or code == _OF_EXCEPTIONS:
        return False
    return any(not each.path or any(_is_below(path, each.path) for path in paths) for each in holding)


def _holds(entry: LintIgnore, context: Context) -> bool:
    return entry.until >= context.meta.as_of and bool(entry.reason.strip())


def _is_below(path: str, prefix: str) -> bool:
    """Whether `path` is `prefix` or a part of it."""
    return path == prefix or path.startswith((f"{prefix}.", f"{prefix}["))
