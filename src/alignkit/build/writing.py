"""Documents, decks and messages to the bytes of files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.model.message import Message

from .collector import no_search_for_cycles
from .forms import in_form
from .request import DECK_FORMATS, DOCUMENT_FORMATS, FORMATS, MESSAGE_FORMATS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from alignkit.brands import Brand
    from alignkit.diagnostics import Report
    from alignkit.model.document import Document
    from alignkit.writers.docx import WordReference
    from alignkit.writers.ooxml.findings import Finding
    from alignkit.writers.pptx import PresentationReference

    from .making import Made
    from .request import Request


_OTHER_NAME = "build them one after the other with `--out`, or give one another `file` in its kind.yaml"
_PRESENTATIONS = frozenset((".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppt", ".pot"))
"""Endings of references that are for decks; every other one is for pages."""


_SLIDE_FORMATS = frozenset(("pptx", "html", "pdf"))
"""Formats that show a deck as slides; the others show its text as pages."""


@dataclass(frozen=True, slots=True)
class _Looks:
    """The looks of one request, as far as its formats need them."""

    word: WordReference | None
    slides: PresentationReference | None
    brand: Brand | None


def write(
    made: Sequence[Made], request: Request, report: Report, *, brand: Brand | None = None
) -> dict[str, bytes]:
    """The files of documents, decks and messages in the formats asked for.

    Reports: FMT-001 when a format fits nothing that was made, FMT-003 when a reference does, BRAND-011 when a
    reference stands before a brand, OUT-002 when two documents would be one file, and what layout and writers
    report.
    """
    files: dict[str, bytes] = {}
    looks = _looks(made, request, brand, report)
    for each in made:
        for format_ in _formats(each, request):
            name = f"{each.name}.{format_}"
            if name in files:
                report.broken("OUT-002", f"two documents would be the one file `{name}`", hint=_OTHER_NAME)
            elif (data := _written(each, format_, looks, report)) is not None:
                files[name] = data
    if made and not files and not report.is_broken:
        report.broken(
            "FMT-001",
            f"none of these documents comes as {' or '.join(f'`{each}`' for each in request.formats)}",
            hint=f"choose from {', '.join(f'`{each}`' for each in FORMATS)}",
        )
    return files


@no_search_for_cycles()
def _written(each: Made, format_: str, looks: _Looks, report: Report) -> bytes | None:
    if isinstance(each.model, Message):
        return _mail(each.model, format_, report)
    if format_ == "pptx" or (each.output.form == "deck" and format_ in _SLIDE_FORMATS):
        return _slides(each.name, in_form(each.model, "deck"), format_, looks.slides, report)
    return _page(each.name, in_form(each.model, "document"), format_, looks, report)


def _mail(message: Message, format_: str, report: Report) -> bytes:
    from alignkit.writers import eml, html, markdown, plain

    match format_:
        case "eml":
            return eml.write(message, report)
        case "txt":
            return plain.write(message, report)
        case "md":
            return markdown.write_message(message, report)
    return html.write_message(message, report)


def _page(name: str, document: Document, format_: str, looks: _Looks, report: Report) -> bytes | None:
    """Markdown, HTML, the Word file checked before it is handed over, or the PDF of it."""
    from alignkit.writers import docx, html, markdown, pdf
    from alignkit.writers.ooxml.package import members, pack

    match format_:
        case "md":
            return markdown.write(document, report)
        case "html":
            return html.write(document, report, looks.brand)
    reference = looks.word
    if reference is None:
        return None
    package = docx.compose(document, reference)
    files = members(package)
    if not _is_sound(f"{name}.docx", files, reference.baseline, report):
        return None
    data = pack(package, files)
    return data if format_ == "docx" else pdf.convert(data, f"{name}.docx", report)


def _slides(
    name: str, document: Document, format_: str, reference: PresentationReference | None, report: Report
) -> bytes | None:
    """Slides as a web page, the PowerPoint file checked before it is handed over, or the PDF of it."""
    from alignkit.layout import lay_out
    from alignkit.writers import pdf, pptx, slides_html
    from alignkit.writers.ooxml.package import members, pack

    if reference is None:
        return None
    deck = lay_out(document, reference.theme, report)
    if format_ == "html":
        return slides_html.write(deck, reference.theme, report)
    package = pptx.compose(deck, reference)
    files = members(package)
    if not _is_sound(f"{name}.pptx", files, reference.baseline, report):
        return None
    data = pack(package, files)
    return data if format_ == "pptx" else pdf.convert(data, f"{name}.pptx", report)


def _is_sound(name: str, files: Mapping[str, bytes], baseline: frozenset[Finding], report: Report) -> bool:
    """Whether a package may be handed over; reports what Office would stumble over (PKG codes)."""
    from alignkit.writers.ooxml.check import check_parts, without

    findings = without(check_parts(files), baseline)
    for finding in findings:
        report.broken(
            finding.code,
            f"`{name}` would not open cleanly: {finding}",
            hint="report this with the context; the fault is alignkit's",
        )
    return not findings


def _looks(made: Sequence[Made], request: Request, brand: Brand | None, report: Report) -> _Looks:
    wanted = {(each.output.form, format_) for each in made for format_ in _formats(each, request)}
    pages = {("document", "docx"), ("document", "pdf"), ("deck", "docx")}
    slides = {("document", "pptx"), *(("deck", format_) for format_ in _SLIDE_FORMATS)}
    for_pages, for_slides = _references(request)
    needs_pages, needs_slides = bool(wanted & pages), bool(wanted & slides)
    for paths, is_needed in ((for_pages, needs_pages), (for_slides, needs_slides)):
        for path in paths if made and not is_needed else paths[1:]:
            _say_unused(path, report)
    return _Looks(
        _word(for_pages, brand, report) if needs_pages else None,
        _presentation(for_slides, brand, report) if needs_slides else None,
        brand,
    )


def _references(request: Request) -> tuple[list[Path], list[Path]]:
    """The references for pages and those for slides."""
    slides = [path for path in request.references if path.suffix.lower() in _PRESENTATIONS]
    return [path for path in request.references if path not in slides], slides


def _say_unused(path: Path, report: Report) -> None:
    report.finding(
        "FMT-003",
        Severity.WARN,
        f"the reference `{path.name}` serves none of these files",
        hint="give at most one Word and one PowerPoint file, each for files of its own kind",
    )


def _word(paths: list[Path], brand: Brand | None, report: Report) -> WordReference | None:
    from alignkit.writers import docx

    _say_wins(paths, brand, report)
    return docx.load_reference(paths[0] if paths else None, report, brand)


def _presentation(paths: list[Path], brand: Brand | None, report: Report) -> PresentationReference | None:
    from alignkit.writers import pptx

    _say_wins(paths, brand, report)
    return pptx.load_presentation(paths[0] if paths else None, report, brand)


def _say_wins(paths: list[Path], brand: Brand | None, report: Report) -> None:
    """Report what of a brand a company's own file decides."""
    if paths and brand:
        report.finding(
            "BRAND-011",
            Severity.INFO,
            f"`{paths[0].name}` decides colours, fonts and logo; "
            f"of `{brand.file}` only `confidentiality` counts",
            hint="leave out `--reference` to get the colours, fonts and logo of the brand file",
        )


def _formats(each: Made, request: Request) -> tuple[str, ...]:
    known = {"document": DOCUMENT_FORMATS, "deck": DECK_FORMATS, "message": MESSAGE_FORMATS}[each.output.form]
    if request.formats:
        return tuple(format_ for format_ in request.formats if format_ in known)
    return known[:3] if each.output.form == "message" else known[:1]
