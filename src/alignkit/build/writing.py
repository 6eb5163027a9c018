"""Documents and messages to the bytes of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.document import Document
from alignkit.model.message import Message

from .collector import no_search_for_cycles
from .request import DOCUMENT_FORMATS, FORMATS, MESSAGE_FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Report
    from alignkit.writers.docx import WordReference
    from alignkit.writers.ooxml.package import Package

    from .making import Made
    from .request import Request


_OTHER_NAME = "build them one after the other with `--out`, or give one another `file` in its kind.yaml"


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


@no_search_for_cycles()
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
