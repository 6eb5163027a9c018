"""Builds the worked example on every Word file of a folder and validates what comes out; run by continuous integration.

    python tests/outside_references.py FOLDER [FOLDER_WITH_FINISHED_FILES]

A file either gives documents without a finding of our checker or the SDK validator that the file did not have
itself, or it is refused with a code. At least ten must give documents.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import sdk_validator
from alignkit.build import Request, build
from alignkit.catalogue import packaged
from alignkit.writers.ooxml.check import check_package, findings_of

FEWEST = 10
"""How many outside files have to serve as a reference."""


def main(folder: Path, finished: Path | None) -> int:
    """0 when every file gave valid documents or a refusal, else 1."""
    sdk_validator.provide()
    made: dict[Path, Path | None] = {}
    refused: dict[Path, str] = {}
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as out:
        for number, path in enumerate(sorted(folder.rglob("*.docx"))):
            try:
                codes = _build_on(path, Path(out) / str(number), made)
            except Exception as error:
                failures.append(f"{path.name}: {type(error).__name__}: {error}")
                continue
            if codes:
                refused[path] = codes
        for path in sorted(finished.glob("*.docx")) if finished else ():
            made[path] = None
        failures += _judge(made)
    served = len({reference for reference in made.values() if reference})
    print(f"{served} outside files served as reference, {len(refused)} were refused")  # noqa: T201 - a report
    for path, codes in refused.items():
        print(f"  refused: {path.name}: {codes}")  # noqa: T201
    for failure in failures:
        print(f"  FAILED: {failure}")  # noqa: T201
    print(f"{len(made)} files validated: {len(made) - len(failures)} passed, {len(failures)} failed")  # noqa: T201
    return 1 if failures or served < FEWEST else 0


def _build_on(path: Path, out: Path, made: dict[Path, Path | None]) -> str:
    request = Request(
        packaged("examples/quillmere") / "context.yaml",
        ("budget-script", "escalation"),
        formats=("docx",),
        references=(path,),
    )
    outcome = build(request)
    if not outcome.files:
        return ", ".join(sorted({d.code for d in outcome.report if d.blocks})) or "nothing was made"
    out.mkdir(parents=True)
    for name, data in outcome.files.items():
        (out / name).write_bytes(data)
        made[out / name] = path
    return ""


def _judge(made: dict[Path, Path | None]) -> list[str]:
    """What the two checkers find in the files that their references did not have."""
    references = {reference for reference in made.values() if reference}
    found = sdk_validator.validate([*made, *references])
    failures = []
    for path, reference in made.items():
        known = {error["id"] for error in found[reference]} if reference else set()
        new = [error for error in found[path] if error["id"] not in known]
        failures += [f"{path.name} on {reference}: SDK {error}" for error in new[:2]]
        baseline = findings_of(reference.read_bytes()) if reference else frozenset()
        own = check_package(path.read_bytes(), baseline=baseline)
        failures += [f"{path.name} on {reference}: {finding}" for finding in own[:2]]
    return failures


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
