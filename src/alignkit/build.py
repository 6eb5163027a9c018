"""One request through all stages: the only module that knows their order."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alignkit.banks import WordBank, load_words
from alignkit.catalogue import Catalogue, find_project
from alignkit.context.check import check
from alignkit.diagnostics import Report, Severity
from alignkit.figures import Figures, derive
from alignkit.fill.filling import Filler
from alignkit.fill.standing import standing
from alignkit.fill.view import view
from alignkit.formats import Formats, is_known_locale
from alignkit.lints import Subject, lint_context, lint_documents
from alignkit.markup import parse, parse_message
from alignkit.model.document import Document
from alignkit.model.draft import Frame
from alignkit.model.message import Mailbox, Message
from alignkit.needs import still_wanted
from alignkit.source import read
from alignkit.templates import Kind, Output, check_fields, load_kind, own_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from alignkit.context.whole import Context
    from alignkit.model.draft import Draft
    from alignkit.source import Source
    from alignkit.writers.docx import WordReference
    from alignkit.writers.ooxml.package import Package

DOCUMENT_FORMATS = ("docx", "html", "md", "pdf")
"""What a document can be written as; the first is the default."""
MESSAGE_FORMATS = ("eml", "txt", "md", "html")
"""What a message can be written as; the first three are the default."""
FORMATS = ("docx", "eml", "md", "html", "pdf", "txt")
"""Every format."""
_LETTER = frozenset(("US", "CA", "MX", "CL", "CO", "PH", "VE"))
_OTHER_NAME = "build them one after the other with `--out`, or give one another `file` in its kind.yaml"
_HOME = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES"}
"""The region of a language whose texts are shown to readers elsewhere."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks to be made."""

    context: Path
    """Context file or folder."""
    kinds: tuple[str, ...] = ()
    """Names of kinds; none makes nothing and only checks."""
    people: Path | None = None
    """Confidential people file."""
    overrides: tuple[str, ...] = ()
    """`key=value` of single values."""
    formats: tuple[str, ...] = ()
    """Formats asked for; the defaults when empty."""
    audience: str = ""
    """Who it is for; the kind's first audience when empty."""
    locale: str = ""
    """How numbers and dates are written; the context's when empty."""
    day: date | None = None
    """The day the documents speak for; the context's when None."""
    reference: Path | None = None
    """A company's Word file whose look to take."""
    strict: bool = False
    """Whether errors and warnings of rules block, whatever the status is."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A figure as it was shown in one document."""

    document: str
    """File name without ending."""
    key: str
    """Key of the figure."""
    text: str
    """How it was shown."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a request."""

    report: Report
    """Every problem found."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Finished files by name; empty when anything blocks."""
    source: Source | None = None
    """What was read, for showing lines."""
    ledger: tuple[LedgerLine, ...] = ()
    """Every figure shown."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A context with everything that follows from it, ready for any kind."""

    context: Context
    """The checked context."""
    figures: Figures
    """Every figure."""
    view: dict[str, Any]
    """What templates may name."""
    source: Source
    """What it was read from."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document or message, before any format."""

    name: str
    """File name without ending."""
    output: Output
    """Which output of its kind."""
    model: Document | Message
    """What it says."""


@dataclass(slots=True)
class Workshop:
    """Kinds, compiled templates and words, loaded once for any number of requests."""

    catalogue: Catalogue
    """Where things are found."""
    _kinds: dict[str, Kind] = field(default_factory=dict)
    _fillers: dict[str, Filler] = field(default_factory=dict)
    _words: dict[str, WordBank] = field(default_factory=dict)

    def kind(self, name: str, report: Report) -> Kind | None:
        """The kind called `name`.

        Reports: KIND-000 when there is none, and the mistakes of its manifest.
        """
        if name in self._kinds:
            return self._kinds[name]
        folders = self.catalogue.kinds(report)
        if name not in folders:
            close = difflib.get_close_matches(name, folders, n=1, cutoff=0.5)
            hint = (
                f"write `{close[0]}`"
                if close
                else f"choose from {', '.join(f'`{each}`' for each in folders)}"
            )
            report.broken("KIND-000", f"there is no kind `{name}`", hint=hint)
            return None
        kind = load_kind(folders[name], self._shown(folders[name]), report)
        if kind:
            self._kinds[name] = kind
        return kind

    def filler(self, kind: Kind) -> Filler:
        """The compiled bodies of a kind."""
        return self._fillers.setdefault(kind.name, Filler(kind.files, kind.folder))

    def use_filler(self, kind: Kind, filler: Filler) -> None:
        """Fill this kind with a filler of another make."""
        self._fillers[kind.name] = filler

    def words(self, language: str, report: Report) -> WordBank:
        """The fixed words of a language."""
        if language not in self._words:
            self._words[language] = load_words(self.catalogue.banks(), language, report)
        return self._words[language]

    def _shown(self, folder: Path) -> str:
        """The folder as messages name it: from the project for a user's own, `templates/...` for ours."""
        project = self.catalogue.project
        if project and folder.is_relative_to(project):
            return folder.relative_to(project).as_posix()
        return f"templates/{folder.name}"


