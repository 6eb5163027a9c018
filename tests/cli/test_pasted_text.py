"""A text of several lines pasted at a prompt is one answer; lines of a file are one answer each."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from command_line import Run

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

CONTEXT = Path("context.yaml")
GONE = b"\x04\x04"
"""Ctrl-D twice: the first one ends the moment in which a pasted text arrives."""


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal as standard input; what is written to this end was typed there."""
    keyboard, screen = os.openpty()
    stream: TextIO = os.fdopen(screen, "r", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stream)
    yield keyboard
    stream.close()
    os.close(keyboard)


def test_lines_pasted_together_are_one_answer(terminal: int, run: Run) -> None:
    os.write(terminal, b"Alder\nStreet\n\n  Software \n" + GONE)

    result = run("ask", "escalation", "--date", "2026-11-20")

    assert 1 == result.code
    assert "  the lines you pasted are taken as one answer\n" in result.err
    assert CONTEXT.read_text("utf-8").endswith("company:\n  name: Alder Street Software\n")


def test_one_line_is_one_answer(terminal: int, run: Run) -> None:
    os.write(terminal, b"Alder\n" + GONE)

    result = run("ask", "escalation", "--date", "2026-11-20")

    assert "pasted" not in result.err
    assert CONTEXT.read_text("utf-8").endswith("company:\n  name: Alder\n")


def test_lines_of_a_file_are_one_answer_each(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Alder\nservices\n"))

    run("ask", "escalation", "--date", "2026-11-20")

    assert CONTEXT.read_text("utf-8").endswith("company:\n  name: Alder\n  model: services\n")
