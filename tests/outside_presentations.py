"""Builds the worked example on every presentation of a folder and validates what comes out; run by continuous integration.

    python tests/outside_presentations.py FOLDER

A file either gives a deck without a finding of our checker or the SDK validator that the file did not have
itself, or it is refused with a code. At least fifteen must give decks.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import sdk_validator
from alignkit.build import Request, build
from alignkit.catalogue import packaged
from alignkit.writers.ooxml.check import check_package, findings_of

FEWEST = 15
"""How many outside files have to serve as a reference."""
ENDINGS = frozenset((".pptx", ".potx"))


def main(folder: Path) -> int:
    """0 when every file gave a valid deck or a refusal, else 1."""
    sdk_validator.provide()
    made: dict[Path, Path] = {}
    refused: dict[Path, str] = {}
    failures: list[str] = []
    found = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in ENDINGS]
    with tempfile.TemporaryDirectory() as out:
        for number, path in enumerate(found):
            try:
                codes = _build_on(path, Path(out) / str(number), made)
            except Exception as error:
                failures.append(f"{path.name}: {type(error).__name__}: {error}")
                continue
            if codes:
                refused[path] = codes
        failures += _judge(made)
    print(f"{len(made)} outside presentations served as reference, {len(refused)} were refused")  # noqa: T201 - a report
    for path, codes in refused.items():
        print(f"  refused: {path.name}: {codes}")  # noqa: T201
    for failure in failures:
        print(f"  FAILED: {failure}")  # noqa: T201
    return 1 if failures or len(made) < FEWEST else 0


def _build_on(path: Path, out: Path, made: dict[Path, Path]) -> str:
    request = Request(
        packaged("examples/quillmere") / "context.yaml",
        ("kickoff-deck",),
        formats=("pptx",),
        references=(path,),
    )
    outcome = build(request)
    if not outcome.files:
        return ", ".join(sorted({d.code for d in outcome.report if d.blocks})) or "nothing was made"
    out.mkdir(parents=True)
    for name, data in outcome.files.items():
        if Path(name).suffix in ENDINGS:
            (out / name).write_bytes(data)
            made[out / name] = path
    return ""


def _judge(made: dict[Path, Path]) -> list[str]:
    """What the two checkers find in the decks that their references did not have."""
    found = sdk_validator.validate(dict.fromkeys([*made, *made.values()]))
    failures = []
    for path, reference in made.items():
        known = {error["id"] for error in found[reference]}
        new = [error for error in found[path] if error["id"] not in known]
        failures += [f"{path.name} on {reference}: SDK {error}" for error in new[:2]]
        own = check_package(path.read_bytes(), baseline=findings_of(reference.read_bytes()))
        failures += [f"{path.name} on {reference}: {finding}" for finding in own[:2]]
    return failures


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
