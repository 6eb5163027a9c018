"""Diagnostics as a SARIF 2.1.0 log, which code scanning services and editors read."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from alignkit import __version__
from alignkit.diagnostics import Severity

from .code_pages import sections
from .console import in_order
from .locations import file_from, shown_places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.diagnostics import Diagnostic, Place

    from .code_pages import Section

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "note"}
_BASE = "%SRCROOT%"
"""The usual name for the top of a repository, against which relative addresses are read."""


def as_sarif(diagnostics: Iterable[Diagnostic], context: str, root: Path, exit_code: int) -> str:
    """The log of one run as JSON; what the context excepts is not in it.

    Args:
        diagnostics: what was found.
        context: the file that was checked, to point at when a finding has no place.
        root: the folder one works in; files below it have relative addresses.
        exit_code: what the program ends with.

    """
    found = in_order(diagnostics)
    codes = list(dict.fromkeys(each.code for each in found))
    pages = sections()
    usual = {code: next(each.severity for each in found if each.code == code) for code in codes}
    run = {
        "tool": {
            "driver": {
                "name": "alignkit",
                "version": __version__,
                "rules": [_rule(code, pages.get(code), usual[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "exitCode": exit_code}],
        "results": [_result(each, codes.index(each.code), context, root) for each in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=True)


def _rule(code: str, section: Section | None, usual: Severity) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code, "defaultConfiguration": {"level": _LEVELS[usual]}}
    if section:
        rule["shortDescription"] = {"text": section.name}
        rule["fullDescription"] = {"text": section.meaning}
        rule["help"] = {"text": section.text, "markdown": section.text}
    rule["properties"] = {"tags": [code.partition("-")[0]]}
    return rule


def _result(each: Diagnostic, index: int, context: str, root: Path) -> dict[str, Any]:
    place, others = shown_places(each, root)
    text = f"{each.message}\nhint: {each.hint}" if each.hint else each.message
    result: dict[str, Any] = {
        "ruleId": each.code,
        "ruleIndex": index,
        "level": _LEVELS[each.severity],
        "message": {"text": text},
        "locations": [_location(place, root) if place else {"physicalLocation": _file(context, root)}],
        "partialFingerprints": {"alignkit/v1": _fingerprint(each, place)},
    }
    if others:
        result["relatedLocations"] = [
            {"id": number, **_location(other, root)} for number, other in enumerate(others, 1)
        ]
    return result


def _location(place: Place, root: Path) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    location: dict[str, Any] = {"physicalLocation": {**_file(place.file, root), "region": region}}
    if place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": place.path, "kind": "member"}]
    return location


def _file(file: str, root: Path) -> dict[str, Any]:
    """The address of a file: relative below `root`, else absolute."""
    name = file_from(file, root)
    if Path(name).is_absolute():
        return {"artifactLocation": {"uri": Path(name).as_uri()}}
    return {"artifactLocation": {"uri": quote(os.fsencode(name)), "uriBaseId": _BASE}}


def _fingerprint(each: Diagnostic, place: Place | None) -> str:
    """The same for the same finding wherever its line moves to."""
    parts = (each.code, place.path if place else "", each.message)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
