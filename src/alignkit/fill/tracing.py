"""Which branches of a template were ever taken, and which names it uses: for those who write templates."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import meta, nodes
from jinja2.exceptions import TemplateSyntaxError

from alignkit.diagnostics import Place

from .environment import Sandbox, _asked
from .filling import Filler, _Files
from .problems import TemplateMistakeError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alignkit.diagnostics import Report


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a template that is filled only under a condition."""

    file: str
    """The template file as messages name it."""
    line: int
    """The line it begins at."""
    words: str
    """What it is, such as "this `{% if %}`"."""
    parent: int
    """The branch around it; -1 for none."""


@dataclass(slots=True)
class Trace:
    """What happened in all fillings of one kind."""

    branches: list[Branch] = field(default_factory=list)
    """Every branch of the files that were compiled."""
    reached: set[int] = field(default_factory=set)
    """Those that were taken at least once, by index."""

    def unreached(self) -> Iterator[Branch]:
        """The branches nothing reached, without those inside another such."""
        for index, branch in enumerate(self.branches):
            if index not in self.reached and (branch.parent < 0 or branch.parent in self.reached):
                yield branch


class _TracingSandbox(Sandbox):
    """The sandbox of all templates, which notes each branch it enters."""

    trace: Trace

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _mark(tree.body, filename or "", self.trace, -1)
        return tree

    def reach(self, index: int) -> str:
        """Note that a branch was taken."""
        self.trace.reached.add(index)
        return ""

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call `obj`."""
        if getattr(obj, "__self__", None) is self and getattr(obj, "__name__", "") == "reach":
            return True
        return super().is_safe_callable(obj)


def tracing(files: Mapping[str, str], folder: str) -> tuple[Filler, Trace]:
    """A filler like any other, and what is learnt from its fillings."""
    filler, trace = Filler(files, folder), Trace()
    filler._sandbox = _TracingSandbox(_Files(files, folder), filler.limits)
    filler._sandbox.trace = trace
    return filler, trace


def check_names(files: Mapping[str, str], folder: str, known: Iterable[str], report: Report) -> None:
    """Report names that exist in no context, wherever in a file they stand.

    Reports: TPL-001.
    """
    filler = Filler(files, folder)
    trees = dict(_trees(filler))
    names = {*known, *filler._sandbox.globals}
    for tree in trees.values():
        names |= {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
        names |= {node.name for node in tree.find_all(nodes.Macro)}
    for file, tree in trees.items():
        for name in sorted(meta.find_undeclared_variables(tree) - names):
            line = next((node.lineno for node in tree.find_all(nodes.Name) if node.name == name), 1)
            hint = nearest(name, names) or "see `alignkit template show --names`"
            report.broken("TPL-001", f"there is no `{name}`", Place(filler._path(file), line), hint=hint)


def _trees(filler: Filler) -> Iterator[tuple[str, nodes.Template]]:
    """The files of a folder as trees, but for those that cannot be read; compiling them reports it."""
    for file, text in filler.files.items():
        if file.endswith(".j2"):
            with suppress(TemplateMistakeError, TemplateSyntaxError, RecursionError):
                yield file, filler._sandbox.parse(text, file, filler._path(file))


def _mark(several: Iterable[nodes.Node], file: str, trace: Trace, parent: int) -> None:
    """Make each branch in these nodes and below them say that it was reached."""
    for node in several:
        branches = list(_branches(node))
        for body, line, words in branches:
            index = len(trace.branches)
            trace.branches.append(Branch(file, line, words, parent))
            _mark(body, file, trace, index)
            body.insert(0, nodes.ExprStmt(_asked("reach", nodes.Const(index, lineno=line)), lineno=line))
        if not branches:
            _mark(node.iter_child_nodes(), file, trace, parent)


def _branches(node: nodes.Node) -> Iterator[tuple[list[nodes.Node], int, str]]:
    """The parts of a statement that are filled only under a condition."""
    match node:
        case nodes.If():
            yield node.body, node.lineno, "this `{% if %}`"
            for other in node.elif_:
                yield other.body, other.lineno, "this `{% elif %}`"
        case nodes.For():
            yield node.body, node.lineno, "this `{% for %}`"
        case nodes.Macro():
            yield node.body, node.lineno, f"the macro `{node.name}`"
    if isinstance(node, (nodes.If, nodes.For)) and node.else_:
        yield node.else_, node.else_[0].lineno, "this `{% else %}`"
