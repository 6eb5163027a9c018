"""What a template folder holds once it was read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.model.draft import Form

MANIFEST = "kind.yaml"
"""Name of the manifest in a template folder."""


@dataclass(frozen=True, slots=True)
class Need:
    """A key of the context a kind cannot do without, or is better with."""

    path: str
    """Key path, such as `budget.decision.by`; `issues[].decide_by` is about every issue."""
    why: str
    """What a reader misses without it."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file a kind makes, in each format it comes in."""

    name: str
    """Its name in the manifest."""
    form: Form
    """What is made."""
    body: str
    """File in the folder."""
    file: str
    """File name without ending."""
    alone: bool = False
    """Whether it is made only when its kind is built by itself, not as part of a set."""
    modes: tuple[str, ...] = ()
    """Situations it is made in; empty for all."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: what it is called, what it needs, what it makes."""

    name: str
    """Name of the folder: what `build` takes."""
    folder: str
    """The folder as messages name it."""
    is_packaged: bool = field(default=False, kw_only=True)
    """Whether it comes with alignkit, so that nobody who uses it writes its sentences."""
    title: str
    """Label above the title of its documents."""
    purpose: str
    """What it is good for, in a sentence."""
    language: str
    """Language of its text."""
    audiences: tuple[str, ...]
    """Who it can be written for; the first is the default; empty for one version only."""
    needs: tuple[Need, ...]
    """What it cannot do without."""
    wants: tuple[Need, ...]
    """What makes it better."""
    each: str
    """Collection that gives one set of files for each of its records; empty for one set."""
    outputs: tuple[Output, ...]
    """What it makes, in order."""
    fields: Mapping[str, Any]
    """JSON Schema of `custom.<kind>`; empty when it has no fields of its own."""
    rules: tuple[str, ...]
    """Families of rules that apply besides GEN."""
    starter: str
    """File in the folder with a first context for `alignkit new`; empty when there is none."""
    files: Mapping[str, str]
    """Text of every body, by name relative to the folder."""
    having: tuple[str, ...] = ()
    """Fields of the records of `each`, one of which must hold something for a set of files; empty for all."""
    and_having: tuple[str, ...] = ()
    """Further fields, one of which must hold something besides; empty for no further condition."""
    people_starter: str = ""
    """File in the folder with a first people file, for a kind about people; empty when there is none."""
    modes: Mapping[str, tuple[Need, ...]] = field(default_factory=dict)
    """Situations it can be written for, with what each needs besides; the first is the default; empty for one
    only."""
    includes: tuple[str, ...] = ()
    """Kinds that are made before it and with it, as one set."""
    private: tuple[str, ...] = ()
    """Audiences whose version is confidential, whatever the context says."""
    people: bool = False
    """Whether it may name the confidential reviews; all it makes is confidential then."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """Titles by language besides its own; the bodies of a language are in a folder of its name."""

    def in_mode(self, mode: str) -> Kind:
        """The kind with what it needs in this situation."""
        besides = self.modes.get(mode, ())
        return replace(self, needs=(*self.needs, *besides)) if besides else self

    def is_private(self, audience: str) -> bool:
        """Whether the version for `audience` is confidential by its nature."""
        return self.people or audience in self.private

    def in_language(self, locale: str) -> Kind:
        """The kind with the bodies of the locale's language, where it has them; else as it is."""
        language = locale.partition("-")[0]
        if language not in self.languages:
            return self
        prefix = f"{language}/"
        files = {
            name.removeprefix(prefix): text for name, text in self.files.items() if name.startswith(prefix)
        }
        title, folder = self.languages[language], f"{self.folder}/{language}"
        return replace(self, language=language, title=title, folder=folder, files=files, languages={})
