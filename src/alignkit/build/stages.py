"""One request through all stages: the only module that knows their order."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignkit.catalogue import Catalogue, find_project
from alignkit.diagnostics import Report, Severity
from alignkit.formats import is_known_locale
from alignkit.lints import gravest, lint_context, lint_texts, not_excepted
from alignkit.model.message import Message
from alignkit.source import read
from alignkit.templates import check_fields
from alignkit.walking import figures_shown

from .branding import brand_of
from .forms import in_form
from .making import make, subject_of
from .preparing import prepare
from .request import LedgerLine, Outcome
from .reviewing import wording_of_reviews
from .version import check_audience
from .workshop import Workshop
from .writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignkit.context.whole import Context
    from alignkit.source import Source
    from alignkit.templates import Kind

    from .making import Made
    from .preparing import Prepared
    from .request import Request


_OF_FORMATS = frozenset({"OUT-020", "OUT-021"})
"""What a format cannot show as it is."""


def build(request: Request, workshop: Workshop | None = None) -> Outcome:
    """The files a request asks for, or none when anything blocks, with every problem found on the way.

    Stages stop where their input is broken; errors of rules block from `in_review` on, with `strict` warnings
    too. What several kinds say of one place is told once, as gravely as the gravest of them.
    """
    report = Report()
    workshop = workshop or Workshop(Catalogue(find_project(request.context)))
    begun = _begin(request, workshop, report)
    if begun.prepared is None:
        return Outcome(gravest(report), source=begun.source)
    prepared = begun.prepared
    made = [each for kind in begun.kinds for each in make(kind, prepared, request, workshop, report)]
    if not begun.kinds:
        _check_context(prepared, request, workshop, report)
    if report.is_broken or _is_stopped(prepared.context, request, report):
        return Outcome(gravest(report), source=begun.source)
    files = _write(made, prepared, request, workshop, report)
    if report.is_broken or _is_stopped(prepared.context, request, report):
        return Outcome(gravest(report), source=begun.source)
    ledger = tuple(line for each in made for line in _ledger(each))
    made_for = {each.name: each.made_for for each in made if each.made_for}
    return Outcome(gravest(report), files, begun.source, ledger, made_for)


def examine(request: Request, workshop: Workshop | None = None) -> Outcome:
    """Everything that is wrong with a context and with the documents of the kinds asked for; no files.

    Each kind is made to its last slide whatever was found before, so that one run tells everything.
    What several kinds say of one place is told once, as gravely as the gravest of them.
    """
    report = Report()
    workshop = workshop or Workshop(Catalogue(find_project(request.context)))
    begun = _begin(request, workshop, report)
    if begun.prepared is not None:
        _check_context(begun.prepared, request, workshop, report)
        for kind in begun.kinds:
            own = Report()
            made = make(kind, begun.prepared, request, workshop, own)
            if made and not own.is_broken:
                _write(made, begun.prepared, request, workshop, own)
            report.extend(own)
    return Outcome(gravest(report), source=begun.source)


@dataclass(frozen=True, slots=True)
class _Begun:
    """What a request is made from."""

    kinds: tuple[Kind, ...]
    """The kinds asked for."""
    source: Source | None
    """What was read."""
    prepared: Prepared | None
    """What follows from it; None when the request cannot be obeyed."""


def _begin(request: Request, workshop: Workshop, report: Report) -> _Begun:
    kinds = tuple(kind for name in request.kinds if (kind := workshop.kind(name, report)))
    source = read(request.context, report, people=request.people, overrides=_overrides(request, report))
    brand = brand_of(request, source, workshop.catalogue, report) if source else None
    prepared = prepare(source, report, brand) if source else None
    return _Begun(_each_once(kinds), source, prepared if len(kinds) == len(request.kinds) else None)


def _each_once(kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """The kinds, none twice, and none that a set among them makes."""
    in_sets = {name for kind in kinds for name in kind.includes}
    return tuple({kind.name: kind for kind in kinds if kind.name not in in_sets}.values())


def _check_context(prepared: Prepared, request: Request, workshop: Workshop, report: Report) -> None:
    """Check what no kind has to be made for: own fields, the reader, and the rules that read the context."""
    if not request.kinds:
        check_audience(request, _kinds(workshop), report)
    _check_own_fields(prepared, workshop, report)
    prepared = replace(prepared, wording=wording_of_reviews(prepared, workshop, report))
    subject = subject_of(None, prepared, request.audience, ())
    lint_context(subject, report)
    lint_texts(subject, report)


def _kinds(workshop: Workshop) -> Iterator[Kind]:
    """Every kind that can be made."""
    unheard = Report()
    return (kind for name in workshop.catalogue.kinds() if (kind := workshop.kind(name, unheard)))


def _write(
    made: Sequence[Made], prepared: Prepared, request: Request, workshop: Workshop, report: Report
) -> dict[str, bytes]:
    """The files of what was made; what layout and writers find can be excepted as what rules find.

    What a format cannot show is told once of templates of ours, whose lines nobody is asked to change.
    """
    found = Report()
    files = write(made, request, found, brand=prepared.brand)
    told = Report()
    for each in found:
        is_ours = each.code in _OF_FORMATS and each.place and workshop.is_packaged(each.place.file)
        told.add(replace(each, place=None) if is_ours else each)
    report.extend(not_excepted(told, prepared.context))
    return files


def _overrides(request: Request, report: Report) -> tuple[str, ...]:
    """The single values of a request, those with an option of their own included."""
    own = [*request.overrides]
    if request.day:
        own.append(f"meta.as_of={request.day.isoformat()}")
    if request.locale:
        if not is_known_locale(request.locale):
            report.broken(
                "FMT-002",
                f"there is no locale `{request.locale}`",
                hint="write a tag such as en-US, en-GB or de-DE",
            )
        else:
            own.append(f"meta.locale={request.locale}")
    return tuple(own)


def _check_own_fields(prepared: Prepared, workshop: Workshop, report: Report) -> None:
    """Check the values of every kind's own fields; reports CUS-002 for those no kind will read."""
    kinds = workshop.catalogue.kinds()
    for name in prepared.context.custom:
        if name not in kinds:
            close = difflib.get_close_matches(name, kinds, n=1, cutoff=0.5)
            hint = f"write `{close[0]}`" if close else f"put the template into `templates/{name}`"
            place = prepared.context.place(f"custom.{name}")
            report.finding("CUS-002", Severity.WARN, f"no kind reads `custom.{name}`", place, hint=hint)
        elif kind := workshop.kind(name, report):
            check_fields(kind, prepared.context, report)


def _is_stopped(context: Context, request: Request, report: Report) -> bool:
    """Whether what rules found stops a build: errors from `in_review` on, if strict warnings too."""
    if request.strict:
        return report.has_errors or bool(report.of(Severity.WARN))
    return report.has_errors and context.meta.status != "draft"


def _ledger(made: Made) -> Iterator[LedgerLine]:
    document = made.model.body if isinstance(made.model, Message) else in_form(made.model, made.output.form)
    for shown in figures_shown(document):
        yield LedgerLine(made.name, shown.key, shown.text, shown.phrase)
