"""What only kinds about people may name: the confidential reviews, with everything said of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from alignkit.diagnostics import Severity
from alignkit.feedback import SITUATIONS, Told, add_told, tell
from alignkit.fill.view import view
from alignkit.formats import Formats, conventions
from alignkit.lints import Wording
from alignkit.showing import plain, show
from alignkit.source.wording import listed, nearest

from .framing import language_of

if TYPE_CHECKING:
    from alignkit.diagnostics import Place, Report
    from alignkit.templates import Kind

    from .preparing import Prepared
    from .request import Request
    from .version import Version
    from .workshop import Workshop

_USUAL = "en-US"
"""The language of reviews where nobody has written phrases in the locale's own."""
REVIEWS = "people.reviews"
"""The list of reviews, as a manifest names it."""


def prepared_for_reviews(kind: Kind, prepared: Prepared, workshop: Workshop, report: Report) -> Prepared:
    """What a kind about people is made from: the view with `people`, its sentences included, and their words.

    Reports: what reading the phrases reports, BANK-019.
    """
    context = prepared.context
    names = view(context, prepared.figures, prepared.figures.tree(), secret=True)
    if context.people is None:
        return replace(prepared, view=names)
    told = told_of(kind, prepared, workshop, report)
    formats = _formats(kind, prepared)
    book = workshop.phrases(formats.words, report)
    bank = workshop.statements(formats.words, report)
    add_told(names["people"], context, book, told, bank, formats)
    said = tuple((key, plain(show(each, formats))) for key, each in told.said.items())
    return replace(
        prepared, view=names, wording=Wording(book, workshop.text_rules(formats.words, report), said)
    )


def wording_of_reviews(prepared: Prepared, workshop: Workshop, report: Report) -> Wording:
    """What rules of reviews know when a context is checked by itself: the words of its locale's language.

    Reports: what reading the phrases reports.
    """
    if prepared.context.people is None:
        return Wording()
    locale = prepared.context.meta.locale
    language = locale if workshop.phrases(locale, report).competencies else _USUAL
    return Wording(workshop.phrases(language, report), workshop.text_rules(language, report))


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
        if part in ("opening", "core", "ending", "statement"):
            message = f"no phrase of `{language}` says the {part} of `{key}`"
            hint = "add a phrase of your own: `alignkit phrases add`; until then the facts stand alone"
            report.finding("BANK-019", Severity.INFO, message, context.place(key), hint=hint)
    return told


def _formats(kind: Kind, prepared: Prepared) -> Formats:
    meta = prepared.context.meta
    return Formats(conventions(meta.locale, kind.language), meta.as_of, language_of(kind, prepared))


_LACKING = {
    "recognition": "an observation with `valence: strength`",
    "corrective": "an observation with `valence: development` and `raised_on`",
    "agency": "an entry with `form: agency`",
}
"""What a situation is written from that not every review has."""


def asked_for(
    kind: Kind,
    records: list[dict[str, Any]],
    version: Version,
    prepared: Prepared,
    request: Request,
    report: Report,
) -> list[dict[str, Any]]:
    """The reviews to make in this situation, for the people asked for.

    Reports: KIND-016 for a person nobody reviews, KIND-017 where nothing can be written of a person, or of
    anybody, in this situation.
    """
    known = {str(record["person"]["id"]): record for record in records}
    for person in request.persons:
        if person not in known:
            names = [*known, *(str(record["person"]["name"]) for record in records)]
            close = next(iter(nearest(person, names, 1)), "")
            meant = next((key for key, each in known.items() if close in (key, each["person"]["name"])), "")
            there = listed(list(known), last="and")
            hint = f"write `{meant}`; reviewed are {there}" if meant else f"choose from {there}"
            place = prepared.context.place(REVIEWS)
            report.broken("KIND-016", f"nobody called `{person}` is reviewed", place, hint=hint)
    asked = [each for each in records if not request.persons or each["person"]["id"] in request.persons]
    made = [each for each in asked if version.mode not in SITUATIONS or version.mode in each["modes"]]
    if version.mode == "corrective" and not request.persons:
        made = [each for each in made if _is_to_correct(each)]
    without = {str(each["person"]["id"]) for each in asked} - {str(each["person"]["id"]) for each in made}
    if without and (request.persons or not made):
        whom = listed(sorted(without), last="and")
        message = f"`{kind.name}` has nothing to write about {whom} as `{version.mode}`"
        needed = _LACKING.get(version.mode, "what it is written from")
        hint = f"add {needed}, or ask for another `--mode`"
        report.broken("KIND-017", message, _place(prepared, without), hint=hint)
    return made


def _is_to_correct(record: dict[str, Any]) -> bool:
    """Whether somebody needs a corrective note who is not asked for by name."""
    return record["note_on"] is not None or record["noted"]["corrective"]["purpose"] == "correct"


def _place(prepared: Prepared, persons: set[str]) -> Place | None:
    """Where the first of some people is reviewed."""
    reviews = prepared.context.people.reviews if prepared.context.people else ()
    first = next((index for index, each in enumerate(reviews) if each.person in persons), None)
    return None if first is None else prepared.context.place(f"{REVIEWS}[{first}]")
