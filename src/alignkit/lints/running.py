"""Rules applied to a subject, and what they found added to the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.diagnostics import Diagnostic, Report, Severity

from .exceptions import is_excepted
from .origins import Origins, record_of
from .page_reading import read_pages
from .review_texts import text_hits
from .severities import graver, severity_for
from .table import CONTEXT_RULES, DOCUMENT_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.context.whole import Context
    from alignkit.diagnostics import Place

    from .pages import Pages
    from .rule import Hit, Read, Rule
    from .subject import Subject


_OF_WORDING = frozenset({"GEN-013", "GEN-015", "GEN-019", "SCR-011"})
"""Rules whose cure is to write less or otherwise."""
_SPARE = 2
"""How many words of the context a text must have for each that is too much, so that enough of them can go."""


def lint_context(subject: Subject, report: Report, *, rules: Iterable[Rule[Subject]] = CONTEXT_RULES) -> None:
    """Apply the rules that need no document.

    Reports: every code of `rules` whose family applies.
    """
    origins = Origins(subject.context)
    for rule in rules:
        if _applies(rule, subject):
            for hit in rule.find(subject):
                _add(hit, rule.code, rule.severity, subject, origins, report)


def lint_texts(subject: Subject, report: Report) -> None:
    """Apply the rules of feedback to the text of reviews, where the rules of reviews apply.

    Reports: REV-T01 to REV-T20, DE-CODE.
    """
    if subject.concerns("REV"):
        origins = Origins(subject.context)
        for code, severity, hit in text_hits(subject):
            _add(hit, code, severity, subject, origins, report)


def lint_documents(
    subject: Subject, report: Report, *, rules: Iterable[Rule[Pages]] = DOCUMENT_RULES
) -> None:
    """Apply the rules that read documents and messages; each of these is walked through once.

    Reports: every code of `rules` whose family applies.
    """
    pages, origins = read_pages(subject), Origins(subject.context)
    for rule in rules:
        if _applies(rule, subject):
            for hit in rule.find(pages):
                _add(hit, rule.code, rule.severity, subject, origins, report)


def not_excepted(found: Report, context: Context) -> Report:
    """What other stages found, less what the context excepts; with the places of the words findings quote."""
    kept, origins = Report(), Origins(context)
    for each in found:
        finding = each if each.blocks else _with_origins(each, origins)
        if each.blocks or not is_excepted(context, each.code, _paths(finding)):
            kept.add(finding)
    return kept


def gravest(found: Report) -> Report:
    """The findings with those that differ in nothing but severity told once, as gravely as the gravest.

    A fraction no company can have is told by its rule alone, which has the cure, where that rule applies.
    """
    impossible = {each.place for each in found if each.code == "MET-012"}
    kept: dict[Diagnostic, Diagnostic] = {}
    for each in found:
        if each.code == "FIG-002" and each.place in impossible:
            continue
        same = replace(each, severity=each.severity.ERROR, related=())
        known = kept.get(same, each)
        kept[same] = replace(known, severity=graver(known.severity, each.severity))
    return Report(list(kept.values()))


def _applies(rule: Rule[Read], subject: Subject) -> bool:
    return rule.is_for_all or rule.family == "GEN" or rule.family in subject.families


def _add(hit: Hit, code: str, severity: Severity, subject: Subject, origins: Origins, report: Report) -> None:
    context = subject.context
    severity = hit.severity or severity_for(code, subject.audience, severity)
    path = record_of(hit.path)
    place = hit.place or (context.place(path) if path else None)
    found = Diagnostic(code, severity, hit.message, place, hit.hint, _related(hit, subject, origins))
    finding = _to_be_cured(found, hit, subject, origins)
    if finding and not is_excepted(context, code, (hit.path, *_paths(finding))):
        report.add(finding)


def _to_be_cured(finding: Diagnostic, hit: Hit, subject: Subject, origins: Origins) -> Diagnostic | None:
    """A finding about wording where its reader can cure it: for a template of ours that is the context.

    What such a template says in words of its own alone is nothing its reader can shorten; nor is a text whose
    words of the context would nearly all have to go, unless these alone are too many.
    """
    if finding.code not in _OF_WORDING or not subject.is_packaged or hit.place is None:
        return finding
    if hit.about is None:
        return None if hit.severity is Severity.INFO else finding
    if hit.excess:
        own, most = origins.count_of(hit.about), len(hit.about.text.split()) - hit.excess
        if own < _SPARE * hit.excess and own <= most:
            return None
    written = origins.words_of(hit.about, hit.said)
    if not written:
        return None
    cure = (
        f"take {hit.excess} word{'s' if hit.excess > 1 else ''} out of what you wrote"
        if hit.excess
        else hit.hint
    )
    return replace(finding, place=written[0], related=written[1:], hint=cure)


def _related(hit: Hit, subject: Subject, origins: Origins) -> tuple[Place, ...]:
    """Where in the context the text of a finding comes from; at least the record its document is made for."""
    found = origins.of(hit.about) if hit.about else ()
    found += tuple(place for each in hit.beside if (place := subject.context.place(each)))
    path = record_of(hit.path) if hit.place else ""
    if not found and not path and hit.place:
        path = subject.record
    written = subject.context.place(path) if path else None
    return tuple(dict.fromkeys((written, *found) if written else found))


def _with_origins(finding: Diagnostic, origins: Origins) -> Diagnostic:
    """The finding with where the words it quotes stand in the context, if it stands elsewhere itself."""
    if finding.place and finding.place.path:
        return finding
    return replace(finding, related=finding.related or origins.quoted_in(finding.message))


def _paths(finding: Diagnostic) -> tuple[str, ...]:
    """The keys of the context a finding is about."""
    places: list[Place] = [*([finding.place] if finding.place else []), *finding.related]
    return tuple(place.path for place in places)
