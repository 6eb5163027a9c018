"""What a call of a block constructor lacks or has too much, in the words of the template."""

from __future__ import annotations

from functools import lru_cache
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any

from .constructors import CONSTRUCTORS
from .problems import TemplateMistakeError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NAMES = {id(constructor): name for name, constructor in CONSTRUCTORS.items()}


def explain_arguments(called: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
    """Nothing when `called` is no constructor or takes these arguments, else a mistake of the template."""
    name = _NAMES.get(id(called))
    if name is None:
        return
    wanted = _signature(called)
    try:
        wanted.bind(*args, **kwargs)
    except TypeError:
        raise _mistake(name, wanted, args, kwargs) from None


@lru_cache(maxsize=64)
def _signature(constructor: Callable[..., Any]) -> Signature:
    return signature(constructor)


def _mistake(
    name: str, wanted: Signature, args: Sequence[Any], kwargs: Mapping[str, Any]
) -> TemplateMistakeError:
    named = [each.name for each in wanted.parameters.values() if each.kind is not Parameter.VAR_POSITIONAL]
    for each in kwargs:
        if each not in named:
            hint = nearest(each, named) or f"choose from {', '.join(f'`{known}`' for known in named)}"
            return TemplateMistakeError("TPL-008", f"`{name}` takes no `{each}`", hint=hint)
    for position, parameter in enumerate(wanted.parameters.values()):
        given = position < len(args) and parameter.kind is not Parameter.KEYWORD_ONLY
        if _is_required(parameter) and not given and parameter.name not in kwargs:
            return TemplateMistakeError(
                "TPL-008", f"expected `{parameter.name}` in `{name}(...)`, found nothing"
            )
    return TemplateMistakeError(
        "TPL-008", f"expected `{name}({', '.join(named)})`, found {len(args)} values without a name"
    )


def _is_required(parameter: Parameter) -> bool:
    return parameter.default is Parameter.empty and parameter.kind is not Parameter.VAR_POSITIONAL
