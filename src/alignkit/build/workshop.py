"""Kinds, compiled templates and words, loaded once for any number of requests."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from alignkit.banks import WordBank, load_words
from alignkit.catalogue import is_shipped
from alignkit.fill.filling import Filler
from alignkit.phrases import PhraseBook, load_phrases
from alignkit.prose import TextRules, load_text_rules
from alignkit.statements import StatementBank, load_statements
from alignkit.templates import Kind, Need, load_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report


@dataclass(slots=True)
class Workshop:
    """Kinds, compiled templates and words, loaded once for any number of requests."""

    catalogue: Catalogue
    """Where things are found."""
    watch: Callable[[int, int], None] = lambda _number, _of: None
    """Told before each record of a kind is made: how many are made, and how many there are."""
    _kinds: dict[str, Kind] = field(default_factory=dict)
    _fillers: dict[str, Filler] = field(default_factory=dict)
    _words: dict[str, WordBank] = field(default_factory=dict)
    _statements: dict[str, StatementBank | None] = field(default_factory=dict)
    _phrases: dict[str, PhraseBook] = field(default_factory=dict)
    _text_rules: dict[str, TextRules | None] = field(default_factory=dict)

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
            kind = replace(kind, is_packaged=is_shipped(folders[name]))
            self._kinds[name] = kind
            self._kinds[name] = self._with_parts(kind, report)
        return self._kinds.get(name)

    def parts(self, kind: Kind, report: Report) -> tuple[Kind, ...]:
        """The kinds a set includes.

        Reports: KIND-000 for a part there is not, KIND-014 for one that is a set itself or about people.
        """
        parts = [found for name in kind.includes if (found := self.kind(name, report))]
        for part in parts:
            if part.includes:
                known = ", ".join(f"`{each}`" for each in part.includes)
                message = f"`{kind.name}` includes `{part.name}`, a set itself"
                report.broken("KIND-014", message, hint=f"include {known} instead")
            if part.people:
                message = f"`{kind.name}` includes `{part.name}`, which is about people and stands by itself"
                report.broken("KIND-014", message, hint=f"build `{part.name}` with a command of its own")
        return tuple(part for part in parts if not part.includes)

    def _with_parts(self, kind: Kind, report: Report) -> Kind:
        """A set with what its parts need and want, their versions, and the first of their starters.

        A part made for each of a list may have nothing to do, and so nothing to ask for.
        """
        if not kind.includes:
            return kind
        always = [part for part in self.parts(kind, report) if not part.each]
        modes = {
            mode: _once(need for part in always for need in part.modes.get(mode, ()))
            for part in always
            for mode in part.modes
        }
        starters = [(part.starter, part.files[part.starter]) for part in (kind, *always) if part.starter][:1]
        return replace(
            kind,
            needs=_once((*kind.needs, *(need for part in always for need in part.needs))),
            audiences=tuple(dict.fromkeys(each for part in (kind, *always) for each in part.audiences)),
            modes={**modes, **kind.modes},
            wants=_once((*kind.wants, *(want for part in always for want in part.wants))),
            starter=starters[0][0] if starters else "",
            files={**kind.files, **dict(starters)},
        )

    def filler(self, kind: Kind) -> Filler:
        """The compiled bodies of a kind."""
        if kind.folder not in self._fillers:
            self._fillers[kind.folder] = Filler(kind.files, kind.folder)
        return self._fillers[kind.folder]

    def use_filler(self, kind: Kind, filler: Filler) -> None:
        """Fill this kind with a filler of another make."""
        self._fillers[kind.folder] = filler

    def words(self, language: str, report: Report) -> WordBank:
        """The fixed words of a language."""
        if language not in self._words:
            self._words[language] = load_words(self.catalogue.banks(), language, report)
        return self._words[language]

    def statements(self, language: str, report: Report) -> StatementBank | None:
        """The statements of a language, or None when there are none in it."""
        if language not in self._statements:
            self._statements[language] = load_statements(self.catalogue.banks(), language, report)
        return self._statements[language]

    def phrases(self, language: str, report: Report) -> PhraseBook:
        """The phrases of a language; empty when nobody has written any in it."""
        if language not in self._phrases:
            self._phrases[language] = load_phrases(self.catalogue.banks(), language, report)
        return self._phrases[language]

    def text_rules(self, language: str, report: Report) -> TextRules | None:
        """The text rules of a language, or None when there are none for it."""
        if language not in self._text_rules:
            self._text_rules[language] = load_text_rules(self.catalogue.banks(), language, report)
        return self._text_rules[language]

    def is_packaged(self, file: str) -> bool:
        """Whether a file, as messages name it, belongs to a template that comes with alignkit."""
        return any(kind.is_packaged and file.startswith(f"{kind.folder}/") for kind in self._kinds.values())

    def _shown(self, folder: Path) -> str:
        """The folder as messages name it: from the project for a user's own, `templates/...` for ours."""
        project = self.catalogue.project
        if project and not is_shipped(folder):
            return folder.relative_to(project).as_posix()
        return f"templates/{folder.name}"


def _once(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Needs by path; the first reason counts."""
    known: dict[str, Need] = {}
    for need in needs:
        known.setdefault(need.path, need)
    return tuple(known.values())
