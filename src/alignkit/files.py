"""Files written whole or not at all.

A file is written beside its target, flushed, read back and compared; only then does it take its name.
Files of one call belong together: where one cannot take its name, those before it give theirs back.
Links are never followed. Whatever the system refuses becomes a diagnostic.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

from alignkit.filenames import UnsafeNameError, are_fit, safe_name, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from alignkit.diagnostics import Report

__all__ = ["UnsafeNameError", "safe_name", "write_all"]


def _codes(*names: str) -> frozenset[int]:
    """The error numbers this system has of these."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


_TEMPORARY = re.compile(r"\.alignkit-(\d{1,10})-[0-9a-f]{16}\.tmp")
_NEW_FILE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_BLOCK = 1 << 20
_NO_SPACE = _codes("ENOSPC", "EDQUOT", "EFBIG")
_NO_PERMISSION = _codes("EACCES", "EPERM", "EROFS", "EBUSY", "ETXTBSY")
_NO_LINKS = _codes("EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK")
_NO_FLUSH = _codes("EINVAL", "ENOTSUP", "EOPNOTSUPP", "EBADF")


def write_all(
    files: Mapping[str, bytes],
    folder: Path,
    report: Report,
    *,
    overwrite: bool = True,
    like: Mapping[str, str] | None = None,
) -> tuple[Path, ...]:
    """The paths of the files, written whole, or none of them: what could not be written is reported.

    All files are complete on disk before the first takes its name: a full disk leaves the folder as it was;
    where a later one cannot take its name, as while it is open in Word, the earlier ones are put back.
    Only files that could not be put back are returned then, and the report names them.

    Args:
        files: Content by name; every name must be one `safe_name` gives.
        folder: Where they go; made when it is missing.
        report: Collects what went wrong.
        overwrite: Whether files of these names are replaced.
        like: Files of the folder whose permissions new ones take, by the names of the new.

    Reports: OUT-001 to OUT-010.
    Source: RELIABILITY 4.8.

    """
    if not are_fit(files, report):
        return ()
    place = _open_folder(folder, report)
    if place is None:
        return ()
    try:
        _remove_leftovers(place)
        return _write_in(place, files, report, overwrite, like or {})
    finally:
        place.close()


@dataclass(frozen=True, slots=True)
class _Folder:
    """An open folder; on systems that can, names are looked up in it and not along its path."""

    path: Path
    descriptor: int | None

    def at(self, name: str) -> str:
        """`name` as the functions of `os` need it together with `descriptor`."""
        return str(self.path / name) if self.descriptor is None else name

    def close(self) -> None:
        if self.descriptor is not None:
            os.close(self.descriptor)


def _open_folder(folder: Path, report: Report) -> _Folder | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY) if _has_descriptors() else None
    except (OSError, ValueError) as problem:
        _report_folder(folder, problem, report)
        return None
    return _Folder(folder, descriptor)


def _has_descriptors() -> bool:
    return hasattr(os, "O_DIRECTORY") and os.open in os.supports_dir_fd


def _report_folder(folder: Path, problem: OSError | ValueError, report: Report) -> None:
    report.broken(
        "OUT-003",
        f"`{visible(str(folder))}` cannot be used as the output folder: {_reason(problem)}",
        hint="choose another output folder",
    )


def _reason(problem: OSError | ValueError) -> str:
    text = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
    return text[:1].lower() + text[1:]


def _remove_leftovers(folder: _Folder) -> None:
    """Remove what interrupted runs left: our own temporary files whose process has ended."""
    with suppress(OSError):
        for name in sorted(os.listdir(folder.path if folder.descriptor is None else folder.descriptor)):
            found = _TEMPORARY.fullmatch(name)
            if found and not _is_running(int(found[1])):
                _remove(folder, name)


def _is_running(process: int) -> bool:
    """Whether a process lives; Windows is never asked, as it does not delete a file that is open."""
    if process == os.getpid():
        return True
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _remove(folder: _Folder, name: str) -> None:
    with suppress(OSError):
        os.unlink(folder.at(name), dir_fd=folder.descriptor)


def _write_in(
    folder: _Folder, files: Mapping[str, bytes], report: Report, overwrite: bool, like: Mapping[str, str]
) -> tuple[Path, ...]:
    """The files written: first all of them under temporary names, then each under its own."""
    waiting: dict[str, str] = {}
    earlier: dict[str, str] = {}
    done: list[str] = []
    name = ""
    try:
        for name, content in files.items():
            mode = _mode_of_target(folder, name, overwrite)
            waiting[name] = _temporary()
            _fill(folder, waiting[name], content, _mode_of(folder, like[name]) if name in like else mode)
            if mode is not None and len(files) > 1:
                earlier[name] = _temporary()
                _keep(folder, name, earlier[name], mode)
        for name in files:
            _publish(folder, waiting[name], name, overwrite)
            del waiting[name]
            done.append(name)
        _flush(folder)
    except OSError as problem:
        if waiting:
            done = [each for each in done if not _is_put_back(folder, each, earlier)]
        _report_file(name, problem, report, _told(files, done) if waiting else "")
    finally:
        for temporary in (*waiting.values(), *earlier.values()):
            _remove(folder, temporary)
    return tuple(folder.path / each for each in done)


def _temporary() -> str:
    """A name nobody else has, by which a later run knows what an interrupted one left."""
    return f".alignkit-{os.getpid()}-{token_hex(8)}.tmp"


