"""Subjects for the tests of rules: the worked example with single values replaced, and documents by hand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from alignkit.context.whole import Context
from alignkit.diagnostics import Diagnostic, Place, Report
from alignkit.figures import derive
from alignkit.formats import Formats
from alignkit.lints import CONTEXT_RULES, DOCUMENT_RULES, Subject, Wording, lint_context, lint_documents
from alignkit.lints.rule import Rule
from alignkit.model.blocks import Block, Exchange, Heading, Paragraph, Spoken
from alignkit.model.document import ControlEntry, Document, Properties, Words
from alignkit.model.inlines import Inline, Shown, Text
from alignkit.model.message import Mailbox, Message
from alignkit.source import read
from alignkit.source.places import Node, Spot
from alignkit.values import Figure

EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"
FAMILIES = ("GEN", "SCR", "BUD", "MET", "ESC", "STK", "KCK", "REV", "MSG")
HERE = Place("body.md.j2", 7)
"""Where every block of a document made by hand stands."""

Changes = Mapping[str, Any]
"""New values by path; a list is appended to with `[+]`."""
_STEP = re.compile(r"\[(\d+|\+)\]|([^.\[\]]+)")


@dataclass(frozen=True)
class Missing:
    """A value that takes the key away."""


GONE = Missing()


@dataclass(frozen=True)
class Case:
    """One case of one rule."""

    find: str
    """Name of the rule's function."""
    changes: Changes = field(default_factory=dict)
    """What is different from the worked example."""
    message: str = ""
    """What it says; empty when it is to stay quiet."""
    path: str = ""
    """Where in the context; empty when the place is in the template, or nowhere."""
    documents: tuple[tuple[str, Document | Message], ...] = ()
    """What was made."""
    audience: str = ""
    """For whom."""
    kind: str = ""
    """Which kind."""
    mode: str = ""
    """In which mode."""
    families: tuple[str, ...] = FAMILIES
    """Families that apply."""
    is_deck: bool = False
    """Whether what was made is a deck."""
    in_template: bool = False
    """Whether the place is that of the block."""
    wording: Wording = field(default_factory=Wording)
    """What is known of the language of reviews."""
    made_for: Mapping[str, str] = field(default_factory=dict)
    """The review each document is of, by its path."""
    may_name_reviews: bool = False
    """Whether the kind is about people."""

    def __str__(self) -> str:
        return self.find


@cache
def _example() -> dict[str, Any]:
    source = read(EXAMPLE, Report())
    assert source is not None
    data = dict(source.data)
    _keep_nodes(data)
    return data


def _keep_nodes(data: Any) -> None:
    """Give every record and list of the worked example its place once."""
    for child in data.values() if isinstance(data, dict) else data:
        if isinstance(child, dict | list):
            _keep_nodes(child)
            _nodes[id(child)] = _node(child)


def context_with(changes: Changes) -> Context:
    """The worked example with changes, its places on lines of their own."""
    data = _example()
    for path, value in changes.items():
        data = _with(data, [match[1] or match[2] for match in _STEP.finditer(path)], value)
    context = Context.model_validate(data)
    context._origin = _node(data)
    return context


