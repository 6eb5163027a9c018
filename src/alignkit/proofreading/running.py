"""One reading of all banks, or of some files of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alignkit.diagnostics import Report, Severity
from alignkit.phrases import files_of, load_folders
from alignkit.prose import load_text_rules
from alignkit.source.wording import listed

from .counting import counts
from .likeness import check_likeness
from .quality import check_record
from .wording import check_wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignkit.diagnostics import Place
    from alignkit.phrases import Phrase, PhraseBook

    from .counting import Count

    Banks = Mapping[str, Sequence[Path]]
    """Folders of banks by language, the nearest first."""

USUAL = "en"
"""Language of a file that lies in no folder of a language."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a reading of banks gives beside its findings."""

    records: int
    """How many records were read."""
    counts: tuple[Count, ...]
    """How many there are of each sort."""


def proofread(banks: Banks, files: Sequence[Path], report: Report, language: str = "") -> Proof:
    """Read the banks of every language as an editor would.

    Args:
        banks: where they are.
        files: only these files; everything where empty.
        report: where findings go.
        language: only this one; for files elsewhere, the one they are written in.

    Reports: BANK-006 to BANK-018, BANK-024, BANK-025, REV-T01 to REV-T19, DE-CODE.

    """
    files = tuple({path.resolve(): path for path in files}.values())
    found = Report()
    records = 0
    tables: list[Count] = []
    for tag, own in _by_language(banks, files, language).items():
        book = _load(banks, tag, own, found)
        checked = _checked(book, banks, tag, own)
        _read(book, checked, banks, found)
        records += len(checked)
        tables += counts(book)
        if not own:
            _check_slots(book, banks, tag, found)
    wanted = {path.resolve() for path in files}
    for each in found:
        if not wanted or each.place is None or _path(each.place) in wanted:
            report.add(each)
    return Proof(records, tuple(tables))


def _by_language(banks: Banks, files: Sequence[Path], language: str) -> dict[str, list[Path]]:
    """The files to look at by language; no files of a language means all."""
    if not files:
        tags = (
            [language] if language else [tag for tag, folders in banks.items() if any(map(files_of, folders))]
        )
        return {tag: [] for tag in tags}
    found: dict[str, list[Path]] = {}
    for path in files:
        folder = path.resolve().parent.name
        found.setdefault(language or (folder if folder in banks else USUAL), []).append(path)
    return found


def _load(banks: Banks, tag: str, own: Sequence[Path], report: Report) -> PhraseBook:
    folders = _folders(banks, tag)
    known = {folder.resolve() for folder in folders}
    elsewhere = [path for path in own if path.resolve().parent not in known]
    return load_folders(folders, tag, report, elsewhere)


def _folders(banks: Banks, tag: str) -> list[Path]:
    tags = dict.fromkeys((tag, tag.partition("-")[0]))
    return [folder for each in tags for folder in banks.get(each, ())]


def _checked(book: PhraseBook, banks: Banks, tag: str, own: Sequence[Path]) -> list[Phrase]:
    """The records to look at: those of the files, or of the language's own folders."""
    folders = {folder.resolve() for folder in banks.get(tag, ())}
    files = {path.resolve() for path in own}

    def is_meant(phrase: Phrase) -> bool:
        path = _path(phrase.place)
        return path in files if files else path is not None and path.parent in folders

    return [phrase for phrase in (*book.phrases.values(), *book.unsound) if is_meant(phrase)]


def _path(place: Place | None) -> Path | None:
    """The file of a place."""
    return Path(place.file).resolve() if place else None


def _read(book: PhraseBook, checked: Sequence[Phrase], banks: Banks, report: Report) -> None:
    lacking: set[str] = set()
    for phrase in checked:
        if phrase.bank and phrase.bank not in book.slots and phrase.bank not in lacking:
            lacking.add(phrase.bank)
            message = (
                f"`{book.language}` describes no slots of the bank `{phrase.bank}`, so nothing can be tried"
            )
            hint = "write a `slots.yaml` beside it; the English one shows how"
            report.finding("BANK-024", Severity.WARN, message, phrase.place, hint=hint)
        check_record(phrase, book, report)
    check_likeness(book, {phrase.id for phrase in checked}, report)
    rules = load_text_rules(banks, book.language, report)
    if rules is not None:
        check_wording(checked, book, rules, report)


def _check_slots(book: PhraseBook, banks: Banks, tag: str, report: Report) -> None:
    """Say which slots no record of a bank has.

    Reports: BANK-025.
    """
    for bank, forms in book.slots.items():
        several = book.of(bank)
        used = {name for each in several for name in each.required | each.optional}
        unused = [name for name in forms if name not in used]
        if several and unused:
            message = f"no record of `{bank}` in `{tag}` has the slot {listed(unused)}"
            report.finding("BANK-025", Severity.INFO, message, hint="use it, or take it out of `slots.yaml`")
