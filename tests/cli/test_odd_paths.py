"""Names of files that no text can hold."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from command_line import Run


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names of files are texts there")
def test_a_name_that_is_no_text_has_an_address(run: Run) -> None:
    file = Path(os.fsdecode(b"b\xffad.yaml"))
    file.write_text("a: [1\n", "utf-8")

    result = run("check", "--context", str(file), "--format", "sarif")

    assert 1 == result.code
    (found,) = json.loads(result.out)["runs"][0]["results"]
    assert "b%FFad.yaml" == found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
