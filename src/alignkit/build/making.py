"""The documents and messages of one kind, filled, parsed and checked by rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from alignkit.fill.standing import standing
from alignkit.formats import Formats, conventions
from alignkit.lints import COMPARING_RULES, Subject, lint_context, lint_documents, lint_texts
from alignkit.markup import parse, parse_message
from alignkit.model.message import Mailbox, Message
from alignkit.needs import still_wanted
from alignkit.templates import Kind, Output, check_fields, own_fields

from .collector import no_search_for_cycles
from .forms import in_form
from .framing import file_name, frame_of, language_of
from .reviewing import REVIEWS, asked_for, prepared_for_reviews
from .version import Version, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.context.whole import Context
    from alignkit.diagnostics import Report
    from alignkit.model.document import Document
    from alignkit.model.draft import Draft, Frame
    from alignkit.values import Figure

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
    shown: tuple[Figure, ...] = ()
    """The figures in it, in the order of their first appearance."""
    made_for: str = ""
    """The review it was made for, such as `people.reviews[0]`; empty for other kinds."""


def make(
    kind: Kind, prepared: Prepared, request: Request, workshop: Workshop, report: Report
) -> tuple[Made, ...]:
    """The documents and messages of one kind, checked by its rules; of a set, those of its parts first.

    Reports: NEED-001, KIND-008, KIND-013, KIND-014, and what filling, parsing and the rules report.
    """
    kind = kind.in_language(prepared.context.meta.locale)
    parts = workshop.parts(kind, report)
    version = version_of(kind, request, report)
    if report.is_broken or version is None or not _has_needs(kind.in_mode(version.mode), prepared, report):
        return ()
    made: list[Made] = []
    usual = next(iter(kind.modes), "")
    for part in parts:
        own = version_of(part, request, report, in_set=True, usual_mode=usual)
        if own and records_of(part, prepared):
            made.extend(_of_one(part, own, prepared, request, workshop, report))
    made.extend(_of_one(kind, version, prepared, request, workshop, report, tuple(made)))
    return tuple(made)


def _of_one(
    kind: Kind,
    version: Version,
    prepared: Prepared,
    request: Request,
    workshop: Workshop,
    report: Report,
    earlier: tuple[Made, ...] = (),
) -> Iterator[Made]:
    """What one kind makes by itself."""
    if version.in_set and not _has_needs(kind.in_mode(version.mode), prepared, report):
        return
    check_fields(kind, prepared.context, report)
    if report.is_broken:
        return
    if kind.people:
        prepared = prepared_for_reviews(kind, prepared, workshop, report)
    records = records_of(kind, prepared)
    if not records:
        _report_nothing(kind, report)
    if kind.each == REVIEWS:
        records = asked_for(kind, records, version, prepared, request, report)
    several: list[Made] = []
    for number, record in enumerate(records):
        workshop.watch(number, len(records))
        made = _checked_set(kind, record, version, prepared, workshop, report, earlier)
        several.extend(made)
        yield from made
    if len({each.made_for for each in several}) > 1:
        subject = replace(subject_of(kind, prepared, version.audience, tuple(several)), mode=version.mode)
        lint_documents(subject, report, rules=COMPARING_RULES)


@no_search_for_cycles()
def _checked_set(
    kind: Kind,
    record: Any,
    version: Version,
    prepared: Prepared,
    workshop: Workshop,
    report: Report,
    earlier: tuple[Made, ...],
) -> tuple[Made, ...]:
    several = tuple(one_set(kind, record, version, prepared, workshop, report, earlier))
    subject = replace(subject_of(kind, prepared, version.audience, several, record), mode=version.mode)
    lint_context(subject, report)
    lint_texts(subject, report)
    lint_documents(subject, report)
    return several


def one_set(
    kind: Kind,
    record: Any,
    version: Version,
    prepared: Prepared,
    workshop: Workshop,
    report: Report,
    earlier: tuple[Made, ...] = (),
) -> Iterator[Made]:
    """The documents and messages of one record, or of the whole context.

    Args:
        kind: what is made.
        record: the record of a kind that makes a set of files for each; None for the whole context.
        version: for whom, in which situation.
        prepared: the context with its figures.
        workshop: compiled templates and words.
        report: where mistakes go.
        earlier: what the parts of a set have made before it.

    """
    meta = prepared.context.meta
    formats = Formats(conventions(meta.locale, kind.language), meta.as_of, language_of(kind, prepared))
    names = standing(prepared.view, version.audience, record, kind.each)
    names |= {"mode": version.mode, "in_set": version.in_set}
    names["custom"] = own_fields(kind, prepared.context)
    shown = {each.name: each.shown for each in earlier}
    for output in kind.outputs:
        if (output.alone and version.in_set) or (output.modes and version.mode not in output.modes):
            continue
        draft = workshop.filler(kind).fill(
            output.body, names, formats, report, shown, partial(workshop.statements, formats.words, report)
        )
        if draft is None:
            continue
        words = workshop.words(kind.language, report)
        writer = _writer(kind, record, prepared)
        frame = frame_of(kind, output, version.audience, writer.name, prepared, words, formats)
        name = file_name(kind, output, record, version, prepared)
        shown[name] = draft.shown
        model = _model(draft, output, frame, formats, prepared, writer, report)
        yield Made(name, output, model, draft.shown, record["path"] if kind.each == REVIEWS else "")


def _model(
    draft: Draft,
    output: Output,
    frame: Frame,
    formats: Formats,
    prepared: Prepared,
    writer: Mailbox,
    report: Report,
) -> Document | Message:
    if output.form != "message":
        return parse(draft, frame, formats, report)
    return parse_message(draft, frame, formats, _boxes(prepared), writer, report)


def _writer(kind: Kind, record: Any, prepared: Prepared) -> Mailbox:
    """Who speaks in a document: of a review whoever has written it, else the author of the context."""
    person = record["reviewer"]["id"] if kind.each == REVIEWS else prepared.context.meta.author
    return _boxes(prepared).get(person, Mailbox("", ""))


def _boxes(prepared: Prepared) -> dict[str, Mailbox]:
    """The mailboxes of everybody in a context, by id."""
    return {
        person.id: Mailbox(
            person.name, person.email or "", prepared.context.place(f"stakeholders.{person.id}.email")
        )
        for person in prepared.context.stakeholders
    }


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
        for record in _listed(prepared.view, kind.each)
        if not _is_author(kind, record, prepared) and all(any(map(record.get, fields)) for fields in asked)
    ]


def _listed(view: Mapping[str, Any], path: str) -> list[Any]:
    """The records of a list of the view, such as `issues` or `people.reviews`."""
    found: Any = view
    for name in path.split("."):
        found = (found or {}).get(name)
    return found or []


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
        wording=prepared.wording,
        may_name_reviews=bool(kind and kind.people),
        is_packaged=bool(kind and kind.is_packaged),
        made_for={each.name: each.made_for for each in made if each.made_for},
    )


def _in_its_form(made: Made) -> Document | Message:
    """What a reader of the usual format sees."""
    return made.model if isinstance(made.model, Message) else in_form(made.model, made.output.form)


def _families(context: Context) -> tuple[str, ...]:
    """The families of rules about what a context holds, whatever is made of it."""
    budget = ("MET", "BUD", "SCR") if context.budget else ()
    started = ("KCK",) if context.kickoff else ()
    agreed = ("STK",) if context.vision else ()
    reviewed = ("REV",) if context.people else ()
    return (*budget, *(("ESC",) if context.issues else ()), *started, *agreed, *reviewed, "MSG")