def _keep(folder: _Folder, name: str, temporary: str, mode: int) -> None:
    """Give a file that will be replaced a second name; where there are no links a copy, if it can be read."""
    descriptor = folder.descriptor
    with suppress(OSError):
        try:
            os.link(folder.at(name), folder.at(temporary), src_dir_fd=descriptor, dst_dir_fd=descriptor)
        except OSError:
            _fill(folder, temporary, _content(folder, name), mode)


def _content(folder: _Folder, name: str) -> bytes:
    file = os.open(folder.at(name), os.O_RDONLY | getattr(os, "O_BINARY", 0), dir_fd=folder.descriptor)
    with os.fdopen(file, "rb") as opened:
        return opened.read()


def _is_put_back(folder: _Folder, name: str, earlier: Mapping[str, str]) -> bool:
    """Whether what stood under a name stands there again, or nothing where nothing stood."""
    descriptor = folder.descriptor
    try:
        if name in earlier:
            source = folder.at(earlier[name])
            os.replace(source, folder.at(name), src_dir_fd=descriptor, dst_dir_fd=descriptor)
        else:
            os.unlink(folder.at(name), dir_fd=descriptor)
    except OSError:
        return False
    return True


def _told(files: Mapping[str, bytes], new: Sequence[str]) -> str:
    """Which of several files are old and which are new after one of them could not be written."""
    if len(files) == 1:
        return ""
    if not new:
        return f"; none of the {len(files)} files was replaced"
    old = [each for each in files if each not in new]
    return f"; new are {_named(new)}, not replaced {_named(old)}"


def _named(names: Sequence[str]) -> str:
    return " and ".join(f"`{each}`" for each in names)


class _TargetError(OSError):
    """The name is taken by something that is not ours to replace."""

    def __init__(self, code: str, found: str, hint: str) -> None:
        super().__init__(found)
        self.code, self.found, self.hint = code, found, hint


def _mode_of_target(folder: _Folder, name: str, overwrite: bool) -> int | None:
    """The permissions of the file that will be replaced; None when the name is free."""
    try:
        found = os.stat(folder.at(name), dir_fd=folder.descriptor, follow_symlinks=False)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        raise _TargetError("OUT-004", "a link", "remove the link")
    if not stat.S_ISREG(found.st_mode):
        raise _TargetError("OUT-005", "something that is not a file", "choose another output folder")
    if not overwrite:
        raise _TargetError("OUT-006", "an earlier file", "remove it, or name another folder")
    return stat.S_IMODE(found.st_mode)


def _mode_of(folder: _Folder, name: str) -> int:
    """The permissions of a file that is there."""
    return stat.S_IMODE(os.stat(folder.at(name), dir_fd=folder.descriptor, follow_symlinks=False).st_mode)


def _fill(folder: _Folder, name: str, content: bytes, mode: int | None) -> None:
    """A new file with this content, on disk and read back."""
    file = os.open(folder.at(name), _NEW_FILE, 0o666, dir_fd=folder.descriptor)
    try:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(file, mode)
        _write(file, content)
        os.fsync(file)
        if not _holds(file, content):
            raise OSError(errno.EIO, "the file reads back differently")
    finally:
        os.close(file)


def _write(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        count = os.write(file, rest[:_BLOCK])
        if count <= 0:
            raise OSError(errno.EIO, "nothing was written")
        rest = rest[count:]


def _holds(file: int, content: bytes) -> bool:
    os.lseek(file, 0, os.SEEK_SET)
    parts = []
    while part := os.read(file, _BLOCK):
        parts.append(part)
    return b"".join(parts) == content


def _publish(folder: _Folder, temporary: str, name: str, overwrite: bool) -> None:
    source, target, descriptor = folder.at(temporary), folder.at(name), folder.descriptor
    if not overwrite:
        try:
            os.link(source, target, src_dir_fd=descriptor, dst_dir_fd=descriptor)
        except OSError as problem:
            if problem.errno not in _NO_LINKS:
                raise
            _mode_of_target(folder, name, overwrite)
        else:
            os.unlink(source, dir_fd=descriptor)
            return
    os.replace(source, target, src_dir_fd=descriptor, dst_dir_fd=descriptor)


def _flush(folder: _Folder) -> None:
    """Make the new names last; some file systems keep them without being asked and refuse the question."""
    if folder.descriptor is None:
        return
    try:
        os.fsync(folder.descriptor)
    except OSError as problem:
        if problem.errno not in _NO_FLUSH:
            raise


def _report_file(name: str, problem: OSError, report: Report, others: str) -> None:
    if isinstance(problem, _TargetError):
        report.broken(problem.code, f"expected `{name}` to be free, found {problem.found}", hint=problem.hint)
        return
    code, what, hint = _explained(problem)
    report.broken(code, f"`{name}` was not written: {what}{others}", hint=hint)


def _explained(problem: OSError) -> tuple[str, str, str]:
    if isinstance(problem, FileExistsError):
        return "OUT-006", "a file of this name exists", "remove it, or name another folder"
    if problem.errno in _NO_SPACE:
        return "OUT-007", "the disk is full", "free some space or choose another output folder"
    if problem.errno in _NO_PERMISSION:
        return "OUT-008", _reason(problem), "close the file elsewhere or choose another output folder"
    if problem.errno == errno.ENAMETOOLONG:
        return "OUT-009", "the path is too long", "choose an output folder with a shorter path"
    return "OUT-010", _reason(problem), "run the command again, then check the disk"
