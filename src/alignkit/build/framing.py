"""What surrounds a text: its language, its paper, its footer, its file name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignkit.formats.dates import date_text
from alignkit.model.draft import Frame

from .version import usual_audience

if TYPE_CHECKING:
    from alignkit.banks import WordBank
    from alignkit.formats import Formats
    from alignkit.templates import Kind, Output

    from .preparing import Prepared
    from .version import Version


_LETTER = frozenset(("US", "CA", "MX", "CL", "CO", "PH", "VE"))


_HOME = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES"}
"""The region of a language whose texts are shown to readers elsewhere."""


def language_of(kind: Kind, prepared: Prepared) -> str:
    """The text's language with a region: the locale's where it speaks that language, else the usual one."""
    locale = prepared.context.meta.locale
    return locale if locale.split("-")[0] == kind.language else _HOME.get(kind.language, kind.language)


def frame_of(
    kind: Kind,
    output: Output,
    audience: str,
    author: str,
    prepared: Prepared,
    bank: WordBank,
    formats: Formats,
) -> Frame:
    """The frame of one output: words, paper, header and footer."""
    meta = prepared.context.meta
    day = date_text(formats.locale, meta.as_of, "", near=False, same_year=False)
    as_of = bank.entries["as_of"].format(date=day)
    confidentiality = _confidentiality(kind, audience, prepared)
    line = word = bank.entries[confidentiality]
    if prepared.brand:
        line = prepared.brand.line(word, is_confidential=confidentiality == "confidential")
    territory = meta.locale.rpartition("-")[2]
    return Frame(
        label=f"{kind.title} · {word}" if kind.is_private(audience) else kind.title,
        language=formats.words,
        words=bank.words(),
        company=prepared.context.company.name,
        author=author,
        as_of=meta.as_of,
        letter_paper=territory in _LETTER,
        footer=f"{line} · {as_of}",
        confidentiality=confidentiality,
        draft=meta.status == "draft",
        form=output.form,
    )


def file_name(kind: Kind, output: Output, record: Any, version: Version, prepared: Prepared) -> str:
    """The name of an output's files without ending: output, mode, record, audience, and whether secret.

    The usual mode and its usual reader are not named, and no two versions share a name: the usual mode for a
    reader whom another mode is called after is `deck-ask-board`, that other mode `deck-board`.
    """
    parts = [output.file]
    is_for_other = bool(kind.audiences) and version.audience != usual_audience(kind, version.mode)
    is_other_mode = bool(kind.modes) and version.mode != next(iter(kind.modes))
    if is_other_mode or (is_for_other and version.audience in kind.modes):
        parts.append(version.mode)
    if record:
        parts.append(record["id"])
    if is_for_other:
        parts.append(version.audience)
    if _confidentiality(kind, version.audience, prepared) == "confidential":
        parts.append("confidential")
    return "-".join(parts)


def _confidentiality(kind: Kind, audience: str, prepared: Prepared) -> str:
    """What the context says, unless the version is nobody else's business."""
    return "confidential" if kind.is_private(audience) else prepared.context.meta.confidentiality
