"""Reading the phrases of a language: every mistake of every file in one run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from alignkit.patterns import read_pattern
from alignkit.purposes import PURPOSES
from alignkit.source import read
from alignkit.source.wording import listed, nearest, quoted

from .definitions import COMPETENCIES, SLOTS, read_competencies, read_slots
from .naming import found_words, near
from .record import (
    ADDRESSES,
    BANDS,
    BANKS,
    CELLS,
    CHANNELS,
    DIRECTNESS,
    FRAMES,
    PARTS,
    REVIEW,
    REVIEW_AUDIENCES,
    SAME_FACT,
    TALK_AUDIENCES,
    Competency,
    Phrase,
    PhraseBook,
    SlotForm,
    slot_name,
)
from .schema import LONGEST
from .spelling import SPELLING, read_spelling, respelled, spelled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from alignkit.diagnostics import Place, Report
    from alignkit.source import Source

OTHER_FILES = frozenset(("words.yaml", "statements.yaml", "text-rules.yaml", SLOTS, COMPETENCIES, SPELLING))
"""Files of a language that hold no phrases."""

_TOP = ("schema", "bank", "defaults", "phrases", "ban")
_FIELDS = (
    "id", "part", "competency", "band", "purpose", "frame", "directness", "audience", "channel", "topic",
    "person", "text", "avoid_with", "added", "reviewed_by",
)  # fmt: skip
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")
_CHOICES: Mapping[str, tuple[str, ...]] = {"band": BANDS, "purpose": PURPOSES, "frame": FRAMES}


def load_phrases(banks: Mapping[str, Sequence[Path]], tag: str, report: Report) -> PhraseBook:
    """Everything a language has to say; empty when nobody has written anything in it.

    `en-GB` is looked for before `en`, a project's files before ours; the nearest record of an id counts.

    Args:
        banks: folders of banks by language, the nearest first.
        tag: language of the text, such as `en-GB` or `de`.
        report: where mistakes go.

    Reports: BANK-006 to BANK-014.

    """
    languages = tuple(dict.fromkeys((tag, re.split("[-_]", tag)[0])))
    folders = [folder for language in languages for folder in banks.get(language, ())]
    return load_folders(folders, tag, report)


def load_folders(folders: Sequence[Path], tag: str, report: Report, files: Sequence[Path] = ()) -> PhraseBook:
    """Everything the files of `folders` have to say, the nearest folder first.

    Args:
        folders: folders of one language.
        tag: that language.
        report: where mistakes go.
        files: files of phrases that lie elsewhere and come before the folders.

    Reports: BANK-006 to BANK-014.

    """
    shelf = _Shelf(report)
    for folder in (*dict.fromkeys(file.parent for file in files), *folders):
        shelf.take_definitions(folder)
    shelf.take_phrases(files, {})
    spelling: dict[str, str] = {}
    for folder in folders:
        shelf.take_phrases(files_of(folder), spelling)
        spelling = read_spelling(folder / SPELLING, report) | spelling
    shelf.spell_competencies(spelling)
    shelf.check_names()
    return PhraseBook(
        tag, shelf.phrases, shelf.slots, shelf.competencies, frozenset(shelf.banned), tuple(shelf.unsound)
    )


def files_of(folder: Path) -> list[Path]:
    """The files of a folder that hold phrases."""
    several = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    return [path for path in several if path.name not in OTHER_FILES]


@dataclass(slots=True)
class _Shelf:
    """What was read so far; what is there stays."""

    report: Report
    phrases: dict[str, Phrase] = field(default_factory=dict)
    slots: dict[str, dict[str, SlotForm]] = field(default_factory=dict)
    competencies: dict[str, Competency] = field(default_factory=dict)
    banned: dict[str, Place | None] = field(default_factory=dict)
    unsound: list[Phrase] = field(default_factory=list)

    def take_definitions(self, folder: Path) -> None:
        """Slots and competencies of a folder."""
        for bank, slots in read_slots(folder / SLOTS, self.report).items():
            self.slots[bank] = {**slots, **self.slots.get(bank, {})}
        self.competencies = {**read_competencies(folder / COMPETENCIES, self.report), **self.competencies}

    def spell_competencies(self, spelling: Mapping[str, str]) -> None:
        """Give competencies the names a region has for them."""
        self.competencies = {
            key: replace(each, name=spelled(each.name, spelling)) for key, each in self.competencies.items()
        }

    def take_phrases(self, paths: Iterable[Path], spelling: Mapping[str, str]) -> None:
        """The records of the files of one folder, spelled as the nearer folders want."""
        found: dict[str, Phrase] = {}
        for path in paths:
            if (source := read(path, self.report)) is None:
                continue
            reader = _File(source, self)
            for phrase in reader.phrases():
                if phrase.id in found:
                    first = found[phrase.id].place
                    where = f", first in {first}" if first else ""
                    self.report.broken(
                        "BANK-008", f"the id {quoted(phrase.id)} is there twice{where}", phrase.place,
                        hint="give each record an id of its own",
                    )  # fmt: skip
                else:
                    found[phrase.id] = respelled(phrase, spelling)
            self.banned |= reader.banned()
        self.phrases = {
            **self.phrases,
            **{key: each for key, each in found.items() if key not in self.phrases},
        }

    def check_names(self) -> None:
        """Whether every record another one names is there."""
        for phrase in self.phrases.values():
            for name in phrase.avoid_with:
                self._known(name, phrase.place, "avoid_with")
        for name, place in self.banned.items():
            self._known(name, place, "ban")

    def _known(self, name: str, place: Place | None, key: str) -> None:
        if name not in self.phrases:
            close = nearest(name, self.phrases, 1)
            hint = f"write {quoted(close[0])}" if close else "name the id of a record"
            self.report.broken("BANK-014", f"`{key}` names no record: {quoted(name)}", place, hint=hint)


@dataclass(frozen=True, slots=True)
class _File:
    """One file of phrases."""

    source: Source
    shelf: _Shelf

    def phrases(self) -> Iterable[Phrase]:
        """The records of the file that can be used."""
        data = self.source.data
        for key in data:
            if key not in _TOP:
                self._broken("BANK-006", f"there is no key {quoted(key)} in a bank", key, near(key, _TOP))
        if data.get("schema", 1) != 1:
            message = f"expected `schema: 1`, found {found_words(data['schema'])}"
            self._broken("BANK-007", message, "schema", "write `schema: 1`")
        bank = self._bank() if data.get("phrases") else ""
        defaults = data.get("defaults") or {}
        entries = data.get("phrases") or []
        if not isinstance(entries, list) or not isinstance(defaults, dict):
            message = "expected a list under `phrases` and keys with values under `defaults`"
            self._broken("BANK-007", message, "phrases", "write `- id: ...` for each record")
            return
        for index, written in enumerate(entries):
            path = f"phrases[{index}]"
            if not isinstance(written, dict):
                self._broken(
                    "BANK-007", f"expected a record, found {found_words(written)}", path, "write `- id: ...`"
                )
            else:
                entry = _Entry(self, path, {**defaults, **written}, frozenset(written), bank)
                phrase = entry.phrase()
                if entry.is_sound and bank:
                    yield phrase
                elif phrase.texts:
                    self.shelf.unsound.append(phrase)

    def _bank(self) -> str:
        """The bank of the file, or the one it may have meant; empty where that cannot be told."""
        bank = self.source.data.get("bank", "")
        if isinstance(bank, str) and bank in BANKS:
            return bank
        message = f"expected `bank` to be {listed(BANKS)}, found {found_words(bank)}"
        at = "bank" if "bank" in self.source.data else ""
        self._broken("BANK-011", message, at, near(str(bank), BANKS))
        return next(iter(nearest(str(bank), BANKS, 1)), "")

    def banned(self) -> dict[str, Place | None]:
        """The records this file takes away."""
        several = self.source.data.get("ban") or []
        if not isinstance(several, list):
            self._broken(
                "BANK-007", f"expected ids under `ban`, found {found_words(several)}", "ban", "write a list"
            )
            return {}
        places = {index: self.source.place(f"ban[{index}]") for index in range(len(several))}
        for index, each in enumerate(several):
            if not isinstance(each, str):
                self._broken("BANK-007", f"expected an id, found {found_words(each)}", f"ban[{index}]",
                             "write the id of a record")  # fmt: skip
        return {each: places[index] for index, each in enumerate(several) if isinstance(each, str)}

    def _broken(self, code: str, message: str, path: str, hint: str) -> None:
        self.shelf.report.broken(code, message, self.source.place(path), hint=hint)


@dataclass(slots=True)
class _Entry:
    """One record as its file has it."""

    file: _File
    path: str
    data: dict[str, Any]
    own: frozenset[str]
    bank: str
    is_sound: bool = True

    def phrase(self) -> Phrase:
        """The record; whether it can be used, `is_sound` tells then."""
        for key in self.data:
            if key not in _FIELDS:
                self._wrong(
                    "BANK-006", f"there is no field {quoted(key)} in a record", key, near(key, _FIELDS)
                )
        identity, part = self._text("id"), self._text("part")
        if identity and not _ID.match(identity):
            message = f"expected small letters, digits and hyphens as `id`, found {quoted(identity)}"
            self._wrong("BANK-007", message, "id", "write an id such as `measurement-on-develop-7`")
        if self.bank == REVIEW and part and part not in PARTS:
            message = f"expected `part` to be {listed(tuple(PARTS))}, found {quoted(part)}"
            self._wrong("BANK-011", message, "part", near(part, PARTS))
        written = self._written()
        phrase = Phrase(
            id=identity,
            bank=self.bank,
            part=part,
            texts={address: pattern for address, text in written.items() if (pattern := self._pattern(text))},
            written=written,
            place=self.file.source.place(self.path),
            competency=self._competency(),
            band=self._one("band"),
            purpose=self._one("purpose"),
            frame=self._one("frame"),
            directness=self._several("directness", DIRECTNESS),
            audience=self._several("audience", REVIEW_AUDIENCES if self.bank == REVIEW else TALK_AUDIENCES),
            channel=self._several("channel", CHANNELS),
            topic=self._words("topic"),
            person=self._person(),
            avoid_with=self._several("avoid_with", None),
            added=self._words("added"),
            reviewed_by=self._words("reviewed_by"),
        )
        self._check_whole(phrase)
        return phrase

    def _check_whole(self, phrase: Phrase) -> None:
        """Whether a record has the slots its part needs, and stands in a cell there is."""
        lacking = [
            name
            for name in PARTS.get(phrase.part, ())
            if phrase.required.isdisjoint((name, *SAME_FACT.get(name, ())))
        ]
        if self.bank == REVIEW and phrase.texts and lacking:
            names = ", ".join(f"`{{{name}}}`" for name in lacking)
            message = f"a record of part `{phrase.part}` needs {names} outside brackets"
            self._wrong("BANK-012", message, "text", "write the slot, or choose another part")
        known = phrase.band in ("", *BANDS) and phrase.purpose in ("", *PURPOSES)
        if phrase.part == "core" and known and (phrase.band, phrase.purpose) not in CELLS:
            cells = ", ".join(f"{band} with {purpose}" for band, purpose in CELLS)
            found = f"{phrase.band or 'no band'} with {phrase.purpose or 'no purpose'}"
            message = f"a core has no cell for {found}"
            self._wrong(
                "BANK-013", message, "band" if "band" in self.own else "purpose", f"choose from {cells}"
            )

    def _text(self, key: str) -> str:
        value = self.data.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        hint = "every record has `id`, `part` and `text`"
        self._wrong("BANK-007", f"expected `{key}` to be a text, found {found_words(value)}", key, hint)
        return ""

    def _words(self, key: str) -> str:
        value = self.data.get(key, "")
        if isinstance(value, (str, date)):
            return str(value)
        self._wrong(
            "BANK-007", f"expected `{key}` to be a text, found {found_words(value)}", key, "write one text"
        )
        return ""

    def _written(self) -> dict[str, str]:
        """The text, or the texts by address."""
        value = self.data.get("text")
        if isinstance(value, dict) and value and set(value) <= set(ADDRESSES):
            texts = {str(address): text for address, text in value.items()}
        else:
            texts = {"": value}
        for text in texts.values():
            if not isinstance(text, str) or not text.strip():
                hint = "write the sentences, or `{Sie: ..., du: ...}`"
                self._wrong(
                    "BANK-007", f"expected `text` to be sentences, found {found_words(text)}", "text", hint
                )
                return {}
            if len(text) > LONGEST:
                message = f"expected at most {LONGEST} characters, found {len(text)}"
                self._wrong("BANK-009", message, "text", "say one thing in a record")
        return {address: " ".join(str(text).split()) for address, text in texts.items()}

    def _pattern(self, text: str) -> Any:
        pattern = read_pattern(text)
        if pattern is None:
            hint = "close every `{` and `[`, none within another"
            self._wrong("BANK-009", f"expected sentences with slots, found {quoted(text)}", "text", hint)
            return None
        known = self.file.shelf.slots.get(self.bank, {})
        for slot in pattern.slots:
            name = slot.name if slot.name in known else slot_name(slot.name)
            if slot.form or (known and name not in known):
                message = f"there is no slot `{{{slot.name}}}` in the bank `{self.bank}`"
                self._wrong("BANK-010", message, "text", near(slot.name, tuple(known)))
        return pattern

    def _competency(self) -> str:
        value = self._words("competency")
        known = self.file.shelf.competencies
        if value and known and value not in known:
            message = f"there is no competency {quoted(value)}"
            self._wrong("BANK-011", message, "competency", near(value, tuple(known)))
        return value

    def _one(self, key: str) -> str:
        value = self._words(key)
        if value and value not in _CHOICES[key]:
            message = f"expected `{key}` to be {listed(_CHOICES[key])}, found {quoted(value)}"
            self._wrong("BANK-011", message, key, near(value, _CHOICES[key]))
        return value

    def _several(self, key: str, known: tuple[str, ...] | None) -> tuple[str, ...]:
        value = self.data.get(key) or []
        several = [value] if isinstance(value, str) else value
        if not isinstance(several, list) or not all(isinstance(each, str) for each in several):
            message = f"expected a list of texts as `{key}`, found {found_words(value)}"
            self._wrong("BANK-007", message, key, "write `[one, two]`")
            return ()
        for each in several:
            if known is not None and each not in known:
                message = f"expected `{key}` to hold {listed(known)}, found {quoted(each)}"
                self._wrong("BANK-011", message, key, near(each, known))
        return tuple(several)

    def _person(self) -> int:
        value = self.data.get("person", 2)
        if value in (1, 2, 3) and not isinstance(value, bool):
            return int(value)
        self._wrong(
            "BANK-011", f"expected `person` to be 1, 2 or 3, found {found_words(value)}", "person", "write 2"
        )
        return 2

    def _wrong(self, code: str, message: str, key: str, hint: str) -> None:
        self.is_sound = False
        at = f"{self.path}.{key}" if key in self.own else self.path
        if key not in self.own and key in self.data:
            at = f"defaults.{key}"
        self.file._broken(code, message, at, hint)