def build(request: Request, workshop: Workshop | None = None) -> Outcome:
    """The files a request asks for, or none when anything blocks, with every problem found on the way.

    Stages stop where their input is broken; errors of rules block from `in_review` on, with `strict` warnings
    too.
    """
    report = Report()
    workshop = workshop or Workshop(Catalogue(find_project(request.context)))
    kinds = [kind for name in request.kinds if (kind := workshop.kind(name, report))]
    source = read(request.context, report, people=request.people, overrides=_overrides(request, report))
    prepared = prepare(source, report) if source else None
    if prepared is None or len(kinds) < len(request.kinds):
        return Outcome(report, source=source)
    made = [each for kind in kinds for each in make(kind, prepared, request, workshop, report)]
    if not kinds:
        _check_own_fields(prepared, workshop, report)
        lint_context(_subject(None, prepared, request.audience, ()), report)
    if report.is_broken or _is_stopped(prepared.context, request, report):
        return Outcome(report, source=source)
    files = write(made, request, report)
    if report.is_broken or _is_stopped(prepared.context, request, report):
        return Outcome(report, source=source)
    return Outcome(report, files, source, tuple(line for each in made for line in _ledger(each)))


def prepare(source: Source, report: Report) -> Prepared | None:
    """Everything that follows from what was read, or None after its mistakes were reported."""
    context = check(source, report)
    if context is None or report.is_broken:
        return None
    figures = derive(context, report)
    return Prepared(context, figures, view(context, figures, figures.tree()), source)


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
    for record in records_of(kind, prepared):
        several = tuple(one_set(kind, record, audience, prepared, workshop, report))
        subject = _subject(kind, prepared, audience, several, record)
        lint_context(subject, report)
        lint_documents(subject, report)
        made.extend(several)
    return tuple(made)


def one_set(
    kind: Kind, record: Any, audience: str, prepared: Prepared, workshop: Workshop, report: Report
) -> Iterator[Made]:
    """The documents and messages of one record, or of the whole context."""
    formats = Formats(prepared.context.meta.locale, prepared.context.meta.as_of, _language(kind, prepared))
    names = standing(prepared.view, audience, record, kind.each)
    names["custom"] = own_fields(kind, prepared.context)
    for output in kind.outputs:
        draft = workshop.filler(kind).fill(output.body, names, formats, report)
        if draft is None:
            continue
        words = workshop.words(kind.language, report)
        frame = _frame(kind, output, prepared, words, formats)
        yield Made(_file_name(kind, output, record, audience, prepared), output, _model(
            draft, output, frame, formats, prepared, report
        ))  # fmt: skip


def _model(
    draft: Draft, output: Output, frame: Frame, formats: Formats, prepared: Prepared, report: Report
) -> Document | Message:
    if output.form == "document":
        return parse(draft, frame, formats, report)
    boxes = {
        person.id: Mailbox(
            person.name, person.email or "", prepared.context.place(f"stakeholders.{person.id}.email")
        )
        for person in prepared.context.stakeholders
    }
    sender = boxes.get(prepared.context.meta.author, Mailbox("", ""))
    return parse_message(draft, frame, formats, boxes, sender, report)


def write(made: Sequence[Made], request: Request, report: Report) -> dict[str, bytes]:
    """The files of documents and messages in the formats asked for.

    Reports: FMT-001 when a format fits nothing that was made, OUT-002 when two documents would be one file,
    and what writers report.
    """
    files: dict[str, bytes] = {}
    reference = _reference(made, request, report)
    for each in made:
        for format_ in _formats(each, request):
            name = f"{each.name}.{format_}"
            if name in files:
                report.broken("OUT-002", f"two documents would be the one file `{name}`", hint=_OTHER_NAME)
            elif (data := _written(each, format_, reference, report)) is not None:
                files[name] = data
    if made and not files and not report.is_broken:
        report.broken(
            "FMT-001",
            f"none of these documents comes as {' or '.join(f'`{each}`' for each in request.formats)}",
            hint=f"choose from {', '.join(f'`{each}`' for each in FORMATS)}",
        )
    return files


def _written(each: Made, format_: str, reference: WordReference | None, report: Report) -> bytes | None:
    from alignkit.writers import eml, html, markdown, plain

    model = each.model
    if isinstance(model, Message):
        match format_:
            case "eml":
                return eml.write(model, report)
            case "txt":
                return plain.write(model, report)
            case "md":
                return markdown.write_message(model, report)
        return html.write_message(model, report)
    match format_:
        case "md":
            return markdown.write(model, report)
        case "html":
            return html.write(model, report)
    return _word(each.name, model, format_, reference, report)


