"""One more record for a project's own bank, refused where an editor would refuse it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from alignkit.catalogue import BANKS
from alignkit.diagnostics import Report
from alignkit.phrases import load_phrases
from alignkit.source import read_texts

from .placing import record_lines, with_record
from .running import proofread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.catalogue import Catalogue
    from alignkit.source import Source

OWN = "own"
"""Name of the file records are added to; other banks have `own-negotiation.yaml` and so on."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A file with one more record."""

    path: Path
    """Which file."""
    text: str
    """What it holds then."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A record somebody wants to have."""

    language: str
    """Language of its words."""
    bank: str
    """Its bank."""
    fields: Mapping[str, Any]
    """Its fields, in the order they are written."""
    replaces: bool = False
    """Whether it may take the place of a record of ours with the same id."""


def add(wanted: Wanted, catalogue: Catalogue, report: Report) -> Addition | None:
    """The file with the record in it; None where an error was found. Nothing is written.

    Args:
        wanted: the record.
        catalogue: the banks there are; the project folder is where the file belongs.
        report: everything `phrases check` would find in the record.

    Reports: BANK-006 to BANK-018, BANK-026, REV-T01 to REV-T19, DE-CODE.

    """
    folder = (catalogue.project or Path()) / BANKS / wanted.language
    found = _target(folder, wanted.bank, report)
    if found is None:
        return None
    path, text, source = found
    new = with_record(text, source, wanted.bank, wanted.fields)
    if not _is_proven(new, path, source, wanted):
        lines = " / ".join(line.strip() for line in record_lines(wanted.fields, 0))
        message = f"`{path}` is written in a way that no record can be added to"
        report.broken("BANK-026", message, hint=f"write it by hand: {lines}")
        return None
    _check_id(wanted, folder, catalogue, report)
    _check(new, path.name, wanted, catalogue, report)
    return None if report.has_errors else Addition(path, new)


def _target(folder: Path, bank: str, report: Report) -> tuple[Path, str, Source | None] | None:
    """The file for a bank, its text and what was read from it; None where it cannot be read."""
    for path in (folder / f"{OWN}.yaml", folder / f"{OWN}-{bank}.yaml"):
        try:
            text = path.read_bytes().decode("utf-8") if path.exists() else ""
        except (OSError, UnicodeDecodeError) as problem:
            report.broken("BANK-026", f"`{path}` cannot be read: {problem}", hint="repair or rename the file")
            return None
        if not text.strip():
            return path, "", None
        before = Report()
        source = read_texts({path: text}, before)
        if source is None or before.is_broken:
            report.extend(before)
            return None
        if source.data.get("bank", bank) == bank:
            return path, text, source
    report.broken(
        "BANK-026", f"`{path}` holds another bank", hint=f"write `bank: {bank}` into it, or rename it"
    )
    return None


def _is_proven(text: str, path: Path, source: Source | None, wanted: Wanted) -> bool:
    """Whether reading the new text gives the old data and the record, and nothing else."""
    report = Report()
    new = read_texts({path: text}, report)
    if new is None or report.is_broken:
        return False
    old = dict(source.data) if source else {"schema": 1}
    entries = old.get("phrases") or []
    expected = [*(entries if isinstance(entries, list) else []), dict(wanted.fields)]
    return new.data == {**old, "bank": wanted.bank, "phrases": expected}


def _check_id(wanted: Wanted, folder: Path, catalogue: Catalogue, report: Report) -> None:
    """Whether the id is free, or may be used once more."""
    name = str(wanted.fields.get("id", ""))
    known = load_phrases(catalogue.banks(), wanted.language, Report()).phrases.get(name)
    if known is None or known.place is None:
        return
    if Path(known.place.file).resolve().parent == folder.resolve():
        hint = "choose another id, or change the record there"
        report.broken("BANK-008", f"there is a record `{name}` of yours already, in {known.place}", hint=hint)
    elif not wanted.replaces:
        hint = "choose another id, or say --replace to use yours in its place"
        report.broken("BANK-008", f"there is a record `{name}` already, in {known.place}", hint=hint)


def _check(text: str, name: str, wanted: Wanted, catalogue: Catalogue, report: Report) -> None:
    """Read the new file as an editor would; only what is about the new record counts."""
    banks = catalogue.banks()
    with TemporaryDirectory() as holder:
        folder = Path(holder) / wanted.language
        folder.mkdir()
        (folder / name).write_bytes(text.encode())
        found = Report()
        proofread(
            {**banks, wanted.language: (folder, *banks.get(wanted.language, ()))},
            [folder / name],
            found,
            wanted.language,
        )
        source = read_texts({folder / name: text}, Report())
    if source is None or not isinstance(entries := source.data["phrases"], list):
        return
    at = source.place(f"phrases[{len(entries) - 1}]").path
    for each in found:
        path = each.place.path if each.place else ""
        if path == at or path.startswith(f"{at}.") or (each.code == "BANK-024"):
            report.add(replace(each, place=None))
