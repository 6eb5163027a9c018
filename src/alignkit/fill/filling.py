"""One filling: a compiled template and a view of the context become a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, Template
from jinja2.exceptions import (
    SecurityError,
    TemplateAssertionError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)

from alignkit.diagnostics import Place
from alignkit.model.draft import Draft

from .binding import CURRENT, Binding
from .environment import Sandbox
from .places import raised_place
from .problems import Limits, TemplateMistakeError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jinja2 import Environment

    from alignkit.diagnostics import Report
    from alignkit.formats import Formats
    from alignkit.statements import StatementBank
    from alignkit.values import Figure


class _Files(BaseLoader):
    """The files of one template folder, already read: no file of the machine can be reached."""

    def __init__(self, files: Mapping[str, str], folder: str) -> None:
        self.files = files
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        name = str(PurePosixPath(template))
        if name not in self.files:
            raise TemplateNotFound(template)
        return self.files[name], self.path_of(name), None

    def path_of(self, name: str) -> str:
        return f"{self.folder}/{name}" if self.folder else name

    def list_templates(self) -> list[str]:
        return sorted(self.files)


@dataclass(slots=True)
class Filler:
    """The compiled bodies of one template folder; kept, since compiling costs ten fillings (decision 14)."""

    files: Mapping[str, str]
    """Text of each file of the folder, by name relative to it."""
    folder: str
    """The folder as messages name it."""
    limits: Limits = field(default_factory=Limits)
    """What one filling may use."""
    _sandbox: Sandbox = field(init=False)
    _compiled: dict[str, Template] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._sandbox = Sandbox(_Files(self.files, self.folder), self.limits)

    def compile(self, body: str, report: Report) -> Template | None:
        """The compiled body, or None after its mistake was reported.

        Reports: TPL-002, TPL-003, TPL-010 to TPL-014.
        """
        if body not in self._compiled:
            try:
                self._compiled[body] = self._sandbox.get_template(body)
            except (TemplateMistakeError, TemplateSyntaxError, TemplateNotFound, RecursionError) as problem:
                self._report(problem, body, report)
                return None
        return self._compiled[body]

    def fill(
        self,
        body: str,
        view: Mapping[str, Any],
        formats: Formats,
        report: Report,
        earlier: Mapping[str, Sequence[Figure]] = MappingProxyType({}),
        statements: Callable[[], StatementBank | None] | None = None,
    ) -> Draft | None:
        """The draft of `body` with the names in `view`, or None after a mistake was reported.

        Args:
            body: file name in the folder.
            view: what the template may name.
            formats: how block constructors write numbers.
            report: where mistakes go.
            earlier: figures shown in the documents of the same set made before, by the document's name.
            statements: gives the words of statements when the first is made; those that come with alignkit
                when None.

        Reports: TPL-001 to TPL-015.

        """
        template = self.compile(body, report)
        if template is None:
            return None
        binding = Binding(
            report,
            formats,
            self.limits,
            view,
            dict(view.get("sources") or {}),
            earlier=earlier,
            statements=statements,
        )
        token = CURRENT.set(binding)
        before = len(report)
        try:
            text = self._render(template, view, binding)
        except Exception as problem:
            self._report(problem, body, report)
            return None
        finally:
            CURRENT.reset(token)
        if any(d.code.startswith("TPL") and d.blocks for d in report.diagnostics[before:]):
            return None
        return Draft(
            text,
            tuple(binding.values),
            tuple(self._sandbox.file_numbers),
            tuple(binding.shown.values()),
            tuple(binding.old()),
        )

    def _render(self, template: Template, view: Mapping[str, Any], binding: Binding) -> str:
        parts: list[str] = []
        length = 0
        for part in template.root_render_func(template.new_context(dict(view))):
            parts.append(part)
            length += len(part)
            if length > self.limits.characters:
                binding.spend(0, length)
        return "".join(parts)

    def _report(self, problem: Exception, body: str, report: Report) -> None:
        code, message, hint, line = _words_of(problem, self)
        place = raised_place(problem.__traceback__)
        file = getattr(problem, "filename", None) or (place.file if place else self._path(body))
        if line or place is None:
            place = Place(file, line or 1)
        report.broken(code, message, place, hint=hint)

    def _path(self, body: str) -> str:
        return f"{self.folder}/{body}" if self.folder else body


def _words_of(problem: Exception, filler: Filler) -> tuple[str, str, str, int]:
    """Code, message, hint and line (0 when the traceback knows it) of what a template provoked."""
    match problem:
        case TemplateMistakeError():
            return problem.code, problem.message, problem.hint, problem.line
        case TemplateAssertionError():
            return _unknown_name(problem, filler)
        case TemplateSyntaxError():
            return (
                "TPL-002",
                f"the template cannot be read: {_lower(problem.message or '')}",
                "",
                problem.lineno,
            )
        case TemplateNotFound():
            name = str(problem.name)
            return (
                "TPL-016",
                f"there is no file `{name}` in the template's folder",
                nearest(name, filler.files),
                0,
            )
        case SecurityError():
            return "TPL-003", "expected a call of a block constructor or a macro, found something else", "", 0
        case RecursionError():
            return "TPL-011", "expected a template that ends, found one that calls itself without end", "", 0
        case MemoryError():
            return "TPL-012", "expected a template that fits into memory", "", 0
        case TemplateRuntimeError():
            return "TPL-015", _lower(problem.message or "the template failed"), "", 0
    hint = "compare figures with figures, dates with dates and texts with texts"
    return "TPL-015", "expected values that go together in this expression, found others", hint, 0


def _unknown_name(problem: TemplateAssertionError, filler: Filler) -> tuple[str, str, str, int]:
    """An unknown filter or test, with the nearest known one."""
    quoted = re.search(r"'([^']+)'", problem.message or "")
    name = quoted.group(1) if quoted else ""
    kind, known = ("test", filler._sandbox.tests) if "test" in (problem.message or "") else (
        "filter", filler._sandbox.filters)  # fmt: skip
    hint = nearest(name, known) or f"choose from {', '.join(f'`{each}`' for each in sorted(known))}"
    return "TPL-003", f"there is no {kind} `{name}`", hint, problem.lineno


def _lower(text: str) -> str:
    text = text.strip().rstrip(".")
    return text[:1].lower() + text[1:]
