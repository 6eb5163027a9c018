"""The command line as tests call it: in a folder of its own, with what it wrote and its exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from alignkit.cli import run as run_program
from alignkit.cli.exits import OUR_BUG


class Result(NamedTuple):
    """Exit code and both streams of one run."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]
"""Runs the program with its arguments."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in an empty folder; a screen of a hundred columns, without colours.

    A crash fails the test, unless the test says that it `may_crash`.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")

    def run_here(*arguments: str, may_crash: bool = False) -> Result:
        capsys.readouterr()
        code = run_program(arguments)
        written = capsys.readouterr()
        if code == OUR_BUG and not may_crash:
            pytest.fail(f"`alignkit {' '.join(arguments)}` crashed:\n{written.err}")
        return Result(code, written.out, written.err)

    return run_here
