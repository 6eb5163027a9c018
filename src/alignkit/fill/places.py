"""Where in a template something happened."""

from __future__ import annotations

from types import FrameType, TracebackType

from alignkit.diagnostics import Place


def running_place(frame: FrameType | None) -> Place | None:
    """The template line that a running frame, or the nearest one that called it, stands at."""
    while frame is not None:
        if place := _template_place(frame, frame.f_lineno):
            return place
        frame = frame.f_back
    return None


def raised_place(traceback: TracebackType | None) -> Place | None:
    """The deepest template line an exception passed through."""
    place = None
    while traceback is not None:
        place = _template_place(traceback.tb_frame, traceback.tb_lineno) or place
        traceback = traceback.tb_next
    return place


def _template_place(frame: FrameType, python_line: int) -> Place | None:
    """The place a frame of compiled template code stands at; None for any other frame."""
    debug_info = frame.f_globals.get("debug_info")
    if not isinstance(debug_info, str) or "environment" not in frame.f_globals:
        return None
    return Place(frame.f_code.co_filename, _template_line(debug_info, python_line))


def _template_line(debug_info: str, python_line: int) -> int:
    """The template line of a line of compiled code; `debug_info` is jinja's list of `template=python`."""
    line = 1
    for pair in debug_info.split("&"):
        template_line, _, compiled_line = pair.partition("=")
        if not compiled_line or int(compiled_line) > python_line:
            break
        line = int(template_line)
    return line
