"""A second build keeps what somebody has edited."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from alignkit.diagnostics import Report
from alignkit.keeping import write_keeping


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_an_untouched_file_is_replaced_without_a_word(tmp_path: Path) -> None:
    report = Report()

    write_keeping({"memo.docx": b"one"}, tmp_path, report)
    write_keeping({"memo.docx": b"two"}, tmp_path, report)

    assert {"memo.docx": b"two"} == written(tmp_path)
    assert not report.diagnostics


def test_an_edited_file_is_kept_under_another_name_each_time(tmp_path: Path) -> None:
    report = Report()

    write_keeping({"memo.docx": b"one"}, tmp_path, report)
    (tmp_path / "memo.docx").write_bytes(b"mine")
    write_keeping({"memo.docx": b"two"}, tmp_path, report)
    (tmp_path / "memo.docx").write_bytes(b"mine again")
    write_keeping({"memo.docx": b"three"}, tmp_path, report)

    assert {
        "memo.docx": b"three",
        "memo (edited).docx": b"mine",
        "memo (edited 2).docx": b"mine again",
    } == written(tmp_path)
    assert [
        "`memo.docx` was changed after the last build; your version is kept as `memo (edited).docx`",
        "`memo.docx` was changed after the last build; your version is kept as `memo (edited 2).docx`",
    ] == [d.message for d in report]


def test_a_file_that_was_there_before_the_first_build_is_kept(tmp_path: Path) -> None:
    report = Report()
    (tmp_path / "memo.docx").write_bytes(b"older")

    write_keeping({"memo.docx": b"one"}, tmp_path, report)

    assert {"memo.docx": b"one", "memo (edited).docx": b"older"} == written(tmp_path)
    assert ["OUT-011"] == [d.code for d in report]


def test_the_same_content_needs_no_copy(tmp_path: Path) -> None:
    report = Report()
    (tmp_path / "memo.docx").write_bytes(b"one")

    write_keeping({"memo.docx": b"one"}, tmp_path, report)

    assert {"memo.docx": b"one"} == written(tmp_path)
    assert not report.diagnostics


def test_a_broken_record_counts_as_none(tmp_path: Path) -> None:
    report = Report()
    (tmp_path / ".alignkit").mkdir()
    (tmp_path / ".alignkit" / "build.json").write_text("[", "utf-8")

    assert (tmp_path / "memo.docx",) == write_keeping({"memo.docx": b"one"}, tmp_path, report)
    assert not report.diagnostics


def test_a_record_without_end_counts_as_none(tmp_path: Path) -> None:
    report = Report()
    (tmp_path / ".alignkit").mkdir()
    (tmp_path / ".alignkit" / "build.json").write_text("[" * 200_000)

    write_keeping({"memo.docx": b"one"}, tmp_path, report)

    assert {"memo.docx": b"one"} == written(tmp_path)
    assert not report.diagnostics


def test_a_folder_nobody_can_have_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    report = Report()

    assert () == write_keeping({"memo.docx": b"one"}, tmp_path / ("a" * 300), report)
    assert ["OUT-003"] == [found.code for found in report]


@pytest.mark.skipif(os.name == "nt", reason="permissions of Windows are not bits")
def test_a_kept_version_has_the_permissions_of_the_file_it_was(tmp_path: Path) -> None:
    write_keeping({"memo.docx": b"first"}, tmp_path, Report())
    (tmp_path / "memo.docx").write_bytes(b"edited")
    (tmp_path / "memo.docx").chmod(0o600)

    write_keeping({"memo.docx": b"second"}, tmp_path, Report())

    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob("*.docx")}
    assert modes == {"memo.docx": 0o600, "memo (edited).docx": 0o600}
