"""The validator of Microsoft's Open XML SDK, run over many files in one Node process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HOME = Path(__file__).parent / "validators"
"""Where the script, its exact versions and, once installed, its packages are."""

_PACKAGE = HOME / "node_modules" / "@ooxml-tools" / "validate"
_INSTALL_SECONDS = 300
_VALIDATE_SECONDS = 300

SdkErrors = dict[Path, list[dict[str, str]]]
"""File to its errors, each with `id`, `description`, `part` and `xpath`."""


class ValidatorMissing(RuntimeError):  # noqa: N818 - the name says what happened
    """Node or the validator's packages are not there."""


def is_continuous_integration() -> bool:
    """Whether a missing validator is a failure and not a reason to skip."""
    return os.environ.get("CI", "").lower() == "true"


def provide() -> None:
    """Make sure the validator can run: install its packages in continuous integration, else ask for them."""
    if shutil.which("node") is None:
        raise ValidatorMissing("Node is not installed, so the Open XML SDK validator cannot run")
    if _PACKAGE.is_dir():
        return
    if not is_continuous_integration():
        raise ValidatorMissing(f"the Open XML SDK validator is not installed: run `npm ci` in {HOME.name}/")
    npm = shutil.which("npm")
    if npm is None:
        raise ValidatorMissing("npm is not installed, so the Open XML SDK validator cannot be installed")
    outcome = subprocess.run(
        [npm, "ci", "--no-audit", "--no-fund"],
        cwd=HOME,
        capture_output=True,
        text=True,
        timeout=_INSTALL_SECONDS,
        check=False,
    )
    if outcome.returncode:
        raise ValidatorMissing(f"`npm ci` ended with {outcome.returncode}: {outcome.stderr[-2000:]}")


def validate(paths: Iterable[Path]) -> SdkErrors:
    """The errors of each file; an empty list for a valid one."""
    files = {str(path.resolve()): path for path in paths}
    outcome = subprocess.run(
        ["node", str(HOME / "validate.mjs")],
        input=json.dumps(list(files)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_VALIDATE_SECONDS,
        check=False,
    )
    if outcome.returncode or not outcome.stdout:
        raise AssertionError(f"the validator ended with {outcome.returncode}: {outcome.stderr[-2000:]}")
    found = json.loads(outcome.stdout)
    missing = files.keys() - found.keys()
    assert not missing, f"the validator passed over {sorted(missing)}"
    return {path: found[name] for name, path in files.items()}
