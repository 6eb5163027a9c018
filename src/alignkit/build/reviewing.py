"""What only kinds about people may name: the confidential reviews, with everything said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignkit.diagnostics import Severity
from alignkit.feedback import Told, tell, with_told
from alignkit.fill.view import view
from alignkit.formats import Formats

from .framing import conventions, language_of

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.templates import Kind

    from .preparing import Prepared
    from .request import Request
    from .version import Version
    from .workshop import Workshop

REVIEWS = "people.reviews"
"""The list of reviews, as a manifest names it."""


def review_view(kind: Kind, prepared: Prepared, workshop: Workshop, report: Report) -> dict[str, Any]:
    """What a template of a kind about people may name: the view with `people`, its sentences included.

    Reports: what reading the phrases reports, BANK-019.
    """
    context = prepared.context
    names = view(context, prepared.figures, prepared.figures.tree(), secret=True)
    if context.people is None:
        return names
    told = told_of(kind, prepared, workshop, report)
    book = workshop.phrases(language_of(kind, prepared), report)
    formats = _formats(kind, prepared)
    bank = workshop.statements(formats.words, report)
    names["people"]["reviews"] = with_told(names["people"], context, book, told, bank, formats)
    return names


def told_of(kind: Kind, prepared: Prepared, workshop: Workshop, report: Report) -> Told:
    """Everything the reviews of a context say in the language of a kind.

    Reports: what reading the phrases reports, BANK-019 for each observation no phrase fits.
    """
    context, language = prepared.context, language_of(kind, prepared)
    if context.people is None:
        return Told()
    formats = _formats(kind, prepared)
    book = workshop.phrases(language, report)
    told = tell(context.people, context, book, workshop.statements(language, report), formats)
    for key, part in told.unsaid:
        if part in ("opening", "core", "ending", "statement", "summary"):
            message = f"no phrase of `{language}` says the {part} of `{key}`"
            hint = "fill in what it lacks, or add a phrase of your own: `alignkit phrases add`"
            report.finding("BANK-019", Severity.WARN, message, context.place(key), hint=hint)
    return told


def _formats(kind: Kind, prepared: Prepared) -> Formats:
    meta = prepared.context.meta
    return Formats(conventions(meta.locale, kind.language), meta.as_of, language_of(kind, prepared))


def asked_for(record: dict[str, Any], version: Version, request: Request) -> bool:
    """Whether a review is to be made in this situation, for this person."""
    return version.mode in record["modes"] and (
        not request.persons or record["person"]["id"] in request.persons
    )
