"""The harness around the Open XML SDK validator: it finds a fault, and it never passes by being absent."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

import sdk_validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_SAMPLE = "writers/ooxml"


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """Builder of the good document, with a replacement in one of its parts."""
    monkeypatch.syspath_prepend(str(sdk_validator.HOME.parent / _SAMPLE))
    from word_sample import good_parts, pack, replaced

    return lambda *change: pack(replaced(*change) if change else good_parts())


def test_a_good_document_passes_and_a_planted_defect_fails(
    tmp_path: Path,
    sample: Callable[..., bytes],
    sdk_validate: Callable[[Iterable[Path]], sdk_validator.SdkErrors],
) -> None:
    good, bad, broken = tmp_path / "good.docx", tmp_path / "bad.docx", tmp_path / "broken.docx"
    good.write_bytes(sample())
    bad.write_bytes(sample("word/document.xml", "<w:keepNext/>", "<w:jc/><w:keepNext/>"))
    broken.write_bytes(b"PK no package")

    found = sdk_validate([good, bad, broken])

    assert found[good] == []
    assert {error["part"] for error in found[bad]} == {"/word/document.xml"}
    assert [error["id"] for error in found[broken]] == ["unreadable"]


def test_a_validator_that_ends_badly_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("node") is None:
        pytest.skip("NOT VALIDATED: Node is not installed")
    monkeypatch.setattr(sdk_validator, "HOME", tmp_path)
    (tmp_path / "validate.mjs").write_text("process.exit(3)")

    with pytest.raises(AssertionError, match=r"^the validator ended with 3"):
        sdk_validator.validate([tmp_path / "a.docx"])


def test_a_file_passed_over_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("node") is None:
        pytest.skip("NOT VALIDATED: Node is not installed")
    monkeypatch.setattr(sdk_validator, "HOME", tmp_path)
    (tmp_path / "validate.mjs").write_text("process.stdout.write('{}')")

    with pytest.raises(AssertionError, match=r"^the validator passed over"):
        sdk_validator.validate([tmp_path / "a.docx"])


def test_without_node_the_harness_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(sdk_validator.ValidatorMissing, match=r"^Node is not installed"):
        sdk_validator.provide()


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("TRUE", True), ("", False), ("1", False)])
def test_only_ci_true_makes_absence_a_failure(
    monkeypatch: pytest.MonkeyPatch, value: str, expected: bool
) -> None:
    monkeypatch.setenv("CI", value)

    assert sdk_validator.is_continuous_integration() is expected


def test_versions_are_exact_and_the_lock_names_no_host() -> None:
    wanted = json.loads((sdk_validator.HOME / "package.json").read_text())
    lock = (sdk_validator.HOME / "package-lock.json").read_text()

    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted["dependencies"].values())
    assert "://" not in lock
    assert "resolved" not in lock
