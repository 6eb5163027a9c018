"""From an empty folder to documents, by answers alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from alignkit.asking import questions
from asking_people import DAY, FILE, KINDS, Person, session, talk
from command_line import Run


@pytest.mark.parametrize("kind", KINDS)
def test_answers_alone_make_a_file_that_builds(kind: str, run: Run) -> None:
    talk(kind, Person(KINDS[kind]))

    built = run("build", kind)
    assert 0 == built.code, built.err
    assert "nothing written" not in built.err
    assert [] == [each for each in questions(session(kind)) if each.needed]
