"""Rules a user has silenced with a reason until a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject


def expired_exceptions(subject: Subject) -> Iterator[Hit]:
    """Exceptions whose last day is over (GEN-025)."""
    as_of = subject.context.meta.as_of
    for index, entry in enumerate(subject.context.meta.lint_ignore):
        if entry.until < as_of:
            yield Hit(
                f"the exception for `{entry.id}` ended on {entry.until.isoformat()}",
                f"meta.lint_ignore[{index}].until",
                hint="cure what the rule finds, or give the exception a new reason and date",
            )


def is_excepted(subject: Subject, code: str, path: str) -> bool:
    """Whether a finding of `code` at `path` is silenced today."""
    return any(
        entry.id == code and entry.until >= subject.context.meta.as_of and _is_below(path, entry.path)
        for entry in subject.context.meta.lint_ignore
    )


def _is_below(path: str, prefix: str) -> bool:
    """Whether `path` is `prefix` or a part of it; each path is below no path at all."""
    return not prefix or path == prefix or path.startswith((f"{prefix}.", f"{prefix}["))
