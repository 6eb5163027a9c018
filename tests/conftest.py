"""Fixtures that tests of several packages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import sdk_validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

pytest_plugins = ("command_line", "figure_contexts")
"""Fixtures of a subject, kept in a module of that subject."""


@pytest.fixture(scope="session")
def sdk_validate() -> Callable[[Iterable[Path]], sdk_validator.SdkErrors]:
    """The Open XML SDK validator: paths to errors; skips aloud where it is missing, but fails in CI."""
    try:
        sdk_validator.provide()
    except sdk_validator.ValidatorMissing as missing:
        if sdk_validator.is_continuous_integration():
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(f"NOT VALIDATED: {missing}")
    return sdk_validator.validate
