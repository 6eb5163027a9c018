"""Rules applied to a subject, and what they found added to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .exceptions import is_excepted
from .page_reading import read_pages
from .table import CONTEXT_RULES, DOCUMENT_RULES

if TYPE_CHECKING:
    from alignkit.diagnostics import Report

    from .rule import Hit, Read, Rule
    from .subject import Subject


def lint_context(subject: Subject, report: Report) -> None:
    """Apply the rules that need no document.

    Reports: every code of `CONTEXT_RULES` whose family applies.
    """
    for rule in CONTEXT_RULES:
        if _applies(rule.family, subject):
            for hit in rule.find(subject):
                _add(hit, rule, subject, report)


def lint_documents(subject: Subject, report: Report) -> None:
    """Apply the rules that read documents and messages; each of these is walked through once.

    Reports: every code of `DOCUMENT_RULES` whose family applies.
    """
    pages = read_pages(subject)
    for rule in DOCUMENT_RULES:
        if _applies(rule.family, subject):
            for hit in rule.find(pages):
                _add(hit, rule, subject, report)


def _applies(family: str, subject: Subject) -> bool:
    return family == "GEN" or family in subject.families


def _add(hit: Hit, rule: Rule[Read], subject: Subject, report: Report) -> None:
    if is_excepted(subject, rule.code, hit.path):
        return
    severity = hit.severity or rule.by_audience.get(subject.audience, rule.severity)
    place = hit.place or (subject.context.place(hit.path) if hit.path else None)
    report.finding(rule.code, severity, hit.message, place, hint=hit.hint)