class Derived(Mapping[str, Figure]):
    """The figures of a context, derived when a rule first asks for one."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def _figures(self) -> Mapping[str, Figure]:
        return derive(self._context, Report())

    def __getitem__(self, key: str) -> Figure:
        return self._figures[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)


def subject_with(case: Case) -> Subject:
    """The subject of a case."""
    context, figures = _parts(case.changes)
    decks = frozenset(name for name, _ in case.documents if case.is_deck)
    return Subject(
        case.kind,
        case.families,
        context,
        figures,
        case.audience,
        case.documents,
        decks,
        mode=case.mode,
        wording=case.wording,
        may_name_reviews=case.may_name_reviews,
        made_for=case.made_for,
    )


_known: dict[str, tuple[Context, Mapping[str, Figure]]] = {}


def _parts(changes: Changes) -> tuple[Context, Mapping[str, Figure]]:
    """Context and figures, made once for each set of changes; neither can be changed afterwards."""
    identity = repr(sorted(changes.items()))
    if identity not in _known:
        context = context_with(changes)
        _known[identity] = context, Derived(context)
    return _known[identity]


def findings(case: Case) -> list[Diagnostic]:
    """Everything the rule of a case finds in it; a case of no rule is given to all of them."""
    subject, report = subject_with(case), Report()
    lint_context(subject, report, rules=[each for each in CONTEXT_RULES if _is_of(case, each)])
    if case.documents:
        lint_documents(subject, report, rules=[each for each in DOCUMENT_RULES if _is_of(case, each)])
    return list(report)


def _is_of(case: Case, rule: Rule[Any]) -> bool:
    return case.find in ("", rule.find.__name__)


def _with(data: Any, steps: Sequence[str], value: Any) -> Any:
    """A copy of `data` with another value at the end of the steps; what is not on the way is shared."""
    step, *rest = steps
    if isinstance(data, dict):
        entries = {key: each for key, each in data.items() if rest or key != step or value is not GONE}
        return entries if value is GONE and not rest else entries | {step: _inside(data, step, rest, value)}
    if step == "+":
        return [*data, value]
    index = int(step) if step.isdigit() else next(n for n, each in enumerate(data) if each.get("id") == step)
    new = [] if value is GONE and not rest else [_inside(data, index, rest, value)]
    return [*data[:index], *new, *data[index + 1 :]]


def _inside(data: Any, step: str | int, rest: Sequence[str], value: Any) -> Any:
    return _with(data[step], rest, value) if rest else value


_lines = itertools.count(1)
_nodes: dict[int, Node] = {}
"""The places of the parts of the worked example, by identity; what was changed is not among them."""


def _node(value: Any) -> Node:
    if id(value) in _nodes:
        return _nodes[id(value)]
    spot = Spot("context.yaml", next(_lines), 1)
    if isinstance(value, dict):
        return Node({key: _node(child) for key, child in value.items()}, spot, spot)
    if isinstance(value, list | tuple):
        return Node([_node(child) for child in value], spot, spot)
    return Node(value, spot, spot)


def line(text: str) -> tuple[Inline, ...]:
    """Inlines: `{tier.ask.cac}` is a figure of the worked example, `{tier.ask.cac=text}` shows other text."""
    inlines: list[Inline] = []
    for index, part in enumerate(re.split(r"\{([^{}]+)\}", text)):
        if index % 2:
            key, _, shown = part.partition("=")
            inlines.append(Shown(shown or _shown(key), key))
        elif part:
            inlines.append(Text(part))
    return tuple(inlines)


@cache
def _shown(key: str) -> str:
    formats = Formats("en-US", date(2026, 11, 20))
    return formats.figure(_parts({})[1][key])


def paragraph(text: str) -> Paragraph:
    """A paragraph of running text."""
    return Paragraph(line(text), HERE)


def spoken(text: str) -> Spoken:
    """A paragraph to be said aloud."""
    return Spoken((paragraph(text),), HERE)


def heading(text: str) -> Heading:
    """A heading."""
    return Heading(2, line(text), place=HERE)


def exchange(identity: str, reply: str, objection: str = "Why?") -> Exchange:
    """An objection and its reply."""
    return Exchange(identity, line(objection), (paragraph(reply),), HERE)


def document(
    *blocks: Block | str,
    title: str = "Approve {budget.tiers.ask.total} for FY2027",
    control: Mapping[str, str] | None = None,
    language: str = "en-US",
    confidentiality: str = "internal",
) -> Document:
    """A document; a text is a paragraph."""
    entries = tuple(ControlEntry(label, line(value)) for label, value in (control or {}).items())
    return Document(
        "Kind",
        line(title),
        entries,
        tuple(paragraph(block) if isinstance(block, str) else block for block in blocks),
        Properties("", "", "", "", language, date(2026, 11, 20), False, "", "", False, confidentiality),
        Words(*["word"] * len(fields(Words))),
    )


def message(
    *texts: str,
    subject: str = "DECISION by Fri 27 Nov: website relaunch",
    to: tuple[Mailbox, ...] = (Mailbox("Marta Veldkamp", "marta@quillmere.example"),),
) -> Message:
    """A message of paragraphs."""
    sender = Mailbox("Helena Brandt-Osei", "helena@quillmere.example")
    return Message(line(subject), sender, to, (), document(*texts), HERE)


def made(*models: Document | Message) -> tuple[tuple[str, Document | Message], ...]:
    """Documents with names: `talk`, then `mail` for messages."""
    names = ("talk", "memo", "third")
    return tuple(
        ("mail" if isinstance(model, Message) else names[index], model) for index, model in enumerate(models)
    )
