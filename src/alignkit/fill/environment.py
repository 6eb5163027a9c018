"""The sandbox templates run in: an allow-list of what they may name, call and compute (RELIABILITY 4.1)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from jinja2 import StrictUndefined, nodes
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from alignkit.model.draft import LINE_CLOSE, LINE_OPEN, MARKS
from alignkit.source.characters import TURNING, code_points
from alignkit.values import NA, Figure

from .arguments import explain_arguments
from .binding import CURRENT, Year, finalize, undefined_message
from .constructors import CONSTRUCTORS
from .filters import BUILT_IN, FILTERS, TESTS, expecting
from .problems import Limits, TemplateMistakeError, described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import BaseLoader

_BUILT_IN_TESTS = (
    "boolean", "defined", "eq", "equalto", "false", "in", "mapping", "ne", "none", "odd", "even",
    "sequence", "string", "true", "undefined", "==", "!=",
)  # fmt: skip
_FIGURE_FIELDS = frozenset(("label", "key", "period", "noun", "currency", "formula"))
_DATE_FIELDS = frozenset(("year", "month", "day"))
_DICT_METHODS = frozenset(("items", "keys", "values"))
_ARITHMETIC: tuple[type[nodes.Node], ...] = (
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow,
)  # fmt: skip
_SIGNS: tuple[type[nodes.UnaryExpr], ...] = (nodes.Neg, nodes.Pos)
_ORDER = frozenset(("lt", "lteq", "gt", "gteq"))
_REFUSED: tuple[type[nodes.Node], ...] = (nodes.FilterBlock, nodes.EvalContextModifier)
_FIRST_CHARACTERS = re.compile(r"(^|\n)([ \t]*)(?=[^\s])")


class Missing(StrictUndefined):
    """A name that does not exist; whatever is done with it fails with our own words."""

    __slots__ = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._undefined_exception = self._mistake  # type: ignore[assignment] # jinja calls it and raises what comes

    def _mistake(self, _: str) -> TemplateMistakeError:
        return TemplateMistakeError("TPL-001", *undefined_message(self, CURRENT.get().names))


class Sandbox(ImmutableSandboxedEnvironment):
    """The jinja environment of all templates; text in it is Markdown, values are slots.

    Args:
        loader: gives the files of one template folder.
        limits: what one filling may use up.

    """

    def __init__(self, loader: BaseLoader, limits: Limits) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            finalize=finalize,
            undefined=Missing,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=[LineMarks],
            cache_size=-1,
        )
        self.limits = limits
        self.file_numbers: dict[str, int] = {}
        built_in = {name: expecting(name, self.filters[name], each) for name, each in BUILT_IN.items()}
        self.filters = {name: self.filters[name] for name in ("d", "default")} | built_in | FILTERS
        self.tests = {name: self.tests[name] for name in _BUILT_IN_TESTS} | TESTS
        self.globals = {"namespace": Namespace, **CONSTRUCTORS}
        self._callable = frozenset(map(id, (*CONSTRUCTORS.values(), Namespace)))

    def number_of(self, filename: str) -> int:
        """The number line marks use for a file."""
        return self.file_numbers.setdefault(filename, len(self.file_numbers))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > self.limits.source:
            raise TemplateMistakeError(
                "TPL-013",
                f"expected at most {self.limits.source:,} characters in a template file",
                hint="split it with `{% include %}`",
            )
        _check_characters(source)
        tree = super()._parse(source, name, filename)
        _check_tree(tree, self.limits)
        return tree

    def count_steps(self, items: Iterable[Any], weight: int) -> list[Any]:
        """The items of a loop as a list, counted against the limits; every `for` runs through here."""
        if isinstance(items, Figure) or items is None:
            found = "an empty field" if items is None else "a figure"
            raise TemplateMistakeError("TPL-005", f"expected a list to loop over, found {found}")
        listed = list(items)
        CURRENT.get().spend(len(listed), len(listed) * weight)
        return listed

    def comparable(self, value: Any) -> Any:
        """A value that can be put in order; every `<`, `<=`, `>` and `>=` asks this of both its sides."""
        if isinstance(value, Figure) and isinstance(value.value, NA):
            found = f"`{value.key}`, which is not available: {value.value.reason}"
        elif value is None or isinstance(value, (dict, list, tuple)):
            found = described(value)
        else:
            return value
        raise TemplateMistakeError(
            "TPL-015",
            f"expected a figure to compare, found {found}",
            hint="ask first: `{% if x is available and x > y %}`",
        )

    def call(self, context: Any, called: Any, *args: Any, **kwargs: Any) -> Any:
        """What a call gives; calls of macros and what they produce count against the limits."""
        if isinstance(called, Macro):
            binding = CURRENT.get()
            binding.macro_calls += 1
            if binding.macro_calls > self.limits.macro_calls:
                raise TemplateMistakeError(
                    "TPL-011", f"expected at most {self.limits.macro_calls:,} macro calls, found more"
                )
            result = super().call(context, called, *args, **kwargs)
            binding.spend(0, len(result))
            return result
        try:
            return super().call(context, called, *args, **kwargs)
        except TypeError:
            explain_arguments(called, args, kwargs)
            raise

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call `obj`: macros, constructors, the items of a record, nothing else."""
        if isinstance(obj, Macro) or id(obj) in self._callable:
            return True
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        if owner is self:
            return name in ("count_steps", "comparable")
        return (isinstance(owner, dict) and name in _DICT_METHODS) or isinstance(
            obj if isinstance(obj, LoopContext) else owner, LoopContext
        )

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record, a figure or a day, or a name that does not exist."""
        return self._field(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An element of a list by its number, or a field as `getattr` gives it."""
        if isinstance(obj, (list, tuple)) and isinstance(argument, int):
            return obj[argument] if -len(obj) <= argument < len(obj) else self._missing(obj, str(argument))
        if isinstance(argument, str):
            return self._field(obj, str(argument))
        return self._missing(obj, str(argument))

    def _field(self, obj: Any, name: str) -> Any:
        if isinstance(obj, dict):
            if name in obj:
                return obj[name]
            return getattr(obj, name) if name in _DICT_METHODS else self._missing(obj, name)
        if isinstance(obj, Undefined):
            return getattr(obj, name)
        if isinstance(obj, Figure) and name in _FIGURE_FIELDS:
            return getattr(obj, name)
        if isinstance(obj, date) and name in _DATE_FIELDS:
            return Year(obj.year) if name == "year" else getattr(obj, name)
        if name.startswith("_") or isinstance(obj, (str, Markup, int, Figure, date, list, tuple, Macro)):
            return self._missing(obj, name)
        if (
            type(obj).__module__ == "jinja2.runtime"
            or isinstance(obj, Namespace)
            or hasattr(obj, "_body_stream")
        ):
            return super().getattr(obj, name)
        return self._missing(obj, name)

    def _missing(self, obj: Any, name: str) -> Undefined:
        return self.undefined(obj=obj, name=name)


