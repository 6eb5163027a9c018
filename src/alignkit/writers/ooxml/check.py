"""The package checker: every rule that a finished file must keep before it is handed over.

It runs on every file a writer produces, so what does not change is not read twice: the verdict on a part is
kept by its name and bytes, the verdict on the shape of a package by its list of parts and relationships.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .check_across import check_across
from .check_archive import read_archive
from .check_part import check_part
from .check_shape import check_shape
from .relationships import TYPES_PART, ContentTypes, Link, read_content_types, read_links, source_of
from .xml_parts import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alignkit.diagnostics import Report

    from .check_facts import Facts
    from .findings import Finding

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_BUDGET = 32 * 2**20
"""Most bytes of parts whose verdicts are kept."""
_MOST_SHAPES = 256
_MOST_TOGETHER = 32
_MOST_LINKS = 4096


class _Verdicts:
    """Verdicts on parts, by name, type and bytes; emptied when the bytes it holds exceed their budget."""

    __slots__ = ("_facts", "_held")

    def __init__(self) -> None:
        self._facts: dict[tuple[str, str, bytes], Facts] = {}
        self._held = 0

    def of(self, name: str, content_type: str, data: bytes) -> Facts:
        key = (name, content_type, data)
        facts = self._facts.get(key)
        if facts is None:
            facts = check_part(name, content_type, data)
            self._held += len(data)
            if self._held > _BUDGET:
                self._facts.clear()
                self._held = len(data)
            if len(data) <= _BUDGET:
                self._facts[key] = facts
        return facts


_verdicts = _Verdicts()
_links: dict[tuple[str, bytes], tuple[Link, ...]] = {}
_types: dict[bytes, ContentTypes] = {}
_shapes: dict[tuple[object, ...], tuple[Finding, ...]] = {}
_together: dict[tuple[object, ...], tuple[tuple[Finding, ...], list[Facts], dict[str, tuple[Link, ...]]]] = {}


def check_package(
    data: bytes, report: Report | None = None, *, baseline: frozenset[Finding] = frozenset()
) -> tuple[Finding, ...]:
    """What is wrong with a package, without what `baseline` already had.

    Args:
        data: the bytes of the file.
        report: where each finding is added as a diagnostic, if given.
        baseline: `findings_of` the reference document the file was made from.

    Reports: PKG-001 to PKG-341.

    """
    parts, archive_findings = read_archive(data)
    findings = (*archive_findings, *(check_parts(parts) if parts else ()))
    new = without(findings, baseline)
    if report is not None:
        for finding in new:
            report.finding(finding.code, finding.severity, str(finding))
    return new


def findings_of(data: bytes) -> frozenset[Finding]:
    """The findings of a reference document, to be subtracted from those of what is made from it."""
    return frozenset(check_package(data))


def without(findings: Iterable[Finding], baseline: frozenset[Finding]) -> tuple[Finding, ...]:
    """The findings that the baseline does not have; the place inside a part may have moved."""
    known = {(finding.code, finding.part, finding.message) for finding in baseline}
    return tuple(f for f in findings if (f.code, f.part, f.message) not in known)


def check_parts(parts: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """What is wrong with the parts of a package: name without leading slash to bytes.

    `[Content_Types].xml` and the `.rels` parts are among them. Rules for the zip file are in `check_package`.
    """
    types = _types_of(parts.get(TYPES_PART))
    links = {source_of(name): _links_of(name, data) for name, data in parts.items() if name.endswith(".rels")}
    findings = list(_shape_of(parts, types, links))
    known = types or ContentTypes({}, {})
    every = [_verdicts.of(name, known.of(name), data) for name, data in parts.items()]
    for facts in every:
        findings += facts.findings
    findings += _across([facts for facts in every if facts.asks_or_answers], links)
    return tuple(findings)


def _types_of(data: bytes | None) -> ContentTypes | None:
    if data is None:
        return None
    types = _types.get(data)
    if types is None:
        root = parse(data)
        types = ContentTypes({}, {}) if root is None else read_content_types(root)
        _keep(_types, data, types)
    return types


def _links_of(name: str, data: bytes) -> tuple[Link, ...]:
    links = _links.get((name, data))
    if links is None:
        root = parse(data)
        links = () if root is None else read_links(root, source_of(name))
        _keep(_links, (name, data), links, most=_MOST_LINKS)
    return links


def _shape_of(
    parts: Mapping[str, bytes], types: ContentTypes | None, links: dict[str, tuple[Link, ...]]
) -> tuple[Finding, ...]:
    key = (frozenset(parts), parts.get(TYPES_PART), frozenset(links.items()))
    findings = _shapes.get(key)
    if findings is None:
        findings = check_shape(parts, types, links)
        _keep(_shapes, key, findings)
    return findings


def _across(speaking: list[Facts], links: dict[str, tuple[Link, ...]]) -> tuple[Finding, ...]:
    """The findings of several parts together; what is kept of each is told by its identity."""
    key = (tuple(map(id, speaking)), tuple(links), tuple(map(id, links.values())))
    known = _together.get(key)
    if known is None:
        # what the key names has to live as long as the key does
        known = (tuple(check_across(speaking, links)), speaking, links)
        _keep(_together, key, known, most=_MOST_TOGETHER)
    return known[0]


def _keep(table: dict[_Key, _Value], key: _Key, value: _Value, *, most: int = _MOST_SHAPES) -> None:
    if len(table) >= most:
        table.clear()
    table[key] = value