def _word(
    name: str, document: Document, format_: str, reference: WordReference | None, report: Report
) -> bytes | None:
    """The Word file, checked before it is handed over, or the PDF of it."""
    from alignkit.writers import docx, pdf
    from alignkit.writers.ooxml.package import pack

    if reference is None:
        return None
    package = docx.compose(document, reference)
    if not _is_sound(name, package, reference, report):
        return None
    data = pack(package)
    return data if format_ == "docx" else pdf.convert(data, name, report)


def _is_sound(name: str, package: Package, reference: WordReference, report: Report) -> bool:
    """Whether a package may be handed over; reports what Word would stumble over (PKG codes)."""
    from alignkit.writers.ooxml.check import check_parts, without
    from alignkit.writers.ooxml.package import members

    findings = without(check_parts(members(package)), reference.baseline)
    for finding in findings:
        report.broken(
            finding.code,
            f"`{name}.docx` would not open cleanly: {finding}",
            hint="report this with the context; the fault is alignkit's",
        )
    return not findings


def _reference(made: Sequence[Made], request: Request, report: Report) -> WordReference | None:
    wanted = {format_ for each in made for format_ in _formats(each, request)}
    if not wanted & {"docx", "pdf"}:
        return None
    from alignkit.writers import docx

    return docx.load_reference(request.reference, report)


def _formats(each: Made, request: Request) -> tuple[str, ...]:
    known = DOCUMENT_FORMATS if isinstance(each.model, Document) else MESSAGE_FORMATS
    if request.formats:
        return tuple(format_ for format_ in request.formats if format_ in known)
    return known[:1] if isinstance(each.model, Document) else known[:3]


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


def records_of(kind: Kind, prepared: Prepared) -> list[Any]:
    """The records that each give a set of files; one that is None where a kind makes one set."""
    return list(prepared.view[kind.each] or []) if kind.each else [None]


def _subject(
    kind: Kind | None, prepared: Prepared, audience: str, made: tuple[Made, ...], record: Any = None
) -> Subject:
    return Subject(
        kind=kind.name if kind else "",
        families=("GEN", *(kind.rules if kind else _families(prepared.context))),
        context=prepared.context,
        figures=prepared.figures,
        audience=audience,
        documents=tuple((each.name, each.model) for each in made),
        issue_id=record["id"] if record and kind and kind.each == "issues" else "",
    )


def _families(context: Context) -> tuple[str, ...]:
    """The families of rules about what a context holds, whatever is made of it."""
    budget = ("MET", "BUD", "SCR") if context.budget else ()
    return (*budget, *(("ESC",) if context.issues else ()), "MSG")


def _language(kind: Kind, prepared: Prepared) -> str:
    """The text's language with a region: the locale's where it speaks that language, else the usual one."""
    locale = prepared.context.meta.locale
    return locale if locale.split("-")[0] == kind.language else _HOME.get(kind.language, kind.language)


def _frame(kind: Kind, output: Output, prepared: Prepared, bank: WordBank, formats: Formats) -> Frame:
    meta = prepared.context.meta
    author = next((person.name for person in prepared.context.stakeholders if person.id == meta.author), "")
    as_of = bank.entries["as_of"].format(date=formats.date(meta.as_of, "short"))
    territory = meta.locale.rpartition("-")[2]
    return Frame(
        label=kind.title,
        language=formats.words,
        words=bank.words(),
        company=prepared.context.company.name,
        author=author,
        as_of=meta.as_of,
        letter_paper=territory in _LETTER,
        footer=f"{bank.entries[meta.confidentiality]} · {as_of}",
        confidentiality=meta.confidentiality,
        draft=meta.status == "draft",
        form=output.form,
    )


def _file_name(kind: Kind, output: Output, record: Any, audience: str, prepared: Prepared) -> str:
    parts = [output.file]
    if record:
        parts.append(record["id"])
    if kind.audiences and audience != kind.audiences[0]:
        parts.append(audience)
    if prepared.context.meta.confidentiality == "confidential":
        parts.append("confidential")
    return "-".join(parts)


def _is_stopped(context: Context, request: Request, report: Report) -> bool:
    """Whether what rules found stops a build: errors from `in_review` on, if strict warnings too."""
    if request.strict:
        return report.has_errors or bool(report.of(Severity.WARN))
    return report.has_errors and context.meta.status != "draft"


def _ledger(made: Made) -> Iterator[LedgerLine]:
    from alignkit.walking import figures_shown

    document = made.model.body if isinstance(made.model, Message) else made.model
    for shown in figures_shown(document):
        yield LedgerLine(made.name, shown.key, shown.text)