class LineMarks(Extension):
    """Puts the template's line number, between two marks, before what begins a line of output.

    A line that holds nothing but block tags and comments leaves no line of output behind, while a tag at the
    end of a text line leaves its line end alone: `trim_blocks` would join that line with the next.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens with line marks in their data."""
        assert isinstance(self.environment, Sandbox)  # noqa: S101 - this extension serves no other environment
        prefix = f"{LINE_OPEN}{self.environment.number_of(stream.filename or '')}:"
        starts_line, only_tags, after_text = True, False, True
        for token in stream:
            if token.type == "data":
                # text after text: jinja has dropped a comment between them
                only_tags = only_tags or (after_text and starts_line)
                if only_tags:
                    token = _without_line_end(token)
                starts_line = starts_line or only_tags
                if token.value:
                    yield Token(token.lineno, "data", _mark_lines(token, prefix, marks_first=starts_line))
                    starts_line = token.value.rstrip(" \t").endswith("\n")
                only_tags, after_text = False, True
            elif token.type == "variable_begin":
                if starts_line:
                    yield Token(token.lineno, "data", f"{prefix}{token.lineno}{LINE_CLOSE}")
                starts_line = only_tags = after_text = False
                yield token
            else:
                after_text = False
                only_tags = only_tags or (token.type == "block_begin" and starts_line)
                yield token


