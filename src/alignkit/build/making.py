"""The documents and messages of one kind, filled, parsed and checked by rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alignkit.diagnostics import Severity
from alignkit.fill.standing import standing
from alignkit.formats import Formats
from alignkit.lints import Subject, lint_context, lint_documents
from alignkit.markup import parse, parse_message
from alignkit.model.message import Mailbox, Message
from alignkit.needs import still_wanted
from alignkit.templates import Kind, Output, check_fields, own_fields

from .collector import no_search_for_cycles
from .forms import in_form
from .framing import conventions, file_name, frame_of, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.whole import Context
    from alignkit.diagnostics import Report
    from alignkit.model.document import Document
    from alignkit.model.draft import Draft, Frame

    from .preparing import Prepared
    from .request import Request
    from .workshop import Workshop


@dataclass(frozen=True, slots=True)
class Made:
    """A document or message, before any format."""

    name: str
    """File name without ending."""
    output: Output
    """Which output of its kind."""
    model: Document | Message
    """What it says."""


def make(
    kind: Kind, prepared: Prepared, request: Request, workshop: Workshop, report: Report
) -> tuple[Made, ...]:
    """The documents and messages of one kind, checked by its rules.

    Reports: NEED-001, KIND-008, and what filling, parsing and the rules report.
    """
    audience = _audience(kind, request, report)
    if audience is None or not _has_needs(kind, prepared, report):
        return ()
    check_fields(kind, prepared.context, report)
    if report.is_broken:
        return ()
    made: list[Made] = []
    records = records_of(kind, prepared)
    if not records:
        _report_nothing(kind, report)
    for record in records:
        made.extend(_checked_set(kind, record, audience, prepared, workshop, report))
    return tuple(made)


@no_search_for_cycles()
def _checked_set(
    kind: Kind, record: Any, audience: str, prepared: Prepared, workshop: Workshop, report: Report
) -> tuple[Made, ...]:
    several = tuple(one_set(kind, record, audience, prepared, workshop, report))
    subject = subject_of(kind, prepared, audience, several, record)
    lint_context(subject, report)
    lint_documents(subject, report)
    return several


def one_set(
    kind: Kind, record: Any, audience: str, prepared: Prepared, workshop: Workshop, report: Report
) -> Iterator[Made]:
    """The documents and messages of one record, or of the whole context."""
    meta = prepared.context.meta
    formats = Formats(conventions(meta.locale, kind.language), meta.as_of, language_of(kind, prepared))
    names = standing(prepared.view, audience, record, kind.each)
    names["custom"] = own_fields(kind, prepared.context)
    for output in kind.outputs:
        draft = workshop.filler(kind).fill(output.body, names, formats, report)
        if draft is None:
            continue
        words = workshop.words(kind.language, report)
        frame = frame_of(kind, output, audience, prepared, words, formats)
        yield Made(file_name(kind, output, record, audience, prepared), output, _model(
            draft, output, frame, formats, prepared, report
        ))  # fmt: skip


def _model(
    draft: Draft, output: Output, frame: Frame, formats: Formats, prepared: Prepared, report: Report
) -> Document | Message:
    if output.form != "message":
        return parse(draft, frame, formats, report)
    boxes = {
        person.id: Mailbox(
            person.name, person.email or "", prepared.context.place(f"stakeholders.{person.id}.email")
        )
        for person in prepared.context.stakeholders
    }
    sender = boxes.get(prepared.context.meta.author, Mailbox("", ""))
    return parse_message(draft, frame, formats, boxes, sender, report)


def _audience(kind: Kind, request: Request, report: Report) -> str | None:
    """Who a kind is written for, or None when it cannot be written for whom was asked."""
    if not request.audience:
        return kind.audiences[0] if kind.audiences else ""
    if not kind.audiences:
        message = f"`{kind.name}` has one version for everybody, `{request.audience}` included"
        report.finding("KIND-011", Severity.INFO, message)
        return ""
    if request.audience in kind.audiences:
        return request.audience
    known = ", ".join(f"`{each}`" for each in kind.audiences)
    report.broken(
        "KIND-008", f"`{kind.name}` is not written for `{request.audience}`", hint=f"choose from {known}"
    )
    return None


def _has_needs(kind: Kind, prepared: Prepared, report: Report) -> bool:
    """Whether the context holds all a kind cannot do without; reports NEED-001 for each key missing."""
    missing = [each for each in still_wanted(kind, prepared.context, prepared.source) if each.blocks]
    for each in missing:
        report.add(each)
    return not missing


def records_of(kind: Kind, prepared: Prepared) -> list[Any]:
    """The records that each give a set of files; one that is None where a kind makes one set."""
    if not kind.each:
        return [None]
    asked = [fields for fields in (kind.having, kind.and_having) if fields]
    return [
        record
        for record in prepared.view[kind.each] or []
        if not _is_author(kind, record, prepared) and all(any(map(record.get, fields)) for fields in asked)
    ]


def _is_author(kind: Kind, record: Any, prepared: Prepared) -> bool:
    """Whether a record is the one who writes: nobody writes to themselves."""
    return kind.each == "stakeholders" and bool(record["id"] == prepared.context.meta.author)


def _report_nothing(kind: Kind, report: Report) -> None:
    """Say that no record asks for files."""
    groups = [" or ".join(f"`{name}`" for name in group) for group in (kind.having, kind.and_having) if group]
    names = ", and ".join(groups)
    lacking = f"no entry of `{kind.each}` has {names}" if names else f"`{kind.each}` has no entries"
    hint = f"add {names} to an entry of `{kind.each}`" if names else f"add an entry to `{kind.each}`"
    report.broken("KIND-012", f"`{kind.name}` makes nothing: {lacking}", hint=hint)


def subject_of(
    kind: Kind | None, prepared: Prepared, audience: str, made: tuple[Made, ...], record: Any = None
) -> Subject:
    """What the rules look at: the context, and what was made of it."""
    return Subject(
        kind=kind.name if kind else "",
        families=("GEN", *(kind.rules if kind else _families(prepared.context))),
        context=prepared.context,
        figures=prepared.figures,
        audience=audience,
        documents=tuple((each.name, _in_its_form(each)) for each in made),
        decks=frozenset(each.name for each in made if each.output.form == "deck"),
        issue_id=record["id"] if record and kind and kind.each == "issues" else "",
    )


def _in_its_form(made: Made) -> Document | Message:
    """What a reader of the usual format sees."""
    return made.model if isinstance(made.model, Message) else in_form(made.model, made.output.form)


def _families(context: Context) -> tuple[str, ...]:
    """The families of rules about what a context holds, whatever is made of it."""
    budget = ("MET", "BUD", "SCR") if context.budget else ()
    started = ("KCK",) if context.kickoff else ()
    agreed = ("STK",) if context.vision else ()
    return (*budget, *(("ESC",) if context.issues else ()), *started, *agreed, "MSG")
