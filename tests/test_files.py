"""Files written whole or not at all, whatever the system refuses."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, Any

import pytest

from alignkit.diagnostics import Report
from alignkit.files import write_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {"memo.docx": b"new memo", "mail.eml": b"new mail" * 1000}
NOBODY = 4_000_000_000  # beyond every process number a system gives


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def messages(report: Report) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.message) for diagnostic in report]


def test_files_are_written_and_named(tmp_path: Path) -> None:
    report = Report()

    paths = write_all(FILES, tmp_path, report)

    assert paths == (tmp_path / "memo.docx", tmp_path / "mail.eml")
    assert written(tmp_path) == FILES
    assert len(report) == 0


def test_nothing_to_write_writes_nothing(tmp_path: Path) -> None:
    assert write_all({}, tmp_path, Report()) == ()


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    write_all({"a.txt": b"a"}, tmp_path / "out" / "2026", Report())

    assert written(tmp_path / "out" / "2026") == {"a.txt": b"a"}


def test_an_earlier_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "memo.docx").write_bytes(b"old")
    (tmp_path / "memo.docx").chmod(0o600)

    write_all({"memo.docx": b"new"}, tmp_path, Report())

    assert (tmp_path / "memo.docx").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "memo.docx").stat().st_mode) == 0o600


def test_an_earlier_file_is_kept_when_asked(tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(b"old")
    report = Report()

    assert write_all(FILES, tmp_path, report, overwrite=False) == ()
    assert written(tmp_path) == {"mail.eml": b"old"}
    assert messages(report) == [("OUT-006", "expected `mail.eml` to be free, found an earlier file")]


def test_without_overwriting_new_files_are_written(tmp_path: Path) -> None:
    assert len(write_all(FILES, tmp_path, Report(), overwrite=False)) == 2
    assert written(tmp_path) == FILES


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, report = os.link, Report()

    def late(source: str, target: str, **options: Any) -> None:
        (tmp_path / target).write_bytes(b"somebody else")
        real(source, target, **options)

    monkeypatch.setattr(os, "link", late)

    assert write_all({"a.txt": b"a"}, tmp_path, report, overwrite=False) == ()
    assert written(tmp_path) == {"a.txt": b"somebody else"}
    assert messages(report) == [("OUT-006", "`a.txt` was not written: a file of this name exists")]


def test_where_links_do_not_exist_files_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))

    write_all(FILES, tmp_path, Report(), overwrite=False)

    assert written(tmp_path) == FILES


def test_a_link_at_the_target_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"precious")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    report = Report()

    assert write_all({"a.txt": b"a"}, folder, report) == ()
    assert outside.read_bytes() == b"precious"
    assert (folder / "a.txt").is_symlink()
    assert messages(report) == [("OUT-004", "expected `a.txt` to be free, found a link")]


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    report = Report()

    assert write_all({"a.txt": b"a"}, tmp_path, report) == ()
    assert not (tmp_path / "nowhere").exists()
    assert [code for code, _ in messages(report)] == ["OUT-004"]


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), os.mkfifo])
def test_what_is_not_a_file_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a.txt")
    report = Report()

    assert write_all({"a.txt": b"a"}, tmp_path, report) == ()
    assert messages(report) == [
        ("OUT-005", "expected `a.txt` to be free, found something that is not a file")
    ]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    report = Report()

    assert write_all(FILES, tmp_path / "out", report) == ()
    assert messages(report) == [
        ("OUT-003", f"`{tmp_path}/out` cannot be used as the output folder: file exists")
    ]


@pytest.mark.parametrize("name", ["x\0y", "n" * 300])
def test_a_folder_no_system_has_is_reported(tmp_path: Path, name: str) -> None:
    report = Report()

    assert write_all(FILES, tmp_path / name, report) == ()
    assert [code for code, _ in messages(report)] == ["OUT-003"]


@pytest.mark.parametrize("name", ["../a.txt", "a/b", "", ".hidden", "CON", "a.", "a\u202etxt"])
def test_an_unsafe_name_stops_everything(tmp_path: Path, name: str) -> None:
    report = Report()

    assert write_all({"good.txt": b"", name: b""}, tmp_path, report) == ()
    assert written(tmp_path) == {}
    assert [code for code, _ in messages(report)] == ["OUT-001"]


@pytest.mark.parametrize("other", ["MEMO.docx", "ｍemo.docx", "memo.DOCX"])
def test_names_that_collide_stop_everything(tmp_path: Path, other: str) -> None:
    report = Report()

    assert write_all({"memo.docx": b"", other: b""}, tmp_path, report) == ()
    assert written(tmp_path) == {}
    assert messages(report) == [("OUT-002", f"`{other}` and `memo.docx` are the same file on some systems")]


def failing(number: int, after: int = 0) -> Callable[..., Any]:
    """A function that fails with `number` from its call `after` on, and calls nothing before."""
    calls = iter(range(1_000_000))

    def fail(*_: object, **__: object) -> None:
        if next(calls) >= after:
            raise OSError(number, os.strerror(number))

    return fail


CODES = {
    errno.ENOSPC: "OUT-007",
    errno.EDQUOT: "OUT-007",
    errno.EIO: "OUT-010",
    errno.EPERM: "OUT-008",
    errno.EACCES: "OUT-008",
    errno.EROFS: "OUT-008",
    errno.ENAMETOOLONG: "OUT-009",
}


@pytest.mark.parametrize("number", CODES)
@pytest.mark.parametrize("call", ["write", "fsync", "read", "lseek", "fchmod"])
@pytest.mark.parametrize("earlier", [0, 1])
def test_a_fault_before_the_first_rename_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, earlier: int
) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(b"old")
    real, calls, report = getattr(os, call), iter(range(1_000)), Report()

    def faulty(*arguments: Any) -> Any:
        if next(calls) == earlier:
            raise OSError(number, os.strerror(number))
        return real(*arguments)

    monkeypatch.setattr(os, call, faulty)
    paths = write_all(FILES, tmp_path, report)
    monkeypatch.undo()

    assert paths == ()
    assert written(tmp_path) == dict.fromkeys(FILES, b"old")
    assert [code for code, _ in messages(report)] == [CODES[number]]


@pytest.mark.parametrize("number", CODES)
@pytest.mark.parametrize("earlier", [0, 1])
def test_a_fault_while_renaming_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, earlier: int
) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(b"old")
    real, calls, report = os.replace, iter(range(10)), Report()

    def faulty(*arguments: Any, **options: Any) -> None:
        if next(calls) == earlier:
            raise OSError(number, os.strerror(number))
        real(*arguments, **options)

    monkeypatch.setattr(os, "replace", faulty)
    paths = write_all(FILES, tmp_path, report)
    monkeypatch.undo()

    assert paths == ()
    assert written(tmp_path) == dict.fromkeys(FILES, b"old")
    assert [code for code, _ in messages(report)] == [CODES[number]]
    assert messages(report)[0][1].endswith("; none of the 2 files was replaced")


LOCKED = "mail.eml"
"""A file that is open in a program that lets nobody replace it."""


def _lock(monkeypatch: pytest.MonkeyPatch, *, for_good: bool = False) -> None:
    """Refuse to replace the locked file; for good also whatever is tried after that."""
    real = os.replace
    refused: list[str] = []

    def guarded(source: str, target: str, **options: Any) -> None:
        if target == LOCKED or (for_good and refused):
            refused.append(target)
            raise PermissionError(errno.EPERM, "operation not permitted")
        real(source, target, **options)

    monkeypatch.setattr(os, "replace", guarded)


@pytest.mark.parametrize("has_links", [True, False])
def test_of_a_set_with_a_locked_file_nothing_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    old = {"memo.docx": b"old memo", LOCKED: b"old mail"}
    write_all(old, tmp_path, Report())
    (tmp_path / "memo.docx").chmod(0o640)
    report = Report()
    _lock(monkeypatch)
    if not has_links:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))

    paths = write_all({"memo.docx": b"new", "list.docx": b"new", LOCKED: b"new"}, tmp_path, report)

    assert paths == ()
    assert written(tmp_path) == old
    assert stat.S_IMODE((tmp_path / "memo.docx").stat().st_mode) == 0o640
    assert messages(report) == [
        (
            "OUT-008",
            "`mail.eml` was not written: operation not permitted; none of the 3 files was replaced",
        )
    ]


def test_what_could_not_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {"memo.docx": b"old memo", LOCKED: b"old mail"}
    write_all(old, tmp_path, Report())
    report = Report()
    _lock(monkeypatch, for_good=True)

    paths = write_all(FILES, tmp_path, report)

    assert paths == (tmp_path / "memo.docx",)
    assert written(tmp_path) == {"memo.docx": FILES["memo.docx"], LOCKED: b"old mail"}
    assert messages(report) == [
        (
            "OUT-008",
            "`mail.eml` was not written: operation not permitted; new are `memo.docx`, not replaced `mail.eml`",
        )
    ]


def test_a_disk_that_takes_a_byte_at_a_time_gets_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, content: real(file, content[:1]))

    write_all({"a.txt": b"abcdef"}, tmp_path, Report())

    assert written(tmp_path) == {"a.txt": b"abcdef"}


def test_a_disk_that_takes_nothing_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    report = Report()

    assert write_all({"a.txt": b"a"}, tmp_path, report) == ()
    assert messages(report) == [("OUT-010", "`a.txt` was not written: nothing was written")]


def test_a_disk_that_lies_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, report = os.write, Report()

    def lie(file: int, content: bytes) -> int:
        real(file, content[: len(content) // 2])
        return len(content)

    monkeypatch.setattr(os, "write", lie)

    assert write_all({"a.txt": b"abcdef"}, tmp_path, report) == ()
    monkeypatch.undo()
    assert written(tmp_path) == {}
    assert messages(report) == [("OUT-010", "`a.txt` was not written: the file reads back differently")]


def test_an_interruption_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_all(FILES, tmp_path, Report())
    assert written(tmp_path) == {}


def test_what_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    left = tmp_path / f".alignkit-{NOBODY}-0123456789abcdef.tmp"
    running = tmp_path / f".alignkit-{os.getpid()}-0123456789abcdef.tmp"
    foreign = tmp_path / ".alignkit-notes.tmp"
    for path in (left, running, foreign):
        path.write_bytes(b"")

    write_all({}, tmp_path, Report())

    assert sorted(written(tmp_path)) == sorted([running.name, foreign.name])


def test_a_folder_that_cannot_be_flushed_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EINVAL, after=2))
    report = Report()

    assert len(write_all(FILES, tmp_path, report)) == 2
    assert len(report) == 0


def test_systems_without_folder_descriptors_write_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignkit.files._has_descriptors", lambda: False)

    write_all(FILES, tmp_path, Report())
    write_all({"new.txt": b"x"}, tmp_path, Report(), overwrite=False)

    assert written(tmp_path) == FILES | {"new.txt": b"x"}
