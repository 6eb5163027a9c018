"""Which version of a kind is made: for whom, in which situation, alone or as part of a set."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.context.stakeholders import AUDIENCES
from alignkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.diagnostics import Report
    from alignkit.templates import Kind

    from .request import Request


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a kind is made."""

    audience: str = ""
    """Who it is for; empty where a kind has one version."""
    mode: str = ""
    """Which situation it is for; empty where a kind has one."""
    in_set: bool = False
    """Whether other kinds are made with it."""


def version_of(
    kind: Kind, request: Request, report: Report, *, in_set: bool = False, usual_mode: str = ""
) -> Version | None:
    """The version a request asks for, or None when a kind does not come in it.

    A part of a set that has no such version is left out. A mode called like an audience is for that audience
    unless another is asked for.

    Args:
        kind: what is made.
        request: what is asked for.
        report: where it says what cannot be had.
        in_set: whether it is a part of a set.
        usual_mode: the mode its set is made in when none is asked for; a part without it comes as usual.

    Reports: KIND-008, KIND-011, KIND-013, for a part of a set KIND-015.

    """
    is_usual = request.mode == usual_mode and request.mode not in kind.modes
    mode = _choice("" if is_usual else request.mode, tuple(kind.modes))
    audience = _choice(request.audience or usual_audience(kind, mode), kind.audiences)
    if audience is not None and mode is not None:
        if not in_set:
            _tell_pointless(kind, request, report)
        return Version(audience, mode, in_set)
    if in_set:
        _tell_left_out(kind, request, audience, mode, report)
        return None
    if audience is None:
        message = f"`{kind.name}` is not written for `{request.audience}`"
        report.broken("KIND-008", message, hint=f"choose from {_listed(kind.audiences)}")
    if mode is None:
        message = f"`{kind.name}` has no mode `{request.mode}`"
        report.broken("KIND-013", message, hint=f"choose from {_listed(tuple(kind.modes))}")
    return None


def usual_audience(kind: Kind, mode: str | None) -> str:
    """Who a kind is for in a mode when nobody says so: whom the mode is named after, or its first reader."""
    if mode and mode in kind.audiences:
        return mode
    return kind.audiences[0] if kind.audiences else ""


def _tell_left_out(
    kind: Kind, request: Request, audience: str | None, mode: str | None, report: Report
) -> None:
    """Say that a part of a set has no such version, and how to get the part all the same."""
    lacking = [f"the audience `{request.audience or request.mode}`"] if audience is None else []
    lacking += [f"the mode `{request.mode}`"] if mode is None else []
    message = f"`{kind.name}` has no version for {' and '.join(lacking)} and is left out"
    reader = request.audience or (request.mode if request.mode in kind.audiences else "")
    wished = (("--audience", reader if audience else ""), ("--mode", request.mode if mode else ""))
    kept = "".join(f" {option} {value}" for option, value in wished if value)
    hint = f"add it with `alignkit build {kind.name}{kept}`"
    report.finding("KIND-015", Severity.INFO, message, hint=hint)


def check_audience(request: Request, kinds: Iterable[Kind], report: Report) -> None:
    """Check that somebody is meant by the audience of a request for no kind.

    Reports: KIND-008.
    """
    if not request.audience or request.audience in AUDIENCES:
        return
    known = tuple(dict.fromkeys((*AUDIENCES, *(each for kind in kinds for each in kind.audiences))))
    if request.audience not in known:
        close = difflib.get_close_matches(request.audience, known, n=1, cutoff=0.6)
        hint = f"write `{close[0]}`" if close else f"choose from {_listed(known)}"
        report.broken("KIND-008", f"no kind is written for `{request.audience}`", hint=hint)


def _choice(asked: str, known: tuple[str, ...]) -> str | None:
    """What was asked for, the usual one where nothing was or there is only one, or None."""
    usual = known[0] if known else ""
    return usual if not asked or not known else asked if asked in known else None


def _tell_pointless(kind: Kind, request: Request, report: Report) -> None:
    """Say that a wish makes no difference: the kind has one version."""
    if request.audience and not kind.audiences:
        message = f"`{kind.name}` has one version for everybody, `{request.audience}` included"
        report.finding("KIND-011", Severity.INFO, message)
    if request.mode and not kind.modes:
        message = f"`{kind.name}` has one version, `{request.mode}` makes no difference"
        report.finding("KIND-011", Severity.INFO, message)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{each}`" for each in names)
