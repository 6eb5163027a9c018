"""Plain data to a typed context, with everything that is wrong with it in the report."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from pydantic import ValidationError

from .amounts import strange_rates
from .consistency import backward_spans, drivers_out_of_order, ratios_above, split_thousands, stray_keys
from .conventions import strange_currencies, strange_locales
from .currencies import convert
from .faults import MOST_FAULTS, Fault, tell
from .invalid import faults_of, found
from .references import ids_of, lost_references, repeated_ids, repeated_periods
from .review_faults import faults_of_reviews
from .shape import Visit, visits
from .whole import Context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Report
    from alignkit.source import Data, Source, Step

_NAME = re.compile(r"`([^`:]+)(?::[^`]*)?`")
"""A key named in a hint, with a value or without."""
SCHEMA = 1
"""The version of the file format this program reads."""


def check(source: Source, report: Report) -> Context | None:
    """The context in `source`, or None when anything in it is broken; every problem is in the report.

    Reports: CTX-001 to CTX-015, GEN-002, GEN-003, GEN-006.
    """
    data = source.data
    if (version := _other_version(data)) is not None:
        tell([version], source.root, report)
        return None
    seen = [visit for visit in visits(data, Context) if visit.steps[:1] != ("custom",)]
    converted = convert(data, seen)
    context, invalid = _validated(converted.data)
    faults = [*_unrelated(seen, data, source), *converted.faults, *invalid]
    tell(_once(faults, source.unread), source.root, report)
    if context is None or report.is_broken:
        return None
    context._origin = source.root
    context._conversions = converted.conversions
    return context


def _other_version(data: dict[str, Data]) -> Fault | None:
    version = data.get("schema", SCHEMA)
    if version == SCHEMA and isinstance(version, int) and not isinstance(version, bool):
        return None
    message = f"expected the version {SCHEMA} for `schema`, found {found(version)}"
    newer = isinstance(version, int) and version > SCHEMA
    hint = "update alignkit, which reads version 1 only" if newer else f"write `schema: {SCHEMA}`"
    return Fault("CTX-009", message, ("schema",), hint)


def _unrelated(seen: Sequence[Visit], data: dict[str, Data], source: Source) -> list[Fault]:
    """The faults that types cannot see."""
    ids = ids_of(data)
    rules = (
        stray_keys(seen, ids, source.unread),
        lost_references(seen, ids, source.unread, data),
        repeated_ids(seen),
        repeated_periods(data),
        ratios_above(seen),
        split_thousands(seen),
        backward_spans(seen),
        drivers_out_of_order(seen),
        strange_rates(data),
        strange_locales(data),
        strange_currencies(data),
        faults_of_reviews(seen, data),
    )
    return list(chain.from_iterable(islice(rule, 2 * MOST_FAULTS) for rule in rules))


def _validated(data: dict[str, Data]) -> tuple[Context | None, list[Fault]]:
    frozen = {key: _frozen(value) for key, value in data.items()}
    try:
        return Context.model_validate(frozen, strict=True), []
    except ValidationError as error:
        return None, faults_of(error.errors(include_url=False)[: 2 * MOST_FAULTS], data)


def _frozen(value: Data) -> object:
    """The data with tuples for lists, which is what the blocks hold."""
    if isinstance(value, dict):
        return {key: _frozen(child) for key, child in value.items()}
    return tuple(_frozen(child) for child in value) if isinstance(value, list) else value


def _once(faults: Sequence[Fault], unread: frozenset[str]) -> list[Fault]:
    """The faults without those another one explains, and without blocks that were not readable."""
    stray = {fault.steps for fault in faults if fault.at_key}
    meant = {
        (*fault.steps[:-1], name) for fault in faults if fault.at_key for name in _NAME.findall(fault.hint)
    }
    per_cent = {fault.steps for fault in faults if fault.code == "CTX-007"}
    return [
        fault
        for fault in dict.fromkeys(faults)
        if not (fault.code == "CTX-006" and fault.steps in per_cent)
        and not (fault.code == "CTX-002" and (fault.steps[0] in unread or fault.steps in meant))
        and not _is_below(fault, stray)
    ]


def _is_below(fault: Fault, stray: set[tuple[Step, ...]]) -> bool:
    """Whether a fault concerns a stray key's value or what is below it."""
    length = len(fault.steps) - (1 if fault.at_key else 0)
    return any(fault.steps[:end] in stray for end in range(1, length + 1))
