"""The command line as tests call it: in a folder of its own, with what it wrote and its exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Result, Run

from alignkit.cli import run as run_program


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in an empty folder; a screen of a hundred columns, without colours."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")

    def run_here(*arguments: str) -> Result:
        capsys.readouterr()
        code = run_program(arguments)
        written = capsys.readouterr()
        return Result(code, written.out, written.err)

    return run_here