def _without_line_end(token: Token) -> Token:
    """The data after the tags of a line, without the end of that line."""
    rest = token.value.lstrip(" \t")
    if not rest.startswith("\n"):
        return token
    return Token(token.lineno + 1, "data", rest[1:])


def _mark_lines(token: Token, prefix: str, *, marks_first: bool) -> str:
    line = token.lineno
    last = 0

    def mark(match: re.Match[str]) -> str:
        nonlocal line, last
        line += token.value.count("\n", last, match.end(1))
        last = match.end(1)
        if not match.group(1) and not marks_first:
            return match.group(0)
        return f"{match.group(0)}{prefix}{line}{LINE_CLOSE}"

    return _FIRST_CHARACTERS.sub(mark, token.value)


def _check_characters(source: str) -> None:
    """Refuse characters that are no text, with the first line that has one.

    Reports: TPL-014.
    """
    for number, line in enumerate(source.split("\n"), 1):
        if MARKS & set(line):
            message = "expected no private-use characters U+E000 to U+E003"
        elif turning := tuple(dict.fromkeys(TURNING.findall(line))):
            message = f"expected text, found {code_points(turning)}, which turns the direction of writing"
        else:
            continue
        raise TemplateMistakeError("TPL-014", message, hint="delete the character", line=number)


def _check_tree(tree: nodes.Template, limits: Limits) -> None:
    """Refuse what a template may not do, and count what its loops do.

    Reports: TPL-003, TPL-010, TPL-011, TPL-013.
    """
    count = 0
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        count += 1
        if count > limits.nodes:
            raise TemplateMistakeError(
                "TPL-013", f"expected at most {limits.nodes:,} expressions in one file"
            )
        _check_node(node)
        if isinstance(node, nodes.For):
            depth += 1
            if depth > limits.nesting:
                raise TemplateMistakeError(
                    "TPL-011", f"expected at most {limits.nesting} loops inside each other", line=node.lineno
                )
            _count_loop(node)
        if isinstance(node, nodes.Compare) and any(operand.op in _ORDER for operand in node.ops):
            _guard_comparison(node)
        waiting.extend((child, depth) for child in node.iter_child_nodes())


def _check_node(node: nodes.Node) -> None:
    if isinstance(node, _ARITHMETIC) or (isinstance(node, _SIGNS) and not isinstance(node.node, nodes.Const)):
        raise TemplateMistakeError(
            "TPL-010",
            "expected no arithmetic in a template, found a computed value",
            hint="show a figure alignkit derives; `alignkit template show KIND --names` lists them",
            line=node.lineno,
        )
    if isinstance(node, nodes.Concat):
        raise TemplateMistakeError(
            "TPL-010",
            "expected no `~` in a template",
            hint="write the parts side by side, or in a `{% set name %}...{% endset %}` block",
            line=node.lineno,
        )
    if isinstance(node, _REFUSED):
        raise TemplateMistakeError(
            "TPL-003",
            "expected no `filter` or `autoescape` block",
            hint="use a filter on a value",
            line=node.lineno,
        )


def _count_loop(node: nodes.For) -> None:
    """Make a loop ask the sandbox for its items."""
    weight = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
    node.iter = _asked("count_steps", node.iter, nodes.Const(weight, lineno=node.lineno))


def _guard_comparison(node: nodes.Compare) -> None:
    """Make a comparison ask the sandbox about both its sides."""
    node.expr = _asked("comparable", node.expr)
    for operand in node.ops:
        operand.expr = _asked("comparable", operand.expr)


def _asked(method: str, *arguments: nodes.Node) -> nodes.Call:
    line = arguments[0].lineno
    return nodes.Call(
        nodes.EnvironmentAttribute(method, lineno=line),
        cast("list[nodes.Expr]", list(arguments)),
        [],
        None,
        None,
        lineno=line,
    )
